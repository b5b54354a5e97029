internal import Glibc

/// The lines of a file, read in large pieces.
struct InputLines: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)
  private var filled = 0
  private var start = 0
  private var atEnd = false

  /// Opens a file; `-` is standard input.
  init(path: String) throws(SourceError) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// Calls `body` with the bytes and the range of the next line; nil at the end.
  mutating func withNext<R>(
    _ body: (Span<UInt8>, Range<Int>) throws(SourceError) -> R
  ) throws(SourceError) -> R? {
    var searched = start
    while true {
      if let end = lineEnd(from: searched) {
        let range = start..<end
        start = end + 1
        return try body(buffer.span, range)
      }
      if atEnd {
        guard start < filled else { return nil }
        let range = start..<filled
        start = filled
        return try body(buffer.span, range)
      }
      searched = filled - start
      try fill()
    }
  }

  private func lineEnd(from place: Int) -> Int? {
    guard place < filled else { return nil }
    return unsafe buffer.withUnsafeBytes { bytes in
      guard let base = unsafe bytes.baseAddress,
        let found = unsafe memchr(base + place, 10, filled - place)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// Moves what is unread to the front and reads more behind it.
  private mutating func fill() throws(SourceError) {
    if start > 0 {
      buffer.replaceSubrange(0..<(filled - start), with: buffer[start..<filled])
      filled -= start
      start = 0
    }
    if filled == buffer.count {
      buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count))
    }
    while true {
      let place = filled
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(descriptor, bytes.baseAddress.map { unsafe $0 + place }, bytes.count - place)
      }
      if count >= 0 {
        filled += count
        atEnd = count == 0
        return
      }
      if errno != EINTR { throw .unreadable(path: path, code: errno) }
    }
  }
}
