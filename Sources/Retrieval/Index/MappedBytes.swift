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
  /// Calls `body` with the place and the value of each packed number of a block.
  @inline(__always)
  func forEachPacked(
    _ block: PackedBlock,
    _ body: (_ place: Int, _ value: UInt64) -> Void
  ) throws(IndexError) {
    try check(block.offset, block.packedSize + 8)
    let packed = unsafe base + block.offset
    let bits = block.bits
    let mask = block.mask
    var bit = 0
    // A block has no more, but so the compiler knows it as well.
    for place in 0..<min(block.count, PostingEncoder.blockSize) {
      let word = unsafe packed.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
      body(place, word &>> UInt64(bit & 7) & mask)
      bit &+= bits
    }
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
  private let base: UnsafeMutablePointer<Element>

  /// Zeros.
  init() {
    unsafe base = .allocate(capacity: Self.count)
    unsafe base.initialize(repeating: 0, count: Self.count)
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

  /// Sets the first numbers to zero.
  func clear(_ count: Int) {
    unsafe base.update(repeating: 0, count: Swift.min(Swift.max(count, 0), Self.count))
  }

  /// Orders the first numbers.
  func sort(_ count: Int) {
    let count = Swift.min(Swift.max(count, 0), Self.count)
    var numbers = unsafe UnsafeMutableBufferPointer(start: base, count: count)
    unsafe numbers.sort()
  }
}
