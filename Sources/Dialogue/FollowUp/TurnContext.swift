/// A conversation as the rules of one turn see it.
struct TurnContext {
  let state: DialogueState
  /// The last turn that asked something.
  let last: Turn
  /// The number of the turn that is being understood.
  let number: Int
  let resolver: FollowUpResolver

  var cues: FollowUpCues { resolver.cues }

  /// The turn made to stand alone; `nil` where it does so by itself.
  func draft(of turn: Utterance) -> Draft? {
    if let draft = ListReference(context: self).draft(of: turn) { return draft }
    let classifier = IntentClassifier(cues: cues)
    let tail = classifier.correctionTail(turn)
    if tail > 0, tail < turn.words.count {
      let fragment = turn.slice(turn.body..<(turn.words.count - tail))
      return Substitution(context: self).draft(fragment, intent: .correction)
    }
    if let (intent, start) = classifier.intent(of: turn) {
      if let draft = cued(turn, intent, start) { return draft }
    }
    if let draft = Anaphora(context: self).draft(of: turn) { return draft }
    if turn.isFragment(from: turn.body) { return FragmentRule(context: self).draft(of: turn) }
    return OpenQuestion(context: self).draft(of: turn)
  }

  private func cued(_ turn: Utterance, _ intent: Intent, _ start: Int) -> Draft? {
    switch intent {
    case .correction, .whatAbout:
      let rest = start < turn.words.count ? turn.bare(from: start) : ""
      if rest.isEmpty { return nil }
      let anaphora = Anaphora(context: self)
      let reading = resolver.read(rest)
      if anaphora.place(in: reading) != nil, !reading.isFragment(from: 0) { return nil }
      let opened =
        turn.words[start - 1].part == .preposition && intent == .whatAbout
        && turn.words[start - 1].lower != "about" && turn.words[start - 1].lower != "of"
      let isCondition = intent == .whatAbout && turn.words[start - 1].lower == "if"
      let fragment = opened || isCondition ? turn.bare(from: start - 1) : rest
      return Substitution(context: self).draft(fragment, intent: intent)
    case .why, .source:
      if stands(turn) { return nil }
      if intent == .why, Anaphora(context: self).place(in: turn) != nil, turn.words.count > 3 {
        return nil
      }
      let own = turn.bare(from: turn.body)
      return Draft(
        resolved: "\(own): \(statement(of: last))",
        intent: intent,
        base: last.resolved,
        fragment: own,
        focus: last.entities
      )
    default: return nil
    }
  }

  /// Whether a turn names by itself what it asks about.
  private func stands(_ turn: Utterance) -> Bool {
    let heavy = turn.phrases.filter { !turn.isLight($0) }
    return !turn.isFragment(from: turn.body) && !heavy.isEmpty
      && Anaphora(context: self).place(in: turn) == nil
  }

  /// The last question without question mark.
  func statement(of turn: Turn) -> String {
    resolver.read(turn.resolved).bare()
  }

  // MARK: What may be carried

  /// The likeliest subject of earlier turns.
  func focus(isPlural: Bool? = nil, prefersPlace: Bool = false) -> Entity? {
    var best: (cost: Double, entity: Entity)?
    for (age, turn) in state.turns.reversed().enumerated() {
      for (rank, entity) in turn.entities.enumerated() where !isDropped(entity) {
        var cost = Double(age) * 0.8 + Double(rank) * 0.4
        if let isPlural, isPlural != entity.isPlural { cost += 0.5 }
        if prefersPlace, !entity.isName { cost += 1 }
        if cues.holds(entity.type, .focusType) { cost -= 0.45 }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, entity) }
      }
    }
    return best?.entity
  }

  private func isDropped(_ entity: Entity) -> Bool {
    if state.dropped.isEmpty { return false }
    return resolver.read(entity.text).words.contains { state.dropped.contains($0.stem) }
  }

  /// The words of a resolved question that were not typed, with the turns that they came from.
  func carried(into resolved: String, from turn: Utterance) -> [CarriedWord] {
    let typed = Set(turn.words.map(\.stem))
    var seen: Set<String> = []
    var carried: [CarriedWord] = []
    for word in resolver.read(resolved).words where word.isContent {
      let stem = word.stem
      if typed.contains(stem) || !seen.insert(stem).inserted { continue }
      let source = state.turns.last { turn in
        resolver.read(turn.question).words.contains { $0.stem == stem }
      }
      carried.append(CarriedWord(word: word.text, turn: source?.number ?? 0))
    }
    return carried
  }
}
