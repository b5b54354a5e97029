/// Finds what a turn is about.
struct EntityFinder {
  let cues: FollowUpCues
  /// The number of the turn.
  let turn: Int

  /// The entities of a turn, the likeliest subject first.
  func entities(of turn: Utterance) -> [Entity] {
    var found: [Entity] = []
    var contrasted: [Entity] = []
    var next = 0
    for (index, phrase) in turn.phrases.enumerated() where index >= next {
      if reports(phrase, in: turn) { continue }
      if let pair = gerund(at: index, in: turn) {
        found.append(pair)
        next = index + 2
        continue
      }
      if turn.isLight(phrase) { continue }
      let end = extent(from: index, in: turn)
      let named = entity(phrase, through: turn.phrases[end].words.upperBound, in: turn)
      if isContrasted(phrase, in: turn) {
        contrasted.append(named)
      } else {
        found.append(named)
      }
      if end > index, !turn.isLight(turn.phrases[end]),
        turn.phrases[end].words.lowerBound > phrase.words.upperBound
      {
        found.append(
          entity(turn.phrases[end], through: turn.phrases[end].words.upperBound, in: turn)
        )
      }
      next = end + 1
    }
    return found + doings(in: turn) + contrasted
  }

  /// What is done, where a verb is a term of the glossary: "can it be burned".
  private func doings(in turn: Utterance) -> [Entity] {
    turn.terms.compactMap { term in
      guard cues.holds(term.type, .focusType),
        let word = turn.words.first(where: { $0.start == term.start }), word.part == .verb
      else { return nil }
      return Entity(
        text: term.term,
        isPlural: false,
        isName: false,
        type: term.type,
        turn: self.turn
      )
    }
  }

  /// "my doctor says": whoever reports is not what is talked about.
  private func reports(_ phrase: NounPhrase, in turn: Utterance) -> Bool {
    let next = phrase.words.upperBound
    guard next < turn.words.count, phrase.preposition == nil,
      turn.isLight(turn.words[phrase.head])
    else { return false }
    return turn.words[next].part == .verb && cues.holds(turn.words[next].lower, .reporting)
  }

  /// "instead of cutting it out": what something is set against.
  private func isContrasted(_ phrase: NounPhrase, in turn: Utterance) -> Bool {
    (max(0, phrase.start - 3)..<phrase.start).contains { index in
      let length = cues.length(of: .contrast, in: turn.words, at: index)
      return length > 0 && index + length == phrase.start
    }
  }

  /// The last phrase that belongs to the one at an index: "acid reflux in the morning".
  private func extent(from index: Int, in turn: Utterance) -> Int {
    let phrase = turn.phrases[index]
    guard index + 1 < turn.phrases.count else { return index }
    let after = turn.phrases[index + 1]
    guard let preposition = after.preposition, preposition == phrase.words.upperBound else {
      return index
    }
    let isOf = turn.words[preposition].lower == "of"
    if turn.words[phrase.head].part == .properNoun, !isOf { return index }
    return index + 1
  }

  /// A doing with its object, "learning a second language".
  private func gerund(at index: Int, in turn: Utterance) -> Entity? {
    let phrase = turn.phrases[index]
    guard index + 1 < turn.phrases.count, phrase.words.count == 1,
      turn.words[phrase.head].lower.hasSuffix("ing"),
      turn.phrases[index + 1].start == phrase.words.upperBound
    else { return nil }
    let object = turn.phrases[index + 1]
    if turn.words[object.head].part == .properNoun {
      return entity(object, through: object.words.upperBound, in: turn)
    }
    let whole = phrase.words.lowerBound..<turn.phrases[index + 1].words.upperBound
    return Entity(text: turn.slice(whole), isPlural: false, isName: false, turn: self.turn)
  }

  private func entity(_ phrase: NounPhrase, through end: Int, in turn: Utterance) -> Entity {
    var start = phrase.words.lowerBound
    while start < phrase.head, isDispensable(turn.words[start]) { start += 1 }
    let head = turn.words[phrase.head]
    return Entity(
      text: Self.withoutPossessive(turn.slice(start..<end)),
      isPlural: turn.isPlural(head),
      isName: head.part == .properNoun,
      type: turn.term(at: phrase)?.type ?? "",
      isIncidental: isContrasted(phrase, in: turn)
        || self.turn > 1 && head.part != .properNoun && isBehind(phrase, in: turn),
      turn: self.turn
    )
  }

  /// Whether a phrase stands behind a preposition that does not name the topic, as "about" does and
  /// as one does with which the turn begins: "and with bevacizumab".
  private func isBehind(_ phrase: NounPhrase, in turn: Utterance) -> Bool {
    guard let preposition = phrase.preposition else { return false }
    return turn.words[preposition].lower != "about" && preposition != turn.body
  }

  private static func withoutPossessive(_ text: String) -> String {
    for ending in ["'s", "\u{2019}s"] where text.hasSuffix(ending) {
      return String(text.dropLast(2))
    }
    return text
  }

  /// Superlatives, ordinals and numbers pick out; they are not what is talked about.
  private func isDispensable(_ word: Word) -> Bool {
    cues.holds(word.lower, .superlative) || cues.holds(word.lower, .other)
      || cues.holds(word.lower, .dispensable)
  }
}
