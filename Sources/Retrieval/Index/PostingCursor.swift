/// Walks the documents of one term in ascending order.
///
/// Its state is reused from document to document, because a question meets thousands of postings.
struct PostingCursor {
  /// A place is the field's number above this many bits of the position, so that only places of one
  /// field lie near each other.
  private static let positionBits = 40

  private let bytes: MappedBytes
  private let fieldCount: Int
  private let documentCount: Int
  private let readsPlaces: Bool
  private var offset: Int
  private var left: Int

  /// The document that the cursor is at.
  private(set) var document = -1
  /// Occurrences in each of the fields there.
  private(set) var counts = SIMD8<Int32>()
  /// The places there, ascending; empty where they are not read.
  private(set) var places: [Int] = []

  init(
    _ bytes: MappedBytes,
    _ term: Term,
    fieldCount: Int,
    documentCount: Int,
    readsPlaces: Bool
  ) {
    self.bytes = bytes
    self.fieldCount = fieldCount
    self.documentCount = documentCount
    self.readsPlaces = readsPlaces
    offset = term.postings
    left = term.documentFrequency
  }

  static func field(of place: Int) -> Int { place >> positionBits }

  static func position(of place: Int) -> Int { place & (1 << positionBits - 1) }

  /// Goes on to the next document; false after the last.
  mutating func next() throws(IndexError) -> Bool {
    guard left > 0 else { return false }
    left -= 1
    // A local offset stays in a register; the property would be stored after every byte.
    var at = offset
    let gap = try bytes.variable(&at)
    guard gap < documentCount - document - 1 else { throw .damaged }
    document += gap + 1
    var mask = try bytes.variable(&at)
    counts = SIMD8()
    if readsPlaces { places.removeAll(keepingCapacity: true) }
    while mask != 0 {
      let field = mask.trailingZeroBitCount
      if field >= fieldCount { break }
      mask &= mask - 1
      let count = try bytes.variable(&at)
      guard count <= bytes.count else { throw .damaged }
      counts[field] = Int32(truncatingIfNeeded: count)
      if readsPlaces {
        try readPlaces(count, field: field, &at)
      } else {
        try bytes.skipVariables(count, &at)
      }
    }
    offset = at
    return true
  }

  private mutating func readPlaces(
    _ count: Int,
    field: Int,
    _ at: inout Int
  ) throws(IndexError) {
    var position = 0
    for _ in 0..<count {
      let gap = try bytes.variable(&at)
      guard gap < 1 << Self.positionBits - position else { throw .damaged }
      position += gap
      places.append(field << Self.positionBits | position)
    }
  }
}
