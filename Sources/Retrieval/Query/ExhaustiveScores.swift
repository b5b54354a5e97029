/// Scores every document that holds a term, passing over none.
struct ExhaustiveScores {
  private let reader: DirectoryReader
  private let scorer: DocumentScorer

  init(_ reader: DirectoryReader, _ scorer: DocumentScorer) {
    self.reader = reader
    self.scorer = scorer
  }

  /// The best documents, best first.
  ///
  /// - Parameters:
  ///   - plan: The terms.
  ///   - limit: How many at most.
  ///   - inSteps: Whether what a term gives is rounded to whole steps of the plan, as a fast search
  ///     and explanations do.
  /// - Returns: Document numbers of the reader with their scores.
  /// - Throws: `IndexError` when the index is damaged.
  /// - Complexity: O(d + p) in the documents and in the postings of the terms.
  func best(_ plan: QueryPlan, limit: Int, inSteps: Bool) throws(IndexError) -> [Hit] {
    var best = TopK(limit: limit)
    let unit = scorer.table.unit
    for (number, part) in reader.parts.enumerated() {
      var scores = [Float](repeating: 0, count: part.segment.documentCount)
      for term in plan.terms {
        guard var cursor = try term.shares(number, part.segment, scorer) else { continue }
        while !cursor.isAtEnd {
          scores[cursor.document] +=
            inSteps
            ? Float(SaturationTable.steps(term.weight * plan.scale, cursor.share))
            : term.weight * cursor.share
          try cursor.advance()
        }
      }
      for (document, score) in scores.enumerated() where score > 0 {
        if let deletions = part.deletions, deletions.contains(document) { continue }
        let score = inSteps ? score / (plan.scale / unit) : score * unit
        best.insert(Hit(document: part.firstNumber + document, score: score))
      }
    }
    return best.sorted
  }
}
