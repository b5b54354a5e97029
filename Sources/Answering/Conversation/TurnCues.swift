internal import Evidence

/// The words by which a line says what it wants of a case, and by which outcomes are named.
struct TurnCues: Sendable {
  /// What a line can want.
  enum Kind: String, CaseIterable, Sendable {
    case opening, correction, question, auxiliary, subject, why, whyNot, whatIf, change, open,
      whyAsk, keep, decision, management, dissent, patient, circumstance
    case yes, no, unknown
  }

  /// The sections of the wording that hold nothing about reading facts.
  static let sections: Set<String> = [
    "turns", "outcomes", EarliestDay.section, EvidenceWords.section,
  ]

  private var phrases: [Kind: [[String]]] = [:]
  private var outcomes: [OutcomePhrase] = []

  private struct OutcomePhrase: Sendable {
    var decision: String
    var outcome: String
    var words: [String]
  }

  /// Takes the words of the lexicon and of a protocol.
  init(_ wordings: [FactWording]) {
    for wording in wordings {
      for list in wording.lists {
        let words = list.phrases.map { TurnWords($0).words }
        if wording.section == "turns", let kind = Kind(rawValue: wording.name) {
          phrases[kind, default: []] += words
          if kind == .management { phrases[.decision, default: []] += words }
        } else if wording.section == "outcomes" {
          outcomes += words.map {
            OutcomePhrase(decision: wording.name, outcome: list.name, words: $0)
          }
        }
      }
    }
  }

  /// How many words at the start are one of the phrases; 0 without one.
  func length(of kind: Kind, at words: ArraySlice<String>) -> Int {
    let found = (phrases[kind] ?? []).filter { TurnWords.begins(words, with: $0) }
    return found.map(\.count).max() ?? 0
  }

  /// Whether the words as a whole are one of the phrases.
  func isWhole(_ kind: Kind, _ words: ArraySlice<String>) -> Bool {
    !words.isEmpty && length(of: kind, at: words) == words.count
  }

  /// Whether one of the phrases stands anywhere.
  func holds(_ kind: Kind, _ words: ArraySlice<String>) -> Bool {
    words.indices.contains { length(of: kind, at: words[$0...]) > 0 }
  }

  /// Whether the words begin as a question does, with a question mark or without.
  func beginsQuestion(_ words: ArraySlice<String>) -> Bool {
    if length(of: .question, at: words) > 0 { return true }
    let auxiliary = length(of: .auxiliary, at: words)
    return auxiliary > 0 && length(of: .subject, at: words.dropFirst(auxiliary)) > 0
  }

  /// The words without what may stand before any of these.
  func withoutOpening(_ words: ArraySlice<String>) -> ArraySlice<String> {
    var rest = words
    while rest.count > 1 {
      let length = length(of: .opening, at: rest)
      if length == 0 || length == rest.count { break }
      rest = rest.dropFirst(length)
    }
    return rest
  }

  /// The outcomes that words which begin at a place name.
  func outcomes(
    at place: Int,
    in words: ArraySlice<String>
  ) -> [(decision: String, outcome: String)] {
    outcomes.filter { TurnWords.begins(words[place...], with: $0.words) }
      .map { ($0.decision, $0.outcome) }
  }

  /// The outcomes that the words name, those named by more words first.
  func outcomes(in words: ArraySlice<String>) -> [(decision: String, outcome: String)] {
    var found: [(phrase: OutcomePhrase, place: Int)] = []
    for place in words.indices {
      for phrase in outcomes where TurnWords.begins(words[place...], with: phrase.words) {
        found.append((phrase, place))
      }
    }
    let longest = found.map(\.phrase.words.count).max() ?? 0
    var named: [(decision: String, outcome: String)] = []
    for length in stride(from: longest, to: 0, by: -1) {
      for match in found where match.phrase.words.count == length {
        let (decision, outcome) = (match.phrase.decision, match.phrase.outcome)
        if !named.contains(where: { $0 == (decision, outcome) }) {
          named.append((decision, outcome))
        }
      }
    }
    return named
  }
}

/// The words of a line as cues have them: in small letters, without punctuation around them.
struct TurnWords: Sendable {
  /// In the order of the line.
  let words: [String]

  /// Cuts a line.
  init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).compactMap { part in
      let plain = part.lowercased().replacing("’", with: "'")
      let bare = plain.drop { ".,;:!()[]\"“”‘".contains($0) }
      var word = String(bare)
      while let last = word.last, ".,;:!?()[]\"“”'".contains(last) {
        if word == "?" { break }
        word.removeLast()
      }
      return word.isEmpty ? nil : word
    }
  }

  /// Whether words begin with a phrase, whose words may end in `*`.
  static func begins(_ words: ArraySlice<String>, with phrase: [String]) -> Bool {
    guard !phrase.isEmpty, phrase.count <= words.count else { return false }
    return zip(words, phrase).allSatisfy { word, pattern in
      pattern.last == "*" ? word.hasPrefix(pattern.dropLast()) : word == pattern
    }
  }
}

extension String {
  fileprivate func replacing(_ character: Character, with other: Character) -> String {
    String(map { $0 == character ? other : $0 })
  }
}
