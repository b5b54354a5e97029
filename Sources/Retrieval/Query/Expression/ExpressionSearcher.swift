/// Finds the documents of an index that fit a query with phrases, fields, prefixes and exclusions.
///
/// Every document that holds a term is scored, from the same gains as in `DirectorySearcher`. Clauses
/// narrow the documents down by postings first; an index has no positions, so phrases and fields are
/// then looked up in the stored texts, best documents first, until enough of them fit.
package struct ExpressionSearcher {
  let reader: DirectoryReader
  let table: SaturationTable
  let model: ScoringModel
  let scorer: DocumentScorer
  private var relevance: RelevanceModel
  var checks: [ChunkChecks]

  /// Searches an index.
  package init(_ reader: DirectoryReader, model: ScoringModel = .standard) {
    self.reader = reader
    self.model = model
    relevance = RelevanceModel(reader)
    table = SaturationTable(model, meanLength: reader.meanLength)
    scorer = DocumentScorer(model, table, reader)
    checks = reader.parts.map { ChunkChecks($0.segment) }
  }

  /// The best documents for a query, best first.
  ///
  /// - Parameters:
  ///   - expression: The query.
  ///   - expansion: What counts in place of the query's terms, as `expandedTerms` gave it.
  ///   - limit: How many at most.
  /// - Returns: Document numbers of the reader with their scores.
  /// - Throws: `IndexError` when the index is damaged, or keeps no texts where they are needed.
  package mutating func search(
    _ expression: SearchExpression,
    with expansion: [WeightedTerm]? = nil,
    limit: Int
  ) throws(IndexError) -> [Hit] {
    let matcher = try ExpressionMatcher(expression, reader)
    if matcher.needsTexts, !reader.hasTexts { throw .noTexts }
    let plan = try QueryPlan(expansion ?? matcher.terms, model, reader, &checks)
    guard plan.totalWeight > 0 else { return [] }
    var ranked: [UInt64] = []
    for number in reader.parts.indices {
      try rank(number, plan, matcher, into: &ranked)
    }
    ranked.sort(by: >)
    let scale = plan.scale / table.unit
    var hits: [Hit] = []
    for key in ranked where hits.count < limit {
      let document = Int(~UInt32(truncatingIfNeeded: key))
      guard try fits(document, matcher) else { continue }
      hits.append(Hit(document: document, score: Float(key >> 32) / scale))
    }
    return hits
  }

  /// The terms of a query with those of the documents that fit it best.
  ///
  /// - Throws: `IndexError` when the index is damaged or keeps no texts.
  package mutating func expandedTerms(
    of expression: SearchExpression,
    by feedback: RelevanceFeedback
  ) throws(IndexError) -> [WeightedTerm] {
    let hits = try search(expression, limit: feedback.documents)
    return try relevance.expanded(terms(of: expression), by: hits, feedback)
  }

  /// Scores the documents of a segment that postings do not rule out.
  private mutating func rank(
    _ number: Int,
    _ plan: QueryPlan,
    _ matcher: ExpressionMatcher,
    into ranked: inout [UInt64]
  ) throws(IndexError) {
    let part = reader.parts[number]
    var scores = [UInt32](repeating: 0, count: part.segment.documentCount)
    for term in plan.terms {
      guard var cursor = try term.shares(number, part.segment, scorer) else { continue }
      let weight = term.weight * plan.scale
      while !cursor.isAtEnd {
        scores[cursor.document] += UInt32(SaturationTable.steps(weight, cursor.share))
        try cursor.advance()
      }
    }
    for clause in matcher.required {
      let holders = try documents(holding: clause, number)
      for document in scores.indices where !holders[document] { scores[document] = 0 }
    }
    for clause in matcher.excluded where !clause.needsText {
      let holders = try documents(holding: clause, number)
      for document in scores.indices where holders[document] { scores[document] = 0 }
    }
    for (document, score) in scores.enumerated() where score > 0 {
      if let deletions = part.deletions, deletions.contains(document) { continue }
      let key = ~UInt32(truncatingIfNeeded: part.firstNumber + document)
      ranked.append(UInt64(score) << 32 | UInt64(key))
    }
  }

  /// By document, whether it holds a term for each word of a clause that is no stop word.
  private mutating func documents(
    holding clause: ClauseMatcher,
    _ number: Int
  ) throws(IndexError) -> [Bool] {
    let segment = reader.parts[number].segment
    var holders = [Bool](repeating: !clause.words.isEmpty, count: segment.documentCount)
    for word in clause.words where !word.isStopWord {
      var found = [Bool](repeating: false, count: segment.documentCount)
      for term in word.terms {
        guard let entry = try segment.dictionary.find(term.term[...]) else { continue }
        try checks[number].check(entry.postings, segment)
        var cursor = try segment.postings(of: entry)
        while !cursor.isAtEnd {
          found[cursor.document] = true
          try cursor.advance()
        }
      }
      for document in holders.indices where !found[document] { holders[document] = false }
    }
    return holders
  }

  /// Whether the stored text agrees with what postings cannot tell.
  private func fits(_ document: Int, _ matcher: ExpressionMatcher) throws(IndexError) -> Bool {
    guard matcher.needsTexts, let stored = try reader.document(document) else { return true }
    let title = WordKey.keys(of: Array(stored.title.utf8), reader.analysis)
    let text = WordKey.keys(of: Array(stored.text.utf8), reader.analysis)
    return matcher.required.allSatisfy { $0.matches(title: title, text: text) }
      && !matcher.excluded.contains { $0.matches(title: title, text: text) }
  }
}
