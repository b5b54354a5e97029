/// Guesses parts of speech from closed classes, endings and the words before.
struct PartGuesser {
  let cues: FollowUpCues

  /// Sets the part of each word.
  func guess(_ words: inout [Word]) {
    for index in words.indices {
      words[index].part = part(words, at: index)
    }
    for index in words.indices where words[index].part == .verb {
      if isNominalised(words, at: index) { words[index].part = .noun }
    }
  }

  private func part(_ words: [Word], at index: Int) -> Word.Part {
    let word = words[index]
    let before = index > 0 ? words[index - 1] : nil
    if word.text.utf8.contains(where: { (48...57).contains($0) }) { return .number }
    if isName(words, at: index) { return .properNoun }
    if let closed = closedPart(word, before) { return closed }
    if cues.holds(word.lower, .adjective) { return .adjective }
    if cues.holds(word.lower, .relational) || cues.holds(word.stem, .relational) {
      return cues.holds(word.lower, .verb) && !opensPhrase(before) ? .verb : .noun
    }
    if cues.holds(word.lower, .verb) { return .verb }
    if word.lower.hasSuffix("ing"), cues.holds(word.stem, .verb),
      before?.part == .verb || before?.part == .noun && isObject(words, at: index + 1)
    {
      return .verb
    }
    return openPart(word, before)
  }

  /// Whether a word opens the object of the verb before: "a study showing the opposite".
  private func isObject(_ words: [Word], at index: Int) -> Bool {
    index < words.count && !words[index].isAfterBreak
      && cues.holds(words[index].lower, .determiner)
  }

  private func closedPart(_ word: Word, _ before: Word?) -> Word.Part? {
    let text = word.lower
    if cues.holds(text, .interrogative) {
      return text == "that" ? nil : .interrogative
    }
    if cues.holds(text, .auxiliary) { return .auxiliary }
    if cues.holds(text, .pronounSingular) || cues.holds(text, .pronounPlural)
      || cues.holds(text, .personPronoun) || cues.holds(text, .personal)
      || cues.holds(text, .possessivePronoun)
    {
      return .pronoun
    }
    if cues.holds(text, .determiner) { return .determiner }
    if cues.holds(text, .preposition) { return .preposition }
    if cues.holds(text, .conjunction) { return .conjunction }
    if cues.holds(text, .placePronoun) { return .pronoun }
    if cues.holds(text, .adverb) { return .adverb }
    if cues.holds(text, .other) { return .adjective }
    if cues.holds(text, .standIn) { return .pronoun }
    return nil
  }

  private func openPart(_ word: Word, _ before: Word?) -> Word.Part {
    let text = word.lower
    if text.hasSuffix("ly"), text.utf8.count > 4 { return .adverb }
    if text.hasSuffix("ed"), text.utf8.count > 4 {
      return opensPhrase(before) ? .adjective : .verb
    }
    for ending in ["ous", "ful", "ible", "able", "ical", "ive", "less", "ural", "onal", "ental"]
    where text.hasSuffix(ending) {
      return .adjective
    }
    return .noun
  }

  /// Whether a word is written as a name: in capitals, or with a capital inside a sentence.
  private func isName(_ words: [Word], at index: Int) -> Bool {
    let word = words[index]
    guard let first = word.text.unicodeScalars.first, first.properties.isUppercase else {
      return false
    }
    let capitals = word.text.unicodeScalars.count { $0.properties.isUppercase }
    if capitals > 1 { return true }
    if word.text.utf8.count == 1 { return false }
    if closedPart(word, nil) != nil { return false }
    if index == 0 || words[index].isAfterBreak && index < 2 {
      return !cues.holds(word.lower, .verb) && !cues.holds(word.lower, .adjective)
        && !cues.holds(word.lower, .relational) && !cues.holds(word.stem, .relational)
    }
    return true
  }

  /// Whether the word after this one belongs to the phrase that it opens.
  private func opensPhrase(_ word: Word?) -> Bool {
    guard let word else { return false }
    switch word.part {
    case .determiner, .adjective, .preposition, .number: return true
    case .pronoun: return cues.holds(word.lower, .possessivePronoun)
    default: return word.isPossessive && word.part != .interrogative
    }
  }

  /// A verb form at the end of a name, in a clause that has its verb: "about the Bronze Age collapse".
  private func isTail(_ words: [Word], at index: Int) -> Bool {
    let before = words[..<index]
    if words[index].lower.hasSuffix("ed") { return false }
    if index + 1 < words.count, words[index + 1].isNominal { return false }
    if before.contains(where: { cues.holds($0.lower, .inverting) }) { return false }
    return before.contains { $0.part == .verb || $0.part == .auxiliary }
  }

  /// A verb form behind a determiner, an adjective or "of" is a noun: "the cost", "of drinking".
  private func isNominalised(_ words: [Word], at index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = words[index - 1]
    if words[index].isAfterBreak { return false }
    if before.part == .preposition, before.lower == "to" { return false }
    if before.part == .noun || before.part == .properNoun {
      return isTail(words, at: index)
    }
    if before.part == .preposition { return !words[index].lower.hasSuffix("ed") }
    if before.part == .pronoun { return cues.holds(before.lower, .possessivePronoun) }
    return cues.holds(before.lower, .article)
      || before.part == .adjective
        && !(index > 1 && words[index - 2].part == .auxiliary)
  }
}
