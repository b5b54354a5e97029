public import Dialogue
internal import Retrieval
internal import TextAnalysis

extension Assistant {
  /// Finds what says who a patient is, with the words of this corpus.
  public var identifiers: IdentifierFinder {
    IdentifierFinder(pack.identifierWords)
  }
}

extension CompiledPack {
  var identifierWords: IdentifierWords {
    let (table, pack) = (identifiers, self)
    return IdentifierWords(
      match: { words, index in
        table.longestMatch(in: words, at: index).map { length, names in
          (
            length,
            names.split(separator: " ").compactMap { IdentifierRole(rawValue: String($0)) }
          )
        }
      },
      isKnown: { pack.isKnown($0) }
    )
  }

  /// Whether a word belongs to the subject, to its neighbours or to everyday language.
  ///
  /// Authors of cited works do not make a name known.
  private func isKnown(_ word: String) -> Bool {
    let tokens = analysis.terms.analyze(word)
    if tokens.isEmpty { return true }
    return tokens.contains { token in
      everyday.holds(token.text) || neighbours.holds(token.text)
        || cues.longestMatch(in: [token.text], at: 0) != nil
        || synonyms.longestMatch(in: [token.text], at: 0) != nil
        || ((try? askedIndex.documentFrequency(of: token.text)) ?? 0) > 0
    }
  }
}

extension PackCompiler {
  /// Each phrase with the kinds of list in which it stands.
  static func identifierPhrases(
    _ lists: [(kind: String, phrases: [String])]
  ) -> [(words: [String], name: String)] {
    var order: [[String]] = []
    var kinds: [[String]: [String]] = [:]
    for list in lists {
      for phrase in list.phrases {
        let words = IdentifierWords.words(of: phrase.lowercased())
        if kinds[words] == nil { order.append(words) }
        kinds[words, default: []].append(list.kind)
      }
    }
    return order.map { ($0, (kinds[$0] ?? []).joined(separator: " ")) }
  }
}
