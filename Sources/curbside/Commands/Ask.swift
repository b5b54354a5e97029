internal import Answering
internal import ArgumentParser
internal import Evidence
internal import Glibc

/// One question, or a batch of them.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answers one question.",
    discussion: """
      The words of the question are joined by blanks; a single - reads it from standard input. \
      With --batch, each line of standard input is {"id","question"}, and each line of output a reply.
      """
  )

  @OptionGroup var corpus: CorpusOption

  @OptionGroup var form: FormOption

  @Flag(help: "Write the reply as one JSON object.")
  var json = false

  @Option(help: ArgumentHelp("The most statements in an answer, 1 to 20.", valueName: "n"))
  var limit = 4

  @Flag(help: "Read JSON Lines from standard input and write JSON Lines.")
  var batch = false

  @Flag(help: "Answer only from a protocol that has passed review.")
  var requireReviewed = false

  @Flag(help: "Show how each statement was scored, factor by factor.")
  var explain = false

  @Argument(help: ArgumentHelp("The question, or - for standard input.", valueName: "question"))
  var words: [String] = []

  func validate() throws {
    if !(1...20).contains(limit) { throw ValidationError("--limit takes a number from 1 to 20.") }
    if batch, !words.isEmpty { throw ValidationError("--batch reads standard input alone.") }
    if explain, json || batch { throw ValidationError("--explain is text; leave --json out.") }
    if !batch, words.isEmpty { throw ValidationError("Missing expected argument '<question>'.") }
  }

  func run() throws {
    if batch { return try AskBatch(assistant: openReviewed(), limit: limit).run() }
    let question = try question()
    let assistant = try openReviewed()
    let reply = assistant.answer(question, limit: limit)
    var output = StandardOutput()
    if json {
      try output.write("\(reply.json)\n")
    } else {
      let style = OutputStyle.standardOutput(form.form)
      try output.write(ReplyRenderer(style: style, place: .stream).render(reply))
      if explain {
        try output.write("\n\(lines: assistant.explain(question, limit: limit))")
      }
    }
    try output.flush()
    try ExitStatus(reply.status).end()
  }

  private func openReviewed() throws -> Assistant {
    let assistant = try corpus.open()
    if requireReviewed, assistant.identity.reviewStatus != .approved {
      throw CommandError.notReviewed(assistant.identity)
    }
    return assistant
  }

  private func question() throws(CommandError) -> String {
    var question = words.joined(separator: " ")
    if words == ["-"] {
      let bytes: [UInt8]
      do {
        bytes = try FileBytes.read(descriptor: STDIN_FILENO, path: "standard input")
      } catch {
        throw .unreadable(error)
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .notUTF8(.standardInput)
      }
      question = text
    }
    let trimmed = question.trimmingBlanks
    if trimmed.isEmpty { throw .emptyQuestion }
    return trimmed
  }
}
