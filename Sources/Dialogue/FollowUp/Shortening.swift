/// Writes out a name of which a turn gives a part or the initials: "the College", "PAs".
struct Shortening {
  let context: TurnContext

  /// The turn with the first such name written out.
  func draft(of turn: Utterance) -> Draft? {
    for phrase in turn.phrases where turn.term(at: phrase) == nil {
      guard let entity = entity(for: phrase, in: turn) else { continue }
      let words = phrase.words
      let bytes = turn.words[words.lowerBound].start..<turn.words[words.upperBound - 1].end
      let own = EntityFinder(cues: context.cues, turn: context.number).entities(of: turn)
      return Draft(
        resolved: turn.replacing(bytes, with: entity.text),
        intent: .pronoun,
        focus: [entity] + own.filter { turn.slice(words) != $0.text }
      )
    }
    return nil
  }

  private func entity(for phrase: NounPhrase, in turn: Utterance) -> Entity? {
    guard phrase.words.count == 1 else { return nil }
    let word = turn.words[phrase.head]
    for earlier in context.state.turns.reversed() {
      for entity in earlier.entities {
        let words = context.resolver.read(entity.text).words
        guard words.count > 1, words.count < 6 else { continue }
        if isInitials(word.text, of: words) { return entity }
        if let determiner = phrase.determiner, turn.words[determiner].lower == "the",
          words.last?.stem == word.stem, entity.type.isEmpty
        {
          return entity
        }
      }
    }
    return nil
  }

  /// Whether a word in capitals is made of the first letters of others.
  private func isInitials(_ text: String, of words: [Word]) -> Bool {
    var letters = text.filter { !$0.isWhitespace && $0 != "." }
    if letters.hasSuffix("s") { letters.removeLast() }
    guard letters.count > 1, letters.allSatisfy(\.isUppercase) else { return false }
    let initials = words.compactMap(\.text.first).map { $0.uppercased() }.joined()
    return initials == letters
  }
}
