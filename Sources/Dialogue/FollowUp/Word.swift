internal import TextAnalysis

/// A word of a turn with the part of speech that it most likely has.
struct Word: Hashable, Sendable {
  /// A guess from closed classes, endings and neighbours.
  enum Part: Hashable, Sendable {
    case noun, properNoun, adjective, number, verb, adverb
    case determiner, pronoun, preposition, conjunction, auxiliary, interrogative
  }

  /// As typed.
  var text: String
  /// Folded, without a possessive ending or a clitic verb.
  var lower: String
  /// First byte in the turn, and the byte after the last.
  var start: Int
  var end: Int
  /// Whether punctuation stands between this word and the one before.
  var isAfterBreak: Bool
  /// Whether it carries a possessive ending.
  var isPossessive: Bool
  var part: Part = .noun

  /// The stem of the folded word.
  var stem: String { SnowballEnglishStemmer().stem(lower) }

  /// Whether the word may stand in a noun phrase behind its determiner.
  var isNominal: Bool {
    switch part {
    case .noun, .properNoun, .adjective, .number: true
    default: false
    }
  }

  /// Whether the word says what a turn is about.
  var isContent: Bool {
    switch part {
    case .noun, .properNoun, .adjective, .number, .verb: true
    default: false
    }
  }
}

/// Cuts a turn into words.
struct WordReader {
  /// The most words that are looked at; what follows is carried nowhere.
  static let mostWords = 160
  /// The most bytes that are looked at.
  static let mostBytes = 4096

  let cues: FollowUpCues

  /// The words of a turn, with their parts of speech.
  func words(of text: String) -> [Word] {
    let head = Self.head(of: text)
    let bytes = Array(head.utf8)
    let tokens = Tokenizer().tokenize(head).prefix(Self.mostWords)
    var words: [Word] = []
    var last = 0
    for token in tokens {
      let typed = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
      let (lower, isPossessive) = Self.fold(typed)
      words.append(
        Word(
          text: typed,
          lower: lower,
          start: token.start,
          end: token.end,
          isAfterBreak: Self.breaks(bytes[last..<token.start]),
          isPossessive: isPossessive
        )
      )
      last = token.end
    }
    PartGuesser(cues: cues).guess(&words)
    return words
  }

  /// The beginning of a text, cut at a scalar.
  static func head(of text: String) -> String {
    if text.utf8.count <= mostBytes { return text }
    var head = ""
    for scalar in text.unicodeScalars {
      if head.utf8.count + 4 > mostBytes { break }
      head.unicodeScalars.append(scalar)
    }
    return head
  }

  private static func breaks(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"),
        UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"),
        UInt8(ascii: "-"), 0xE2:
        true
      default: false
      }
    }
  }

  /// The lower case of a word with a plain apostrophe; a possessive or clitic "s" is cut off.
  private static func fold(_ typed: String) -> (String, Bool) {
    var lower = ""
    for scalar in typed.unicodeScalars {
      if scalar == "\u{2019}" || scalar == "\u{2018}" {
        lower += "'"
      } else {
        lower += scalar.properties.lowercaseMapping
      }
    }
    if lower.hasSuffix("'s"), lower.utf8.count > 2 { return (String(lower.dropLast(2)), true) }
    if lower.hasSuffix("s'"), lower.utf8.count > 2 { return (String(lower.dropLast()), true) }
    return (lower, false)
  }
}
