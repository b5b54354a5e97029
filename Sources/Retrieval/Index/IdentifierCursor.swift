/// Walks the identifiers of a segment in the order of its documents.
struct IdentifierCursor {
  private let segment: SegmentReader
  private var offset = 0
  /// The present document; -1 before the first.
  private(set) var document = -1
  /// The identifier of the present document.
  private(set) var identifier: [UInt8] = []

  init(_ segment: SegmentReader) {
    self.segment = segment
    offset = segment.head[.identifiers].lowerBound
  }

  /// Goes on to the next document; false at the end.
  mutating func next() throws(IndexError) -> Bool {
    guard document + 1 < segment.documentCount else { return false }
    document += 1
    if document.isMultiple(of: SegmentHead.identifierBlock) {
      identifier.removeAll(keepingCapacity: true)
    }
    try segment.readIdentifier(at: &offset, into: &identifier)
    return true
  }
}
