internal import Answering
internal import Dialogue
internal import Evidence
internal import Glibc

/// One question with all that the command line says about it.
struct AskInvocation: Equatable {
  /// What is written.
  enum Output {
    case text
    case json
    case markdown
    /// The text, then how each statement was scored.
    case explained
  }

  /// The value of `--corpus`.
  var corpus: String?
  var form: OutputStyle.Form = .screen
  var output: Output = .text
  /// The most statements in the answer.
  var limit = defaultLimit
  /// For whom; nil adds nothing.
  var audience: Audience?
  /// Whether only a protocol that has passed review may answer.
  var requiresReview = false
  /// The file with the facts of a patient whom the question is about.
  var caseFile: String?
  /// The words of the question, or a single `-` for standard input.
  var words: [String]

  /// How many statements an answer has when nothing else is said.
  static let defaultLimit = 4

  /// Answers, and writes the answer.
  ///
  /// - Throws: `ExitCode` for what is not an answer, `CommandError` for what went wrong.
  func run() throws {
    let typed = try question()
    let assistant = try openReviewed()
    let screened = assistant.identifiers.screen(typed)
    let question = screened.text
    var reply = try reply(to: question, assistant)
    reply.identifiers = screened.kinds
    if let audience { reply = assistant.explaining(reply, for: audience) }
    var standardOutput = StandardOutput()
    switch output {
    case .json: try standardOutput.write("\(reply.json)\n")
    case .text: try standardOutput.write(text(reply))
    case .markdown: try standardOutput.write(MarkdownReply(reply: reply).text)
    case .explained:
      try standardOutput.write(text(reply))
      try standardOutput.write("\n\(lines: assistant.explain(question, limit: limit))")
    }
    try standardOutput.flush()
    try ExitStatus(reply.status).end()
  }

  private func reply(to question: String, _ assistant: Assistant) throws -> Reply {
    guard let caseFile else { return assistant.answer(question, limit: limit) }
    let sheet = try FactSheet(file: caseFile)
    do {
      var conversation = try CaseConversation(assistant)
      _ = try conversation.take([.loaded(sheet)])
      return try conversation.answer(question)
    } catch let error as CaseError {
      throw CommandError.badCase(error.problems)
    }
  }

  /// Opens the corpus, unless it must have passed review and has not.
  ///
  /// - Throws: `CommandError`.
  func openReviewed() throws -> Assistant {
    try CorpusLocation.open(corpus, requiresReview: requiresReview)
  }

  private func text(_ reply: Reply) -> String {
    let style = OutputStyle.standardOutput(form)
    let text = ReplyRenderer(style: style, place: .stream).render(reply)
    guard let words = reply.words else { return text }
    return text + AudienceNotes(terms: words.terms, style: style).text
  }

  /// The words of the question, or standard input.
  ///
  /// - Throws: `CommandError` where there is none, or none that can be read.
  func question() throws(CommandError) -> String {
    var question = TextLayout.joined(words[...])
    if words.count == 1, words[0] == "-" {
      guard let text = String(validating: try InputFile.read("-"), as: UTF8.self) else {
        throw .notUTF8(.standardInput)
      }
      question = text
    }
    let trimmed = question.trimmingBlanks
    if trimmed.isEmpty { throw .emptyQuestion }
    return trimmed
  }
}

extension AskInvocation {
  /// Reads the most frequent form of the command line, `ask` with words and `--json` or `--plain`,
  /// and is `nil` for every other; the argument parser reads those.
  ///
  /// A run takes 1.3 ms this way and 3.3 ms through the argument parser (static release build).
  ///
  /// - Parameter arguments: Without the program's name.
  init?(frequentForm arguments: [String]) {
    guard arguments.first == "ask" else { return nil }
    self.init(words: [])
    for argument in arguments.dropFirst() {
      switch argument {
      case "--json": output = .json
      case "--plain": form = .linear
      case "-": words.append(argument)
      default:
        if argument.utf8.first == UInt8(ascii: "-") { return nil }
        words.append(argument)
      }
    }
    if words.isEmpty { return nil }
  }
}
