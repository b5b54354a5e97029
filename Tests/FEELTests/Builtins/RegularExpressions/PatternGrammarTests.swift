internal import Testing

@testable internal import FEEL

struct PatternGrammarTests {
  @Test(arguments: [
    "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(?>a)", "(?<name>a)", "(?P<name>a)", "(?'name'a)",
    "(?i)a",
    "(?i:a)", "(?#text)", "(?|a)", "(?R)", "(?1)", "(*UTF)", "(*ACCEPT)", "(?(1)a|b)", "(?",
  ])
  func `groups that XPath does not have are refused`(pattern: String) {
    #expect(PatternOutcome(pattern, in: "a").isMalformed)
  }

  @Test(arguments: [
    #"\b"#, #"\B"#, #"\A"#, #"\Z"#, #"\z"#, #"\G"#, #"\K"#, #"\Qa\E"#, #"\x41"#, #"\u0041"#,
    #"\h"#, #"\R"#, #"\X"#, #"\a"#, #"\e"#, #"\f"#, #"\v"#, #"\0"#, #"\012"#, #"\o{12}"#, #"\N"#,
    #"\k<a>"#,
    #"\g1"#, #"\ "#, #"\-x\/"#, #"\_"#, #"\é"#, #"\"#, #"\p"#, #"\pL"#, #"\p{}"#, #"\p{L"#,
    #"\p{Q}"#, #"\p{Cs}"#,
    #"\p{L&}"#, #"\p{Any}"#, #"\p{^L}"#, #"\p{Latin}"#, #"\p{IsLatin}"#, #"\p{Isbasiclatin}"#,
    #"\p{ IsBasicLatin}+"#, #"\p{Is}"#,
  ])
  func `escapes that XPath does not have are refused`(pattern: String) {
    #expect(PatternOutcome(pattern, in: "a").isMalformed)
  }

  @Test(arguments: [
    "*", "+", "?", "{", "}", "]", ")", "(", "a)", "(a", "((a)", "a**", "a++", "a?+", "a*+", "a???",
    "a{1}{2}",
    "a{1}+", "|*", "(*a)", "(+)", "a{", "a{}", "a{,2}", "a{1", "a{1,", "a{1,2", "a{2,1}", "a{x}",
    "a{1x}", "a{-1}",
    "a{1 }", "{1}",
  ])
  func `quantifiers and brackets out of place are refused`(pattern: String) {
    #expect(PatternOutcome(pattern, in: "a").isMalformed)
  }

  @Test(arguments: [
    "[", "[]", "[^]", "[a", "[^a", "[a-", "[z-a]", "[a-c-e]", "[a--b]", "[[a]", "[a[b]]", "[a-[b]",
    "[a-[b]c]", "[a-[]]", "[-[a]]", "[a]]", "[[:alpha:]]", #"[\b]"#, #"[\d-a]"#, #"[a-\d]"#,
    #"[\]"#,
    #"[\x41]"#, #"[a\0]"#, "[a&&[b]]",
  ])
  func `classes that XPath does not have are refused`(pattern: String) {
    #expect(PatternOutcome(pattern, in: "a").isMalformed)
  }

  @Test(arguments: [
    #"(.)\3"#, #"(.)\2"#, #"\3"#, #"(asd)[\1]"#, #"(asd)[asd\1]"#, #"(asd)[asd\0]"#, #"1[asd\0]"#,
    #"(a\1)"#,
    #"\1(a)"#, #"((a)\1)"#, #"(?:a)\1"#,
  ])
  func `references to groups that are not closed yet are refused`(pattern: String) {
    #expect(PatternOutcome(pattern, in: "a").isMalformed)
  }

  @Test(arguments: ["p", " ", "X", "S", "i,m", "-i", "g", "é", "\u{0}"])
  func `other flags are refused`(flags: String) {
    #expect(PatternOutcome("a", flags: flags, in: "a") == .fails(.flags))
  }

  @Test(arguments: [
    String(repeating: "a", count: 10_001),
    String(repeating: "(", count: 201) + String(repeating: ")", count: 201),
    String(repeating: "[a-", count: 60) + String(repeating: "]", count: 60),
    "a{65536}", "a{1,99999999999999999999999999}", "a{99999999999999999999999999,}",
    "((a{1000}){1000}){1000}", "(a{65535}){65535}", "((((((a{9}){9}){9}){9}){9}){9}){9}",
  ])
  func `patterns that are too large are refused`(pattern: String) {
    #expect(PatternOutcome(pattern, in: "a") == .fails(.limit))
  }

  @Test(arguments: [
    ("a**", 3), ("(a", 2), ("a]", 2), (#"a\q"#, 3), ("[z-a]", 4),
  ])
  func `a refusal says how far the pattern was read`(pattern: String, place: Int) {
    #expect(PatternOutcome(pattern, in: "") == .fails(.pattern(at: place)))
  }

  @Test func `nesting up to the limit is taken`() {
    let pattern = String(repeating: "(", count: 200) + "a" + String(repeating: ")", count: 200)
    #expect(PatternOutcome(pattern, in: "a") == .matches)
  }
}
