/// Completes a turn without a verb: "how soon?", "5-year survival?", "deep?".
struct FragmentRule {
  let context: TurnContext

  private var cues: FollowUpCues { context.cues }

  /// The fragment completed; `nil` where it names enough by itself.
  func draft(of turn: Utterance) -> Draft? {
    let body = turn.body
    guard body < turn.words.count else { return nil }
    if standsAlone(turn) { return nil }
    let own = turn.bare(from: body)
    if let start = interrogative(turn) { return asked(turn, own, start) }
    if asksAttribute(turn) { return attribute(own, intent: .ellipsis) }
    return Substitution(context: context).draft(own, intent: .whatAbout)
  }

  /// Something asked of what the last question was about: "survival?".
  func attribute(_ own: String, intent: Intent) -> Draft {
    let last = context.last
    let base = last.intent == .ellipsis && !last.fragment.isEmpty ? last.base : last.subject
    return Draft(
      resolved: "\(own): \(Restatement(context: context).text(of: base))",
      intent: intent,
      base: base,
      fragment: own,
      focus: last.entities
    )
  }

  /// A question word in place of the one before: "when?" after "how often do sites regrow?".
  private func asked(_ turn: Utterance, _ own: String, _ start: Int) -> Draft {
    let base = context.last.fragment.isEmpty ? context.last.subject : context.last.base
    let reading = context.resolver.read(base)
    let opening = Restatement(context: context)
    let cut = opening.opening(of: reading)
    let isPlain = turn.phrases.allSatisfy { turn.isLight($0) }
    let hasWords = cut < reading.words.count
    let rest = hasWords ? reading.bare(from: cut) : reading.bare()
    let joined = isPlain && cut > 0 && hasWords ? "\(own) \(rest)" : "\(own): \(rest)"
    return Draft(
      resolved: joined,
      intent: .ellipsis,
      base: base,
      subject: base,
      fragment: own,
      focus: context.last.entities
    )
  }

  private func interrogative(_ turn: Utterance) -> Int? {
    turn.words.indices.first { index in
      index >= turn.body && index <= turn.body + 1 && turn.words[index].part == .interrogative
    }
  }

  /// Whether the fragment asks for something of the subject: a measure, a cost, a cause.
  func asksAttribute(_ turn: Utterance) -> Bool {
    guard let phrase = turn.phrases.first, phrase.preposition == nil else { return false }
    return turn.isRelational(turn.words[phrase.head])
      || turn.term(at: phrase)?.type == "measure"
  }

  /// Whether there are so many words that the fragment must be a question of its own in key words.
  private func namesEnough(_ turn: Utterance, _ heavy: [NounPhrase]) -> Bool {
    let named = turn.words.filter { $0.part == .noun || $0.part == .properNoun }
    let telling = named.filter { !turn.isLight($0) }
    // Words that the subject does not know open another one.
    if telling.count > 1, turn.terms.isEmpty, context.isInSubject { return true }
    return telling.count > 2 || !telling.isEmpty && named.count > 2 || heavy.count > 1
  }

  /// Two things that a preposition joins name a subject of their own: "cost of a pump".
  private func standsAlone(_ turn: Utterance) -> Bool {
    let heavy = turn.phrases.filter { !turn.isLight($0) }
    if turn.body > 0, heavy.count < 3 { return false }
    // "remnant 25 %": a term with a figure of its own.
    if let term = turn.terms.first, turn.words[0].part != .preposition,
      turn.words.contains(where: { $0.part == .number && $0.start >= term.end })
    {
      return true
    }
    if turn.phrases.first?.preposition == nil, namesEnough(turn, heavy) { return true }
    let isDefinite = turn.phrases.contains { phrase in
      phrase.determiner.map { turn.words[$0].lower == "the" } ?? false && phrase.words.count == 1
    }
    if isDefinite { return false }
    let isBare =
      heavy.count == 1 && heavy[0].words.count == 1 && turn.terms.isEmpty
      && turn.words[heavy[0].head].part == .noun
    if isBare { return false }
    let joined = turn.phrases.dropFirst().contains { phrase in
      phrase.preposition != nil && !turn.isLight(phrase)
    }
    return joined && turn.phrases.first?.preposition == nil || heavy.count > 2
  }
}
