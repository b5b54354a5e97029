/// Packs the postings of one term: blocks of 128 with a table in front, then what is left.
///
/// `docs/index-format.md` describes the bytes.
struct PostingEncoder {
  /// Postings of a full block.
  static let blockSize = 128
  /// Bytes of a block's entry in the table.
  static let entrySize = 10
  /// The bit of a width that says that frequencies follow the packed numbers.
  static let exceptionFlag: UInt8 = 0x80

  private(set) var bytes: [UInt8] = []
  private var table: [UInt8] = []

  /// Packs the postings of the next term.
  ///
  /// - Parameters:
  ///   - documents: Ascending.
  ///   - frequencies: By the same index, 1 to 255.
  ///   - range: The term's part of both.
  mutating func encode(_ documents: [UInt32], _ frequencies: [UInt8], _ range: Range<Int>) {
    bytes.removeAll(keepingCapacity: true)
    table.removeAll(keepingCapacity: true)
    var previous: UInt32 = .max
    var start = range.lowerBound
    while range.upperBound - start >= Self.blockSize {
      let block = start..<(start + Self.blockSize)
      let width = pack(documents, frequencies, block, after: previous)
      previous = documents[block.upperBound - 1]
      appendEntry(previous, block.reduce(0) { max($0, frequencies[$1]) }, width)
      start = block.upperBound
    }
    if start < range.upperBound {
      let place = bytes.count
      bytes.append(0)
      bytes[place] = pack(documents, frequencies, start..<range.upperBound, after: previous)
    }
    if !table.isEmpty { bytes.insert(contentsOf: table, at: 0) }
  }

  private mutating func appendEntry(_ last: UInt32, _ maximum: UInt8, _ width: UInt8) {
    for value in [last, UInt32(bytes.count)] {
      for shift in [0, 8, 16, 24] as [UInt32] {
        table.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    table.append(maximum)
    table.append(width)
  }

  /// Packs a block and gives its width byte.
  private mutating func pack(
    _ documents: [UInt32],
    _ frequencies: [UInt8],
    _ range: Range<Int>,
    after previous: UInt32
  ) -> UInt8 {
    var last = previous
    var union: UInt32 = 0
    var above = SIMD4<Int>(repeating: 0)
    for index in range {
      union |= documents[index] &- last &- 1
      last = documents[index]
      let frequency = Int(frequencies[index])
      if frequency > 1 {
        above &+= SIMD4<Int>(repeating: 0).replacing(
          with: 1,
          where: SIMD4(repeating: frequency) .> SIMD4(1, 2, 4, 8)
        )
      }
    }
    let gapBits = 32 - union.leadingZeroBitCount
    let codeBits = Self.cheapest(above, count: range.count)
    let limit = UInt8(1) << UInt8(codeBits)
    last = previous
    var pending: UInt64 = 0
    var filled = 0
    for index in range {
      let code = UInt64(min(frequencies[index], limit) - 1)
      let gap = UInt64(documents[index] &- last &- 1)
      last = documents[index]
      pending |= (gap << UInt64(codeBits) | code) << UInt64(filled)
      filled += gapBits + codeBits
      while filled >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: pending))
        pending >>= 8
        filled -= 8
      }
    }
    if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: pending)) }
    let width = UInt8(gapBits | codeBits << 5)
    guard above[codeBits] > 0 else { return width }
    bytes.append(UInt8(above[codeBits]))
    for index in range where frequencies[index] > limit {
      bytes.append(UInt8(index - range.lowerBound))
      bytes.append(frequencies[index])
    }
    return width | Self.exceptionFlag
  }

  /// How many bits of a frequency take the least room, when the higher ones follow on their own.
  ///
  /// Those that follow count thrice, because they take time as well.
  private static func cheapest(_ above: SIMD4<Int>, count: Int) -> Int {
    var best = 0
    var least = Int.max
    for bits in 0..<4 {
      let size = count * bits + 48 * above[bits] + (above[bits] > 0 ? 8 : 0)
      if size < least {
        least = size
        best = bits
      }
    }
    return best
  }
}
