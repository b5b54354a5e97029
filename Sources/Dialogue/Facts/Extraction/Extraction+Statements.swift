extension Extraction {
  /// What each mention of a truth or a choice states.
  func statements(of number: Int) -> [Statement] {
    let fact = language.facts[number]
    return mentions.filter { $0.fact == number }.compactMap { mention in
      if fact.isContext, case .value = mention.role, let quantity = mention.quantity {
        return Statement(
          fact: number,
          value: .number(quantities[quantity].canonical),
          assertion: Assertion(polarity: .affirmed),
          pieces: mention.pieces
        )
      }
      guard case .states(let value, let denial) = mention.role else { return nil }
      return statement(mention, value, denial, fact)
    }
  }

  private func statement(
    _ mention: Mention,
    _ value: SlotValue,
    _ denial: PhraseRole.Denial,
    _ fact: FactDefinition
  ) -> Statement? {
    let cues = engine.cues(reaching: mention.pieces).filter { cue in
      // "ablation possible": a word of the phrase itself is no doubt.
      if cue.isPart(of: mention.pieces) { return false }
      return switch denial {
      case .inverts, .drops: true
      case .ignored: cue.rule.effect != .polarity(.negated)
      case .certain:
        cue.rule.effect == .polarity(.other) || cue.rule.effect == .polarity(.hypothetical)
      }
    }
    var assertion = AssertionEngine.assertion(cues)
    var stated = later(value, mention, fact)
    switch assertion.polarity {
    case .negated:
      guard denial == .inverts, let denied = stated.denied else { return nil }
      stated = denied
    case .planned:
      stated = fact.plannedValue ?? stated
      if fact.plannedValue != nil || fact.plannedStands { assertion.polarity = .affirmed }
    case .affirmed, .uncertain, .hypothetical, .other: break
    }
    return Statement(
      fact: mention.fact,
      value: stated,
      assertion: assertion,
      pieces: mention.pieces,
      isLatest: isLatest(mention.pieces, of: mention.fact)
    )
  }

  /// The value of a choice, or the one after it when a span of time in the words is too long for it.
  private func later(_ value: SlotValue, _ mention: Mention, _ fact: FactDefinition) -> SlotValue {
    guard fact.within > 0, let number = mention.quantity, quantities[number].kind == .time,
      quantities[number].canonical.low ?? 0 > fact.within,
      let place = fact.order.firstIndex(of: value.description), place + 1 < fact.order.count
    else { return value }
    return .name(fact.order[place + 1])
  }

  /// Whether the words before a run of pieces, in the same sentence, say that the value is present.
  func isLatest(_ pieces: Range<Int>, of fact: Int) -> Bool {
    mentions(in: text.sentence(of: pieces.lowerBound)).contains { mention in
      guard mention.fact == fact, mention.role == .latest else { return false }
      if mention.pieces.lowerBound < pieces.upperBound {
        return pieces.lowerBound - mention.pieces.upperBound < 6
      }
      // "36 % now", but not "24 %, now 36 %".
      let between = text.pieces[pieces.upperBound..<mention.pieces.lowerBound]
      let end = mention.pieces.upperBound
      return between.count < 3 && !between.contains(where: \.isStop)
        && quantities.slice(in: end..<end + 3, by: { $0.pieces.lowerBound }).isEmpty
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

extension ScopedCue {
  /// Whether the cue is a word of a phrase that it would change: doubt at one of its ends, a plan or a
  /// supposition at its beginning.
  fileprivate func isPart(of phrase: Range<Int>) -> Bool {
    guard rule.effect != .polarity(.negated), cue.lowerBound >= phrase.lowerBound,
      cue.upperBound <= phrase.upperBound
    else { return false }
    return cue.lowerBound == phrase.lowerBound
      || rule.effect == .polarity(.uncertain) && cue.upperBound == phrase.upperBound
  }
}
