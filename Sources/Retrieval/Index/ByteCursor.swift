/// Reads one value after another.
package struct ByteCursor {
  package let bytes: MappedBytes
  package var offset: Int

  package init(_ bytes: MappedBytes, at offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  package mutating func uint8() throws(IndexError) -> UInt8 {
    defer { offset += 1 }
    return try bytes.uint8(offset)
  }

  package mutating func count() throws(IndexError) -> Int {
    defer { offset += 4 }
    return try bytes.count(offset)
  }

  package mutating func uint64() throws(IndexError) -> UInt64 {
    defer { offset += 8 }
    return try bytes.uint64(offset)
  }

  package mutating func float() throws(IndexError) -> Float {
    defer { offset += 4 }
    return try bytes.float(offset)
  }

  package mutating func string() throws(IndexError) -> String {
    let length = try count()
    defer { offset += length }
    return try bytes.string(offset, count: length)
  }

  /// Passes over a string.
  package mutating func skipString() throws(IndexError) {
    let length = try count()
    offset += length
  }

  /// Bytes behind their number.
  package mutating func array() throws(IndexError) -> [UInt8] {
    let length = try count()
    defer { offset += length }
    return try bytes.array(offset, count: length)
  }

  package mutating func strings() throws(IndexError) -> [String] {
    let count = try count()
    var found: [String] = []
    found.reserveCapacity(min(count, 1 << 16))
    for _ in 0..<count { found.append(try string()) }
    return found
  }
}
