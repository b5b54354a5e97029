/// Where a word of the query stands, by ascending document.
struct WordPlaces {
  var term: Int?
  private var documents: [Int] = []
  private(set) var values: [Float] = []
  /// The places of all documents, one document behind the other, and where each document's end.
  private var all: [Int] = []
  private var ends: [Int] = []
  private var next = 0

  init(term: Int? = nil) {
    self.term = term
  }

  mutating func append(_ cursor: borrowing OccurrenceCursor, _ value: Float) {
    documents.append(cursor.document)
    values.append(value)
    all.append(contentsOf: cursor.places)
    ends.append(all.count)
  }

  /// The row of a document; documents must be asked for in ascending order.
  mutating func place(of document: Int) -> Int? {
    while next < documents.count, documents[next] < document { next += 1 }
    return next < documents.count && documents[next] == document ? next : nil
  }

  /// The places in the document of a row.
  func places(_ row: Int) -> ArraySlice<Int> {
    all[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
  }
}
