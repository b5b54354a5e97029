/// Finds the documents that fit a query.
///
/// The scorer is an existential: a generic searcher cost a twentieth of a one-shot question in
/// instantiating its metadata, the dynamic calls cost nothing that could be measured.
package struct Searcher: Sendable {
  private let segment: SegmentReader
  private let fields: [Field]
  private let scorer: any Scorer
  private let proximityWeight: Float

  /// Searches a segment.
  ///
  /// - Parameters:
  ///   - segment: The segment.
  ///   - fields: What its fields weigh, in their order; occurrences in a further field do not count.
  ///   - scorer: Weighs terms.
  ///   - proximityWeight: What two words beside each other in the query are worth when they stand
  ///     close in a field, by the smaller of their weights; 0 for no such reward.
  package init(
    _ segment: SegmentReader,
    fields: [Field],
    scorer: any Scorer,
    proximityWeight: Float = 0
  ) {
    self.segment = segment
    self.fields = Array(fields.prefix(max(1, segment.fields.count)))
    self.scorer = scorer
    self.proximityWeight = proximityWeight
  }

  /// The score of every document that holds a term of the query; 0 for the others.
  ///
  /// - Complexity: O(p) in the postings of the query's terms.
  package func scores(_ query: Query) throws -> [Float] {
    var totals = [Float](repeating: 0, count: segment.documentCount)
    try visit(known(query)) { document, _, value in totals[document] += value }
    return totals
  }

  /// The best documents, best first.
  package func search(_ query: Query, limit: Int) throws -> [Hit] {
    var best = TopK(limit: limit)
    for (document, score) in try scores(query).enumerated() where score > 0 {
      best.insert(Hit(document: document, score: score))
    }
    return best.sorted
  }

  /// How a document's score came about, from the same parts in the same order.
  package func explain(_ query: Query, document: Int) throws -> Explanation {
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
  package func contributions(_ query: Query) throws -> Contributions {
    let known = try known(query)
    let width = 2 * known.count
    var totals = [Float](repeating: 0, count: segment.documentCount)
    var parts = [Float](repeating: 0, count: segment.documentCount * width)
    try visit(known) { document, part, value in
      totals[document] += value
      parts[document * width + part] += value
    }
    return Contributions(totals: totals, parts: parts, width: width)
  }

  /// A term of a query that the index holds.
  private struct KnownTerm {
    var asked: Query.Term
    var indexed: IndexedTerm
  }

  private func known(_ query: Query) throws(IndexError) -> [KnownTerm] {
    var known: [KnownTerm] = []
    for term in query.terms {
      if let indexed = try segment.term(term.text) {
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
      var cursor = try OccurrenceCursor(indexed, segment, readsPlaces: hasNext || isNext)
      while try cursor.next() {
        let document = cursor.document
        try collect(cursor, &occurrences)
        let documentNorm = try segment.norm(of: document)
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

  private func statistics(_ term: IndexedTerm) -> TermStatistics {
    TermStatistics(
      documentFrequency: term.whole.documentFrequency,
      documentCount: segment.documentCount
    )
  }

  private func collect(
    _ cursor: borrowing OccurrenceCursor,
    _ found: inout [FieldOccurrences]
  ) throws(IndexError) {
    found.removeAll(keepingCapacity: true)
    for number in fields.indices where cursor.counts[number] > 0 {
      found.append(
        FieldOccurrences(
          frequency: Float(cursor.counts[number]),
          weight: fields[number].weight,
          lengthNormalization: fields[number].lengthNormalization,
          relativeLength: fields[number].lengthNormalization == 0
            ? 1 : try relativeLength(of: cursor.document, field: number)
        )
      )
    }
  }

  private func relativeLength(of document: Int, field: Int) throws(IndexError) -> Float {
    guard !segment.fields.isEmpty else {
      let length = LengthClass.length(UInt8(segment.lengthClass(of: document)))
      return Float(length) / segment.meanLength
    }
    let length = try segment.length(of: document, field: field)
    return Float(length) / segment.meanLength(ofField: field)
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
