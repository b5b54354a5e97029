internal import TestSupport
internal import Testing

@testable internal import FEEL

struct ByteTextTests {
  @Test(arguments: [
    ("foobar", "bar", 3), ("foobar", "", 0), ("", "", 0), ("", "a", nil), ("aaab", "aab", 1),
    ("é", "e", nil), ("e\u{301}", "é", nil), ("aé🐎", "🐎", 3), ("abcabcabd", "abcabd", 3),
  ])
  func `a text is found by its bytes`(text: String, match: String, place: Int?) {
    #expect(ByteText(text).firstPlace(of: ByteText(match)) == place)
  }

  @Test func `the search finds what trying each place finds`() {
    var generator = SeededGenerator(seed: 21)
    func word(_ longest: Int) -> String {
      String(
        (0..<Int.random(in: 0...longest, using: &generator)).map { _ in
          "abé".randomElement(using: &generator) ?? "a"
        }
      )
    }
    for _ in 0..<5_000 {
      let (text, match) = (ByteText(word(12)), ByteText(word(4)))
      let expected = (0...text.bytes.count).first { text.bytes[$0...].starts(with: match.bytes) }
      #expect(text.firstPlace(of: match) == expected)
    }
  }

  @Test func `a long text of one letter is searched in one pass`() {
    let text = ByteText(String(repeating: "a", count: 400_000))
    let match = ByteText(String(repeating: "a", count: 200_000) + "b")
    #expect(text.firstPlace(of: match) == nil)
  }
}

struct CaseMappingTests {
  @Test(arguments: [
    ("straße", "STRASSE", "straße"), ("ﬁn", "FIN", "ﬁn"), ("Ǆ", "Ǆ", "ǆ"),
    ("\u{149}", "\u{2BC}N", "\u{149}"),
    ("\u{130}", "\u{130}", "i\u{307}"), ("\u{390}", "\u{399}\u{308}\u{301}", "\u{390}"),
    ("🐎", "🐎", "🐎"), ("", "", ""), ("𐐀", "𐐀", "𐐨"),
  ])
  func `cases follow the full mapping`(text: String, upper: String, lower: String) {
    #expect(Array(text.fullUppercase.unicodeScalars) == Array(upper.unicodeScalars))
    #expect(Array(text.fullLowercase.unicodeScalars) == Array(lower.unicodeScalars))
  }

  @Test(arguments: [
    ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"), ("Σ", "σ"), ("ΑΣ", "ας"), ("ΑΣ ΣΑ", "ας σα"), ("ΑΣ'", "ας'"),
    ("Α'Σ", "α'ς"),
    ("ΑΣ'Α", "ασ'α"), ("ΑΣ1", "ας1"), ("1Σ", "1σ"), ("ΣΣ", "σς"), ("ΑΣ\u{301}", "ας\u{301}"),
  ])
  func `a sigma that ends a word is a final sigma`(text: String, lower: String) {
    #expect(Array(text.fullLowercase.unicodeScalars) == Array(lower.unicodeScalars))
  }
}
