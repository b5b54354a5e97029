internal import Answering

/// Answers the lines of standard input one after the other, holding one of them at a time.
struct AskBatch {
  let assistant: Assistant
  let limit: Int

  /// Writes a reply or an error for each line that is not blank.
  ///
  /// - Throws: `ExitCode` 65 at the end when there was a bad line, `CommandError` for input or output
  ///   that fails.
  func run() throws {
    var input = LineReader()
    var cases = CaseConversations(assistant)
    var output = StandardOutput()
    var number = 0
    var status = ExitStatus.answered
    while let line = try input.next() {
      number += 1
      switch line {
      case .tooLong:
        let error = CommandError.lineTooLong(.line(number))
        try output.write(complaint(id: nil, line: number, message: error.description))
        status = .malformedInput
      case .bytes(let bytes):
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 9 }) { continue }
        let answer: String
        do throws(AskRequestError) {
          answer = try reply(to: bytes, &cases)
        } catch {
          answer = complaint(id: error.id, line: number, message: error.description)
          status = .malformedInput
        }
        try output.write(answer)
      }
      if !input.hasLine { try output.flush() }
    }
    try output.flush()
    try status.end()
  }

  private func reply(
    to line: [UInt8],
    _ cases: inout CaseConversations
  ) throws(AskRequestError) -> String {
    let request = try AskRequest(line: line)
    let question = request.question
    // A protocol without decisions has no cases; a fact that cannot be is answered as a question.
    let ofCase = request.conversation.flatMap { try? cases.reply(to: question, in: $0) }
    var reply = ofCase ?? assistant.answer(question, limit: limit)
    reply.id = request.id
    return "\(reply.json)\n"
  }

  /// What stands in the place of the reply to a bad line.
  private func complaint(id: String?, line: Int, message: String) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.key("id")
      if let id { $0.string(id) } else { $0.null() }
      $0.key("error")
      $0.object {
        $0.key("line")
        $0.number(line)
        $0.key("message")
        $0.string(message)
      }
    }
    return "\(writer.text)\n"
  }
}
