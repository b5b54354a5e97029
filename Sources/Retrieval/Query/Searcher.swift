/// Finds the documents that fit a query.
///
/// The scorer is an existential: a generic searcher cost a twentieth of a one-shot question in
/// instantiating its metadata, the dynamic calls cost nothing that could be measured.
public struct Searcher: Sendable {
  private let index: IndexReader
  private let scorer: any Scorer
  private let proximityWeight: Float

  /// Searches an index.
  ///
  /// - Parameters:
  ///   - index: The index.
  ///   - scorer: Weighs terms.
  ///   - proximityWeight: What two words beside each other in the query are worth when they stand
  ///     close in a field, by the smaller of their weights; 0 for no such reward.
  public init(_ index: IndexReader, scorer: any Scorer, proximityWeight: Float = 0) {
    self.index = index
    self.scorer = scorer
    self.proximityWeight = proximityWeight
  }

  /// The score of every document that holds a term of the query; 0 for the others.
  ///
  /// - Complexity: O(p) in the postings of the query's terms.
  public func scores(_ query: Query) throws -> [Float] {
    var totals = [Float](repeating: 0, count: index.documentCount)
    try visit(query) { document, _, value in totals[document] += value }
    return totals
  }

  /// The best documents, best first.
  public func search(_ query: Query, limit: Int) throws -> [Hit] {
    var best = TopK(limit: limit)
    for (document, score) in try scores(query).enumerated() where score > 0 {
      best.insert(Hit(document: document, score: score))
    }
    return best.sorted
  }

  /// How a document's score came about, from the same parts in the same order.
  public func explain(_ query: Query, document: Int) throws -> Explanation {
    var parts: [Explanation] = []
    try visit(query) { found, part, value in
      if found == document {
        parts.append(Explanation(label: label(of: part, in: query), value: value))
      }
    }
    let total = parts.reduce(Float(0)) { $0 + $1.value }
    return Explanation(label: "sum", value: total, parts: parts)
  }

  /// What each part of the query gives to each of some documents.
  ///
  /// - Returns: For each of the documents, in their order, two numbers for each term of the query:
  ///   its weight and its reward for standing close to the term before.
  /// - Complexity: O(p) in the postings of the query's terms.
  public func contributions(_ query: Query, documents: [Int]) throws -> [[Float]] {
    var rows = [Int](repeating: -1, count: index.documentCount)
    for (row, document) in documents.enumerated() where rows.indices.contains(document) {
      rows[document] = row
    }
    let empty = [Float](repeating: 0, count: 2 * query.terms.count)
    var found = [[Float]](repeating: empty, count: documents.count)
    try visit(query, rows: rows) { document, part, value in
      found[rows[document]][part] += value
    }
    return found
  }

  /// What a part of a score is called: twice the term's place in the query, and one more for the
  /// reward.
  private func label(of part: Int, in query: Query) -> String {
    let term = query.terms[part / 2].text
    if part.isMultiple(of: 2) { return term }
    let before = query.terms[..<(part / 2)].last { isNeighbour($0, of: query.terms[part / 2]) }
    return "\(before?.text ?? "") \(term) close"
  }

  private func isNeighbour(_ first: Query.Term, of second: Query.Term) -> Bool {
    isWord(first) && isWord(second) && first.position + 1 == second.position
  }

  private func isWord(_ term: Query.Term) -> Bool {
    !term.text.hasPrefix("§")
  }

  /// Calls `body` with each part of each document's score: a term's weight, or the reward for two
  /// words that stand close.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - rows: Where given, documents with a negative number in it are passed over.
  ///   - body: Gets the document, the part and its value.
  /// - Throws: `IndexError` when the index is damaged.
  private func visit(
    _ query: Query,
    rows: [Int]? = nil,
    _ body: (_ document: Int, _ part: Int, _ value: Float) -> Void
  ) throws {
    var found: [Term?] = []
    var known: [(statistics: TermStatistics, queryWeight: Float)] = []
    for term in query.terms {
      let indexed = try index.term(term.text)
      found.append(indexed)
      if let indexed { known.append((statistics(indexed), term.weight)) }
    }
    let norm = scorer.queryNorm(known)
    var before = WordPlaces()
    for (number, term) in query.terms.enumerated() {
      guard let indexed = found[number] else { continue }
      let rewards = proximityWeight > 0 && isWord(term)
      let hasNext = rewards && query.terms[number...].contains { isNeighbour(term, of: $0) }
      let isNext = rewards && before.term.map { isNeighbour(query.terms[$0], of: term) } == true
      var places = WordPlaces(term: number)
      var occurrences: [FieldOccurrences] = []
      let weight = scorer.termWeight(statistics(indexed), queryWeight: term.weight)
      var cursor = index.postings(of: indexed, readsPlaces: hasNext || isNext)
      while try cursor.next() {
        let document = cursor.document
        if let rows, rows[document] < 0 { continue }
        try collect(cursor, &occurrences)
        let documentNorm = try index.norm(document: document)
        let value =
          scorer.score(occurrences, norm: documentNorm, termWeight: weight) / norm
        body(document, 2 * number, value)
        if isNext, let place = before.place(of: document),
          let distance = Self.distance(before.places(place), cursor.places[...])
        {
          let reward = proximityWeight * min(before.values[place], value) / Float(distance)
          body(document, 2 * number + 1, reward)
        }
        if hasNext { places.append(cursor, value) }
      }
      if rewards { before = places }
    }
  }

  private func statistics(_ term: Term) -> TermStatistics {
    TermStatistics(
      documentFrequency: term.documentFrequency,
      documentCount: index.documentCount
    )
  }

  private func collect(
    _ cursor: borrowing PostingCursor,
    _ found: inout [FieldOccurrences]
  ) throws(IndexError) {
    found.removeAll(keepingCapacity: true)
    for number in index.fields.indices where cursor.counts[number] > 0 {
      let length = try index.length(document: cursor.document, field: number)
      found.append(
        FieldOccurrences(
          frequency: Float(cursor.counts[number]),
          weight: index.fields[number].weight,
          lengthNormalization: index.fields[number].lengthNormalization,
          relativeLength: Float(length) / index.averageLength(field: number)
        )
      )
    }
  }

  /// The least distance, at most 4, at which the second word follows the first in one field.
  private static func distance(_ first: ArraySlice<Int>, _ second: ArraySlice<Int>) -> Int? {
    var least = 5
    var next = first.startIndex
    for place in second {
      while next < first.endIndex, first[next] < place { next += 1 }
      if next > first.startIndex { least = min(least, place - first[next - 1]) }
    }
    return least < 5 ? least : nil
  }
}

/// Where a word of the query stands, by ascending document.
private struct WordPlaces {
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

  mutating func append(_ cursor: borrowing PostingCursor, _ value: Float) {
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
