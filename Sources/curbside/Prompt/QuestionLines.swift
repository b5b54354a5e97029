internal import Answering

/// The conversation with a pipe: an answer for each line, and no prompt.
struct QuestionLines {
  /// What is written for a line.
  enum Format {
    case text
    case json
  }

  let assistant: Assistant
  let style: OutputStyle
  /// The value of `--corpus`.
  var corpus: String?
  /// The day from which dates are counted; nil leaves dates without a today.
  var today: String?
  /// For whom answers are shown; nil explains nothing.
  var audience: Audience?

  /// Answers until the input ends or a line says to quit.
  ///
  /// - Throws: `ExitCode` for the worst that happened to a line (a malformed one, then one that is
  ///   not covered), `CommandError` for input or output that fails.
  func run(as format: Format) throws {
    var source = PipeLineSource()
    var output = StandardOutput()
    var session = PromptSession(assistant: assistant, style: style, place: .stream)
    session.corpusFolder = corpus
    session.today = today
    session.audience = audience
    var status = ExitStatus.answered
    var number = 0
    var isFirst = true
    while true {
      let line = try source.next()
      number += 1
      switch line {
      case .end:
        try output.flush()
        return try status.end()
      case .unusable(let reason):
        StandardError.report(reason.error(at: .line(number)).description)
        status = .malformedInput
      case .text(let text):
        let turn = session.evaluate(text)
        if let reply = turn.reply { status = worse(status, ExitStatus(reply.status)) }
        switch format {
        case .json:
          if let reply = turn.reply { try output.write("\(session.explained(reply).json)\n") }
        case .text:
          if turn.text.isEmpty { break }
          try output.write(isFirst ? turn.text : "\n\(turn.text)")
          isFirst = false
        }
        if turn.isLast {
          try output.flush()
          return try status.end()
        }
      }
      if !source.hasLine { try output.flush() }
    }
  }

  private func worse(_ one: ExitStatus, _ other: ExitStatus) -> ExitStatus {
    one.rawValue >= other.rawValue ? one : other
  }
}
