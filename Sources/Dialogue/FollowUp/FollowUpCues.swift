/// A kind of word or phrase by which a turn leans on earlier ones, or a closed class of English.
///
/// `lexicon/follow-up-cues.yaml` lists the members of each kind under its name.
public enum CueKind: String, CaseIterable, Sendable {
  case opening, whatAbout, correction, correctionEnd, thanks, why, source, opposite, comparison
  case ordinalFirst, ordinalSecond, ordinalThird, ordinalFourth, ordinalLast
  case pronounSingular, pronounPlural, possessivePronoun, personPronoun, placePronoun, standIn
  case demonstrative, expletive, proVerb
  case determiner, other, interrogative, degree, auxiliary, personal, preposition, conjunction
  case adverb, adjective, superlative, comparative, verb, relational, generic, irregularPlural
  case focusType, weakType, subjectType, article, selfReference, inverting, dispensable, openVerb,
    choice
  case alternativeType, attribution, contrast, adversative, tag, reporting
}

/// The cues of follow-up questions: words and phrases by kind.
public struct FollowUpCues: Sendable {
  private var kinds: [String: Set<CueKind>] = [:]
  private var longest = 1

  /// Takes word lists; a list under a name that is no kind is left out.
  public init(_ lists: [(kind: String, phrases: [String])]) {
    for list in lists {
      guard let kind = CueKind(rawValue: list.kind) else { continue }
      for phrase in list.phrases {
        kinds[phrase.lowercased(), default: []].insert(kind)
        longest = max(longest, phrase.split(separator: " ").count)
      }
    }
  }

  /// Whether a folded word or phrase is of a kind.
  func holds(_ text: String, _ kind: CueKind) -> Bool {
    kinds[text]?.contains(kind) ?? false
  }

  /// The number of words of the longest phrase of a kind that starts at an index; 0 for none.
  func length(of kind: CueKind, in words: [Word], at index: Int) -> Int {
    var best = 0
    var key = ""
    for count in 1...longest where index + count <= words.count {
      key += count == 1 ? words[index].lower : " \(words[index + count - 1].lower)"
      if holds(key, kind) { best = count }
    }
    return best
  }
}
