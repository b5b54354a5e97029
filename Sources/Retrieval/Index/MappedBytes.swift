internal import Glibc

/// Bytes that are read in place: a mapped file, or an array.
///
/// With the system's calls in `FileSystem.swift` this file is all unsafe code of the module: each read is
/// checked against the end, and each place that is written to is cut to its memory, so that no damaged
/// number leads outside.
// @unchecked Sendable: the memory is never written after the initialiser returns, and it lives as
// long as the object.
@safe
package final class MappedBytes: @unchecked Sendable {
  let base: UnsafeRawPointer
  package let count: Int
  /// How the mapped file was when it was opened; nil for other bytes.
  package let fileState: FileState?
  /// When its status was last changed, in seconds; nil for other bytes.
  package let fileChangeTime: Int?
  private let isMapped: Bool
  /// Whose memory this is, where it is a part of other bytes.
  private let owner: MappedBytes?

  /// Maps a file read-only; a page is read from it when it is first looked at.
  package init(path: String) throws(IndexError) {
    let descriptor = try IndexError.reading { () throws(SystemError) in
      try FileDescriptor(path, for: .reading)
    }
    let status = try IndexError.reading { () throws(SystemError) in try descriptor.status() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(code: EISDIR) }
    guard status.st_size > 0 else { throw .truncated(offset: 0) }
    unsafe base = try IndexError.reading { () throws(SystemError) in
      unsafe try descriptor.map(Int(status.st_size))
    }
    count = Int(status.st_size)
    var state = FileState()
    state.add(status)
    fileState = state
    fileChangeTime = status.st_ctim.tv_sec
    isMapped = true
    owner = nil
  }

  /// A part of other bytes, which live on with it.
  package init(_ owner: MappedBytes, _ range: Range<Int>) throws(IndexError) {
    try owner.check(range.lowerBound, range.count)
    unsafe base = owner.base + range.lowerBound
    count = range.count
    fileState = nil
    fileChangeTime = nil
    isMapped = false
    self.owner = owner
  }

  /// Copies an array.
  package init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
    unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
    unsafe base = UnsafeRawPointer(copy)
    count = bytes.count
    fileState = nil
    fileChangeTime = nil
    isMapped = false
    owner = nil
  }

  /// Gives the memory of pages that were looked at back; they are read again when needed.
  ///
  /// A walk from one end of a large file to the other calls it now and then.
  func release() {
    if isMapped { unsafe FileDescriptor.release(base, count) }
  }

  deinit {
    if owner != nil { return }
    if isMapped {
      unsafe FileDescriptor.unmap(base, count)
    } else {
      unsafe base.deallocate()
    }
  }
}

// MARK: - Reads

/// Bounds-checked little-endian reads.
extension MappedBytes {
  @inline(__always)
  func check(_ offset: Int, _ length: Int) throws(IndexError) {
    guard offset >= 0, length >= 0, offset <= count - length else {
      throw .truncated(offset: offset)
    }
  }

