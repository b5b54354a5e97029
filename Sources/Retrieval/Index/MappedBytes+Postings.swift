/// The memory that a search writes to: postings of one block for each term, the scores of a window
/// of documents, and the documents that may be among the best.
///
/// With the map and the reads this is all unsafe code of the index: each place that is written to is
/// cut to the size of its memory, so that no damaged number leads outside.
@safe
final class ScoreBoard {
  /// Documents of a window.
  static let window = 1 << 16
  /// The most documents that a window notes one by one.
  static let mostNoted = 1 << 12

  private let scores: UnsafeMutablePointer<Int16>
  private let noted: UnsafeMutablePointer<UInt16>
  private let candidates: UnsafeMutablePointer<UInt16>
  private let gains: UnsafeMutablePointer<Int16>
  private var documents: UnsafeMutablePointer<UInt32>
  private var frequencies: UnsafeMutablePointer<UInt8>
  private var termCapacity = 16
  private(set) var notedCount = 0
  /// Documents that `collect` found.
  private(set) var candidateCount = 0

  init() {
    unsafe scores = Self.zeros(Self.window)
    unsafe noted = Self.zeros(Self.mostNoted)
    unsafe candidates = Self.zeros(Self.window)
    unsafe gains = Self.zeros(16)
    unsafe documents = Self.zeros(termCapacity * PostingEncoder.blockSize)
    unsafe frequencies = Self.zeros(termCapacity * PostingEncoder.blockSize)
  }

  deinit {
    unsafe scores.deallocate()
    unsafe noted.deallocate()
    unsafe candidates.deallocate()
    unsafe gains.deallocate()
    unsafe documents.deallocate()
    unsafe frequencies.deallocate()
  }

  private static func zeros<T: FixedWidthInteger>(_ count: Int) -> UnsafeMutablePointer<T> {
    let memory = UnsafeMutablePointer<T>.allocate(capacity: count)
    unsafe memory.initialize(repeating: 0, count: count)
    return unsafe memory
  }

  /// Has room for the postings of so many terms.
  func reserve(terms: Int) {
    guard terms > termCapacity else { return }
    termCapacity = terms
    unsafe documents.deallocate()
    unsafe frequencies.deallocate()
    unsafe documents = Self.zeros(terms * PostingEncoder.blockSize)
    unsafe frequencies = Self.zeros(terms * PostingEncoder.blockSize)
  }

  // MARK: Postings

  /// A document of the block of a term.
  @inline(__always)
  func document(_ place: Int) -> UInt32 {
    precondition(place < termCapacity * PostingEncoder.blockSize)
    return unsafe documents[place]
  }

  /// How often the document at a place holds the term.
  @inline(__always)
  func frequency(_ place: Int) -> UInt8 {
    precondition(place < termCapacity * PostingEncoder.blockSize)
    return unsafe frequencies[place]
  }

  /// Puts one posting at a place.
  func put(_ document: UInt32, _ frequency: UInt8, at place: Int) {
    precondition(place < termCapacity * PostingEncoder.blockSize)
    unsafe documents[place] = document
    unsafe frequencies[place] = frequency
  }

  /// Unpacks a block into the places of a term.
  func unpack(_ block: PackedBlock, from bytes: MappedBytes, to start: Int) throws(IndexError) {
    precondition(start + PostingEncoder.blockSize <= termCapacity * PostingEncoder.blockSize)
    try bytes.check(block.offset, block.packedSize + 8)
    let packed = unsafe bytes.base + block.offset
    let codeMask = UInt64(1) << block.codeBits &- 1
    var document = block.previous
    var bit = 0
    for index in start..<(start + block.count) {
      let value =
        unsafe packed.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
        &>> UInt64(bit & 7) & block.mask
      bit &+= block.bits
      document = document &+ UInt32(truncatingIfNeeded: value &>> block.codeBits) &+ 1
      unsafe documents[index] = document
      unsafe frequencies[index] = UInt8(truncatingIfNeeded: (value & codeMask) &+ 1)
    }
    guard block.hasExceptions else { return }
    try bytes.forEachException(of: block) { place, frequency in
      unsafe frequencies[start + place] = frequency
    }
  }

