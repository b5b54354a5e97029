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

  /// Packed in more bits, a block is unpacked before its postings are used.
  static let addableBits = 16
  /// Whether `MappedBytes` can go through it eight by eight.
  var isAddable: Bool {
    bits <= Self.addableBits && bits > 0 && count == PostingEncoder.blockSize
  }

  var codeMask: UInt64 { UInt64(1) &<< codeBits &- 1 }
  var mask: UInt64 { UInt64(1) &<< UInt64(bits) &- 1 }
  var packedSize: Int { (count * bits + 7) / 8 }
}

/// How far the postings of a full block have been gone through.
struct BlockProgress {
  /// The next posting, a multiple of eight.
  var start = 0
  /// The last document.
  var document: UInt32
  /// The document before the last eight.
  var before: UInt32

  init(after previous: UInt32) {
    document = previous
    before = previous
  }

  var isAtEnd: Bool { start >= PostingEncoder.blockSize }
}

extension MappedBytes {
  /// How often a document of a block holds the term.
  ///
  /// - Parameters:
  ///   - place: The document's place in the block.
  ///   - value: Its packed number.
  ///   - block: The block.
  /// - Returns: At least 1.
  /// - Throws: `IndexError` when the block is damaged.
  func frequency(
    _ place: Int,
    packed value: UInt32,
    in block: PackedBlock
  ) throws(IndexError) -> UInt8 {
    let code = UInt64(value) & block.codeMask
    var frequency = UInt8(truncatingIfNeeded: code) + 1
    if block.hasExceptions, code == block.codeMask {
      try forEachException(of: block) { index, own in
        if index == place { frequency = own }
      }
    }
    return frequency
  }

  /// Calls `body` with the place and the frequency of each posting that is not packed whole.
  func forEachException(
    of block: PackedBlock,
    _ body: (_ place: Int, _ frequency: UInt8) -> Void
  ) throws(IndexError) {
    var offset = block.offset + block.packedSize
    let count = Int(try uint8(offset))
    offset += 1
    for _ in 0..<count {
      let exception = try uint16(offset)
      let place = Int(exception & 255)
      let frequency = UInt8(truncatingIfNeeded: exception &>> 8)
      guard place < block.count, frequency > 0 else { throw .damaged }
      body(place, frequency)
      offset += 2
    }
  }
}
