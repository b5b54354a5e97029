internal import Evidence
internal import Retrieval
internal import TextAnalysis

/// A claim that fits a question, with what its score is made of.
struct RankedClaim: Sendable {
  var number: Int
  var score: Float
  /// Weight of its words, BM25F.
  var words: Float
  /// Greatest cosine with one of the ways in which it is asked for.
  var similarity: Float
  /// What it is ordered by behind the first statement: the score and what it adds to that one.
  var order: Float = 0
}

/// Ranks the claims of a pack for a question.
struct Ranking {
  private let pack: CompiledPack
  private let claims: Searcher
  private let phrases: Searcher

  init(_ pack: CompiledPack) {
    self.pack = pack
    let parameters = pack.parameters
    claims = Searcher(
      pack.claimIndex,
      fields: ClaimField.weighted(parameters),
      scorer: BM25(saturation: Float(max(parameters[.bm25Saturation], 0.01))),
      proximityWeight: Float(parameters[.queryProximityWeight])
    )
    phrases = Searcher(
      pack.askedIndex,
      fields: [Field(name: "phrase", weight: 1, lengthNormalization: 0)],
      scorer: TFIDF()
    )
  }

  /// The query of analysed words.
  func query(_ tokens: [Token]) -> Query {
    Query(tokens, synonymWeight: Float(pack.parameters[.querySynonymWeight]))
  }

  /// All claims that share a term with the query, best first.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - parts: What its words give to each claim, as `contributions(_:)` has it.
  ///   - cues: The kinds of answer that are asked for.
  /// - Returns: The claims with their scores.
  /// - Throws: `IndexError` when the pack is damaged.
  func rank(_ query: Query, _ parts: Contributions, cues: [String]) throws -> [RankedClaim] {
    let words = parts.totals
    let similar = try phraseScores(query)
    let weight = Float(pack.parameters[.phraseWeight])
    var best = TopK(limit: pack.claimCount)
    for number in 0..<pack.claimCount where words[number] > 0 || similar[number].total > 0 {
      best.insert(Hit(document: number, score: words[number] + weight * similar[number].total))
    }
    let ranked = best.sorted.map { hit in
      RankedClaim(
        number: hit.document,
        score: hit.score,
        words: words[hit.document],
        similarity: similar[hit.document].best
      )
    }
    return try preferred(ranked, cues)
  }

  /// What each word of the query gives to each claim.
  func contributions(_ query: Query) throws -> Contributions {
    var documents: [Int] = []
    documents.reserveCapacity(pack.claimCount)
    for number in 0..<pack.claimCount { documents.append(try pack.document(ofClaim: number)) }
    return try claims.contributions(query).renumbered(documents)
  }

  /// How the score of a claim came about.
  func explain(_ query: Query, claim number: Int, cues: [String]) throws -> Explanation {
    var parts = [
      Explanation(
        label: "words (BM25F)",
        value: 0,
        parts: try claims.explain(query, document: pack.document(ofClaim: number)).parts
      )
    ]
    parts[0].value = parts[0].parts.reduce(0) { $0 + $1.value }
    let similar = try phraseScores(query)[number]
    let weight = Float(pack.parameters[.phraseWeight])
    parts.append(
      Explanation(
        label: "ways of asking (cosine lnc.ltc, best \(similar.best)) × \(weight)",
        value: weight * similar.total
      )
    )
    let plain = parts.reduce(0) { $0 + $1.value }
    let factor = preference(try pack.traits(ofClaim: number), cues)
    let value = plain * factor
    if factor != 1 {
      parts.append(
        Explanation(label: "kind of answer asked for × \(factor)", value: value - plain)
      )
    }
    return Explanation(label: "score", value: value, parts: parts)
  }

  /// For each claim, the sum of its best phrases' cosines, each next one worth less.
  private func phraseScores(_ query: Query) throws -> [(total: Float, best: Float)] {
    let count = max(1, min(Int(pack.parameters[.phraseCount]), 64))
    // For each claim its best scores so far, descending.
    var best = [Float](repeating: 0, count: pack.claimCount * count)
    for (phrase, score) in try phrases.scores(query).enumerated() where score > 0 {
      let owner = try pack.claim(ofPhrase: phrase)
      guard owner < pack.claimCount else { continue }
      var place = owner * count + count
      while place > owner * count, best[place - 1] < score {
        if place < owner * count + count { best[place] = best[place - 1] }
        place -= 1
      }
      if place < owner * count + count { best[place] = score }
    }
    let decay = Float(pack.parameters[.phraseDecay])
    return (0..<pack.claimCount).map { claim in
      var factor: Float = 1
      var total: Float = 0
      for score in best[(claim * count)..<((claim + 1) * count)] {
        total += score * factor
        factor *= decay
      }
      return (total, best[claim * count])
    }
  }

  /// Re-ranks the best by whether they hold the kind of answer that was asked for.
  private func preferred(_ ranked: [RankedClaim], _ cues: [String]) throws -> [RankedClaim] {
    var best = Array(ranked.prefix(40))
    for index in best.indices {
      best[index].score *= preference(try pack.traits(ofClaim: best[index].number), cues)
    }
    best.sort { $0.score != $1.score ? $0.score > $1.score : $0.number < $1.number }
    return best + ranked.dropFirst(40)
  }

  private func preference(_ claim: ClaimTraits, _ cues: [String]) -> Float {
    var factor: Float = 1
    if claim.figures & FigureKind.mask(ofCues: cues) != 0 {
      factor += Float(pack.parameters[.figureBonus])
    }
    if Self.kinds.contains(where: { $1 == claim.kind && cues.contains($0) }) {
      factor += Float(pack.parameters[.kindBonus])
    }
    if claim.isProtocolText { factor += Float(pack.parameters[.protocolBonus]) }
    if claim.scope == .context { factor -= Float(pack.parameters[.contextPenalty]) }
    return factor
  }

  /// Which kind of claim answers which cue.
  private static let kinds: [(String, ClaimKind)] = [
    ("recommendation", .recommendation), ("practice", .practiceSurvey),
    ("definition", .definition), ("evidence", .evidenceQuality), ("harm", .harm),
    ("sensitivity", .diagnosticAccuracy),
  ]
}
