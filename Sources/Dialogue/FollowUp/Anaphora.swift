/// Replaces a pronoun or demonstrative by what it stands for.
struct Anaphora {
  let context: TurnContext

  private var cues: FollowUpCues { context.cues }

  /// A word that stands for something outside of its turn.
  enum Kind {
    case singular, plural, possessive(isPlural: Bool), person, place, standIn
    /// "this trial": the words up to the noun.
    case demonstrative(through: Int)
    /// "do it": a whole doing.
    case doing
  }

  /// The turn with its first open pronoun filled.
  func draft(of turn: Utterance) -> Draft? {
    guard let (place, kind) = place(in: turn) else { return nil }
    guard let draft = filled(turn, place, kind) else {
      return context.isInSubject ? context.restated(turn.bare(), intent: .pronoun) : nil
    }
    // A turn with no word of the subject's own takes the whole question with it.
    guard context.isInSubject, turn.terms.count < 2, !draft.resolved.contains(": ") else {
      return draft
    }
    let filled = context.resolver.read(draft.resolved)
    if comparesTwo(filled) { return draft }
    let own = filled.bare()
    return context.restated(own, intent: .pronoun, focus: draft.focus)
  }

  /// "is it as good as resecting": a comparison that names both sides once the pronoun is filled.
  private func comparesTwo(_ filled: Utterance) -> Bool {
    let compares = filled.words.indices.contains {
      cues.length(of: .comparison, in: filled.words, at: $0) > 0
    }
    return compares && filled.terms.count { cues.holds($0.type, .focusType) } > 1
  }

  private func filled(_ turn: Utterance, _ place: Int, _ kind: Kind) -> Draft? {
    switch kind {
    case .doing: return doing(turn)
    case .singular where isBareReason(turn, place): return doing(turn)
    case .singular: return replaced(turn, place..<(place + 1), context.focus(isPlural: false))
    case .person:
      if context.isInSubject { return doing(turn) }
      return replaced(turn, place..<(place + 1), context.focus(isPlural: false))
    case .plural: return plural(turn, place)
    case .place: return located(turn, place)
    case .standIn: return replaced(turn, place..<(place + 1), context.focus())
    case .possessive(let isPlural):
      if isPlural, let pair = pair() {
        return replaced(turn, place..<(place + 1), pair, "\u{2019}s")
      }
      return replaced(turn, place..<(place + 1), context.focus(isPlural: isPlural), "\u{2019}s")
    case .demonstrative(let end): return named(turn, place..<(end + 1))
    }
  }

  private func replaced(
    _ turn: Utterance,
    _ range: Range<Int>,
    _ entity: Entity?,
    _ ending: String = ""
  ) -> Draft? {
    guard let entity else { return nil }
    var words = entity.text
    if !ending.isEmpty { words += words.hasSuffix("s") ? "\u{2019}" : ending }
    let bytes = turn.words[range.lowerBound].start..<turn.words[range.upperBound - 1].end
    // "it's" and "that's" keep their verb.
    if turn.words[range.lowerBound].isPossessive, ending.isEmpty { words += " is" }
    return Draft(
      resolved: turn.replacing(bytes, with: words),
      intent: .pronoun,
      focus: [entity]
    )
  }

  private func plural(_ turn: Utterance, _ place: Int) -> Draft? {
    if let pair = pair() { return replaced(turn, place..<(place + 1), pair) }
    return replaced(turn, place..<(place + 1), context.focus(isPlural: true))
  }

  /// Both sides of a comparison that the last turn made.
  private func pair() -> Entity? {
    let reading = context.resolver.read(context.last.resolved)
    let compares = reading.words.indices.contains {
      cues.length(of: .comparison, in: reading.words, at: $0) > 0
    }
    guard compares, context.last.entities.count > 1 else { return nil }
    let two = context.last.entities.prefix(2)
    return Entity(
      text: two.map(\.text).joined(separator: " and "),
      isPlural: true,
      isName: false,
      turn: context.last.number
    )
  }

  /// "this trial", "the same experiment": the name in its place, or behind it.
  private func named(_ turn: Utterance, _ range: Range<Int>) -> Draft? {
    let head = turn.words[range.upperBound - 1]
    let isPlural = turn.isPlural(head)
    guard let entity = context.focus(isPlural: isPlural) else { return nil }
    if isPlural, !entity.isPlural, !context.isInSubject { return nil }
    let sameHead = context.resolver.read(entity.text).words.contains { $0.stem == head.stem }
    if sameHead || cues.holds(head.lower, .generic) { return replaced(turn, range, entity) }
    let end = head.end
    return Draft(
      resolved: turn.replacing(end..<end, with: " (\(entity.text))"),
      intent: .pronoun,
      focus: [entity]
    )
  }

  private func located(_ turn: Utterance, _ place: Int) -> Draft? {
    guard let entity = context.focus(prefersPlace: true) else { return nil }
    return replaced(turn, place..<(place + 1), entity).map { draft in
      var draft = draft
      let word = turn.words[place]
      draft.resolved = turn.replacing(word.start..<word.end, with: "in \(entity.text)")
      return draft
    }
  }

  /// "do it", "why is that": what the last question was about as a whole.
  private func doing(_ turn: Utterance) -> Draft {
    context.restated(turn.bare(from: turn.body), intent: .pronoun)
  }

  /// Whether a turn asks about "that" with no word of its own.
  private func isBareReason(_ turn: Utterance, _ place: Int) -> Bool {
    turn.phrases.allSatisfy { turn.isLight($0) } && turn.words[place].lower == "that"
  }

  // MARK: Finding it

