/// The terms of a question that an index holds.
struct QueryPlan {
  struct Term {
    /// Inverse document frequency, as often as the question has the term.
    var weight: Float
    /// Documents of all segments that hold the term.
    var frequency: Int
    /// By segment.
    var entries: [DictionaryEntry?]
  }

  private(set) var terms: [Term] = []
  private(set) var totalWeight: Float = 0

  init(
    _ terms: [WeightedTerm],
    _ reader: DirectoryReader,
    _ checks: inout [ChunkChecks]
  ) throws(IndexError) {
    self.terms.reserveCapacity(terms.count)
    for term in terms {
      var entries: [DictionaryEntry?] = []
      var frequency = 0
      for (number, part) in reader.parts.enumerated() {
        let entry = try part.segment.dictionary.find(term.term[...])
        if let entry {
          frequency += entry.documentFrequency
          try checks[number].check(entry.postings, part.segment)
        }
        entries.append(entry)
      }
      guard frequency > 0 else { continue }
      let statistics = TermStatistics(
        documentFrequency: min(frequency, reader.numberCount),
        documentCount: reader.numberCount
      )
      let weight = term.weight * BM25().inverseDocumentFrequency(statistics)
      self.terms.append(Term(weight: weight, frequency: frequency, entries: entries))
      totalWeight += weight
    }
  }

  /// Steps of a score: a document that got all that terms can give stays below 2¹⁵.
  var scale: Float { Float(Int(Int16.max) - terms.count) / totalWeight }

  /// Walks over the postings of the terms that a segment holds.
  func walks(
    _ number: Int,
    _ bytes: MappedBytes,
    _ board: ScoreBoard,
    where isWanted: (Term) -> Bool = { _ in true }
  ) throws(IndexError) -> [PostingWalk] {
    var walks: [PostingWalk] = []
    walks.reserveCapacity(terms.count)
    let scale = scale
    for term in terms {
      guard let entry = term.entries[number], isWanted(term) else { continue }
      walks.append(
        try PostingWalk(
          entry,
          weight: term.weight * scale,
          room: walks.count * PostingEncoder.blockSize,
          bytes,
          board
        )
      )
    }
    return walks
  }
}
