internal import Evidence
internal import Retrieval
internal import TextAnalysis

extension Assistant {
  /// The reply to a question that was read.
  func reply(to reading: Reading, skipping skipped: Int, limit: Int) throws -> Reply {
    let probability = reading.coverage.probability(pack.parameters)
    guard let best = reading.ranked.first,
      probability >= reading.threshold
    else { return try refusal(reading, probability) }
    let source = try pack.traits(ofClaim: best.number).protocolNumber
    let ranked = try reading.ranked.filter {
      try pack.traits(ofClaim: $0.number).protocolNumber == source
    }
    let chosen =
      skipped == 0
      ? try select(ranked, reading, limit: max(1, limit))
      : Array(try ordered(ranked, reading).dropFirst(skipped).prefix(max(1, limit)))
    let shown = chosen.map(\.number)
    let dissents = try dissents(of: chosen, ranked, shown: shown)
    var citations = CitationList(self)
    var statements: [Statement] = []
    for (claim, isDissent) in chosen.map({ ($0, false) }) + dissents.map({ ($0, true) }) {
      if let statement = try statement(claim, isDissent, &citations) {
        statements.append(statement)
      }
    }
    var reply = Reply(
      id: nil,
      question: reading.question,
      resolved: reading.searched,
      carried: [],
      status: .answered,
      confidence: probability,
      statements: statements,
      disagreements: try disagreements(among: statements, chosen + dissents),
      references: citations.references,
      suggestions: [],
      refusal: nil,
      corrections: reading.corrections,
      corpus: try pack.identity(protocol: source).0
    )
    if statements.isEmpty { reply.status = .notCovered }
    reply.suggestions = try suggestions(ranked, shown: (chosen + dissents).map(\.number))
    return reply
  }

  func statement(
    _ ranked: RankedClaim,
    _ isDissent: Bool,
    _ citations: inout CitationList
  ) throws -> Statement? {
    let claim = try pack.claim(ranked.number)
    let numbers = try claim.citations.map { try citations.number(of: $0) }
    return Statement(
      text: claim.text,
      claim: claim.id,
      kind: claim.traits.kind,
      scope: claim.traits.scope,
      citations: numbers.map { citations.references[$0 - 1].id },
      citationNumbers: numbers,
      span: SourceSpan(file: claim.file, start: claim.start, end: claim.end),
      sectionPath: try pack.sectionPath(claim.section),
      score: Double(ranked.score),
      isDissent: isDissent,
      figures: claim.figures
    )
  }

  // MARK: Choosing statements

  /// The ranking as it is shown: what holds words of the question that the first statement lacks
  /// comes second, so that both parts of a question are answered.
  private func ordered(_ ranked: [RankedClaim], _ reading: Reading) throws -> [RankedClaim] {
    guard let first = ranked.first else { return [] }
    let bonus = Float(pack.parameters[.selectionNewWords])
    guard bonus > 0 else { return ranked }
    let near = Array(ranked.dropFirst().prefix(20))
    let held = reading.contributions[first.number]
    var rest: [RankedClaim] = []
    for claim in near {
      let own = reading.contributions[claim.number]
      let new = zip(own, held).reduce(Float(0)) { $0 + max(0, $1.0 - $1.1) }
      var raised = claim
      raised.order = claim.score + bonus * new
      rest.append(raised)
    }
    rest.sort { $0.order != $1.order ? $0.order > $1.order : $0.number < $1.number }
    return [first] + rest + ranked.dropFirst(21)
  }

  /// The best statements that belong to the answer: those whose score is near the best one's.
  private func select(
    _ ranked: [RankedClaim],
    _ reading: Reading,
    limit: Int
  ) throws -> [RankedClaim] {
    let ordered = try ordered(ranked, reading)
    guard let best = ordered.first else { return [] }
    let least = best.score * Float(pack.parameters[.selectionRatio])
    return Array(ordered.prefix(limit).filter { $0.number == best.number || $0.score >= least })
  }

  /// For each shown claim that is disputed by none of the shown ones, the best that disputes it.
  private func dissents(
    of chosen: [RankedClaim],
    _ ranked: [RankedClaim],
    shown: [Int]
  ) throws -> [RankedClaim] {
    var added: [RankedClaim] = []
    for claim in chosen {
      let others = try pack.claim(claim.number).disputes
      let present = shown + added.map(\.number)
      guard !others.isEmpty, !others.contains(where: present.contains) else { continue }
      let candidates = others.map { other in
        ranked.first { $0.number == other }
          ?? RankedClaim(number: other, score: 0, words: 0, similarity: 0)
      }
      let best = candidates.min {
        $0.score != $1.score ? $0.score > $1.score : $0.number < $1.number
      }
      if let best { added.append(best) }
    }
    return added
  }