  package func uint8(_ offset: Int) throws(IndexError) -> UInt8 {
    try check(offset, 1)
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  func uint16(_ offset: Int) throws(IndexError) -> UInt16 {
    try check(offset, 2)
    return UInt16(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  package func uint32(_ offset: Int) throws(IndexError) -> UInt32 {
    try check(offset, 4)
    return UInt32(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  package func uint64(_ offset: Int) throws(IndexError) -> UInt64 {
    try check(offset, 8)
    return UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  package func string(_ offset: Int, count length: Int) throws(IndexError) -> String {
    try check(offset, length)
    let bytes = unsafe UnsafeRawBufferPointer(start: base + offset, count: length)
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  package func array(_ offset: Int, count length: Int) throws(IndexError) -> [UInt8] {
    try check(offset, length)
    return unsafe Array(UnsafeRawBufferPointer(start: base + offset, count: length))
  }

  /// Adds the bytes of a range to an array.
  func append(_ range: Range<Int>, to text: inout [UInt8]) throws(IndexError) {
    try check(range.lowerBound, range.count)
    unsafe text.append(
      contentsOf: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    )
  }

  /// Orders the bytes at a place, behind what is known to be common, against those of a text.
  ///
  /// - Parameters:
  ///   - offset: Where the bytes lie.
  ///   - length: How many.
  ///   - text: The other bytes.
  ///   - common: How many of the text's bytes are passed over; counts those that agree.
  /// - Returns: Negative, zero or positive.
  /// - Throws: `IndexError.truncated` when the bytes are not all there.
  @inline(__always)
  func compare(
    _ offset: Int,
    count length: Int,
    with text: ArraySlice<UInt8>,
    from common: inout Int
  ) throws(IndexError) -> Int {
    try check(offset, length)
    var at = 0
    while at < length, common < text.count {
      let own = unsafe base.load(fromByteOffset: offset + at, as: UInt8.self)
      let other = text[text.startIndex + common]
      if own != other { return own < other ? -1 : 1 }
      at += 1
      common += 1
    }
    return (length - at) - (text.count - common)
  }

  /// Orders the bytes at a place against a text's: negative, zero or positive.
  package func compare(
    _ offset: Int,
    count length: Int,
    with text: String
  ) throws(IndexError) -> Int {
    try check(offset, length)
    var at = 0
    for byte in text.utf8 {
      if at == length { return -1 }
      let own = unsafe base.load(fromByteOffset: offset + at, as: UInt8.self)
      if own != byte { return Int(own) - Int(byte) }
      at += 1
    }
    return length - at
  }

  /// A 64-bit checksum of a range: eight lanes of eight bytes each, summed up twice as Fletcher does
  /// (IEEE Transactions on Communications 30, 1982), then mixed.
  ///
  /// The first sum differs when one word does, the second when words changed places. Words are in the
  /// machine's byte order: what is summed never leaves its machine.
  ///
  /// - Complexity: O(n), less than a twentieth of a nanosecond for a byte.
  package func checksum(_ range: Range<Int>) throws(IndexError) -> UInt64 {
    try check(range.lowerBound, range.count)
    var sums = SIMD8<UInt64>()
    var sumsOfSums = SIMD8<UInt64>()
    var at = range.lowerBound
    while at + 64 <= range.upperBound {
      let words = unsafe base.loadUnaligned(fromByteOffset: at, as: SIMD8<UInt64>.self)
      sums &+= words
      sumsOfSums &+= sums
      at += 64
    }
    var state = UInt64(range.count) &* 0x9E37_79B9_7F4A_7C15
    for lane in 0..<8 {
      state = Self.mix(state, sums[lane])
      state = Self.mix(state, sumsOfSums[lane])
    }
    while at < range.upperBound {
      state = Self.mix(state, UInt64(unsafe base.load(fromByteOffset: at, as: UInt8.self)))
      at += 1
    }
    return state ^ (state >> 29)
  }

  @inline(__always)
  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
    return (product << 31 | product >> 33) &+ 0x9FB2_1C65_1E98_DF25
  }
}

extension MappedBytes {
  /// Unpacks the documents and the packed frequencies of a block.
  func unpack(
    _ block: PackedBlock,
    documents: borrowing WorkingMemory<7, UInt32>,
    frequencies: borrowing WorkingMemory<7, UInt8>
  ) throws(IndexError) {
    try check(block.offset, block.packedSize + 8)
    let packed = unsafe base + block.offset
    let (bits, mask) = (block.bits, block.mask)
    let (codeBits, codeMask) = (block.codeBits, block.codeMask)
    var document = block.previous
    var bit = 0
    // A block has no more, but so the compiler knows it as well.
    for place in 0..<min(block.count, PostingEncoder.blockSize) {
      let word = unsafe packed.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
      let value = word &>> UInt64(bit & 7) & mask
      document = document &+ UInt32(truncatingIfNeeded: value &>> codeBits) &+ 1
      documents[place] = document
      frequencies[place] = UInt8(truncatingIfNeeded: (value & codeMask) &+ 1)
      bit &+= bits
    }
  }

  // Eight packed numbers begin at a whole byte. Where their width is known when this is compiled, each
  // is one read, one shift and one mask.

  /// Adds what frequencies give to the scores of the documents of a full block, eight at a time, until
  /// a document is reached.
  ///
  /// - Parameters:
  ///   - block: Packed in `PackedBlock.addableBits` bits at most; else nothing is added.
  ///   - progress: How far it has come; moved on.
  ///   - end: The document.
  ///   - gains: By frequency; of those that follow a block the highest code's are added.
  ///   - scores: By the lowest bits of a document's number.
  ///   - places: Where these bits are kept, where frequencies follow the block.
  /// - Throws: `IndexError.truncated` when the block is not all there.
  func add(
    _ block: PackedBlock,
    _ progress: inout BlockProgress,
    until end: UInt32,
    gains: borrowing WorkingMemory<8, Int16>,
    to scores: borrowing WorkingMemory<16, Int16>,
    places: borrowing WorkingMemory<7, UInt16>
  ) throws(IndexError) {
    try check(block.offset, block.packedSize + 8)
    let sum = unsafe AddedPostings(
      block,
      from: base + block.offset,
      until: end,
      gains: gains.base + 1,
      scores: scores.base,
      places: places.base
    )
    switch block.bits {
    case 1: unsafe sum.add(1, &progress)
    case 2: unsafe sum.add(2, &progress)
    case 3: unsafe sum.add(3, &progress)
    case 4: unsafe sum.add(4, &progress)
    case 5: unsafe sum.add(5, &progress)
    case 6: unsafe sum.add(6, &progress)
    case 7: unsafe sum.add(7, &progress)
    case 8: unsafe sum.add(8, &progress)
    case 9: unsafe sum.add(9, &progress)
    case 10: unsafe sum.add(10, &progress)
    case 11: unsafe sum.add(11, &progress)
    case 12: unsafe sum.add(12, &progress)
    case 13: unsafe sum.add(13, &progress)
    case 14: unsafe sum.add(14, &progress)
    case 15: unsafe sum.add(15, &progress)
    case 16: unsafe sum.add(16, &progress)
    default: break
    }
  }

  /// Passes over the documents of a full block, eight at a time, until one is reached.
  ///
  /// - Parameters:
  ///   - block: One that can be added.
  ///   - progress: How far it has come; moved on.
  ///   - document: The document.
  /// - Throws: `IndexError.truncated` when the block is not all there.
  func pass(
    _ block: PackedBlock,
    _ progress: inout BlockProgress,
    until document: UInt32
  ) throws(IndexError) {
    try check(block.offset, block.packedSize + 8)
    let packed = unsafe base + block.offset
    switch block.bits {
    case 1: unsafe progress.pass(1, packed, block.codeBits, until: document)
    case 2: unsafe progress.pass(2, packed, block.codeBits, until: document)
    case 3: unsafe progress.pass(3, packed, block.codeBits, until: document)
    case 4: unsafe progress.pass(4, packed, block.codeBits, until: document)
    case 5: unsafe progress.pass(5, packed, block.codeBits, until: document)
    case 6: unsafe progress.pass(6, packed, block.codeBits, until: document)
    case 7: unsafe progress.pass(7, packed, block.codeBits, until: document)
    case 8: unsafe progress.pass(8, packed, block.codeBits, until: document)
    case 9: unsafe progress.pass(9, packed, block.codeBits, until: document)
    case 10: unsafe progress.pass(10, packed, block.codeBits, until: document)
    case 11: unsafe progress.pass(11, packed, block.codeBits, until: document)
    case 12: unsafe progress.pass(12, packed, block.codeBits, until: document)
    case 13: unsafe progress.pass(13, packed, block.codeBits, until: document)
    case 14: unsafe progress.pass(14, packed, block.codeBits, until: document)
    case 15: unsafe progress.pass(15, packed, block.codeBits, until: document)
    case 16: unsafe progress.pass(16, packed, block.codeBits, until: document)
    default: break
    }
  }

  /// Eight packed numbers of a block that can be added.
  @inline(__always)
  func eight(_ block: PackedBlock, at start: Int) throws(IndexError) -> SIMD8<UInt32> {
    let offset = block.offset + start / 8 * block.bits
    try check(offset, block.bits + 8)
    var values = SIMD8<UInt32>()
    for lane in 0..<8 {
      let bit = lane &* block.bits
      let word = unsafe base.loadUnaligned(fromByteOffset: offset &+ bit &>> 3, as: UInt64.self)
      values[lane] = UInt32(truncatingIfNeeded: word &>> UInt64(bit & 7) & block.mask)
    }
    return values
  }
}

extension BlockProgress {
  @inline(__always)
  @unsafe
  fileprivate mutating func pass(
    _ bits: Int,
    _ packed: UnsafeRawPointer,
    _ codeBits: UInt64,
    until end: UInt32
  ) {
    // Without the codes.
    let mask = (UInt64(1) &<< UInt64(bits) &- 1) & ~(UInt64(1) &<< codeBits &- 1)
    var eight = unsafe packed + start / 8 * bits
    while document < end || start == 0, !isAtEnd {
      before = document
      var sum: UInt64 = 0
      for lane in 0..<8 {
        let bit = lane &* bits
        let word = unsafe eight.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
        sum = sum &+ word &>> UInt64(bit & 7) & mask
      }
      document = document &+ UInt32(truncatingIfNeeded: sum &>> codeBits) &+ 8
      unsafe eight += bits
      start &+= 8
    }
  }
}

/// Postings of a full block that are being added to scores.
@unsafe
private struct AddedPostings {
  private let packed: UnsafeRawPointer
  private let block: PackedBlock
  private let end: UInt32
  private let gains: UnsafeMutablePointer<Int16>
  private let scores: UnsafeMutablePointer<Int16>
  private let places: UnsafeMutablePointer<UInt16>

  init(
    _ block: PackedBlock,
    from packed: UnsafeRawPointer,
    until end: UInt32,
    gains: UnsafeMutablePointer<Int16>,
    scores: UnsafeMutablePointer<Int16>,
    places: UnsafeMutablePointer<UInt16>
  ) {
    unsafe self.packed = packed
    unsafe self.gains = gains
    unsafe self.scores = scores
    unsafe self.places = places
    unsafe self.block = block
    unsafe self.end = end
  }

  @inline(__always)
  func add(_ bits: Int, _ progress: inout BlockProgress) {
    if unsafe block.hasExceptions {
      unsafe add(bits, hasCodes: true, keepsPlaces: true, &progress)
    } else if unsafe block.codeBits > 0 {
      unsafe add(bits, hasCodes: true, keepsPlaces: false, &progress)
    } else {
      unsafe add(bits, hasCodes: false, keepsPlaces: false, &progress)
    }
  }

  @inline(__always)
  private func add(
    _ bits: Int,
    hasCodes: Bool,
    keepsPlaces: Bool,
    _ progress: inout BlockProgress
  ) {
    let mask = UInt64(1) &<< UInt64(bits) &- 1
    let codeMask = unsafe block.codeMask & 7
    let end = unsafe end
    let codeBits = unsafe block.codeBits
    let gain = unsafe gains[0]
    var start = progress.start
    var packed = unsafe packed + start / 8 * bits
    // Each gap is one less than the distance; the rest of the distances is the lane, which costs
    // nothing as a part of the address. It ends at most seven places behind the last score.
    var next = progress.document &+ 1
    var before = progress.document
    repeat {
      before = next &- 1
      for lane in 0..<8 {
        let bit = lane &* bits
        let word = unsafe packed.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
        let value = word &>> UInt64(bit & 7) & mask
        let gap = hasCodes ? value &>> codeBits : value
        next = next &+ UInt32(truncatingIfNeeded: gap)
        let place = Int(UInt16(truncatingIfNeeded: next)) &+ lane
        let own =
          hasCodes ? unsafe gains[Int(truncatingIfNeeded: value & codeMask)] : gain
        unsafe scores[place] &+= own
        if keepsPlaces { unsafe places[start &+ lane] = UInt16(truncatingIfNeeded: place) }
      }
      next = next &+ 8
      unsafe packed += bits
      start &+= 8
    } while start < PostingEncoder.blockSize && next <= end
    progress.start = start
    progress.document = next &- 1
    progress.before = before
  }
}

extension [UInt8] {
  /// The first place in a range that holds a byte.
  func firstPlace(of byte: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe withUnsafeBytes { bytes in
      guard !range.isEmpty, let base = bytes.baseAddress,
        let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}

// MARK: - Memory to write to

/// Memory for 2^`bits` numbers; every index is cut to it.
@safe
struct WorkingMemory<let bits: Int, Element: FixedWidthInteger & SIMDScalar>: ~Copyable {
  fileprivate let base: UnsafeMutablePointer<Element>

  /// Behind the numbers, room that eight may reach into which begin at the last.
  private static var slack: Int { 8 }

  /// Zeros.
  init() {
    unsafe base = .allocate(capacity: Self.count + Self.slack)
    unsafe base.initialize(repeating: 0, count: Self.count + Self.slack)
  }

  deinit { unsafe base.deallocate() }

  static var count: Int { 1 << bits }

  @inline(__always)
  private static func cut(_ index: Int) -> Int { index & (1 << bits &- 1) }

  subscript(index: Int) -> Element {
    @inline(__always)
    get { unsafe base[Self.cut(index)] }
    @inline(__always)
    nonmutating set { unsafe base[Self.cut(index)] = newValue }
  }

  /// Eight numbers from one whose place is a multiple of eight.
  @inline(__always)
  func eight(from index: Int) -> SIMD8<Element> {
    unsafe UnsafeRawPointer(base + Self.cut(index & ~7)).load(as: SIMD8<Element>.self)
  }

  /// Calls `body` with the first numbers.
  @inline(__always)
  func forEach(first count: Int, _ body: (Element) -> Void) {
    for index in 0..<Swift.min(Swift.max(count, 0), Self.count) { body(unsafe base[index]) }
  }

  /// Sets the numbers of a range to zero.
  func clear(_ range: Range<Int>) {
    let first = Self.cut(range.lowerBound)
    unsafe (base + first).update(repeating: 0, count: Swift.min(range.count, Self.count - first))
  }

  /// Orders the first numbers.
  func sort(_ count: Int) {
    let count = Swift.min(Swift.max(count, 0), Self.count)
    var numbers = unsafe UnsafeMutableBufferPointer(start: base, count: count)
    unsafe numbers.sort()
  }
}
