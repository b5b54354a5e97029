internal import TestSupport
internal import Testing

@testable internal import FEEL

struct PatternFuzzTests {
  /// Pieces that meet each other in unlucky ways.
  private static let pieces = [
    "a", "b", "Z", "1", " ", "\n", "é", "🐎", "e\u{301}", "\u{0}", "\u{10FFFF}", "\u{FFFE}", "-",
    ",", ":",
    ".", "^", "$", "|", "(", ")", "(?:", "(?=", "(?<n>", "(*", "[", "]", "[^", "-[", "&&", "{", "}",
    "{2}",
    "{1,3}", "{0,}", "{3,1}", "{65535}", "{65536}", "{999999999999}", "*", "+", "?", "*?", "++",
    "\\", "\\\\",
    "\\d", "\\D", "\\s", "\\w", "\\W", "\\i", "\\c", "\\I", "\\C", "\\p{L}", "\\P{Lu}",
    "\\p{IsGreek}",
    "\\p{", "\\p{IsNone}", "\\1", "\\2", "\\10", "\\0", "\\b", "\\Q", "\\E", "\\x{D800}",
    "\\x{110000}", "\\n",
    "[a-z-[aeiou]]", "[\\d-]", "(a|b)", "(a*)*", "(?i)", "[:alpha:]", "[[.a.]]",
  ]
  private static let flags = ["", "i", "s", "m", "x", "q", "smix", "ix", "p", "é"]
  private static let texts = [
    "", "a", "ab\nba", "aé🐎e\u{301}", "\u{0}\u{10FFFF}", "1 22 333", "Zz-,:",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
  ]
  private static let replacements = ["", "x", "$0", "[$1]", "$", "\\$", "\\", "$10", "🐎$0\\\\"]

  private func pattern(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...12, using: &generator))
      .map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
      .joined()
  }

  @Test(arguments: [1, 2, 3, 4])
  func `no pattern traps, hangs or fails inside`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var taken = 0
    for _ in 0..<5_000 {
      let pattern = pattern(using: &generator)
      let flags = Self.flags.randomElement(using: &generator) ?? ""
      let text = Self.texts.randomElement(using: &generator) ?? ""
      let replacement = Self.replacements.randomElement(using: &generator) ?? ""
      if case .fails = PatternOutcome(pattern, flags: flags, in: text) { continue }
      taken += 1
      _ = PatternResult.replacing(text, pattern, replacement, flags: flags)
      _ = PatternResult.splitting(text, pattern)
    }
    #expect(taken > 250, "seed \(seed)")
  }

  @Test(arguments: [5, 6])
  func `random code points neither trap nor hang`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        let limit: UInt32 = Bool.random(using: &generator) ? 0x7F : 0x10FFFF
        guard let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) else {
          continue
        }
        scalars.append(scalar)
      }
      let text = String(scalars)
      _ = PatternOutcome(text, in: text)
      #expect(PatternOutcome(text, flags: "q", in: text) == .matches, "seed \(seed)")
      #expect(PatternOutcome(text, flags: "q", in: "<\(text)>") == .matches, "seed \(seed)")
    }
  }

  @Test func `replacing each match by itself changes nothing`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let pattern = pattern(using: &generator)
      let text = Self.texts.randomElement(using: &generator) ?? ""
      guard case .success(let result) = PatternResult.replacing(text, pattern, "$0") else {
        continue
      }
      #expect(result.elementsEqual(text.unicodeScalars), "\(pattern) in \(text)")
    }
  }
}
