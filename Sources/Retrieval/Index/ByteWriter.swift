/// Builds a little-endian binary file in memory.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func append(_ value: UInt8) { bytes.append(value) }

  package mutating func append(_ value: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
    }
  }

  package mutating func append(_ value: UInt64) {
    append(UInt32(truncatingIfNeeded: value))
    append(UInt32(truncatingIfNeeded: value >> 32))
  }

  package mutating func append(_ value: Float) { append(value.bitPattern) }

  package mutating func append(count: Int) { append(UInt32(clamping: count)) }

  /// A text behind its length in bytes.
  package mutating func append(_ text: String) {
    append(count: text.utf8.count)
    bytes += Array(text.utf8)
  }

  package mutating func append(_ texts: [String]) {
    append(count: texts.count)
    for text in texts { append(text) }
  }

  package mutating func append(raw content: [UInt8]) { bytes += content }

  /// An unsigned number in groups of seven bits, the lowest first, the last without its top bit.
  package mutating func append(variable value: Int) {
    var rest = UInt64(value)
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes over a place that was reserved before.
  package mutating func patch(_ value: UInt32, at offset: Int) {
    for index in 0..<4 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt32(8 * index))
    }
  }
}
