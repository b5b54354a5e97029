/// Identifiers, kept as hashes of 128 bits, of which no two of all that an index can number are
/// expected to meet.
struct IdentifierSet {
  private struct Mark: Equatable {
    var first: UInt64 = 0
    var second: UInt64 = 0

    init() {}

    init(_ identifier: [UInt8]) {
      // FNV-1a, and the same with another prime and start.
      first = 0xCBF2_9CE4_8422_2325
      second = 0x9E37_79B9_7F4A_7C15
      for byte in identifier {
        first = (first ^ UInt64(byte)) &* 0x100_0000_01B3
        second = (second ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
        second ^= second >> 32
      }
      // Nothing but zeros is a free slot.
      if self == Mark() { first = 1 }
    }
  }

  /// A table with open addressing.
  private var slots = [Mark](repeating: Mark(), count: 1 << 10)
  /// Identifiers.
  private(set) var count = 0

  /// No identifiers.
  init() {}

  /// Takes some identifiers.
  init(_ identifiers: some Sequence<[UInt8]>) {
    for identifier in identifiers { insert(identifier) }
  }

  /// Bytes of the table.
  var size: Int { slots.count * MemoryLayout<Mark>.stride }

  /// Whether an identifier is there.
  func contains(_ identifier: [UInt8]) -> Bool {
    slots[place(of: Mark(identifier))] != Mark()
  }

  /// False when the identifier was there.
  @discardableResult
  mutating func insert(_ identifier: [UInt8]) -> Bool {
    let mark = Mark(identifier)
    let place = place(of: mark)
    guard slots[place] == Mark() else { return false }
    slots[place] = mark
    count += 1
    // Three quarters full.
    if 4 * count > 3 * slots.count { grow() }
    return true
  }

  private func place(of mark: Mark) -> Int {
    var place = Int(truncatingIfNeeded: mark.first ^ mark.first >> 32) & (slots.count - 1)
    while slots[place] != Mark(), slots[place] != mark { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Mark](repeating: Mark(), count: 2 * old.count)
    for mark in old where mark != Mark() { slots[place(of: mark)] = mark }
  }
}
