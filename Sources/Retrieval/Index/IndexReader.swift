/// How often a term stands in the collection.
public struct TermStatistics: Hashable, Sendable {
  /// Documents that hold the term.
  public var documentFrequency: Int
  /// Documents in all.
  public var documentCount: Int

  /// Takes both counts.
  public init(documentFrequency: Int, documentCount: Int) {
    self.documentFrequency = documentFrequency
    self.documentCount = documentCount
  }
}

/// A term of an index.
public struct Term: Hashable, Sendable {
  /// Its number in the order of the dictionary.
  public var number: Int
  /// Documents that hold it.
  public var documentFrequency: Int
  var postings: Int
}

/// One document in the list of a term.
public struct Posting: Hashable, Sendable {
  /// The document's number.
  public var document: Int
  /// Positions in each field, ascending.
  public var positions: [[Int]]
}

/// Reads an index in place.
public struct IndexReader: Sendable {
  private let bytes: MappedBytes
  private let lengthsOffset: Int
  private let normsOffset: Int
  private let termsOffset: Int
  private let dictionaryOffset: Int
  private let postingsOffset: Int
  private let averages: [Float]
  /// The fields with their weights.
  public let fields: [Field]
  /// Documents in all.
  public let documentCount: Int
  /// Distinct terms.
  public let termCount: Int

  /// Opens an index in memory.
  ///
  /// - Parameters:
  ///   - bytes: What `IndexWriter.finish()` gave.
  ///   - fingerprint: Of the analyzer that will analyse the queries.
  /// - Throws: `IndexError` when the bytes are no such index or of another analysis.
  public init(_ bytes: [UInt8], fingerprint: UInt64) throws(IndexError) {
    try self.init(MappedBytes(bytes), at: 0, fingerprint: fingerprint)
  }

  package init(
    _ bytes: MappedBytes,
    at start: Int,
    fingerprint: UInt64
  ) throws(IndexError) {
    var cursor = ByteCursor(bytes, at: start)
    guard try cursor.uint64() == IndexWriter.magic else { throw .unknownFormat }
    guard try cursor.uint64() == fingerprint else { throw .otherAnalysis }
    self.bytes = bytes
    documentCount = try cursor.count()
    let fieldCount = try cursor.count()
    termCount = try cursor.count()
    guard (1...8).contains(fieldCount), documentCount < bytes.count, termCount < bytes.count else {
      throw .damaged
    }
    var fields: [Field] = []
    var averages: [Float] = []
    for _ in 0..<fieldCount {
      let weight = try cursor.float()
      let normalization = try cursor.float()
      fields.append(
        Field(name: "", weight: weight, lengthNormalization: normalization)
      )
      averages.append(max(try cursor.float(), 1))
    }
    self.fields = fields
    self.averages = averages
    lengthsOffset = cursor.offset
    normsOffset = lengthsOffset + 4 * documentCount * fieldCount
    termsOffset = normsOffset + 4 * documentCount
    let tail = termsOffset + 16 * termCount
    dictionaryOffset = tail + 8
    postingsOffset = dictionaryOffset + (try bytes.count(tail))
    _ = try bytes.count(tail + 4)
  }

  /// Looks a term up.
  ///
  /// - Returns: The term, or `nil` where no document holds it.
  /// - Complexity: O(log n) comparisons.
  public func term(_ text: String) throws(IndexError) -> Term? {
    var low = 0
    var high = termCount
    while low < high {
      let middle = (low + high) / 2
      let entry = termsOffset + 16 * middle
      let order = try bytes.compare(
        dictionaryOffset + (try bytes.count(entry)),
        count: try bytes.count(entry + 4),
        with: text
      )
      if order == 0 {
        return Term(
          number: middle,
          documentFrequency: try bytes.count(entry + 12),
          postings: postingsOffset + (try bytes.count(entry + 8))
        )
      }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The term of a number.
  public func text(ofTerm number: Int) throws(IndexError) -> String {
    guard (0..<termCount).contains(number) else { throw .truncated(offset: number) }
    let entry = termsOffset + 16 * number
    return try bytes.string(
      dictionaryOffset + (try bytes.count(entry)),
      count: try bytes.count(entry + 4)
    )
  }

  /// Calls `body` with each document that holds the term, ascending.
  public func forEachPosting(
    of term: Term,
    _ body: (Posting) throws -> Void
  ) throws {
    var cursor = postings(of: term)
    while try cursor.next() {
      var posting = Posting(document: cursor.document, positions: fields.map { _ in [] })
      for place in cursor.places {
        posting.positions[PostingCursor.field(of: place)].append(PostingCursor.position(of: place))
      }
      try body(posting)
    }
  }

  /// Walks the documents of a term without allocating for each of them.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - readsPlaces: Whether the positions are wanted; counts are read in any case.
  /// - Returns: A cursor before the term's first document.
  func postings(of term: Term, readsPlaces: Bool = true) -> PostingCursor {
    PostingCursor(
      bytes,
      term,
      fieldCount: fields.count,
      documentCount: documentCount,
      readsPlaces: readsPlaces
    )
  }

  /// Whether a document holds a term in one of the first fields.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - document: The document's number.
  ///   - fieldCount: How many fields are looked at.
  /// - Returns: Whether one of them holds it.
  /// - Throws: `IndexError` when the postings are damaged.
  /// - Complexity: O(p) in the term's postings.
  public func holds(_ term: Term, document: Int, inFirst fieldCount: Int) throws -> Bool {
    var cursor = postings(of: term, readsPlaces: false)
    while try cursor.next() {
      guard cursor.document >= document else { continue }
      guard cursor.document == document else { return false }
      return (0..<min(fieldCount, fields.count)).contains { cursor.counts[$0] > 0 }
    }
    return false
  }

  /// Tokens of a field of a document.
  public func length(document: Int, field: Int) throws(IndexError) -> Int {
    try bytes.count(lengthsOffset + 4 * (document * fields.count + field))
  }

  /// The length of a document's vector of logarithmic frequencies.
  public func norm(document: Int) throws(IndexError) -> Float {
    try bytes.float(normsOffset + 4 * document)
  }

  /// The mean number of tokens of a field, at least 1.
  public func averageLength(field: Int) -> Float {
    averages[field]
  }
}
