/// The cases of several conversations by name, the longest unused ones forgotten.
public struct CaseConversations: Sendable {
  /// The most conversations that are kept at once, as many as the shelf has.
  public static let limit = ConversationShelf.capacity

  private let assistant: Assistant
  private var fresh: CaseConversation?
  private var known: [String: (conversation: CaseConversation, used: Int)] = [:]
  private var clock = 0

  /// Prepares nothing until a line comes.
  public init(_ assistant: Assistant) {
    self.assistant = assistant
  }

  /// Answers a line of a conversation that is about its case.
  ///
  /// - Returns: nil for a line that is not about a case.
  /// - Throws: As `CaseConversation`.
  public mutating func reply(to line: String, in name: String) throws -> Reply? {
    let start = try fresh ?? CaseConversation(assistant)
    fresh = start
    var conversation = known[name]?.conversation ?? start
    let reply = try conversation.reply(to: line)
    if reply != nil || known[name] != nil { keep(conversation, name) }
    return reply
  }

  /// What evidence for the patient of a conversation speaks of, where a question is about that one.
  public func evidenceWords(for question: String, in name: String) -> [String] {
    known[name]?.conversation.evidenceWords(for: question) ?? []
  }

  private mutating func keep(_ conversation: CaseConversation, _ name: String) {
    clock += 1
    known[name] = (conversation, clock)
    if known.count > Self.limit, let oldest = known.min(by: { $0.value.used < $1.value.used }) {
      known[oldest.key] = nil
    }
  }
}
