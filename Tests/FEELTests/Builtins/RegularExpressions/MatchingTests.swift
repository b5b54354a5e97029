internal import Testing

@testable internal import FEEL

/// Functions and Operators 3.1, 5.6; many rows are those of the DMN conformance suite, 1111.
struct MatchingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let pattern: String
    let flags: String
    let text: String
    let matches: Bool

    init(_ pattern: String, _ text: String, _ matches: Bool) {
      self.init(pattern, flags: "", text, matches)
    }

    init(_ pattern: String, flags: String, _ text: String, _ matches: Bool) {
      self.pattern = pattern
      self.flags = flags
      self.text = text
      self.matches = matches
    }

    var testDescription: String { "/\(pattern)/\(flags) in \(text)" }
  }

  private func check(_ row: Row) {
    let outcome = PatternOutcome(row.pattern, flags: row.flags, in: row.text)
    #expect(outcome == (row.matches ? .matches : .doesNotMatch))
  }

  @Test(arguments: [
    Row("bra", "abracadabra", true),
    Row("^a.*a$", "abracadabra", true),
    Row("^bra", "abracadabra", false),
    Row("", "", true),
    Row("a|", "b", true),
    Row("()", "b", true),
    Row("^(a|b)+$", "abba", true),
    Row("^(?:ab)+$", "ababab", true),
    Row("^a{2}$", "aa", true),
    Row("^a{2}$", "aaa", false),
    Row("^a{2,}$", "aaaa", true),
    Row("^a{2,3}$", "aaaa", false),
    Row("^a{0}$", "", true),
    Row("^a{0,0}b$", "b", true),
    Row("^a+?a$", "aaa", true),
    Row("^a??$", "a", true),
    Row("^a{1,2}?$", "aa", true),
    Row("^*a", "ba", true),
    Row("a$+", "ba", true),
    Row("^é$", "é", true),
    Row("^.$", "🐎", true),
    Row("^.$", "e\u{301}", false),
    Row("é", "e\u{301}", false),
    Row("a\u{0}b", "xa\u{0}b", true),
    Row("-", "a-b", true),
    Row("a,b:c;d=e<f>g!h@i#j%k&l'm\"n~o`p_q/r s", "a,b:c;d=e<f>g!h@i#j%k&l'm\"n~o`p_q/r s", true),
  ])
  func `plain patterns match as everywhere`(row: Row) { check(row) }

  @Test(arguments: [
    Row(#"^\\$"#, "\\", true),
    Row(#"^\|\.\?\*\+\(\)\{\}\-\[\]\^\$$"#, "|.?*+(){}-[]^$", true),
    Row(#"^\n\r\t$"#, "\n\r\t", true),
    Row(#"^\s\S$"#, "\ta", true),
    Row(#"\s"#, "\u{A0}\u{B}\u{C}\u{2003}", false),
    Row(#"^\d\D$"#, "٣x", true),
    Row(#"^\w+$"#, "aé٣+", true),
    Row(#"\w"#, "-,.()[] !", false),
    Row(#"^\W+$"#, "-,.()[] !\u{0}", true),
    Row(#"^\i\c*$"#, "a-b.c1:_", true),
    Row(#"^\i"#, "1a", false),
    Row(#"^\I\C$"#, "1 ", true),
    Row(#"^\p{Lu}\P{Lu}$"#, "Aa", true),
    Row(#"^\p{L}+$"#, "aÄж漢", true),
    Row(#"^\p{IsBasicLatin}+$"#, "hello world", true),
    Row(#"\p{IsBasicLatin}"#, "äöü", false),
    Row(#"^\P{IsBasicLatin}+$"#, "äöü漢", true),
    Row(#"^\p{IsGreek}\p{IsGreekandCoptic}$"#, "αβ", true),
    Row(#"^\p{IsLatin-1Supplement}$"#, "ä", true),
    Row(#"\p{IsHighSurrogates}"#, "🐎", false),
    Row(#"^\P{IsHighSurrogates}$"#, "🐎", true),
  ])
  func `escapes name characters and sets`(row: Row) { check(row) }

  @Test(arguments: [
    Row("^[a-c]+$", "abc", true),
    Row("^[^a-c]+$", "abc", false),
    Row("^[a^]+$", "a^", true),
    Row("^[-a]+$", "-a", true),
    Row("^[a-]+$", "-a", true),
    Row("^[^-]$", "-", false),
    Row("^[--/]+$", "-./", true),
    Row(#"^[\--/]+$"#, "-./", true),
    Row("^[!-]+$", "!-", true),
    Row("^[.*+?(){}|$]+$", ".*+?(){}|$", true),
    Row(#"^[\[\]\\\^]+$"#, "[]\\^", true),
    Row(#"^[\s\d]+$"#, "1 2", true),
    Row(#"^[^\s\d]+$"#, "1 2", false),
    Row(#"^[\S]+$"#, "1-2", true),
    Row(#"^[^\S]+$"#, " \t", true),
    Row(#"^[\p{Lu}\p{Nd}-]+$"#, "A1-", true),
    Row("^[a-z-[aeiou]]+$", "xyz", true),
    Row("^[a-z-[aeiou]]+$", "xaz", false),
    Row("^[^a-z-[0-9]]+$", "ABC", true),
    Row("^[^a-z-[0-9]]+$", "A1", false),
    Row("^[a-z-[b-y-[m]]]+$", "amz", true),
    Row("^[a-z-[b-y-[m]]]+$", "b", false),
    Row("^[a--[b]]+$", "a-", true),
    Row("^[a-z-[^aeiou]]+$", "aei", true),
    Row("a[^b]", "a", false),
    Row("a[^b]", "a ", true),
    Row("^[🐀-🐎]$", "🐍", true),
  ])
  func `classes have members, ranges and subtractions`(row: Row) { check(row) }

  @Test(arguments: [
    Row(#"(.)\1"#, "abba", true),
    Row(#"^(a)(b)\2\1$"#, "abba", true),
    Row(#"^(a)\11$"#, "aa1", true),
    Row(#"^(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)\11$"#, "abcdefghijkk", true),
    Row(#"^(?:(a)|b)\1c$"#, "bc", true),
    Row(#"(a)\1"#, "aA", false),
    Row(#"^(?:x(a))\1$"#, "xaa", true),
  ])
  func `references repeat a group`(row: Row) { check(row) }

  @Test(arguments: [
    Row("ABC", flags: "i", "abc", true),
    Row("[A-Z]*", flags: "i", "abZ", true),
    Row("k", flags: "i", "\u{212A}", true),
    Row("ß", flags: "i", "ẞ", true),
    Row("[A-Z-[OI]]", flags: "i", "x", true),
    Row("[A-Z-[OI]]", flags: "i", "X", true),
    Row("[A-Z-[OI]]", flags: "i", "O", false),
    Row("[A-Z-[OI]]", flags: "i", "i", false),
    Row("[^Q]", flags: "i", "Q", false),
    Row("[^Q]", flags: "i", "q", false),
    Row(#"(a)\1"#, flags: "i", "aA", true),
    Row(#"\p{Lu}"#, flags: "i", "a", false),
    Row(#"^[\p{Lu}b]+$"#, flags: "i", "ABb", true),
    Row(#"[\p{Lu}b]"#, flags: "i", "a", false),
    Row(#"[^\p{Lu}b]"#, flags: "i", "A", false),
    Row(#"[^\p{Lu}b]"#, flags: "i", "B", false),
    Row(#"[^\p{Lu}b]"#, flags: "i", "a", true),
    Row(#"\p{IsBasicLatin}"#, flags: "i", "\u{212A}", false),
  ])
  func `flag i ignores case, but not in sets that an escape names`(row: Row) { check(row) }

  @Test(arguments: [
    Row("Mary.Jones", flags: "", "Mary\u{D}Jones", false),
    Row("Mary.Jones", flags: "", "Mary\nJones", false),
    Row("Mary.Jones", flags: "s", "Mary\u{D}Jones", true),
    Row("Mary.Jones", flags: "s", "Mary\nJones", true),
    Row("a.b", flags: "", "a\u{2028}b", true),
    Row("^$", flags: "m", "\nabcd\ndefg\n", true),
    Row("^$", flags: "m", "abcd\n\ndefg\n ", true),
    Row("^$", flags: "m", "abcd\ndefg\n", false),
    Row("^d", flags: "m", "abcd\ndefg\n", true),
    Row("d$", flags: "m", "abcd\ndefg\n", true),
    Row("d$", flags: "", "abcd\ndefg\n", false),
    Row("g$", flags: "", "abcd\ndefg\n", false),
    Row("^d", flags: "m", "abc\u{D}def", false),
    Row("^d", flags: "", "abcd\ndefg\n", false),
    Row(#"hello\ sworld"#, flags: "x", "hello world", true),
    Row(" hello[ ]world", flags: "x", "hello world", true),
    Row("he ll o[ ]worl d", flags: "x", "hello world", true),
    Row(#"\p{ I s B a s i c L a t i n }+"#, flags: "x", "hello world", true),
    Row(#"a\[ b"#, flags: "x", "a[b", true),
    Row(#"[\] ] b"#, flags: "x", " b", true),
    Row("hello world", flags: "x", "hello world", false),
    Row("#a", flags: "x", "#a", true),
    Row("a.b[", flags: "q", "xa.b[", true),
    Row("a.b", flags: "q", "axb", false),
    Row("A.B", flags: "qi", "xa.b", true),
    Row("a b", flags: "qxsm", "a b", true),
    Row("", flags: "q", "a", true),
    Row("a", flags: "iiss", "A", true),
  ])
  func `flags change how a pattern is read`(row: Row) { check(row) }
}
