internal import Answering

/// Why a line of a batch got no reply.
struct BatchLineError: Error, Hashable {
  /// The line's id where it could be read.
  var id: String?
  /// One sentence with the remedy.
  var message: String
}

/// Answers the lines of standard input one after the other, holding one of them at a time.
struct LineBatch {
  /// Writes a reply or an error for each line that is not blank.
  ///
  /// - Parameter reply: What to write for a line, with its line end.
  /// - Throws: `ExitCode` 65 at the end when there was a bad line, `CommandError` for input or output
  ///   that fails.
  func run(_ reply: ([UInt8]) throws(BatchLineError) -> String) throws {
    var input = LineReader()
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
        do throws(BatchLineError) {
          answer = try reply(bytes)
        } catch {
          answer = complaint(id: error.id, line: number, message: error.message)
          status = .malformedInput
        }
        try output.write(answer)
      }
      if !input.hasLine { try output.flush() }
    }
    try output.flush()
    try status.end()
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
