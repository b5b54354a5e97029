/// Reads what `StorageWriter` wrote; every read is checked, so that damaged bytes are an error.
package struct StorageReader {
  private let bytes: [UInt8]
  /// Where the next read begins.
  package private(set) var offset: Int
  private let end: Int
  private var depth = 0

  /// No expression is nested more deeply, so that no bytes exhaust the stack.
  private static let maximumDepth = Evaluation.maximumDepth

  /// Begins to read at an offset, up to another.
  package init(_ bytes: [UInt8], from offset: Int, to end: Int) {
    self.bytes = bytes
    self.offset = offset
    self.end = min(end, bytes.count)
  }

  /// Whether all was read.
  package var isAtEnd: Bool { offset == end }

  /// The error that what stands at the offset makes no sense.
  package var damage: StorageError { .damaged(offset: offset) }

  private mutating func take(_ count: Int) throws(StorageError) -> Int {
    guard count >= 0, count <= end - offset else { throw .truncated(offset: offset) }
    defer { offset += count }
    return offset
  }

  package mutating func byte() throws(StorageError) -> UInt8 { bytes[try take(1)] }

  package mutating func bool() throws(StorageError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw damage
    }
  }

  package mutating func uint64() throws(StorageError) -> UInt64 {
    let start = try take(8)
    return Self.word(bytes[...], at: start)
  }

  package mutating func int32() throws(StorageError) -> Int32 {
    let start = try take(4)
    let low = UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8
    return Int32(bitPattern: low | UInt32(bytes[start + 2]) << 16 | UInt32(bytes[start + 3]) << 24)
  }

  /// How many elements follow, each of one byte at least.
  package mutating func count() throws(StorageError) -> Int {
    let count = Int(try int32())
    guard count >= 0, count <= end - offset else { throw damage }
    return count
  }

  package mutating func text() throws(StorageError) -> String {
    let count = try count()
    let start = try take(count)
    return String(decoding: bytes[start..<(start + count)], as: UTF8.self)
  }

  package mutating func texts() throws(StorageError) -> [String] {
    var texts: [String] = []
    let count = try count()
    texts.reserveCapacity(count)
    for _ in 0..<count { texts.append(try text()) }
    return texts
  }

  package mutating func elements<Element>(
    _ read: (inout StorageReader) throws(StorageError) -> Element
  ) throws(StorageError) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<(try count()) { elements.append(try read(&self)) }
    return elements
  }

  package mutating func optional<Wrapped>(
    _ read: (inout StorageReader) throws(StorageError) -> Wrapped
  ) throws(StorageError) -> Wrapped? {
    try bool() ? try read(&self) : nil
  }

  /// Reads something that can hold others of its kind.
  package mutating func nested<Element>(
    _ read: (inout StorageReader) throws(StorageError) -> Element
  ) throws(StorageError) -> Element {
    guard depth < Self.maximumDepth else { throw damage }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  /// A sum over bytes that changes with each of them and with their order.
  package static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var sum = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var at = bytes.startIndex
    while at + 8 <= bytes.endIndex {
      sum = mixed(sum, word(bytes, at: at))
      at += 8
    }
    while at < bytes.endIndex {
      sum = mixed(sum, UInt64(bytes[at]))
      at += 1
    }
    return sum ^ (sum >> 29)
  }

  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0xD6E8_FEB8_6659_FD93
    return (product << 31 | product >> 33) &+ 0x9FB2_1C65_1E98_DF25
  }

  private static func word(_ bytes: ArraySlice<UInt8>, at start: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<8 { word |= UInt64(bytes[start + place]) << UInt64(8 * place) }
    return word
  }
}
