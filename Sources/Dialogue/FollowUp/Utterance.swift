internal import TextAnalysis

/// A turn as its words, phrases and terms.
struct Utterance: Sendable {
  let text: String
  let words: [Word]
  let phrases: [NounPhrase]
  let terms: [TypedTerm]
  /// Place of the first word after the openings ("and", "ok", "no").
  let body: Int
  private let cues: FollowUpCues

  /// Reads a turn.
  init(_ text: String, cues: FollowUpCues, terms finder: TermFinder) {
    let head = WordReader.head(of: text)
    let words = WordReader(cues: cues).words(of: head)
    self.text = head
    self.words = words
    self.cues = cues
    phrases = PhraseFinder(cues: cues).phrases(in: words)
    terms = finder.terms(in: head)
    var body = 0
    while body < words.count {
      let length = cues.length(of: .opening, in: words, at: body)
      if length == 0 { break }
      body += length
    }
    self.body = body
  }

  /// Whether it was read to its end.
  var isWhole: Bool {
    words.count < WordReader.mostWords && text.utf8.count < WordReader.mostBytes - 4
  }

  /// Whether words from a place on make no clause: no verb, no auxiliary.
  func isFragment(from start: Int) -> Bool {
    guard start < words.count else { return true }
    return !words[start...].contains { $0.part == .verb || $0.part == .auxiliary }
  }

  /// The text of a run of words, as typed.
  func slice(_ range: Range<Int>) -> String {
    guard let first = words[range].first, let last = words[range].last else { return "" }
    return slice(bytes: first.start..<last.end)
  }

  /// The text of a byte range.
  func slice(bytes range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  /// The text with a byte range replaced.
  func replacing(_ range: Range<Int>, with other: String) -> String {
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(range, with: Array(other.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The words from a place on without closing punctuation.
  func bare(from start: Int = 0) -> String {
    guard start < words.count else { return "" }
    return slice(start..<words.count)
  }

  // MARK: What a phrase is worth

  /// Whether a word names next to nothing, or only something of something else.
  func isLight(_ word: Word) -> Bool {
    switch word.part {
    case .properNoun: false
    case .noun: isRelational(word) || cues.holds(word.lower, .generic)
    default: true
    }
  }

  /// Whether a noun asks for something of something else.
  func isRelational(_ word: Word) -> Bool {
    cues.holds(word.lower, .relational) || cues.holds(Self.singular(word.lower), .relational)
  }

  /// Whether no word of a phrase names anything by itself.
  func isLight(_ phrase: NounPhrase) -> Bool {
    let names = words[phrase.words].contains { $0.part == .noun || $0.part == .properNoun }
    if !names { return true }
    guard phrase.words.allSatisfy({ isLight(words[$0]) }) else { return false }
    return isRelational(words[phrase.head]) || term(at: phrase) == nil
  }

  /// The glossary's term inside a phrase, the last where there are several.
  func term(at phrase: NounPhrase) -> TypedTerm? {
    let start = words[phrase.words.lowerBound].start
    let end = words[phrase.head].end
    return terms.last { $0.start < end && start < $0.end }
  }

  /// The singular of a folded noun, by its ending.
  static func singular(_ noun: String) -> String {
    if noun.hasSuffix("ies"), noun.utf8.count > 4 { return noun.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where noun.hasSuffix(ending) {
      return String(noun.dropLast(2))
    }
    if noun.hasSuffix("s"), !noun.hasSuffix("ss"), noun.utf8.count > 3 {
      return String(noun.dropLast())
    }
    return noun
  }

  /// Whether a noun names several things, by its ending or the list of exceptions.
  func isPlural(_ word: Word) -> Bool {
    let noun = word.lower
    if cues.holds(noun, .irregularPlural) { return true }
    return noun.hasSuffix("s") && !noun.hasSuffix("ss") && !noun.hasSuffix("us")
      && !noun.hasSuffix("is") && !word.isPossessive
  }
}
