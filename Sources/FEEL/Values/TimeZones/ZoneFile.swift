internal import Glibc

/// Reads compiled zones (TZif, RFC 8536).
enum ZoneFile {
  /// The history in the bytes of a file; nil when they are not well formed.
  ///
  /// From version 2 on the second block counts, which has 64 bits for an instant and the rule for later
  /// years. Files that count leap seconds are refused.
  static func history(in bytes: [UInt8]) -> ZoneHistory? {
    var reader = ByteReader(bytes)
    guard let first = Header(from: &reader) else { return nil }
    guard first.version >= 2 else { return history(from: &reader, first, widthOfInstant: 4) }
    guard reader.skip(first.sizeOfBlock(widthOfInstant: 4)), let second = Header(from: &reader)
    else { return nil }
    return history(from: &reader, second, widthOfInstant: 8)
  }

  private static func history(
    from reader: inout ByteReader,
    _ header: Header,
    widthOfInstant width: Int
  ) -> ZoneHistory? {
    guard header.leapSecondCount == 0, header.typeCount > 0,
      reader.has(header.sizeOfBlock(widthOfInstant: width)),
      let instants = reader.integers(header.changeCount, width: width),
      let types = reader.integers(header.changeCount, width: 1),
      let offsets = offsets(from: &reader, header),
      types.allSatisfy({ offsets.indices.contains($0 & 0xFF) }),
      reader.skip(header.sizeBehindTypes)
    else { return nil }
    let changes = zip(instants, types).map { instant, type in
      ZoneHistory.Change(instant: instant, offset: offsets[type & 0xFF])
    }
    guard width == 8 else {
      return ZoneHistory(initialOffset: offsets[0], changes: changes, rule: nil)
    }
    guard let footer = reader.footer() else { return nil }
    let rule = footer.isEmpty ? nil : ZoneRule(footer)
    guard footer.isEmpty || rule != nil else { return nil }
    return ZoneHistory(initialOffset: offsets[0], changes: changes, rule: rule)
  }

  /// The offsets of the types of local time, each of four bytes with two more that are not needed.
  private static func offsets(from reader: inout ByteReader, _ header: Header) -> [Int]? {
    var offsets: [Int] = []
    for _ in 0..<header.typeCount {
      guard let offset = reader.integer(width: 4), reader.skip(2) else { return nil }
      offsets.append(offset)
    }
    return offsets
  }

  /// The 44 bytes at the start of a block.
  private struct Header {
    let version: Int
    let changeCount: Int
    let typeCount: Int
    let leapSecondCount: Int
    private let nameSize: Int
    private let indicatorCount: Int

    init?(from reader: inout ByteReader) {
      guard reader.eat(Array("TZif".utf8)), let digit = reader.integer(width: 1),
        reader.skip(15), let counts = reader.integers(6, width: 4),
        counts.allSatisfy({ (0..<1_000_000).contains($0) })
      else { return nil }
      // The version is a digit in ASCII, or zero for the first.
      version = digit == 0 ? 1 : digit - 0x30
      guard version >= 1 else { return nil }
      indicatorCount = counts[0] + counts[1]
      leapSecondCount = counts[2]
      changeCount = counts[3]
      typeCount = counts[4]
      nameSize = counts[5]
    }

    func sizeOfBlock(widthOfInstant width: Int) -> Int {
      changeCount * (width + 1) + typeCount * 6 + nameSize + leapSecondCount * (width + 4)
        + indicatorCount
    }

    /// The bytes behind the types of local time in a block without leap seconds.
    var sizeBehindTypes: Int { nameSize + indicatorCount }
  }

  /// The bytes of a file of at most 256 KiB; nil when it cannot be read.
  static func bytes(ofFileAt path: String) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while bytes.count <= 262_144 {
      let count = unsafe read(file, &chunk, chunk.count)
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += chunk[..<count]
    }
    return nil
  }
}

/// Reads big-endian numbers from bytes, front to back; nothing is read beyond the end.
private struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func has(_ count: Int) -> Bool { count <= bytes.count - position }

  mutating func skip(_ count: Int) -> Bool {
    guard has(count) else { return false }
    position += count
    return true
  }

  mutating func eat(_ expected: [UInt8]) -> Bool {
    bytes[position...].starts(with: expected) && skip(expected.count)
  }

  /// A signed number of 1 to 8 bytes.
  mutating func integer(width: Int) -> Int? {
    guard has(width), let first = bytes[position...].first else { return nil }
    let sign = Int(Int8(bitPattern: first)) >> 7
    let value = bytes[position..<position + width].reduce(sign) { $0 << 8 | Int($1) }
    position += width
    return value
  }

  mutating func integers(_ count: Int, width: Int) -> [Int]? {
    guard has(count * width) else { return nil }
    return (0..<count).compactMap { _ in integer(width: width) }
  }

  /// The text between two line feeds; nil when it is not there.
  mutating func footer() -> String? {
    guard eat([0x0A]), let end = bytes[position...].firstIndex(of: 0x0A) else { return nil }
    defer { position = end + 1 }
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }
}
