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
    try visit(query) { document, part, value in
      let row = rows[document]
      if row >= 0 { found[row][part] += value }
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
  private func visit(
    _ query: Query,
    _ body: (_ document: Int, _ part: Int, _ value: Float) -> Void
  ) throws {
    var found: [Term?] = []
    var statistics: [(statistics: TermStatistics, queryWeight: Float)] = []
    for term in query.terms {
      let indexed = try index.term(term.text)
      found.append(indexed)
      guard let indexed else { continue }
      statistics.append(
        (
          TermStatistics(
            documentFrequency: indexed.documentFrequency,
            documentCount: index.documentCount
          ), term.weight
        )
      )
    }
    let norm = scorer.queryNorm(statistics)
    var before = WordPlaces()
    for (number, term) in query.terms.enumerated() {
      guard let indexed = found[number] else { continue }
      let rewards = proximityWeight > 0 && isWord(term)
      let hasNext = rewards && query.terms[number...].contains { isNeighbour(term, of: $0) }
      let isNext = rewards && before.term.map { isNeighbour(query.terms[$0], of: term) } == true
      var places = WordPlaces(term: number)
      var occurrences: [FieldOccurrences] = []
      let known = TermStatistics(
        documentFrequency: indexed.documentFrequency,
        documentCount: index.documentCount
      )
      try index.forEachPosting(of: indexed) { posting in
        try collect(posting, &occurrences)
        let value =
          scorer.score(
            occurrences,
            norm: try index.norm(document: posting.document),
            term: known,
            queryWeight: term.weight
          ) / norm
        body(posting.document, 2 * number, value)
        if hasNext { places.append(posting, value) }
        if isNext, let place = before.place(of: posting.document),
          let distance = Self.distance(before.postings[place].positions, posting.positions)
        {
          let reward = proximityWeight * min(before.values[place], value) / Float(distance)
          body(posting.document, 2 * number + 1, reward)
        }
      }
      if rewards { before = places }
    }
  }

  private func collect(
    _ posting: Posting,
    _ found: inout [FieldOccurrences]
  ) throws(IndexError) {
    found.removeAll(keepingCapacity: true)
    for (number, positions) in posting.positions.enumerated() where !positions.isEmpty {
      let field = index.fields[number]
      let length = try index.length(document: posting.document, field: number)
      found.append(
        FieldOccurrences(
          frequency: Float(positions.count),
          weight: field.weight,
          lengthNormalization: field.lengthNormalization,
          relativeLength: Float(length) / index.averageLength(field: number)
        )
      )
    }
  }

  /// The least distance, at most 4, at which the second word follows the first in one field.
  private static func distance(_ first: [[Int]], _ second: [[Int]]) -> Int? {
    var least: Int?
    for (before, after) in zip(first, second) {
      for position in before {
        for other in after where other > position && other - position <= 4 {
          least = min(least ?? 4, other - position)
        }
      }
    }
    return least
  }
}

/// Where a word of the query stands, by ascending document.
private struct WordPlaces {
  var term: Int?
  var postings: [Posting] = []
  var values: [Float] = []
  private var next = 0

  init(term: Int? = nil) {
    self.term = term
  }

  mutating func append(_ posting: Posting, _ value: Float) {
    postings.append(posting)
    values.append(value)
  }

  /// The place of a document's posting; documents must be asked for in ascending order.
  mutating func place(of document: Int) -> Int? {
    while next < postings.count, postings[next].document < document { next += 1 }
    return next < postings.count && postings[next].document == document ? next : nil
  }
}
