/// The terms of a question that an index holds.
struct QueryPlan {
  struct Term {
    /// Inverse document frequency, as often as the question has the term.
    var weight: Float
    /// Documents of all segments that hold the term.
    var frequency: Int
    /// By segment.
    var entries: [DictionaryEntry?]
    /// By segment, in titles alone; none for a model that does not tell them apart.
    var titles: [DictionaryEntry?] = []

    /// What the term's postings in a segment make of its weight; nil where it has none.
    func shares(
      _ number: Int,
      _ segment: SegmentReader,
      _ scorer: DocumentScorer
    ) throws(IndexError) -> ShareCursor? {
      guard let entry = entries[number] else { return nil }
      let title = number < titles.count ? titles[number] : nil
      return try ShareCursor(entry, title: title, in: segment, scorer)
    }
  }

  private(set) var terms: [Term] = []
  private(set) var totalWeight: Float = 0
  /// What each of the question's terms counts, were it there once, whether the index holds it or not.
  private(set) var inverseDocumentFrequencies: [Float] = []

  init(
    _ terms: [WeightedTerm],
    _ model: ScoringModel,
    _ reader: DirectoryReader,
    _ checks: inout [ChunkChecks]
  ) throws(IndexError) {
    self.terms.reserveCapacity(terms.count)
    for term in terms {
      var found = try Self.find(term.term, model, reader, &checks)
      inverseDocumentFrequencies.append(found.weight)
      guard found.frequency > 0 else { continue }
      found.weight *= term.weight
      self.terms.append(found)
      totalWeight += found.weight
    }
  }

  private static func find(
    _ term: [UInt8],
    _ model: ScoringModel,
    _ reader: DirectoryReader,
    _ checks: inout [ChunkChecks]
  ) throws(IndexError) -> Term {
    var found = Term(weight: 0, frequency: 0, entries: [])
    found.entries.reserveCapacity(reader.parts.count)
    for (number, part) in reader.parts.enumerated() {
      let entry = try part.segment.dictionary.find(term[...])
      if let entry {
        found.frequency += entry.documentFrequency
        try checks[number].check(entry.postings, part.segment)
      }
      found.entries.append(entry)
      guard case .bm25f = model else { continue }
      let title = try part.segment.titleField.flatMap { field throws(IndexError) in
        try part.segment.dictionary.find(FieldTerm.bytes(term[...], field: field)[...])
      }
      if let title { try checks[number].check(title.postings, part.segment) }
      found.titles.append(title)
    }
    let statistics = TermStatistics(
      documentFrequency: min(found.frequency, reader.numberCount),
      documentCount: reader.numberCount
    )
    found.weight = model.inverseDocumentFrequency(statistics)
    return found
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
          room: board.room(walks.count),
          bytes
        )
      )
    }
    return walks
  }
}
