/// Completes a whole question that leaves open of what it asks: "What are the main causes?".
struct OpenQuestion {
  let context: TurnContext

  private var cues: FollowUpCues { context.cues }

  /// The question completed; `nil` where nothing is left open.
  func draft(of turn: Utterance) -> Draft? {
    guard !endsWithTag(turn), let link = link(turn) else { return nil }
    if context.isInSubject { return context.restated(turn.bare(), intent: .ellipsis) }
    guard let entity = context.focus() else { return nil }
    let known = Set(turn.words.map(\.stem))
    let missing = context.resolver.read(entity.text).words.contains { !known.contains($0.stem) }
    guard missing else { return nil }
    let end = turn.words.last?.end ?? 0
    return Draft(
      resolved: turn.replacing(end..<end, with: " \(link) \(entity.text)"),
      intent: .ellipsis,
      focus: [entity]
    )
  }

  /// "but most surgeons wait, no?": a whole clause that is only to be confirmed.
  private func endsWithTag(_ turn: Utterance) -> Bool {
    guard let start = turn.words.lastIndex(where: \.isAfterBreak), start > turn.body + 1 else {
      return false
    }
    let length = cues.length(of: .tag, in: turn.words, at: start)
    return length > 0 && start + length == turn.words.count
      && turn.phrases.contains { $0.head < start }
  }

  /// The word that joins what is missing; `nil` where nothing is.
  private func link(_ turn: Utterance) -> String? {
    let heavy = turn.phrases.filter { !turn.isLight($0) }
    if turn.phrases.isEmpty, !turn.words.contains(where: { $0.part == .verb }) { return nil }
    if heavy.isEmpty { return turn.words.contains { $0.part == .interrogative } ? "of" : "for" }
    guard let first = turn.phrases.first else { return nil }
    if lacksNoun(turn, before: heavy.first) || countsNothing(turn) { return "of" }
    if lacksComparison(turn) { return "than" }
    if let verb = turn.words.last, cues.holds(verb.lower, .openVerb), verb.part == .verb {
      return "for"
    }
    if hasOther(turn) { return "of" }
    if turn.isLight(first), isOpen(first, turn) { return "of" }
    return isBareDefinite(first, turn) ? "of" : nil
  }

  /// "What is the largest ever caught": a superlative with no noun behind it.
  private func lacksNoun(_ turn: Utterance, before heavy: NounPhrase?) -> Bool {
    let limit = heavy?.words.lowerBound ?? turn.words.count
    return turn.words.indices.contains { index in
      guard index > 1, index < limit, turn.words[index - 1].lower == "the",
        turn.words[index - 2].part == .auxiliary || turn.words[index - 2].isPossessive,
        cues.holds(turn.words[index].lower, .superlative)
      else { return false }
      guard index + 1 < turn.words.count else { return true }
      let next = turn.words[index + 1]
      return !next.isNominal && next.lower != "of"
    }
  }

  /// "How many can you have", "are there any in Rome": a number of what is not said.
  private func countsNothing(_ turn: Utterance) -> Bool {
    turn.words.indices.dropLast().contains { index in
      let next = turn.words[index + 1]
      switch turn.words[index].lower {
      case "many":
        return index > 0 && turn.words[index - 1].lower == "how" && next.part == .auxiliary
      case "any":
        return next.part == .verb || next.part == .preposition || next.lower == "related"
      default: return false
      }
    }
  }

  /// "How is a container different": a comparison with one side.
  private func lacksComparison(_ turn: Utterance) -> Bool {
    guard let last = turn.words.last, cues.holds(last.lower, .comparative) else { return false }
    return turn.words.contains { $0.part == .auxiliary }
      && !turn.words.contains { $0.part == .verb }
  }

  /// "What other factors": other than what.
  private func hasOther(_ turn: Utterance) -> Bool {
    turn.words.indices.contains { index in
      guard cues.holds(turn.words[index].lower, .other), index + 1 < turn.words.count,
        turn.words[index + 1].isNominal
      else { return false }
      return !turn.words.contains { $0.lower == "than" }
    }
  }

  /// Whether a light phrase that is asked for has nothing behind it that says of what.
  private func isOpen(_ phrase: NounPhrase, _ turn: Utterance) -> Bool {
    guard turn.isRelational(turn.words[phrase.head]) else { return false }
    let before = phrase.start - 1
    if before >= 0,
      turn.words[before].part == .interrogative
        || turn.words[before].isPossessive
          && turn.words[before].part != .interrogative
    {
      return false
    }
    return turn.phrases.allSatisfy { other in
      if other.words.lowerBound <= phrase.head || turn.isLight(other) { return true }
      guard let preposition = other.preposition else { return false }
      return ["in", "on", "at", "during"].contains(turn.words[preposition].lower)
        && preposition == phrase.words.upperBound
    }
  }

  /// "the test": one that nobody has named yet.
  private func isBareDefinite(_ phrase: NounPhrase, _ turn: Utterance) -> Bool {
    let telling = phrase.words.filter { !cues.holds(turn.words[$0].lower, .dispensable) }
    // A term of the subject names itself: "is the operation dangerous".
    if let term = turn.term(at: phrase), cues.holds(term.type, .focusType) { return false }
    guard telling.count == 1, turn.words[phrase.head].part == .noun,
      let determiner = phrase.determiner, turn.words[determiner].lower == "the",
      turn.phrases.count == 1
    else { return false }
    return true
  }
}
