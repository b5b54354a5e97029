internal import Answering

/// The reasons for a refusal as sentences, each short whatever the question holds.
struct RefusalReasons {
  let sentences: [String]

  init(_ refusal: Refusal) {
    let reasons = [
      ("The corpus never uses ", refusal.unknownWords.map { "‘\(Self.brief($0))’" }, 5),
      ("It does not cover ", refusal.neighbouringTopics.map(Self.brief), 5),
      ("Nearest sections: ", refusal.nearestSections.map(Self.brief), 3),
    ]
    sentences = reasons.filter { !$0.1.isEmpty }.map { words, items, most in
      let rest = items.count - most
      let shown = items.prefix(most).joined(separator: ", ")
      return words + (rest > 0 ? "\(shown) and \(rest) more." : "\(shown).")
    }
  }

  private static func brief(_ word: String) -> String {
    TextLayout.shorten(Sanitizer.visible(word), width: 60)
  }
}
