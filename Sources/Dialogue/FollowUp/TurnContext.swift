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
    if let draft = dissent(of: turn) { return draft }
    if let (intent, start) = classifier.intent(of: turn) {
      if let draft = cued(turn, intent, start) { return draft }
    }
    if let draft = choice(of: turn) { return draft }
    if let condition = condition(turn) {
      return Substitution(context: self).draft(condition, intent: .whatAbout)
    }
    if let draft = Anaphora(context: self).draft(of: turn) { return draft }
    if turn.isFragment(from: turn.body) { return FragmentRule(context: self).draft(of: turn) }
    return OpenQuestion(context: self).draft(of: turn)
  }

  /// "who says the opposite": what the last question was about, asked of the other side.
  private func dissent(of turn: Utterance) -> Draft? {
    var words: Set<Int> = []
    for index in turn.words.indices {
      let length = cues.length(of: .opposite, in: turn.words, at: index)
      words.formUnion(index..<(index + length))
    }
    if words.isEmpty || !turn.terms.isEmpty { return nil }
    let isNamed = turn.phrases.contains { phrase in
      !turn.isLight(phrase) && words.isDisjoint(with: phrase.words)
    }
    return isNamed ? nil : restated(turn.bare(from: turn.body), intent: .dissent)
  }

  /// "which of the two": the things of one kind that were named last.
  private func choice(of turn: Utterance) -> Draft? {
    guard cues.length(of: .choice, in: turn.words, at: turn.body) > 0 else { return nil }
    let recent = state.turns.suffix(3).flatMap(\.entities)
    let type = last.entities.first { cues.holds($0.type, .focusType) }?.type
    var texts: [String] = []
    for entity in type.map({ type in recent.filter { $0.type == type } }) ?? last.entities
    where !texts.contains(entity.text) {
      texts.append(entity.text)
    }
    guard texts.count > 1 else {
      if let opposed {
        return Draft(
          resolved: "\(turn.bare()): \(opposed)",
          intent: .comparison,
          subject: opposed,
          focus: last.entities
        )
      }
      guard isInSubject else { return nil }
      return Draft(
        resolved: "\(turn.bare()): \(resolver.read(last.resolved).bare())",
        intent: .comparison,
        subject: last.subject,
        focus: last.entities
      )
    }
    return Draft(
      resolved: "\(turn.bare()): \(texts.joined(separator: " or "))",
      intent: .comparison,
      focus: last.entities
    )
  }

  /// What the last turn held against the one before: "but most surgeons wait, no?".
  private var opposed: String? {
    guard state.turns.count > 1, state.turns.last == last else { return nil }
    let reading = resolver.read(last.question)
    guard reading.words.first.map({ cues.holds($0.lower, .adversative) }) == true else {
      return nil
    }
    let before = resolver.read(state.turns[state.turns.count - 2].subject)
    return "\(before.bare()) or \(reading.bare(from: reading.body))"
  }

  /// A clause that only adds a condition to the last question: "if gone on CT as well?".
  private func condition(_ turn: Utterance) -> String? {
    guard turn.body < turn.words.count else { return nil }
    let first = turn.words[turn.body]
    let isJoined = turn.body > 0 && turn.words[0].lower == "and"
    let opens = first.lower == "if" || isJoined && (first.lower == "when" || first.part == .verb)
    guard opens, turn.body + 1 < turn.words.count else { return nil }
    let rest = turn.words[(turn.body + 1)...]
    let asks = rest.contains { word in
      word.isAfterBreak && (word.part == .interrogative || word.part == .auxiliary)
    }
    let isInverted = rest.first?.part == .auxiliary
    return asks || isInverted ? nil : turn.bare(from: turn.body)
  }

  private func cued(_ turn: Utterance, _ intent: Intent, _ start: Int) -> Draft? {
    switch intent {
    case .correction, .whatAbout:
      let rest = start < turn.words.count ? turn.bare(from: start) : ""
      if rest.isEmpty { return nil }
      let anaphora = Anaphora(context: self)
      let reading = resolver.read(rest)
      let opened =
        turn.words[start - 1].part == .preposition && intent == .whatAbout
        && turn.words[start - 1].lower != "about" && turn.words[start - 1].lower != "of"
      let isCondition = intent == .whatAbout && turn.words[start - 1].lower == "if"
      if !isInSubject, namesItself(reading, isCondition: isCondition) { return nil }
      if !isCondition, !reading.isFragment(from: 0), anaphora.place(in: reading) != nil {
        return nil
      }
      if !opened, FragmentRule(context: self).asksAttribute(reading) {
        return FragmentRule(context: self).attribute(rest, intent: intent)
      }
      let fragment = opened || isCondition ? turn.bare(from: start - 1) : rest
      return Substitution(context: self).draft(fragment, intent: intent)
    case .why, .source:
      if stands(turn) { return nil }
      let isOpenClause = !turn.isFragment(from: turn.body + 1) && !isInSubject
      if isOpenClause, Anaphora(context: self).place(in: turn) != nil { return nil }
      let own = turn.bare(from: turn.body)
      let length = cues.length(of: .attribution, in: turn.words, at: turn.body)
      let isWhole = length > 0 && turn.body + length == turn.words.count
      return Draft(
        resolved: "\(own): \(subject)",
        intent: isWhole ? .attribution : intent,
        base: last.subject,
        subject: last.subject,
        focus: last.entities
      )
    default: return nil
    }
  }

  /// Outside of a glossary's subject: whether what is asked about says enough to be a question.
  private func namesItself(_ reading: Utterance, isCondition: Bool) -> Bool {
    if Anaphora(context: self).place(in: reading) != nil { return false }
    let heavy = reading.phrases.filter { !reading.isLight($0) }
    if isCondition { return !heavy.isEmpty && !reading.isFragment(from: 0) }
    guard let first = reading.phrases.first, first.preposition == nil, heavy.contains(first) else {
      return false
    }
    let target = resolver.read(last.subject)
    let head = reading.words[first.head].stem
    if target.phrases.contains(where: { target.words[$0.head].stem == head }) { return false }
    return first.words.count > 1
  }

  /// Whether a turn names by itself what it asks about.
  private func stands(_ turn: Utterance) -> Bool {
    let heavy = turn.phrases.filter { !turn.isLight($0) }
    if heavy.isEmpty || Anaphora(context: self).place(in: turn) != nil { return false }
    return !turn.isFragment(from: turn.body) || heavy.contains { turn.term(at: $0) != nil }
  }

  /// What the last question was about, without question mark.
  var subject: String { resolver.read(last.subject).bare() }

  /// Whether the last question was about the subject of the glossary.
  var isInSubject: Bool {
    let reading = resolver.read(last.subject)
    let named = reading.words.filter { $0.part == .noun || $0.part == .properNoun }
    let known = named.filter { word in
      reading.terms.contains { term in
        cues.holds(term.type, .subjectType) && term.start <= word.start && word.end <= term.end
      }
    }
    return known.count * 2 >= named.count && !known.isEmpty
  }

  /// A turn with the whole of the last question behind it.
  func restated(_ own: String, intent: Intent, focus: [Entity]? = nil) -> Draft {
    let isOwnSubject = resolver.read(own).terms.count > 1
    return Draft(
      resolved: "\(own): \(Restatement(context: self).text(of: subject))",
      intent: intent,
      subject: isOwnSubject ? own : last.subject,
      focus: focus ?? last.entities
    )
  }

  // MARK: What may be carried

  /// The likeliest subject of earlier turns.
  func focus(isPlural: Bool? = nil, prefersPlace: Bool = false) -> Entity? {
    let isKnown = isInSubject
    var best: (cost: Double, entity: Entity)?
    for (age, turn) in state.turns.reversed().enumerated() {
      for (rank, entity) in turn.entities.enumerated() where !state.drops(entity.text) {
        // The topic of the conversation stays near however long ago it was named.
        let isTopic = entity.turn == 1 && rank == 0
        var cost = Double(isTopic ? min(age, 1) : age) * 0.8 + Double(rank) * 0.4
        if entity.isIncidental { cost += 0.9 }
        if let isPlural, isPlural != entity.isPlural { cost += 1 }
        if prefersPlace, !entity.isName { cost += 1 }
        if cues.holds(entity.type, .weakType) || isKnown && entity.type.isEmpty { cost += 0.45 }
        if best.map({ cost < $0.cost }) ?? true { best = (cost, entity) }
      }
    }
    return best?.entity
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
