internal import Evidence
internal import Glibc

/// Standard input by lines of raw bytes.
struct LineReader {
  /// A line as it was found.
  enum Line: Equatable {
    /// Its bytes, without the line end.
    case bytes([UInt8])
    /// More than `longestLine` bytes; they were skipped.
    case tooLong
  }

  /// The most bytes that a line may have, so that no input exhausts the memory.
  static let longestLine = 1 << 24

  private var buffer: [UInt8] = []
  private var start = 0
  private var atEnd = false

  /// Whether the next line can be had without waiting for more input.
  var hasLine: Bool {
    atEnd || buffer[start...].contains(UInt8(ascii: "\n"))
  }

  /// The next line; `nil` at the end of the input.
  ///
  /// - Throws: `CommandError.unreadable`.
  mutating func next() throws(CommandError) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      let rest = buffer[start...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      if line.count + rest.count > Self.longestLine { isTooLong = true }
      if isTooLong {
        line = []
      } else {
        line += rest[..<(end ?? rest.endIndex)]
      }
      start = end.map { $0 + 1 } ?? buffer.endIndex
      if end != nil { break }
      if !atEnd { atEnd = try !fill() }
      if atEnd {
        if line.isEmpty, !isTooLong { return nil }
        break
      }
    }
    if isTooLong { return .tooLong }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return .bytes(line)
  }

  /// Reads another piece; false at the end of the input.
  private mutating func fill() throws(CommandError) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe piece.withUnsafeMutableBytes { bytes in
        unsafe read(STDIN_FILENO, bytes.baseAddress, bytes.count)
      }
      if count >= 0 {
        buffer = Array(piece[..<count])
        start = 0
        return count > 0
      }
      if errno != EINTR {
        throw .unreadable(FileError(path: "standard input", code: errno))
      }
    }
  }
}
