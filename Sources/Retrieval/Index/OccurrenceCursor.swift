/// Walks the documents of a term with its occurrences in each field.
///
/// A segment without fields has one, the whole document.
struct OccurrenceCursor {
  /// A place is the field's number above this many bits of the position, so that only places of one
  /// field lie near each other.
  private static let positionBits = 40

  private struct FieldCursor {
    var field: Int
    var postings: PostingCursor
    /// Where the places of the present document begin, and the end of those of the term.
    var offset: Int
    var end: Int
  }

  private let bytes: MappedBytes
  private let readsPlaces: Bool
  private let hasFields: Bool
  /// Where the places of the present document begin in a segment without fields.
  private var offset: Int
  private let end: Int
  private var whole: PostingCursor
  private var fields: [FieldCursor] = []
  private var isBeforeFirst = true

  /// Occurrences of the whole document in each field.
  private(set) var counts = SIMD8<Int32>()
  /// The places there, ascending; empty where they are not read.
  private(set) var places: [Int] = []

  /// Starts before the first document.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - segment: Where it stands.
  ///   - readsPlaces: Whether places are wanted, and not the counts alone.
  /// - Throws: `IndexError` when the postings are damaged.
  init(_ term: IndexedTerm, _ segment: SegmentReader, readsPlaces: Bool) throws(IndexError) {
    bytes = segment.bytes
    self.readsPlaces = readsPlaces
    hasFields = !segment.fields.isEmpty
    offset = term.whole.places.lowerBound
    end = term.whole.places.upperBound
    whole = try segment.postings(of: term.whole)
    fields.reserveCapacity(term.fields.count + 1)
    for occurrences in term.fields { try add(occurrences.field, occurrences.entry, segment) }
  }

  private mutating func add(
    _ field: Int,
    _ entry: DictionaryEntry,
    _ segment: SegmentReader
  ) throws(IndexError) {
    guard field < segment.fields.count else { throw .damaged }
    fields.append(
      FieldCursor(
        field: field,
        postings: try segment.postings(of: entry),
        offset: entry.places.lowerBound,
        end: entry.places.upperBound
      )
    )
  }

  static func field(of place: Int) -> Int { place >> positionBits }

  static func position(of place: Int) -> Int { place & (1 << positionBits - 1) }

  /// The present document.
  var document: Int { whole.document }

  /// Goes on to the next document; false after the last.
  mutating func next() throws(IndexError) -> Bool {
    if isBeforeFirst { isBeforeFirst = false } else { try whole.advance() }
    guard !whole.isAtEnd else { return false }
    let document = whole.document
    counts = SIMD8()
    if readsPlaces { places.removeAll(keepingCapacity: true) }
    guard hasFields else {
      counts[0] = Int32(whole.frequency)
      if readsPlaces { try readWholePlaces() }
      return true
    }
    for index in fields.indices where !fields[index].postings.isAtEnd {
      guard fields[index].postings.document == document else { continue }
      let count = fields[index].postings.frequency
      let field = fields[index].field
      counts[field] = Int32(count)
      if readsPlaces {
        var offset = fields[index].offset
        try readPlaces(Int(count), field: field, &offset, fields[index].end)
        fields[index].offset = offset
      }
      try fields[index].postings.advance()
    }
    return true
  }

  private mutating func readWholePlaces() throws(IndexError) {
    var offset = offset
    try readPlaces(Int(whole.frequency), field: 0, &offset, end)
    self.offset = offset
  }

  private mutating func readPlaces(
    _ count: Int,
    field: Int,
    _ offset: inout Int,
    _ end: Int
  ) throws(IndexError) {
    guard offset < end else { return }
    var at = offset
    var position = 0
    for _ in 0..<count {
      let gap = try bytes.variable(&at)
      guard gap < 1 << Self.positionBits - position else { throw .damaged }
      position += gap
      places.append(field << Self.positionBits | position)
    }
    offset = at
  }
}

extension SegmentReader {
  /// Looks a term up; as many bytes of it count as a field's term has.
  ///
  /// - Complexity: O(log n) comparisons, then at most two blocks of terms.
  func term(_ text: String) throws(IndexError) -> IndexedTerm? {
    let term = Array(text.utf8)[...].prefix(FieldTerm.longest)
    if !fields.isEmpty { return try dictionary.findWithFields(term) }
    return try dictionary.find(term).map { IndexedTerm(whole: $0, fields: []) }
  }

  /// Documents that hold a term.
  ///
  /// - Complexity: O(log n) comparisons, then at most a block of terms.
  package func documentFrequency(of text: String) throws(IndexError) -> Int {
    let term = Array(text.utf8)[...].prefix(FieldTerm.longest)
    return try dictionary.find(term)?.documentFrequency ?? 0
  }

  /// Whether a document holds a term in one of the first fields.
  ///
  /// - Complexity: O(p / 128) in the term's postings.
  package func holds(
    _ text: String,
    document: Int,
    inFirst fieldCount: Int
  ) throws(IndexError) -> Bool {
    guard let term = try term(text) else { return false }
    for occurrences in term.fields where occurrences.field < fieldCount {
      var cursor = try postings(of: occurrences.entry)
      try cursor.seek(document)
      if !cursor.isAtEnd, cursor.document == document { return true }
    }
    return false
  }
}