  /// The first word that stands for something outside of the turn.
  func place(in turn: Utterance) -> (Int, Kind)? {
    for index in turn.words.indices {
      if let kind = kind(turn, index), !hasAntecedent(turn, index, kind) { return (index, kind) }
    }
    return nil
  }

  private func kind(_ turn: Utterance, _ index: Int) -> Kind? {
    let words = turn.words
    let word = words[index].lower
    let next = index + 1 < words.count && !words[index + 1].isAfterBreak ? words[index + 1] : nil
    if cues.holds(word, .possessivePronoun)
      || word == "it" && words[index].isPossessive
        && next?.isNominal == true && index > 0
    {
      return .possessive(isPlural: word.hasPrefix("their"))
    }
    if cues.holds(word, .demonstrative), let next, next.isNominal {
      return demonstrative(turn, index)
    }
    if isRelative(turn, index, next) { return nil }
    if cues.holds(word, .pronounSingular) {
      if isExpletive(turn, index) { return nil }
      return isDoing(words, index, next) ? .doing : .singular
    }
    if cues.holds(word, .pronounPlural) {
      if word == "both", next?.isNominal == true { return nil }
      // "those from the CT era" stand for a noun of the turn itself.
      if let next, next.lower == "who" || word == "those" && next.part == .preposition {
        return nil
      }
      return .plural
    }
    if cues.holds(word, .personPronoun) { return .person }
    if cues.holds(word, .placePronoun) { return isPlace(words, index, next) ? .place : nil }
    if cues.holds(word, .standIn) { return isStandIn(words, index, next) ? .standIn : nil }
    return nil
  }

  private func demonstrative(_ turn: Utterance, _ index: Int) -> Kind? {
    if turn.words[index].lower == "that", index > 0,
      turn.words[index - 1].isNominal || turn.words[index - 1].part == .verb
    {
      return nil
    }
    guard let phrase = turn.phrases.first(where: { $0.words.contains(index + 1) }) else {
      return nil
    }
    if cues.holds(turn.words[phrase.head].lower, .selfReference) { return nil }
    return .demonstrative(through: phrase.head)
  }

  /// "that" behind a noun or before a clause joins; it stands for nothing.
  private func isRelative(_ turn: Utterance, _ index: Int, _ next: Word?) -> Bool {
    guard turn.words[index].lower == "that", index > 0, let next else { return false }
    let before = turn.words[index - 1]
    if before.part == .auxiliary, index == 1 || turn.words[0].part == .interrogative {
      return false
    }
    switch next.part {
    case .verb, .auxiliary: return before.isNominal
    case .pronoun, .determiner, .noun, .properNoun: return before.part == .verb || before.isNominal
    default: return false
    }
  }

  private func isExpletive(_ turn: Utterance, _ index: Int) -> Bool {
    let words = turn.words
    if cues.length(of: .expletive, in: words, at: index) > 0 { return true }
    guard words[index].lower == "it", index + 2 < words.count else { return false }
    return words[index + 1].part == .adjective && !cues.holds(words[index + 1].lower, .comparative)
      && words[index + 2].lower == "to"
  }

  private func isDoing(_ words: [Word], _ index: Int, _ next: Word?) -> Bool {
    guard index > 0, cues.holds(words[index - 1].lower, .proVerb) else { return false }
    guard let next else { return index > 1 }
    if words[(index + 1)...].contains(where: { $0.part == .verb }) { return false }
    return index > 1 && (next.part == .adverb || next.part == .preposition)
  }

  private func isPlace(_ words: [Word], _ index: Int, _ next: Word?) -> Bool {
    guard index > 0 else { return false }
    let before = words[index - 1]
    if before.part == .auxiliary || next?.part == .auxiliary { return false }
    return next == nil
  }

  private func isStandIn(_ words: [Word], _ index: Int, _ next: Word?) -> Bool {
    guard index > 0 else { return false }
    let before = words[index - 1]
    if next?.lower == "of" { return false }
    return before.part == .adjective || cues.holds(before.lower, .demonstrative)
      || before.part == .verb && next == nil
  }

  /// "they" before a verb.
  private func isSubjectPronoun(_ turn: Utterance, _ index: Int) -> Bool {
    guard index + 1 < turn.words.count, turn.words[index].lower == "they" else { return false }
    let next = turn.words[index + 1].part
    return next == .verb || next == .auxiliary
  }

  /// Whether the turn itself named, in a clause before, what the word stands for.
  private func hasAntecedent(_ turn: Utterance, _ index: Int, _ kind: Kind) -> Bool {
    let wantsPlural: Bool?
    // "Do trees lose their leaves": the subject's own.
    var isOwn = false
    switch kind {
    case .singular: wantsPlural = false
    case .plural: wantsPlural = true
    case .possessive(let isPlural):
      wantsPlural = isPlural
      isOwn = true
    case .person, .place: wantsPlural = nil
    case .standIn, .demonstrative, .doing: return false
    }
    return turn.phrases.contains { phrase in
      guard phrase.head < index else { return false }
      // "what surgeons say they do": the subject of the same sentence.
      let isSubject =
        cues.holds(turn.words[phrase.head].lower, .generic) && isSubjectPronoun(turn, index)
      guard isSubject || !turn.isLight(phrase) else { return false }
      if let wantsPlural, turn.isPlural(turn.words[phrase.head]) != wantsPlural { return false }
      return turn.words[(phrase.head + 1)...index].contains {
        $0.isAfterBreak || $0.part == .conjunction || $0.lower == "than"
          || (isSubject || isOwn) && $0.part == .verb
      }
    }
  }
}
