internal import Dialogue
public import Evidence

/// What was done in a session, as an exported file names it, one line each.
public enum SessionEvent: Hashable, Sendable {
  /// A question, answered with at most so many statements.
  case asked(question: String, limit: Int)
  /// A word was taken out of what is carried.
  case dropped(String)
  /// A new conversation was begun.
  case cleared

  /// The most statements that a line may ask for.
  static let mostStatements = 20

  /// Reads a line of an exported session; `nil` for its heading.
  ///
  /// - Throws: `SessionError` for a line that is neither.
  static func read(_ line: [UInt8], number: Int) throws(SessionError) -> SessionEvent? {
    guard let object = JSONValue.read(line), object.object != nil else {
      throw SessionError(line: number)
    }
    if object["schema"]?.string == SessionRecord.schema { return nil }
    switch object["event"]?.string {
    case "asked":
      guard let question = object["question"]?.string,
        let limit = object["limit"]?.integer,
        (1...mostStatements).contains(limit)
      else { break }
      return .asked(question: question, limit: limit)
    case "dropped":
      if let word = object["word"]?.string { return .dropped(word) }
    case "cleared": return .cleared
    default: break
    }
    throw SessionError(line: number)
  }
}

/// A line of a session file that cannot be read.
public struct SessionError: Error, Hashable, Sendable {
  /// Its number, from 1.
  public var line: Int
}

/// The file form of a session: a heading, then what was done with what it gave.
public struct SessionRecord: Sendable {
  /// Names the form of the file.
  static let schema = "curbside.session/1"

  private let assistant: Assistant
  private var conversation: Conversation
  /// What was written so far, line by line.
  public private(set) var lines: [String]

  /// Begins a record.
  public init(_ assistant: Assistant) {
    self.assistant = assistant
    conversation = Conversation(assistant, assistant.followUps)
    lines = [Self.heading(assistant.identity)]
  }

  /// Repeats a session.
  ///
  /// - Parameters:
  ///   - events: What was done.
  ///   - assistant: Answers.
  /// - Returns: The lines of the file, the same for the same events and corpus.
  public static func lines(of events: [SessionEvent], _ assistant: Assistant) -> [String] {
    var record = SessionRecord(assistant)
    for event in events { record.add(event) }
    return record.lines
  }

  /// Reads an exported session.
  ///
  /// - Parameter bytes: The file.
  /// - Returns: What was done, in order.
  /// - Throws: `SessionError` with the first line that is none.
  public static func events(in bytes: [UInt8]) throws(SessionError) -> [SessionEvent] {
    var events: [SessionEvent] = []
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      if let event = try SessionEvent.read(Array(line), number: index + 1) { events.append(event) }
    }
    return events
  }

  /// Does what an event says, and writes its line.
  public mutating func add(_ event: SessionEvent) {
    var writer = JSONWriter()
    writer.object { line in
      line.key("event")
      switch event {
      case .asked(let question, let limit):
        line.string("asked")
        line.key("question")
        line.string(question)
        line.key("limit")
        line.number(limit)
        line.key("reply")
        line.json(conversation.ask(question, limit: limit).json)
      case .dropped(let word):
        line.string("dropped")
        line.key("word")
        line.string(word)
        conversation.apply(.dropped(word))
      case .cleared:
        line.string("cleared")
        conversation.apply(.cleared)
      }
    }
    lines.append(writer.text)
  }

  private static func heading(_ identity: CorpusIdentity) -> String {
    var writer = JSONWriter()
    writer.object { line in
      line.key("schema")
      line.string(schema)
      line.key("digest")
      line.string(identity.digest)
    }
    return writer.text
  }
}
