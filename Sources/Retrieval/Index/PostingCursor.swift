/// Walks the postings of one list by ascending document.
///
/// Each posting is unpacked when the walk comes to it, into nothing but the present document and
/// frequency.
struct PostingCursor {
  private let bytes: MappedBytes
  private let blocks: PostingBlocks
  private let documentCount: Int
  /// The block that is walked through, and the place behind the present posting in it.
  private var block = -1
  private var packed = PackedBlock(offset: 0, count: 0, width: 0, previous: .max)
  private var place = 0
  /// The next posting whose frequency is not packed, and where the one after it is described.
  private var exception = Int.max
  private var exceptionFrequency: UInt8 = 0
  private var exceptionOffset = 0
  private var exceptionsLeft = 0

  /// Whether there is no further document.
  private(set) var isAtEnd = false
  /// The present document.
  private(set) var document = -1
  /// How often it holds the term.
  private(set) var frequency: UInt8 = 1

  /// Starts at the first document.
  init(
    _ entry: DictionaryEntry,
    _ bytes: MappedBytes,
    documentCount: Int
  ) throws(IndexError) {
    self.bytes = bytes
    self.documentCount = documentCount
    blocks = try PostingBlocks(entry)
    if entry.documentFrequency == 1 {
      block = 0
      document = Int(entry.single.document)
      frequency = entry.single.frequency
      guard document < documentCount else { throw .damaged }
    } else {
      try advance()
    }
  }

  /// Goes on to the next document.
  @inline(__always)
  mutating func advance() throws(IndexError) {
    if place == packed.count, !(try open(block + 1)) { return }
    let bit = place &* packed.bits
    let word = try bytes.uint64(packed.offset &+ bit &>> 3)
    let value = word &>> UInt64(bit & 7) & packed.mask
    // Wider than a document's number, so that no sum of gaps comes back to a lower one.
    document &+= Int(truncatingIfNeeded: value &>> packed.codeBits) &+ 1
    guard document < documentCount else { throw .damaged }
    frequency = UInt8(truncatingIfNeeded: (value & packed.codeMask) &+ 1)
    if place == exception {
      frequency = exceptionFrequency
      try readException()
    }
    place &+= 1
  }

  /// Goes on to the first document that is not before another, passing over whole blocks.
  mutating func seek(_ target: Int) throws(IndexError) {
    var next = block + 1
    var last = -1
    while next < blocks.count, !isAtEnd {
      let end = Int(try blocks.last(next, bytes))
      guard end < documentCount else { throw .damaged }
      if end >= target { break }
      last = end
      next += 1
    }
    if last > document, document < target {
      document = last
      block = next - 1
      place = packed.count
      try advance()
    }
    while !isAtEnd, document < target { try advance() }
  }

  /// Opens a block; false where there is none.
  private mutating func open(_ next: Int) throws(IndexError) -> Bool {
    block = next
    guard next < blocks.count || next == blocks.count && blocks.tailCount > 0 else {
      isAtEnd = true
      return false
    }
    packed = try blocks.packed(next, after: UInt32(truncatingIfNeeded: document), bytes)
    place = 0
    exception = .max
    exceptionsLeft = 0
    if packed.hasExceptions {
      exceptionOffset = packed.offset + packed.packedSize
      exceptionsLeft = Int(try bytes.uint8(exceptionOffset))
      exceptionOffset += 1
      try readException()
    }
    return true
  }

  private mutating func readException() throws(IndexError) {
    exception = .max
    guard exceptionsLeft > 0 else { return }
    exceptionsLeft -= 1
    exception = Int(try bytes.uint8(exceptionOffset))
    exceptionFrequency = try bytes.uint8(exceptionOffset + 1)
    guard exception >= place, exceptionFrequency > 0 else { throw .damaged }
    exceptionOffset += 2
  }
}
