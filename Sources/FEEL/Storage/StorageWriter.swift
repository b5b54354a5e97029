/// Writes compiled expressions and what is made of them as bytes; numbers are little-endian.
package struct StorageWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func append(_ value: UInt8) { bytes.append(value) }

  package mutating func append(_ value: Bool) { bytes.append(value ? 1 : 0) }

  package mutating func append(_ value: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  package mutating func append(_ value: Int32) {
    let bits = UInt32(bitPattern: value)
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
  }

  package mutating func append(count: Int) { append(Int32(truncatingIfNeeded: count)) }

  package mutating func append(_ text: String) {
    append(count: text.utf8.count)
    bytes += text.utf8
  }

  /// The number of elements, then each of them.
  package mutating func append<Element>(
    _ elements: [Element],
    _ write: (inout StorageWriter, Element) throws(StorageError) -> Void
  ) throws(StorageError) {
    append(count: elements.count)
    for element in elements { try write(&self, element) }
  }

  /// Whether there is a value, then the value.
  package mutating func append<Wrapped>(
    _ value: Wrapped?,
    _ write: (inout StorageWriter, Wrapped) throws(StorageError) -> Void
  ) throws(StorageError) {
    append(value != nil)
    if let value { try write(&self, value) }
  }

  package mutating func append(_ texts: [String]) {
    append(count: texts.count)
    for text in texts { append(text) }
  }

  /// The number of bytes, then what another writer wrote.
  package mutating func append(block: StorageWriter) {
    append(count: block.bytes.count)
    bytes += block.bytes
  }
}
