/// Where a block of postings lies, and how it is packed.
struct PackedBlock {
  var offset: Int
  var count: Int
  /// Bits of a gap and of a frequency code.
  var bits: Int
  var codeBits: UInt64
  var hasExceptions: Bool
  /// The document before the first.
  var previous: UInt32

  @inline(__always)
  init(offset: Int, count: Int, width: UInt8, previous: UInt32) {
    self.offset = offset
    self.count = count
    codeBits = UInt64(width &>> 5 & 3)
    bits = Int(width & 31) &+ Int(codeBits)
    hasExceptions = width & PostingEncoder.exceptionFlag != 0
    self.previous = previous
  }

  var codeMask: UInt64 { UInt64(1) &<< codeBits &- 1 }
  var mask: UInt64 { UInt64(1) &<< UInt64(bits) &- 1 }
  var packedSize: Int { (count * bits + 7) / 8 }
}

extension MappedBytes {
  /// Calls `body` with the place and the frequency of each posting that is not packed whole.
  func forEachException(
    of block: PackedBlock,
    _ body: (_ place: Int, _ frequency: UInt8) -> Void
  ) throws(IndexError) {
    var offset = block.offset + block.packedSize
    let count = Int(try uint8(offset))
    offset += 1
    for _ in 0..<count {
      let place = try uint8(offset)
      let frequency = try uint8(offset + 1)
      guard Int(place) < block.count, frequency > 0 else { throw .damaged }
      body(Int(place), frequency)
      offset += 2
    }
  }
}
