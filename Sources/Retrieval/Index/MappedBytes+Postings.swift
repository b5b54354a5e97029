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
  private let places: UnsafeMutablePointer<UInt16>
  private let rows: UnsafeMutablePointer<Float>
  private let starts: UnsafeMutablePointer<UInt32>
  private let table: SaturationTable
  private var weight: Float = 0
  private var segment = -1
  private var documents: UnsafeMutablePointer<UInt32>
  private var frequencies: UnsafeMutablePointer<UInt8>
  private var termCapacity = 16
  private(set) var notedCount = 0
  /// Documents that `collect` found.
  private(set) var candidateCount = 0

  /// Takes the weights by class of length.
  init(_ table: SaturationTable) {
    self.table = table
    unsafe scores = Self.zeros(Self.window)
    unsafe noted = Self.zeros(Self.mostNoted)
    unsafe candidates = Self.zeros(Self.window + 1)
    unsafe gains = Self.zeros(8)
    unsafe places = Self.zeros(PostingEncoder.blockSize)
    unsafe rows = Self.zeros(8 * 256)
    unsafe starts = Self.zeros(257)
    for lengthClass in 0..<256 {
      for lane in 0..<8 {
        unsafe rows[8 * lengthClass + lane] = table.saturation(UInt8(lane + 1), lengthClass)
      }
    }
    unsafe documents = Self.zeros(termCapacity * PostingEncoder.blockSize)
    unsafe frequencies = Self.zeros(termCapacity * PostingEncoder.blockSize)
  }

  deinit {
    unsafe scores.deallocate()
    unsafe noted.deallocate()
    unsafe candidates.deallocate()
    unsafe gains.deallocate()
    unsafe places.deallocate()
    unsafe rows.deallocate()
    unsafe starts.deallocate()
    unsafe documents.deallocate()
    unsafe frequencies.deallocate()
  }

  private static func zeros<T: Numeric>(_ count: Int) -> UnsafeMutablePointer<T> {
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
    let codeMask = block.codeMask
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

  /// Takes the places where the classes of a segment begin.
  func select(segment: Int, classStarts: [UInt32]) {
    guard segment != self.segment else { return }
    self.segment = segment
    for lengthClass in 0..<256 { unsafe starts[lengthClass] = classStarts[lengthClass] }
    unsafe starts[256] = .max
    // Behind the last document there is no class to change to.
    var last = 255
    while last >= 0, classStarts[last + 1] == classStarts[256] {
      unsafe starts[last + 1] = .max
      last -= 1
    }
  }

  /// Chooses the term whose blocks are added next.
  func selectTerm(weight: Float, lengthClass: Int) {
    self.weight = weight
    setClass(lengthClass)
  }

  /// The class of the document that was added last.
  private(set) var lengthClass = 0

  @inline(__always)
  private func setClass(_ lengthClass: Int) {
    self.lengthClass = lengthClass & 255
    let row = unsafe rows + 8 * self.lengthClass
    for lane in 0..<8 { unsafe gains[lane] = SaturationTable.steps(weight, row[lane]) }
  }

  /// Moves to the class of a document of the window, and gives the place where it ends.
  @inline(never)
  private func moveClass(to place: UInt32, base: UInt32) -> UInt32 {
    var lengthClass = lengthClass
    let document = base &+ place
    while lengthClass < 255, unsafe starts[lengthClass + 1] <= document { lengthClass += 1 }
    setClass(lengthClass)
    return unsafe starts[lengthClass + 1] &- base
  }

  /// Adds what a term gives to the documents of a block, all of which lie in the window.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - bytes: Where it lies.
  ///   - base: The first document of the window.
  ///   - isNoting: Whether documents that had no score are noted.
  /// - Throws: `IndexError` when the block is damaged.
  func add(
    _ block: PackedBlock,
    from bytes: MappedBytes,
    base: UInt32,
    isNoting: Bool
  ) throws(IndexError) {
    try bytes.check(block.offset, block.packedSize + 8)
    if isNoting, notedCount + block.count > Self.mostNoted { throw .damaged }
    let first = lengthClass
    let packed = unsafe bytes.base + block.offset
    switch (isNoting, block.hasExceptions, block.codeBits > 0) {
    case (false, false, false): unsafe add(block, packed, base, false, false, false)
    case (false, false, true): unsafe add(block, packed, base, false, false, true)
    case (false, true, _): unsafe add(block, packed, base, false, true, true)
    case (true, _, _): unsafe add(block, packed, base, true, true, true)
    }
    if block.hasExceptions { try correct(block, bytes, base, from: first) }
  }

  @inline(__always)
  private func add(
    _ block: PackedBlock,
    _ packed: UnsafeRawPointer,
    _ base: UInt32,
    _ isNoting: Bool,
    _ keepsPlaces: Bool,
    _ hasCodes: Bool
  ) {
    let scores = unsafe scores
    let gains = unsafe gains
    let noted = unsafe noted
    let places = unsafe places
    let mask = block.mask
    let bits = block.bits
    let codeBits = block.codeBits
    let codeMask = UInt64(1) &<< codeBits &- 1
    var place = block.previous &- base
    var classEnd = unsafe starts[lengthClass + 1] &- base
    var gain = unsafe gains[0]
    var count = notedCount
    var bit = 0
    for index in 0..<block.count {
      let value =
        unsafe packed.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
        &>> UInt64(bit & 7) & mask
      bit &+= bits
      let gap = hasCodes ? value &>> codeBits : value
      place = place &+ UInt32(truncatingIfNeeded: gap) &+ 1
      if place >= classEnd {
        classEnd = moveClass(to: place, base: base)
        gain = unsafe gains[0]
      }
      if hasCodes { gain = unsafe gains[Int(truncatingIfNeeded: value & codeMask)] }
      let target = Int(place & 0xFFFF)
      let score = unsafe scores[target]
      unsafe scores[target] = score &+ gain
      if keepsPlaces { unsafe places[index] = UInt16(truncatingIfNeeded: place) }
      if isNoting {
        unsafe noted[count] = UInt16(truncatingIfNeeded: place)
        if score == 0 { count &+= 1 }
      }
    }
    if isNoting { notedCount = count }
  }

  /// Gives the documents whose frequency stands behind the block what is missing.
  private func correct(
    _ block: PackedBlock,
    _ bytes: MappedBytes,
    _ base: UInt32,
    from first: Int
  ) throws(IndexError) {
    let code = Int(UInt64(1) &<< block.codeBits &- 1)
    var lengthClass = first
    try bytes.forEachException(of: block) { index, frequency in
      let place = unsafe places[index]
      let document = base &+ UInt32(place)
      while lengthClass < 255, unsafe starts[lengthClass + 1] <= document { lengthClass += 1 }
      let given = SaturationTable.steps(weight, unsafe rows[8 * lengthClass + code])
      let due = unsafe SaturationTable.steps(weight, saturation(frequency, lengthClass))
      unsafe scores[Int(place)] &+= due &- given
    }
  }

  @inline(__always)
  private func saturation(_ frequency: UInt8, _ lengthClass: Int) -> Float {
    if frequency <= 8 { return unsafe rows[8 * lengthClass + Int(frequency) - 1] }
    return table.saturation(frequency, lengthClass)
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
    let scores = unsafe scores
    let candidates = unsafe candidates
    while start < min(count, Self.window) {
      let first = unsafe lanes.load(fromByteOffset: 2 * start, as: SIMD8<Int16>.self)
      let second = unsafe lanes.load(fromByteOffset: 2 * start + 16, as: SIMD8<Int16>.self)
      if any(Self.most(first, second) .> threshold) {
        // Without a branch for each document, as many of them would be foretold wrongly.
        for index in start..<(start + 16) {
          unsafe candidates[found] = UInt16(truncatingIfNeeded: index)
          found &+= Int(unsafe scores[index]) > limit ? 1 : 0
        }
      }
      start &+= 16
    }
    candidateCount = found
  }

  // The library's maximum is a call.
  @inline(__always)
  private static func most(_ first: SIMD8<Int16>, _ second: SIMD8<Int16>) -> SIMD8<Int16> {
    first.replacing(with: second, where: second .> first)
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
