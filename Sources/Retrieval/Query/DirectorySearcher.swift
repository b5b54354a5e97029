/// Finds the documents of an index that fit a question best.
///
/// Keeps the memory that searches write to, so one serves one thread.
package struct DirectorySearcher {
  private let reader: DirectoryReader
  private let table: SaturationTable
  private let board = ScoreBoard()
  private var word = WordCursor()
  private var checks: [ChunkChecks]

  /// Searches an index.
  package init(_ reader: DirectoryReader, parameters: BM25Parameters = BM25Parameters()) {
    self.reader = reader
    table = SaturationTable(parameters: parameters, meanLength: reader.meanLength)
    checks = reader.parts.map { ChunkChecks($0.segment) }
  }

  /// The best documents for a question, best first.
  ///
  /// - Parameters:
  ///   - question: UTF-8; other bytes separate words.
  ///   - limit: How many at most.
  /// - Returns: Document numbers of the reader with their scores.
  package mutating func search(_ question: [UInt8], limit: Int) throws(IndexError) -> [Hit] {
    let terms = terms(of: question)
    return try search(terms, limit: limit)
  }

  /// The best documents for weighted terms, best first.
  package mutating func search(_ terms: [WeightedTerm], limit: Int) throws(IndexError) -> [Hit] {
    let plan = try plan(terms)
    guard plan.totalWeight > 0 else { return [] }
    var best = TopScores(limit: limit)
    let scale = plan.scale
    board.reserve(terms: plan.terms.count + 1)
    for (number, part) in reader.parts.enumerated() {
      var walks: [PostingWalk] = []
      walks.reserveCapacity(plan.terms.count)
      for term in plan.terms {
        guard let entry = term.entries[number] else { continue }
        try checks[number].check(entry.postings, part.segment)
        walks.append(
          try PostingWalk(
            entry,
            weight: term.weight * scale,
            room: walks.count * PostingEncoder.blockSize,
            part.segment.bytes,
            board
          )
        )
      }
      guard !walks.isEmpty else { continue }
      let context = WindowContext(
        bytes: part.segment.bytes,
        board: board,
        table: table,
        classStarts: part.segment.classStarts
      )
      var search = SegmentSearch(
        context,
        walks: walks,
        documentCount: part.segment.documentCount,
        firstNumber: part.firstNumber,
        deletions: part.deletions
      )
      try search.run(into: &best)
    }
    return best.sorted().map { Hit(document: Int($0.document), score: Float($0.score) / scale) }
  }

  /// The distinct terms of a question; a word that stands twice weighs double.
  package mutating func terms(of question: [UInt8]) -> [WeightedTerm] {
    var terms: [WeightedTerm] = []
    word.offset = 0
    while reader.analysis.next(question.span, &word) {
      guard word.isLongerThanOneLetter, let term = reader.analysis.term(of: word) else { continue }
      if let known = terms.firstIndex(where: { $0.term == term }) {
        terms[known].weight += 1
      } else {
        terms.append(WeightedTerm(term: term, weight: 1))
      }
    }
    return terms
  }

  private func plan(_ terms: [WeightedTerm]) throws(IndexError) -> QueryPlan {
    var plan = QueryPlan()
    for term in terms {
      var entries: [DictionaryEntry?] = []
      var frequency = 0
      for part in reader.parts {
        let entry = try part.segment.dictionary.find(term.term[...])
        frequency += entry?.documentFrequency ?? 0
        entries.append(entry)
      }
      guard frequency > 0 else { continue }
      let statistics = TermStatistics(
        documentFrequency: min(frequency, reader.numberCount),
        documentCount: reader.numberCount
      )
      let weight = term.weight * BM25().inverseDocumentFrequency(statistics)
      plan.terms.append(QueryPlan.Term(weight: weight, entries: entries))
      plan.totalWeight += weight
    }
    return plan
  }
}

/// A term of a question with what it counts.
package struct WeightedTerm: Hashable, Sendable {
  /// As the analysis gives it.
  package var term: [UInt8]
  /// How much it counts, above 0.
  package var weight: Float

  /// Takes a term and its weight.
  package init(term: [UInt8], weight: Float) {
    self.term = term
    self.weight = weight
  }
}

/// The terms of a question that an index holds.
struct QueryPlan {
  struct Term {
    /// Inverse document frequency, as often as the question has the term.
    var weight: Float
    /// By segment.
    var entries: [DictionaryEntry?]
  }

  var terms: [Term] = []
  var totalWeight: Float = 0

  /// Steps of a score: a document that got all that terms can give stays below 2¹⁵.
  var scale: Float { Float(Int(Int16.max) - terms.count) / totalWeight }
}

/// Which parts of a segment's file have been found to fit their checksums.
struct ChunkChecks {
  private var isChecked: [Bool]

  init(_ segment: SegmentReader) {
    isChecked = [Bool](repeating: false, count: segment.size / SegmentHead.chunk + 1)
  }

  /// Checks what was not checked before of a range.
  mutating func check(_ range: Range<Int>, _ segment: SegmentReader) throws(IndexError) {
    guard !range.isEmpty, range.lowerBound >= SegmentHead.size else { return }
    let first = (range.lowerBound - SegmentHead.size) / SegmentHead.chunk
    let last = (range.upperBound - 1 - SegmentHead.size) / SegmentHead.chunk
    guard last < isChecked.count else { throw .damaged }
    for chunk in first...last where !isChecked[chunk] {
      let start = SegmentHead.size + chunk * SegmentHead.chunk
      try segment.verify(start..<(start + 1))
      isChecked[chunk] = true
    }
  }
}