  // MARK: Scores

  /// What a posting gives by its frequency less one, in the class of the blocks that are added next.
  func setGains(_ values: SIMD16<Int16>) {
    for lane in 0..<16 { unsafe gains[lane] = values[lane] }
  }

  /// Adds the gains of a block, all of whose documents are of one class and in the window.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - bytes: Where it lies.
  ///   - base: The first document of the window.
  ///   - isNoting: Whether documents that had no score are noted.
  ///   - gain: For frequencies above 16.
  func add(
    _ block: PackedBlock,
    from bytes: MappedBytes,
    base: UInt32,
    isNoting: Bool,
    gain: TermGain
  ) throws(IndexError) {
    if block.hasExceptions {
      try unpackAndAdd(block, bytes, base, isNoting, gain)
    } else if isNoting {
      try addNoting(block, bytes, base)
    } else {
      try addAll(block, bytes, base)
    }
  }

  private func addAll(
    _ block: PackedBlock,
    _ bytes: MappedBytes,
    _ base: UInt32
  ) throws(IndexError) {
    try bytes.check(block.offset, block.packedSize + 8)
    let packed = unsafe bytes.base + block.offset
    let scores = unsafe scores
    let gains = unsafe gains
    let mask = block.mask
    let bits = block.bits
    let codeBits = block.codeBits
    var place = block.previous &- base
    var bit = 0
    if codeBits == 0 {
      let gain = unsafe gains[0]
      for _ in 0..<block.count {
        let value =
          unsafe packed.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
          &>> UInt64(bit & 7) & mask
        bit &+= bits
        place = place &+ UInt32(truncatingIfNeeded: value) &+ 1
        unsafe scores[Int(place & 0xFFFF)] &+= gain
      }
    } else {
      let codeMask = UInt64(1) &<< codeBits &- 1
      for _ in 0..<block.count {
        let value =
          unsafe packed.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
          &>> UInt64(bit & 7) & mask
        bit &+= bits
        place = place &+ UInt32(truncatingIfNeeded: value &>> codeBits) &+ 1
        unsafe scores[Int(place & 0xFFFF)] &+= gains[Int(truncatingIfNeeded: value & codeMask)]
      }
    }
  }

  private func addNoting(
    _ block: PackedBlock,
    _ bytes: MappedBytes,
    _ base: UInt32
  ) throws(IndexError) {
    try bytes.check(block.offset, block.packedSize + 8)
    guard notedCount + block.count <= Self.mostNoted else { throw .damaged }
    let packed = unsafe bytes.base + block.offset
    let scores = unsafe scores
    let gains = unsafe gains
    let noted = unsafe noted
    let codeBits = block.codeBits
    let codeMask = UInt64(1) &<< codeBits &- 1
    var place = block.previous &- base
    var bit = 0
    var count = notedCount
    for _ in 0..<block.count {
      let value =
        unsafe packed.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
        &>> UInt64(bit & 7) & block.mask
      bit &+= block.bits
      place = place &+ UInt32(truncatingIfNeeded: value &>> codeBits) &+ 1
      let index = Int(place & 0xFFFF)
      let score = unsafe scores[index]
      unsafe noted[count] = UInt16(truncatingIfNeeded: place)
      if score == 0 { count &+= 1 }
      unsafe scores[index] = score &+ gains[Int(truncatingIfNeeded: value & codeMask)]
    }
    notedCount = count
  }

  /// A block with frequencies behind it: unpacked into the last places, then added.
  private func unpackAndAdd(
    _ block: PackedBlock,
    _ bytes: MappedBytes,
    _ base: UInt32,
    _ isNoting: Bool,
    _ gain: TermGain
  ) throws(IndexError) {
    let start = (termCapacity - 1) * PostingEncoder.blockSize
    try unpack(block, from: bytes, to: start)
    if isNoting, notedCount + block.count > Self.mostNoted { throw .damaged }
    for index in start..<(start + block.count) {
      let frequency = Int(unsafe frequencies[index])
      let value = frequency <= 16 ? unsafe gains[max(frequency, 1) - 1] : gain.of(frequency)
      addChecked(unsafe documents[index] &- base, value, isNoting)
    }
  }

