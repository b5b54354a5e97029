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
  /// A line about a patient, taken by the case.
  case told(String)
  /// Facts of a patient that were stated by themselves.
  case stated([StatedFact])
  /// The facts of a file in the place of the case.
  case loaded(FactSheet)
  /// The day from which the dates of a case are counted, as in 2025-11-05.
  case dated(String)

  /// Whether it holds something about a patient.
  public var isOfCase: Bool {
    switch self {
    case .told, .stated, .loaded: true
    case .asked, .dropped, .cleared, .dated: false
    }
  }

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
    case "told":
      if let text = object["line"]?.string { return .told(text) }
    case "stated":
      if let facts = object["facts"], let stated = facts.statedFacts { return .stated(stated) }
    case "loaded":
      if let sheet = FactSheet(object) { return .loaded(sheet) }
    case "dated":
      if let day = object["day"]?.string { return .dated(day) }
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
  private var patient: CaseConversation?
  private var today: String?
  /// What was written so far, line by line.
  public private(set) var lines: [String]

  /// Begins a record.
  public init(_ assistant: Assistant) {
    self.assistant = assistant
    conversation = Conversation(assistant, assistant.conversationDesk)
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
        line.json(answer(question, limit: limit).json)
      case .dropped(let word):
        line.string("dropped")
        line.key("word")
        line.string(word)
        conversation.apply(.dropped(word))
      case .cleared:
        line.string("cleared")
        conversation.apply(.cleared)
        patient = patient?.restarted()
      case .dated(let day):
        line.string("dated")
        line.key("day")
        line.string(day)
        today = day
      case .told(let text):
        line.string("told")
        line.key("line")
        line.string(text)
        reply(&line) { try $0.reply(to: text) }
      case .stated(let facts):
        line.string("stated")
        line.key("facts")
        line.facts(facts)
        reply(&line) { try $0.take(facts.map { .stated($0) }) }
      case .loaded(let sheet):
        line.string("loaded")
        line.sheet(sheet)
        reply(&line) { try $0.take([.loaded(sheet)]) }
      }
    }
    lines.append(writer.text)
  }

  private mutating func answer(_ question: String, limit: Int) -> Reply {
    let words = patient?.evidenceWords(for: question) ?? []
    return conversation.ask(question, limit: limit, for: words)
  }

  /// Writes the reply of the case; null where it gives none.
  private mutating func reply(
    _ line: inout JSONWriter,
    _ answer: (inout CaseConversation) throws -> Reply?
  ) {
    line.key("reply")
    do {
      var known = try patient ?? CaseConversation(assistant, today: today)
      guard let reply = try answer(&known) else { return line.null() }
      patient = known
      line.json(reply.json)
    } catch {
      line.null()
    }
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
