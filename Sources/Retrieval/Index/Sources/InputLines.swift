/// The lines of a file, read in large pieces.
struct InputLines: ~Copyable {
  private let descriptor: FileDescriptor
  private let path: String
  private let meter: ProgressMeter?
  private var buffer = [UInt8](repeating: 0, count: 1 << 20)
  private var filled = 0
  private var start = 0
  private var isBegun = false
  private var atEnd = false
  /// Lines that were read.
  private(set) var number = 0

  /// The most bytes of a line, so that no input exhausts the memory.
  static let longestLine = 1 << 26
  /// A mark that some programs put in front of UTF-8.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Opens a file; `-` is standard input.
  ///
  /// A byte order mark in front is passed over. What is read is counted by the meter.
  init(path: String, meter: ProgressMeter? = nil) throws(SourceError) {
    descriptor = try SourceError.reading(path) { () throws(SystemError) in
      path == "-" ? .standardInput : try FileDescriptor(path, for: .reading)
    }
    self.path = path
    self.meter = meter
  }

  /// What the file begins with, as far as it has been read.
  mutating func beginning() throws(SourceError) -> ArraySlice<UInt8> {
    if !isBegun { try fill() }
    return buffer[start..<filled]
  }

  /// The whole of what is left, at most `limit` bytes.
  mutating func rest(limit: Int) throws(SourceError) -> [UInt8] {
    while !atEnd {
      guard filled - start <= limit else { throw .unexpected(path: path, line: 1, .fileTooLong) }
      try fill()
    }
    let bytes = Array(buffer[start..<filled])
    start = filled
    return bytes
  }

  /// Copies the next line without its end; false at the end of the file.
  mutating func next(into line: inout [UInt8]) throws(SourceError) -> Bool {
    var copy = line
    copy.removeAll(keepingCapacity: true)
    let found: Void? = try withNext { bytes, range throws(SourceError) in
      for index in range { copy.append(bytes[index]) }
    }
    if copy.last == 13 { copy.removeLast() }
    line = copy
    return found != nil
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
        number += 1
        return try body(buffer.span, range)
      }
      if atEnd {
        guard start < filled else { return nil }
        let range = start..<filled
        start = filled
        number += 1
        return try body(buffer.span, range)
      }
      searched = filled - start
      guard searched <= Self.longestLine else {
        throw .unexpected(path: path, line: number + 1, .lineTooLong)
      }
      try fill()
    }
  }

  private func lineEnd(from place: Int) -> Int? {
    buffer.firstPlace(of: 10, in: place..<filled)
  }

  /// Moves what is unread to the front and reads more behind it; first passes over the mark in front.
  private mutating func fill() throws(SourceError) {
    try readMore()
    if isBegun { return }
    isBegun = true
    while filled < Self.byteOrderMark.count, !atEnd { try readMore() }
    if buffer[..<filled].starts(with: Self.byteOrderMark) { start = Self.byteOrderMark.count }
  }

  private mutating func readMore() throws(SourceError) {
    if start > 0 {
      buffer.replaceSubrange(0..<(filled - start), with: buffer[start..<filled])
      filled -= start
      start = 0
    }
    if filled == buffer.count {
      buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count))
    }
    let count = try SourceError.reading(path) { () throws(SystemError) in
      try descriptor.read(into: &buffer, from: filled)
    }
    filled += count
    meter?.read(count)
    atEnd = count == 0
  }
}