  /// Adds a gain to one document of the window.
  @inline(__always)
  func add(_ place: UInt32, _ gain: Int16, isNoting: Bool) throws(IndexError) {
    if isNoting, notedCount >= Self.mostNoted { throw .damaged }
    addChecked(place, gain, isNoting)
  }

  @inline(__always)
  private func addChecked(_ place: UInt32, _ gain: Int16, _ isNoting: Bool) {
    let index = Int(place & 0xFFFF)
    let score = unsafe scores[index]
    unsafe scores[index] = score &+ gain
    if isNoting, score == 0 {
      unsafe noted[notedCount] = UInt16(truncatingIfNeeded: place)
      notedCount &+= 1
    }
  }

  // MARK: Candidates

  /// A document that may be among the best, by its place in the window.
  func candidate(_ index: Int) -> UInt32 {
    precondition(index < Self.window)
    return UInt32(unsafe candidates[index])
  }

  /// The score of a document of the window.
  @inline(__always)
  func score(_ place: UInt32) -> Int { Int(unsafe scores[Int(place & 0xFFFF)]) }

  /// Finds the noted documents with a score above a limit.
  func collectNoted(above limit: Int) {
    var count = 0
    for index in 0..<notedCount {
      let place = unsafe noted[index]
      unsafe candidates[count] = place
      if Int(unsafe scores[Int(place)]) > limit { count &+= 1 }
    }
    candidateCount = count
  }

  /// Finds the documents of the first `count` of the window with a score above a limit.
  func collect(above limit: Int, count: Int) {
    let lanes = UnsafeMutableRawPointer(unsafe scores)
    let threshold = SIMD8<Int16>(repeating: Int16(clamping: limit))
    var found = 0
    var start = 0
    while start < min(count, Self.window) {
      let a = unsafe lanes.load(fromByteOffset: 2 * start, as: SIMD8<Int16>.self)
      let b = unsafe lanes.load(fromByteOffset: 2 * start + 16, as: SIMD8<Int16>.self)
      let c = unsafe lanes.load(fromByteOffset: 2 * start + 32, as: SIMD8<Int16>.self)
      let d = unsafe lanes.load(fromByteOffset: 2 * start + 48, as: SIMD8<Int16>.self)
      let most = pointwiseMax(pointwiseMax(a, b), pointwiseMax(c, d))
      if any(most .> threshold) {
        for index in start..<(start + 32) where Int(unsafe scores[index]) > limit {
          unsafe candidates[found] = UInt16(truncatingIfNeeded: index)
          found &+= 1
        }
      }
      start &+= 32
    }
    candidateCount = found
  }

  /// Keeps the candidates with a score above a limit.
  func filterCandidates(above limit: Int) {
    var count = 0
    for index in 0..<candidateCount {
      let place = unsafe candidates[index]
      unsafe candidates[count] = place
      if Int(unsafe scores[Int(place)]) > limit { count &+= 1 }
    }
    candidateCount = count
  }

  /// Orders the candidates by their documents.
  func sortCandidates() {
    guard candidateCount > 1 else { return }
    var places = unsafe UnsafeMutableBufferPointer(start: candidates, count: candidateCount)
    unsafe places.sort()
  }

  /// Takes all scores back, of the noted documents or of the first `count`.
  func clear(onlyNoted: Bool, count: Int) {
    if onlyNoted {
      for index in 0..<notedCount { unsafe scores[Int(noted[index])] = 0 }
    } else {
      unsafe scores.update(repeating: 0, count: min(count, Self.window))
    }
    notedCount = 0
    candidateCount = 0
  }
}

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
    try check(offset, 2 * count)
    for _ in 0..<count {
      let place = unsafe base.load(fromByteOffset: offset, as: UInt8.self)
      let frequency = unsafe base.load(fromByteOffset: offset + 1, as: UInt8.self)
      guard Int(place) < block.count, frequency > 0 else { throw .damaged }
      body(Int(place), frequency)
      offset += 2
    }
  }
}
