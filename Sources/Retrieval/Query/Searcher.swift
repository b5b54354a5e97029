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
    try visit(known(query)) { document, _, value in totals[document] += value }
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
    let known = try known(query)
    try visit(known) { found, part, value in
      if found == document {
        parts.append(Explanation(label: label(of: part, in: known), value: value))
      }
    }
    let total = parts.reduce(Float(0)) { $0 + $1.value }
    return Explanation(label: "sum", value: total, parts: parts)
  }

  /// The score of every document, with what each term of the query that the index holds gives to it.
  ///
  /// - Complexity: O(p) in the postings of the query's terms, and O(d · t) room for d documents and t
  ///   terms.
  public func contributions(_ query: Query) throws -> Contributions {
    let known = try known(query)
    let width = 2 * known.count
    var totals = [Float](repeating: 0, count: index.documentCount)
    var parts = [Float](repeating: 0, count: index.documentCount * width)
    try visit(known) { document, part, value in
      totals[document] += value
      parts[document * width + part] += value
    }
    return Contributions(totals: totals, parts: parts, width: width)
  }

  /// A term of a query that the index holds.
  private struct KnownTerm {
    var asked: Query.Term
    var indexed: Term
  }

  private func known(_ query: Query) throws(IndexError) -> [KnownTerm] {
    var known: [KnownTerm] = []
    for term in query.terms {
      if let indexed = try index.term(term.text) {
        known.append(KnownTerm(asked: term, indexed: indexed))
      }
    }
    return known
  }

  /// What a part of a score is called: twice the term's place among the known ones, and one more for
  /// the reward.
  private func label(of part: Int, in known: [KnownTerm]) -> String {
    let term = known[part / 2].asked
    if part.isMultiple(of: 2) { return term.text }
    let before = known[..<(part / 2)].last { isNeighbour($0.asked, of: term) }
    return "\(before?.asked.text ?? "") \(term.text) close"
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
  ///   - known: The terms of the query that the index holds.
  ///   - body: Gets the document, the part and its value.
  /// - Throws: `IndexError` when the index is damaged.
  private func visit(
    _ known: [KnownTerm],
    _ body: (_ document: Int, _ part: Int, _ value: Float) -> Void
  ) throws {
    let norm = scorer.queryNorm(known.map { (statistics($0.indexed), $0.asked.weight) })
    var before = WordPlaces()
    for (number, entry) in known.enumerated() {
      let term = entry.asked
      let indexed = entry.indexed
      let rewards = proximityWeight > 0 && isWord(term)
      let hasNext = rewards && known[number...].contains { isNeighbour(term, of: $0.asked) }
      let isNext = rewards && before.term.map { isNeighbour(known[$0].asked, of: term) } == true
      var places = WordPlaces(term: number)
      var occurrences: [FieldOccurrences] = []
      let weight = scorer.termWeight(statistics(indexed), queryWeight: term.weight)
      var cursor = index.postings(of: indexed, readsPlaces: hasNext || isNext)
      while try cursor.next() {
        let document = cursor.document
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

/// The scores of documents, and what they are made of.
public struct Contributions: Sendable {
  /// The score of each document; 0 for one that holds no term of the query.
  public let totals: [Float]
  /// The parts of all documents, one document behind the other.
  private let parts: [Float]
  private let width: Int

  fileprivate init(totals: [Float], parts: [Float], width: Int) {
    self.totals = totals
    self.parts = parts
    self.width = width
  }

  /// What makes up the score of a document: two numbers for each term of the query, its weight and its
  /// reward for standing close to the term before.
  public subscript(document: Int) -> ArraySlice<Float> {
    parts[(document * width)..<((document + 1) * width)]
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
