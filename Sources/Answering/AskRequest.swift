/// One line of a batch: `{"id": …, "question": …, "conversation": …}`.
public struct AskRequest: Hashable, Sendable {
  /// Returned with the reply.
  public var id: String
  /// The question as typed.
  public var question: String
  /// Lines of one conversation share their context.
  public var conversation: String?

  /// Reads a line.
  ///
  /// - Parameter line: The bytes of the line without its end.
  /// - Throws: `AskRequestError` with the reason.
  public init(line: [UInt8]) throws(AskRequestError) {
    guard let object = JSONValue.read(line), object.object != nil else { throw .notJSON }
    let conversation = try Self.text(object["conversation"])
    let question = try Self.text(object["question"])
    guard let id = try Self.text(object["id"]) else { throw .noID }
    guard let question else { throw .noQuestion(id: id) }
    guard question.contains(where: { !$0.isWhitespace }) else { throw .emptyQuestion(id: id) }
    self.id = id
    self.question = question
    self.conversation = conversation
  }

  /// The text of a member; `nil` where it is absent or null.
  private static func text(_ member: JSONValue?) throws(AskRequestError) -> String? {
    guard let member, member != .null else { return nil }
    guard let text = member.string else { throw .notJSON }
    return text
  }
}

/// Why a line of a batch is not a request.
public enum AskRequestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Not a JSON object with texts as members.
  case notJSON
  /// `id` is missing.
  case noID
  /// `question` is missing.
  case noQuestion(id: String)
  /// `question` holds no word.
  case emptyQuestion(id: String)

  /// The line's id where it could be read.
  public var id: String? {
    switch self {
    case .notJSON, .noID: nil
    case .noQuestion(let id), .emptyQuestion(let id): id
    }
  }

  /// One sentence with the remedy.
  public var description: String {
    switch self {
    case .notJSON: "not a JSON object; write {\"id\": \"…\", \"question\": \"…\"}"
    case .noID: "‘id’ is missing; it must be a text"
    case .noQuestion: "‘question’ is missing; it must be a text"
    case .emptyQuestion: "‘question’ is empty"
    }
  }
}
