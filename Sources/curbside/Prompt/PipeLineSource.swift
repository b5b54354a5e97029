/// The lines of standard input when it is no terminal.
struct PipeLineSource: LineSource {
  private var reader = LineReader()

  /// Whether the next line can be had without waiting for more input.
  var hasLine: Bool { reader.hasLine }

  mutating func next() throws(CommandError) -> Line {
    guard let line = try reader.next() else { return .end }
    switch line {
    case .tooLong: return .unusable(.tooLong)
    case .bytes(let bytes):
      guard let text = String(validating: bytes, as: UTF8.self) else { return .unusable(.notUTF8) }
      return .text(text)
    }
  }
}
