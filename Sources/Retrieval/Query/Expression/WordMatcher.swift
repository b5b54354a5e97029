/// What stands for one word of a clause in a text.
struct WordMatcher: Hashable {
  /// Any of these terms, with what each counts; or, for a stop word, the word itself.
  var terms: [WeightedTerm]
  var isStopWord = false

  func matches(_ key: WordKey) -> Bool {
    key.isStopWord == isStopWord && terms.contains { $0.term == key.bytes }
  }
}

/// A word of a text as it is compared: its term, or the word itself where it is a stop word.
struct WordKey: Hashable {
  var bytes: [UInt8]
  var isStopWord: Bool

  /// The words of a text.
  static func keys(of text: [UInt8], _ analysis: WordAnalysis) -> [WordKey] {
    var keys: [WordKey] = []
    var word = WordCursor()
    while analysis.next(text.span, &word) {
      if let term = analysis.term(of: word) {
        keys.append(WordKey(bytes: term, isStopWord: false))
      } else {
        keys.append(WordKey(bytes: Array(word.bytes.prefix(word.count)), isStopWord: true))
      }
    }
    return keys
  }
}

/// A clause with the terms of an index that stand for its words.
struct ClauseMatcher {
  let clause: SearchExpression.Clause
  /// One for each word, in order.
  let words: [WordMatcher]

  /// Whether the stored text must be looked at, because terms alone do not tell.
  var needsText: Bool {
    clause.field != .any || words.count > 1 || words.contains(where: \.isStopWord)
  }

  /// Whether a document has the words one behind the other in a field of the clause.
  func matches(title: [WordKey], text: [WordKey]) -> Bool {
    switch clause.field {
    case .title: return matches(title)
    case .text: return matches(text)
    case .any: return matches(title) || matches(text)
    }
  }

  private func matches(_ keys: [WordKey]) -> Bool {
    guard !words.isEmpty, keys.count >= words.count else { return false }
    for start in 0...(keys.count - words.count) {
      var place = 0
      while place < words.count, words[place].matches(keys[start + place]) { place += 1 }
      if place == words.count { return true }
    }
    return false
  }
}
