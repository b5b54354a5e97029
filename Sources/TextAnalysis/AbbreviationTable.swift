/// Abbreviations by their last word, in lower case and without the final dot.
struct AbbreviationTable {
  /// When a word is an abbreviation, and when a sentence goes on after it.
  enum Rule {
    /// A sentence goes on, whatever follows.
    case always
    /// An abbreviation before a number only, and a word otherwise.
    case beforeNumber
    /// A sentence goes on unless a capital letter follows.
    case beforeLowercase
  }

  /// The longest abbreviation that is looked up.
  static let longest = 32

  private var rules: [String: Rule] = [:]

  init(_ abbreviations: Set<String>) {
    for entry in abbreviations {
      let words = entry.lowercased().split(separator: " ")
      let rule: Rule =
        switch words.last {
        case "#": .beforeNumber
        case "|": .beforeLowercase
        default: .always
        }
      guard let word = words.last(where: { $0 != "#" && $0 != "|" }) else { continue }
      rules[String(word.last == "." ? word.dropLast() : word)] = rule
    }
  }

  func rule(for text: UTF8Text, _ word: Range<Int>) -> Rule? {
    word.count <= Self.longest ? rules[text.string(word).lowercased()] : nil
  }
}
