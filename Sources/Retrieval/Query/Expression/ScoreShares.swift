/// What the terms of a query give to the score of one document.
package struct ScoreShares: Hashable, Sendable {
  /// One term's part.
  package struct Share: Hashable, Sendable {
    package var term: [UInt8]
    /// Occurrences, those in the title counted twice.
    package var frequency: Int
    /// Documents of the index that hold the term.
    package var documentFrequency: Int
    /// Whole steps of the query's scale.
    package var steps: Int
  }

  /// In the order of the query.
  package var shares: [Share] = []
  /// Steps to a score of one.
  package var scale: Float
  /// What the document got above its terms, for words that stand close together.
  package var proximity: Float = 0

  /// The part of the score that terms give: the sum of all steps, divided by the scale.
  package var termScore: Float { Float(shares.reduce(0) { $0 + $1.steps }) / scale }
}

extension ExpressionSearcher {
  /// Explains the scores of hits.
  ///
  /// - Complexity: O(*p* + *t* · *h*) for *p* postings of *t* terms and *h* hits.
  package mutating func explain(
    _ hits: [Hit],
    of terms: [WeightedTerm]
  ) throws(IndexError) -> [ScoreShares] {
    var known: [WeightedTerm] = []
    for term in terms {
      for part in reader.parts where try part.segment.dictionary.find(term.term[...]) != nil {
        known.append(term)
        break
      }
    }
    let plan = try QueryPlan(known, model, reader, &checks)
    var explanations = hits.map { _ in
      ScoreShares(scale: plan.totalWeight > 0 ? plan.scale / table.unit : 1)
    }
    let places = Dictionary(
      hits.enumerated().map { (UInt32($1.document), $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for number in reader.parts.indices {
      let part = reader.parts[number]
      for (term, planned) in zip(known, plan.terms) {
        guard var cursor = try planned.shares(number, part.segment, scorer) else { continue }
        let weight = planned.weight * plan.scale
        while !cursor.isAtEnd {
          if let hit = places[UInt32(part.firstNumber + cursor.document)] {
            let gain = SaturationTable.steps(weight, cursor.share)
            explanations[hit].shares.append(
              ScoreShares.Share(
                term: term.term,
                frequency: Int(cursor.frequency),
                documentFrequency: planned.frequency,
                steps: Int(gain)
              )
            )
          }
          try cursor.advance()
        }
      }
    }
    for (index, hit) in hits.enumerated() {
      explanations[index].proximity = hit.score - explanations[index].termScore
    }
    return explanations
  }

  /// The terms that count in a query.
  package func terms(of expression: SearchExpression) throws(IndexError) -> [WeightedTerm] {
    try ExpressionMatcher(expression, reader).terms
  }

  /// The terms that count in a question, whatever signs it has.
  package func terms(ofQuestion question: [UInt8]) -> [WeightedTerm] {
    var questions = QuestionAnalysis(reader.analysis, form: .question)
    return questions.terms(of: question).map {
      WeightedTerm(term: Array(questions.vocabulary[$0.number]), weight: $0.weight)
    }
  }

  /// Whether a document of the index holds a term.
  package func isKnown(_ term: [UInt8]) throws(IndexError) -> Bool {
    for part in reader.parts where try part.segment.dictionary.find(term[...]) != nil {
      return true
    }
    return false
  }

  /// Terms with what each counts by its rarity, for choosing among sentences.
  package mutating func weighted(
    _ terms: [WeightedTerm]
  ) throws(IndexError) -> [WeightedTerm] {
    let weights = try QueryPlan(terms, model, reader, &checks).inverseDocumentFrequencies
    return zip(terms, weights).map { WeightedTerm(term: $0.term, weight: max($1, 0)) }
  }
}
