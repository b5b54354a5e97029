/// Finds the documents of an index that fit a question best.
///
/// Keeps the memory that searches write to, so one serves one thread.
package struct DirectorySearcher {
  private let reader: DirectoryReader
  private let table: SaturationTable
  private let board: ScoreBoard
  private var questions: QuestionAnalysis
  private var bonus = ProximityBonus()
  private var relevance: RelevanceModel
  private var checks: [ChunkChecks]

  private let ranking: Ranking
  private let evaluation: Evaluation
  private let model: ScoringModel

  /// How documents are ranked.
  package enum Ranking: Hashable, Sendable {
    /// With a bonus for words that stand close together, where their order is stored; words of one
    /// letter and words of asking are passed over.
    case standard
    /// By every word that is no stop word, and nothing else.
    case everyWord
  }

  /// How scores are worked out.
  package enum Evaluation: Hashable, Sendable {
    /// In whole steps, by classes of length, passing over documents that cannot be among the best.
    case fast
    /// For every document, in floating point, by its exact length where the order of words is stored:
    /// what the fast evaluation is measured against.
    case exact
  }

  /// Searches an index.
  package init(
    _ reader: DirectoryReader,
    ranking: Ranking = .standard,
    model: ScoringModel = .standard,
    evaluation: Evaluation = .fast
  ) {
    self.reader = reader
    self.ranking = ranking
    self.model = model
    self.evaluation = evaluation
    relevance = RelevanceModel(reader)
    table = SaturationTable(model, meanLength: reader.meanLength)
    board = ScoreBoard(table)
    questions = QuestionAnalysis(
      reader.analysis,
      form: ranking == .standard ? .question : .everyWord
    )
    checks = reader.parts.map { ChunkChecks($0.segment) }
  }

  /// The best documents for a question, best first.
  ///
  /// - Parameters:
  ///   - question: UTF-8; other bytes separate words.
  ///   - expansion: What is searched in place of the question's terms, as `expandedTerms` gave it.
  ///   - limit: How many at most.
  /// - Returns: Document numbers of the reader with their scores.
  /// - Throws: `IndexError` when the index is damaged.
  package mutating func search(
    _ question: [UInt8],
    with expansion: [WeightedTerm]? = nil,
    limit: Int
  ) throws(IndexError) -> [Hit] {
    let numbers = questions.terms(of: question)
    let own = numbers.map {
      WeightedTerm(term: Array(questions.vocabulary[$0.number]), weight: $0.weight)
    }
    let terms = expansion ?? own
    guard ranking == .standard, reader.hasPositions, limit > 0, own.count > 1 else {
      return try search(terms, limit: limit)
    }
    let plan = try QueryPlan(terms, model, reader, &checks)
    let hits = try search(plan, limit: max(limit, ProximityBonus.depth))
    let ownPlan = expansion == nil ? plan : try QueryPlan(own, model, reader, &checks)
    return Array(
      try withBonus(hits, numbers, ownPlan.inverseDocumentFrequencies).prefix(limit)
    )
  }

  /// The terms of a question with those of the documents that fit it best.
  ///
  /// - Parameters:
  ///   - question: As for `search`.
  ///   - expansion: What the question was widened to before.
  ///   - feedback: How many documents and terms are taken.
  /// - Returns: Terms with what each counts.
  /// - Throws: `IndexError` when the index is damaged or keeps no texts.
  package mutating func expandedTerms(
    of question: [UInt8],
    with expansion: [WeightedTerm]? = nil,
    by feedback: RelevanceFeedback
  ) throws(IndexError) -> [WeightedTerm] {
    let hits = try search(question, with: expansion, limit: feedback.documents)
    return try relevance.expanded(expansion ?? terms(of: question), by: hits, feedback)
  }

  private mutating func terms(of question: [UInt8]) -> [WeightedTerm] {
    questions.terms(of: question).map {
      WeightedTerm(term: Array(questions.vocabulary[$0.number]), weight: $0.weight)
    }
  }

  /// The terms of a question with those of what its abbreviations stand for, and of abbreviations for
  /// what it writes out.
  ///
  /// - Parameters:
  ///   - question: As for `search`.
  ///   - abbreviations: What is known of the subject.
  ///   - weight: What a counterpart with one meaning counts beside a word of the question.
  /// - Returns: Terms with what each counts.
  package mutating func expandedTerms(
    of question: [UInt8],
    by abbreviations: AbbreviationList,
    weight: Float = 0.5
  ) -> [WeightedTerm] {
    var terms = terms(of: question)
    let text = String(decoding: question, as: UTF8.self)
    for (counterpart, share) in abbreviations.counterparts(in: text) {
      for (number, count) in questions.terms(of: Array(counterpart.utf8)) {
        let term = Array(questions.vocabulary[number])
        let added = weight * share * count
        if let place = terms.firstIndex(where: { $0.term == term }) {
          terms[place].weight += added
        } else {
          terms.append(WeightedTerm(term: term, weight: added))
        }
      }
    }
    return terms
  }

  private mutating func withBonus(
    _ hits: [Hit],
    _ numbers: [(number: Int, weight: Float)],
    _ weights: [Float]
  ) throws(IndexError) -> [Hit] {
    bonus.select(
      zip(numbers, weights).map {
        ProximityBonus.Word(mark: questions.vocabulary.mark($0.number), weight: $1)
      }
    )
    var best = Array(hits.prefix(ProximityBonus.depth))
    // All are looked up before the first is read, so that memory is waited for once.
    var marks: [(segment: SegmentReader, range: Range<Int>, norm: Float)] = []
    marks.reserveCapacity(best.count)
    for hit in best {
      let (part, document) = try reader.place(of: hit.document)
      let norm = table.norms[part.segment.lengthClass(of: document)]
      marks.append((part.segment, try part.segment.marks(of: document), norm))
    }
    for index in best.indices {
      let (segment, range, norm) = marks[index]
      best[index].score += try bonus.of(range, in: segment, norm: norm)
    }
    best.sort { $0.ranksBefore($1) }
    return best + hits.dropFirst(ProximityBonus.depth)
  }

  /// The best documents for weighted terms, best first.
  package mutating func search(_ terms: [WeightedTerm], limit: Int) throws(IndexError) -> [Hit] {
    try search(QueryPlan(terms, model, reader, &checks), limit: limit)
  }

  private mutating func search(_ plan: QueryPlan, limit: Int) throws(IndexError) -> [Hit] {
    guard plan.totalWeight > 0 else { return [] }
    if evaluation == .exact || model.needsFields {
      let lengths: DocumentScorer.Lengths = evaluation == .exact ? .exact : .classes
      let scorer = DocumentScorer(model, table, reader, lengths: lengths)
      return try ExhaustiveScores(reader, scorer)
        .best(plan, limit: limit, inSteps: evaluation == .fast)
    }
    var best = TopScores(limit: limit)
    let primer = ThresholdPrimer(plan, limit: limit)
    if primer.pays {
      for number in reader.parts.indices {
        try primer.run(part(number), number, &best)
        if best.floor > 0 { break }
      }
    }
    for number in reader.parts.indices {
      let walks = try plan.walks(number, reader.parts[number].segment.bytes, board)
      guard !walks.isEmpty else { continue }
      var search = SegmentSearch(part(number), walks: walks)
      try search.run(into: &best)
    }
    let scale = plan.scale / table.unit
    return best.sorted().map { Hit(document: Int($0.document), score: Float($0.score) / scale) }
  }

  private func part(_ number: Int) -> SearchedPart {
    let part = reader.parts[number]
    board.select(segment: number, classStarts: part.segment.classStarts)
    return SearchedPart(
      context: WindowContext(
        bytes: part.segment.bytes,
        board: board,
        table: table,
        classStarts: part.segment.classStarts
      ),
      documentCount: part.segment.documentCount,
      firstNumber: part.firstNumber,
      deletions: part.deletions
    )
  }
}

/// A segment with the memory that it is searched with.
struct SearchedPart {
  var context: WindowContext
  var documentCount: Int
  /// The number of its first document among those of all segments.
  var firstNumber: Int
  var deletions: Deletions?
}
