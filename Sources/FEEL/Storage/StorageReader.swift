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

  @usableFromInline
  package mutating func bool() throws(StorageError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw damage
    }
  }

  package mutating func uint64() throws(StorageError) -> UInt64 {
    let start = try take(8)
    return Self.word(bytes, at: start)
  }

  package mutating func int32() throws(StorageError) -> Int32 {
    let start = try take(4)
    let low = UInt32(bytes[start]) | UInt32(bytes[start + 1]) << 8
    return Int32(bitPattern: low | UInt32(bytes[start + 2]) << 16 | UInt32(bytes[start + 3]) << 24)
  }

  /// Numbers behind how many there are.
  package mutating func int32s() throws(StorageError) -> [Int32] {
    let count = try count()
    var at = try take(4 * count)
    var numbers: [Int32] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count {
      let low = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8
      numbers.append(
        Int32(bitPattern: low | UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24)
      )
      at += 4
    }
    return numbers
  }

  /// How many elements follow, each of one byte at least.
  @usableFromInline
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

  /// Passes over texts.
  package mutating func skipTexts() throws(StorageError) {
    for _ in 0..<(try count()) {
      let length = try count()
      _ = try take(length)
    }
  }

  /// A reader of a block, which is passed over.
  package mutating func block() throws(StorageError) -> StorageReader {
    let count = try count()
    let start = try take(count)
    return StorageReader(bytes, from: start, to: start + count)
  }

  /// Elements behind their number; specialized where it is used, as a start reads hundreds of them.
  @inlinable
  package mutating func elements<Element>(
    _ read: (inout StorageReader) throws(StorageError) -> Element
  ) throws(StorageError) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<(try count()) { elements.append(try read(&self)) }
    return elements
  }

  @inlinable
  package mutating func optional<Wrapped>(
    _ read: (inout StorageReader) throws(StorageError) -> Wrapped
  ) throws(StorageError) -> Wrapped? {
    try bool() ? try read(&self) : nil
  }

  /// Begins to read something that can hold others of its kind; `leave()` ends it.
  package mutating func enter() throws(StorageError) {
    guard depth < Self.maximumDepth else { throw damage }
    depth += 1
  }

  /// Ends what `enter()` began.
  package mutating func leave() { depth -= 1 }

  @inline(__always)
  private static func word(_ bytes: [UInt8], at start: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<8 { word |= UInt64(bytes[start + place]) << UInt64(8 * place) }
    return word
  }
}
