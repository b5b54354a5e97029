/// Finds the documents that fit a query.
public struct Searcher<Weighting: Scorer>: Sendable {
  private let index: IndexReader
  private let scorer: Weighting
  private let proximityWeight: Float

  /// Searches an index.
  ///
  /// - Parameters:
  ///   - index: The index.
  ///   - scorer: Weighs terms.
  ///   - proximityWeight: What two words beside each other in the query are worth when they stand
  ///     close in a field, by the smaller of their weights; 0 for no such reward.
  public init(_ index: IndexReader, scorer: Weighting, proximityWeight: Float = 0) {
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

  /// How a document's score came about, from the same terms in the same order.
  public func explain(_ query: Query, document: Int) throws -> Explanation {
    var parts: [Explanation] = []
    try visit(query) { found, label, value in
      if found == document { parts.append(Explanation(label: label, value: value)) }
    }
    let total = parts.reduce(Float(0)) { $0 + $1.value }
    return Explanation(label: "sum", value: total, parts: parts)
  }

  /// What each part of the query gives to each of some documents, by the part's label.
  ///
  /// - Complexity: O(p) in the postings of the query's terms.
  public func contributions(_ query: Query, documents: [Int]) throws -> [Int: [String: Float]] {
    var found = Dictionary(documents.map { ($0, [String: Float]()) }) { first, _ in first }
    try visit(query) { document, label, value in
      if found[document] != nil { found[document]?[label, default: 0] += value }
    }
    return found
  }

  /// Calls `body` with each part of each document's score: a term's weight, or the reward for two
  /// words that stand close.
  private func visit(
    _ query: Query,
    _ body: (_ document: Int, _ label: String, _ value: Float) -> Void
  ) throws {
    let found = try query.terms.compactMap { term in
      try index.term(term.text).map { (query: term, indexed: $0) }
    }
    let statistics = found.map { term in
      (
        statistics: TermStatistics(
          documentFrequency: term.indexed.documentFrequency,
          documentCount: index.documentCount
        ),
        queryWeight: term.query.weight
      )
    }
    let norm = scorer.queryNorm(statistics)
    var previous: (term: Query.Term, postings: [Int: (positions: [[Int]], value: Float)])?
    for (index, term) in found.enumerated() {
      let known = statistics[index]
      let isWord = proximityWeight > 0 && !term.query.text.hasPrefix("§")
      let hasNext = found.dropFirst(index + 1).contains {
        $0.query.position == term.query.position + 1
      }
      var places: [Int: (positions: [[Int]], value: Float)] = [:]
      var occurrences: [FieldOccurrences] = []
      try self.index.forEachPosting(of: term.indexed) { posting in
        try collect(posting, &occurrences)
        let value =
          scorer.score(
            occurrences,
            norm: try self.index.norm(document: posting.document),
            term: known.statistics,
            queryWeight: known.queryWeight
          ) / norm
        body(posting.document, term.query.text, value)
        guard isWord else { return }
        if hasNext { places[posting.document] = (posting.positions, value) }
        if let before = previous?.postings[posting.document], let first = previous?.term,
          first.position + 1 == term.query.position,
          let distance = Self.distance(before.positions, posting.positions)
        {
          let reward = proximityWeight * min(before.value, value) / Float(distance)
          body(posting.document, "\(first.text) \(term.query.text) close", reward)
        }
      }
      if isWord { previous = (term.query, places) }
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
