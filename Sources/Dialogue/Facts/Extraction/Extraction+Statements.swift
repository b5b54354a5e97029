extension Extraction {
  /// What each mention of a truth or a choice states.
  func statements(of number: Int) -> [Statement] {
    let fact = language.facts[number]
    return mentions.filter { $0.fact == number }.compactMap { mention in
      guard case .states(let value, let denial) = mention.role else { return nil }
      var cues = engine.cues(reaching: mention.pieces)
      if denial == .ignored { cues.removeAll { $0.rule.effect == .polarity(.negated) } }
      // A cue that is part of the phrase was understood with it.
      var assertion = AssertionEngine.assertion(cues)
      var stated = value
      switch assertion.polarity {
      case .negated:
        guard denial == .inverts, let denied = value.denied else { return nil }
        stated = denied
      case .planned:
        if let planned = fact.plannedValue {
          stated = planned
          assertion.polarity = .affirmed
        }
      case .affirmed, .uncertain, .hypothetical, .other: break
      }
      return Statement(
        fact: number,
        value: stated,
        assertion: assertion,
        pieces: mention.pieces,
        isLatest: isLatest(mention.pieces, of: number)
      )
    }
  }

  /// Whether the words before a run of pieces, in the same sentence, say that the value is present.
  func isLatest(_ pieces: Range<Int>, of fact: Int) -> Bool {
    mentions(in: text.sentence(of: pieces.lowerBound)).contains { mention in
      mention.fact == fact && mention.role == .latest
        && mention.pieces.lowerBound < pieces.upperBound
        && pieces.lowerBound - mention.pieces.upperBound < 8
    }
  }

  /// Whether something between two statements takes the first of them back.
  func isCorrected(_ first: Range<Int>, by second: Range<Int>) -> Bool {
    let start = max(first.lowerBound, second.lowerBound - 20)
    guard start < second.upperBound else { return false }
    return corrections.slice(in: start..<second.upperBound, by: \.lowerBound)
      .contains { second.lowerBound - $0.upperBound < 15 }
  }

  /// The mentions of facts with a role.
  func mentions(of fact: Int, where isWanted: (PhraseRole) -> Bool) -> [Mention] {
    mentions.filter { $0.fact == fact && isWanted($0.role) }
  }
}
