internal import Testing

@testable internal import FEEL

struct ReplacingTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text, pattern, replacement, flags, result: String

    init(
      _ text: String,
      _ pattern: String,
      _ replacement: String,
      _ result: String,
      flags: String = ""
    ) {
      self.text = text
      self.pattern = pattern
      self.replacement = replacement
      self.flags = flags
      self.result = result
    }

    var testDescription: String { "\(text) /\(pattern)/\(replacement)/\(flags)" }
  }

  @Test(arguments: [
    Row("abracadabra", "bra", "*", "a*cada*"),
    Row("abracadabra", "a.*a", "*", "*"),
    Row("abracadabra", "a.*?a", "*", "*c*bra"),
    Row("abracadabra", "a", "", "brcdbr"),
    Row("abracadabra", "a(.)", "a$1$1", "abbraccaddabbra"),
    Row("AAAA", "A+?", "b", "bbbb"),
    Row("darted", "^(.*?)d(.*)$", "$1c$2", "carted"),
    Row("abcd", "(ab)|(a)", "[1=$1][2=$2]", "[1=ab][2=]cd"),
    Row("0123456789", #"(\d{3})(\d{3})(\d{4})"#, "($1) $2-$3", "(012) 345-6789"),
    Row("facetiously", "[iouy]", "[$0]", "facet[i][o][u]sl[y]"),
    Row("abc", "x", "$0", "abc"),
    Row("", "x", "y", ""),
    Row("abc", "[A-Z]", "#", "###", flags: "i"),
    Row("a b c ", "[a-z]", "#", "# # # ", flags: "x"),
    Row("abc", ".^[d-z]*", "#", "abc", flags: "smix"),
    Row("aéb🐎c", "[é🐎]", "<$0>", "a<é>b<🐎>c"),
    Row("a.b", ".", "$1", "a$1b", flags: "q"),
    Row("a.b", ".", "\\", "a\\b", flags: "q"),
  ])
  func `each match is replaced`(row: Row) {
    let result = PatternResult.replacing(row.text, row.pattern, row.replacement, flags: row.flags)
    #expect(result == .success(Array(row.result.unicodeScalars)))
  }

  @Test(arguments: [
    ("$1", "a"), ("$0", "ab"), ("$2", "b"), ("$3", ""), ("$9", ""), ("$10", "a0"), ("$15", "a5"),
    ("$123", "a23"), ("$30", "0"), ("$02", "b"), ("$00", "ab"), ("$05", ""), (#"\$1"#, "$1"),
    (#"\\1"#, #"\1"#), (#"\\$1"#, #"\a"#), ("$1$2$1", "aba"), ("1$1", "1a"), ("$1é", "aé"),
    ("$99999999999999999999999999", "9999999999999999999999999"),
  ])
  func `references name groups, by as many digits as there are groups`(
    replacement: String,
    result: String
  ) {
    #expect(
      PatternResult.replacing("ab", "(a)(b)", replacement) == .success(Array(result.unicodeScalars))
    )
  }

  @Test func `two digits name a group when there are so many`() {
    let result = PatternResult.replacing(
      "abcdefghijk",
      "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)",
      "$11-$10-$1-$12"
    )
    #expect(result == .success(Array("k-j-a-a2".unicodeScalars)))
  }

  @Test(arguments: [
    "$", "a$", "$a", "$$1", "$ 1", "${1}", "$-1", "$٣", #"\"#, #"\1"#, #"\n"#, #"a\"#, #"$1\"#,
  ])
  func `other uses of dollar and backslash are refused`(replacement: String) {
    #expect(PatternResult.replacing("ab", "(a)", replacement) == .failure(.replacement))
    #expect(
      PatternResult.replacing("zz", "(a)", replacement) == .failure(.replacement),
      "even without a match"
    )
  }

  @Test(arguments: [
    "", "a*", "a?", "a|", "()", "^", "$", "(a)?", "[b-z]{0,3}", "a{0}", "(?:)", "^$",
  ])
  func `a pattern that matches the empty text is refused`(pattern: String) {
    #expect(PatternResult.replacing("abc", pattern, "x") == .failure(.matchesEmpty))
    #expect(PatternResult.splitting("abc", pattern) == .failure(.matchesEmpty))
  }

  @Test func `a long replacement of empty groups is a limit`() {
    let text = String(repeating: "a", count: 100_000)
    let replacement = String(repeating: "$1", count: 100_000)
    #expect(PatternResult.replacing(text, "(x?)a", replacement) == .failure(.limit))
  }

  @Test func `a result that grows too large is a limit`() {
    let text = String(repeating: "a", count: 10_000)
    let replacement = "$0" + String(repeating: "b", count: 10_000)
    #expect(PatternResult.replacing(text, "a", replacement) == .failure(.limit))
  }

  @Test(arguments: [
    ("John Doe", #"\s"#, ["John", "Doe"]),
    ("a;b;c;;", ";", ["a", "b", "c", "", ""]),
    (";a", ";", ["", "a"]),
    ("abc", ";", ["abc"]),
    ("", ";", [""]),
    (";", ";", ["", ""]),
    ("a1b22c", #"\d+"#, ["a", "b", "c"]),
    ("aXbxc", "x", ["aXb", "c"]),
    ("a-b", "(-)", ["a", "b"]),
    ("é🐎é", "🐎", ["é", "é"]),
  ])
  func `a text is split at each match`(text: String, pattern: String, result: [String]) {
    #expect(PatternResult.splitting(text, pattern) == .success(result))
  }
}
