internal import Answering

/// A quiz outside the prompt: asks, reads an answer, and says how it was.
struct QuizLoop: Sendable {
  let items: [QuizItem]
  /// The layout asked for.
  let form: OutputStyle.Form

  /// Asks on a terminal until the last question, `stop` or Ctrl-D; keeps no history.
  ///
  /// - Throws: `CommandError` when standard output fails.
  @MainActor
  func run() throws {
    let style = OutputStyle.standardOutput(form)
    var source = ReadlineLineSource(
      prompt: PromptLoop.prompt("quiz> ", style.marks),
      history: nil,
      completion: Completion(commands: [], words: choices)
    )
    defer { source.restoreTerminal() }
    try run(pausing: true) { source.next() }
  }

  /// Takes answers from a pipe, a line each.
  ///
  /// - Throws: `CommandError` when standard input or output fails.
  func runOnPipe() throws {
    var source = PipeLineSource()
    try run(pausing: false) { try source.next() }
  }

  private var choices: [String] {
    Set(items.flatMap(\.choices).map(PlainName.of)).union(["skip", "stop"]).sorted()
  }

  private func run(pausing: Bool, _ next: () throws -> Line) throws {
    guard !items.isEmpty else { return }
    var output = StandardOutput()
    var round = QuizRound(items, pauses: pausing)
    try output.write(shown(round.question))
    try output.flush()
    while !round.isOver {
      switch try next() {
      case .end: return
      case .unusable(let reason):
        StandardError.report(reason.error(at: .prompt).description)
      case .text(let line):
        if line.trimmingBlanks.isEmpty, !round.isPausing { continue }
        for view in round.take(line) { try output.write(spaced(shown(view))) }
        try output.flush()
      }
    }
  }

  private func shown(_ view: EvidenceView) -> String {
    // The terminal may have changed its width since.
    ViewText(view: view, style: .standardOutput(form)).text
  }

  private func spaced(_ text: String) -> String {
    switch form {
    case .screen: "\n\(text)"
    case .linear: text
    }
  }
}
