/// A run of words that names something.
struct NounPhrase: Hashable, Sendable {
  /// Places of its words, without determiner and "of" phrases behind it.
  var words: Range<Int>
  /// Place of the determiner or possessive pronoun before it.
  var determiner: Int?
  /// Place of the preposition before it.
  var preposition: Int?

  /// Place of the head, the last word.
  var head: Int { words.upperBound - 1 }
  /// Place of the first word, a determiner included.
  var start: Int { determiner ?? words.lowerBound }
}

/// Finds the noun phrases of a turn.
struct PhraseFinder {
  let cues: FollowUpCues

  /// The noun phrases in order.
  func phrases(in words: [Word]) -> [NounPhrase] {
    var found: [NounPhrase] = []
    var index = 0
    while index < words.count {
      guard words[index].isNominal else {
        index += 1
        continue
      }
      var end = index + 1
      while end < words.count, words[end].isNominal, !words[end].isAfterBreak,
        !words[end - 1].isPossessive || words[end].isNominal
      {
        end += 1
      }
      if let phrase = phrase(index..<end, in: words) { found.append(phrase) }
      index = end
    }
    return found
  }

  private func phrase(_ range: Range<Int>, in words: [Word]) -> NounPhrase? {
    var end = range.upperBound
    // Adjectives at the end belong to the verb: "Are sharks endangered".
    while end > range.lowerBound, words[end - 1].part == .adjective { end -= 1 }
    guard end > range.lowerBound else { return nil }
    var phrase = NounPhrase(words: range.lowerBound..<end)
    var before = range.lowerBound - 1
    while before >= 0, isDeterminer(words[before]), !words[before + 1].isAfterBreak {
      phrase.determiner = before
      before -= 1
    }
    if before >= 0, words[before].part == .preposition, !words[phrase.start].isAfterBreak {
      phrase.preposition = before
    }
    return phrase
  }

  private func isDeterminer(_ word: Word) -> Bool {
    word.part == .determiner || cues.holds(word.lower, .possessivePronoun)
      || cues.holds(word.lower, .demonstrative)
  }
}