  private func disagreements(
    among statements: [Statement],
    _ claims: [RankedClaim]
  ) throws -> [[String]] {
    var pairs: [[String]] = []
    for (index, claim) in claims.enumerated() {
      let disputes = try pack.claim(claim.number).disputes
      for other in claims.indices.dropFirst(index + 1)
      where disputes.contains(claims[other].number) && other < statements.count {
        pairs.append([statements[index].claim, statements[other].claim])
      }
    }
    return pairs
  }

  // MARK: Suggestions

  /// Up to three questions about the claims that come next, of different topics where possible.
  private func suggestions(_ ranked: [RankedClaim], shown: [Int]) throws -> [String] {
    var found: [String] = []
    var topics: [String] = []
    for claim in ranked.prefix(24) where !shown.contains(claim.number) && found.count < 3 {
      let question = try pack.suggestion(for: claim.number)
      if question.isEmpty { continue }
      let topic = try pack.claim(claim.number).topic
      if topics.contains(topic) { continue }
      topics.append(topic)
      found.append(question)
    }
    return found
  }

  /// For each claim, the first of its ways of asking that reads as a question, was asked here and
  /// is answered with this claim first; empty where there is none.
  func answeredQuestions() throws -> [String] {
    try (0..<pack.claimCount).map { number in
      let claim = try pack.claim(number)
      guard claim.traits.scope == .subject else { return "" }
      let questions = try pack.asked(for: number).filter {
        $0.last == "?" && (20...72).contains($0.utf8.count) && $0.first?.isUppercase == true
      }
      return try questions.first { question in
        let reading = try reading(question)
        return reading.ranked.first?.number == number && reading.corrections.isEmpty
          && reading.coverage.probability(pack.parameters)
            >= pack.parameters[.refusalThreshold]
      } ?? ""
    }
  }

  // MARK: Refusing

  /// A refusal when nothing could be read, which a pack whose checksum fits never causes.
  func refusal(_ question: String) -> Reply {
    Reply(
      id: nil,
      question: question,
      resolved: question,
      carried: [],
      status: .notCovered,
      confidence: 0,
      statements: [],
      disagreements: [],
      references: [],
      suggestions: [],
      refusal: Refusal(unknownWords: [], neighbouringTopics: [], nearestSections: []),
      corrections: [],
      corpus: identity
    )
  }

  private func refusal(_ reading: Reading, _ probability: Double) throws -> Reply {
    var sections: [String] = []
    for claim in reading.ranked.prefix(8) where sections.count < 3 {
      let heading = try pack.sectionPath(try pack.claim(claim.number).section).last ?? ""
      if !sections.contains(heading) { sections.append(heading) }
    }
    var reply = refusal(reading.question)
    reply.resolved = reading.searched
    reply.confidence = probability
    reply.corrections = reading.corrections
    reply.refusal = Refusal(
      unknownWords: Array(reading.coverage.unknownWords.prefix(8)),
      neighbouringTopics: Array(reading.coverage.neighbouringTopics.prefix(8)),
      nearestSections: sections
    )
    return reply
  }
}

/// Numbers references in the order in which they are first cited.
struct CitationList {
  let pack: CompiledPack
  let retractions: RetractionList
  private(set) var references: [NumberedReference] = []
  /// The places in the pack of `references`; too few for a dictionary.
  private var places: [Int] = []

  init(_ assistant: Assistant) {
    pack = assistant.pack
    retractions = assistant.retractions
  }

  mutating func number(of index: Int) throws -> Int {
    if let known = places.firstIndex(of: index) { return known + 1 }
    let stored = try pack.reference(index)
    let number = references.count + 1
    references.append(
      NumberedReference(
        number: number,
        id: stored.id,
        text: stored.text,
        brief: stored.brief,
        kind: ReferenceKind(rawValue: stored.kind) ?? .primaryStudy,
        url: stored.url,
        retraction: retractions.notice(id: stored.id, url: stored.url)?.sentence
      )
    )
    places.append(index)
    return number
  }
}
