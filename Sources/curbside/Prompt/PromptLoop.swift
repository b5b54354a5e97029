internal import Answering
internal import Glibc

/// The prompt on a terminal: reads, answers, and writes until the user leaves.
struct PromptLoop: Sendable {
  let assistant: Assistant
  /// The layout asked for.
  let form: OutputStyle.Form
  /// `nil` keeps no history.
  let history: History?
  /// The value of `--corpus`.
  var corpus: String?
  /// The day from which dates are counted.
  var today: String?
  /// For whom answers are shown; nil explains nothing.
  var audience: Audience?

  /// Talks until Ctrl-D or `.quit`.
  ///
  /// - Throws: `CommandError` when standard output fails.
  @MainActor
  func run() throws {
    var output = StandardOutput()
    var style = OutputStyle.standardOutput(form)
    var session = PromptSession(assistant: assistant, style: style, place: .prompt)
    session.corpusFolder = corpus
    session.today = today
    session.audience = audience
    // Between two lines Ctrl-C has nothing to drop; within one it is a key.
    _ = signal(SIGINT, SIG_IGN)
    try output.write(session.greeting)
    try output.flush()
    var source = ReadlineLineSource(
      prompt: Self.prompt("curbside> ", style.marks),
      history: history,
      completion: Completion(commands: PromptCommand.names, words: assistant.completionWords)
    )
    defer { source.restoreTerminal() }
    while true {
      switch source.next() {
      case .end:
        return
      case .unusable(let reason):
        StandardError.report(reason.error(at: .prompt).description)
      case .text(let line):
        // The terminal may have changed its width since.
        style = .standardOutput(form)
        session.style = style
        let turn = session.evaluate(line)
        if !turn.holdsFacts { source.keep(line) }
        if !turn.text.isEmpty { try output.write(spaced(turn.text, style.form)) }
        try output.flush()
        if turn.isLast { return }
        source.prompt = Self.prompt(session.isInQuiz ? "quiz> " : "curbside> ", style.marks)
      }
    }
  }

  /// An answer stands free between two prompts; a screen reader would read the gap.
  private func spaced(_ text: String, _ form: OutputStyle.Form) -> String {
    switch form {
    case .screen: "\n\(text)\n"
    case .linear: text
    }
  }

  /// A prompt in bold; readline must know what of it takes no columns.
  static func prompt(_ text: String, _ marks: OutputStyle.Marks) -> String {
    switch marks {
    case .none: text
    case .colours, .coloursAndLinks:
      "\u{1}\u{1B}[1m\u{2}\(text.trimmingBlanks)\u{1}\u{1B}[0m\u{2} "
    }
  }
}
