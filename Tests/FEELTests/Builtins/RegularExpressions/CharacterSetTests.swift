internal import Testing

@testable internal import FEEL

struct CharacterSetTests {
  /// Code points at the edges of sets, and some of each plane.
  private static let samples: [Unicode.Scalar] =
    [
      0x0, 0x9, 0xA, 0xD, 0x20, 0x2D, 0x2E, 0x30, 0x3A, 0x41, 0x5F, 0x61, 0x7F, 0x80, 0xA0, 0xB7,
      0xC0, 0xD7,
      0xE9, 0xF7, 0x2FF, 0x300, 0x370, 0x37E, 0x3B1, 0x660, 0x1FFF, 0x2000, 0x200C, 0x203F, 0x2070,
      0x20AC,
      0x2190, 0x3000, 0x3001, 0x4E2D, 0xD7FF, 0xE000, 0xF900, 0xFDD0, 0xFFFD, 0xFFFF, 0x10000,
      0x1F40E,
      0xEFFFF, 0xF0000, 0x10FFFF,
    ].compactMap(Unicode.Scalar.init(_:) as (UInt32) -> Unicode.Scalar?)

  @Test(arguments: ["s", "d", "w", "i", "c"])
  func `an escape and its capital part all code points between them`(letter: String) {
    for scalar in Self.samples {
      let text = String(scalar)
      let inside = PatternOutcome("^\\\(letter)$", flags: "s", in: text)
      let outside = PatternOutcome("^\\\(letter.uppercased())$", flags: "s", in: text)
      #expect(Set([inside, outside]) == [.matches, .doesNotMatch], "\(scalar.value)")
      #expect(PatternOutcome("^[\\\(letter)]$", in: text) == inside)
      #expect(PatternOutcome("^[^\\\(letter)]$", in: text) == outside)
      #expect(PatternOutcome("^[\\\(letter)]$", flags: "i", in: text) == inside)
    }
  }

  @Test(arguments: [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc",
    "Pd", "Ps",
    "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf",
    "Co", "Cn",
  ])
  func `a category and its complement part all code points between them`(category: String) {
    for scalar in Self.samples {
      let text = String(scalar)
      let inside = PatternOutcome("^\\p{\(category)}$", in: text)
      let outside = PatternOutcome("^\\P{\(category)}$", in: text)
      #expect(Set([inside, outside]) == [.matches, .doesNotMatch], "\(scalar.value)")
    }
  }

  @Test func `a block begins and ends where Unicode says`() {
    for (name, first, last) in [
      ("BasicLatin", 0, 0x7F), ("Latin-1Supplement", 0x80, 0xFF), ("Greek", 0x370, 0x3FF),
      ("GreekandCoptic", 0x370, 0x3FF), ("Cyrillic", 0x400, 0x4FF), ("HangulJamo", 0x1100, 0x11FF),
      ("CurrencySymbols", 0x20A0, 0x20CF), ("CJKUnifiedIdeographs", 0x4E00, 0x9FFF),
      ("HighSurrogates", 0xD800, 0xDB7F), ("PrivateUseArea", 0xE000, 0xF8FF),
      ("Emoticons", 0x1F600, 0x1F64F), ("SupplementaryPrivateUseArea-B", 0x100000, 0x10FFFF),
    ] as [(String, UInt32, UInt32)] {
      #expect(UnicodeBlocks.block(named: name) == first...last, "\(name)")
    }
    #expect(UnicodeBlocks.block(named: "None") == nil)
  }

  @Test(arguments: ["HighSurrogates", "HighPrivateUseSurrogates", "LowSurrogates"])
  func `blocks of surrogates have no code point of a text`(block: String) {
    for scalar in Self.samples {
      #expect(PatternOutcome("\\p{Is\(block)}", in: String(scalar)) == .doesNotMatch)
      #expect(PatternOutcome("[\\p{Is\(block)}]", in: String(scalar)) == .doesNotMatch)
      #expect(PatternOutcome("[^\\p{Is\(block)}]", in: String(scalar)) == .matches)
      #expect(PatternOutcome("\\P{Is\(block)}", in: String(scalar)) == .matches)
    }
  }

  @Test func `stretches end before the surrogates and go on behind them`() {
    #expect(CharacterSets.members(of: [0xD000...0xDFFF]) == #"\x{d000}-\x{d7ff}"#)
    #expect(CharacterSets.members(of: [0xDC00...0xE001]) == #"\x{e000}-\x{e001}"#)
    #expect(CharacterSets.members(of: [0xD800...0xDFFF]) == #"\P{Any}"#)
    #expect(CharacterSets.members(of: []) == #"\P{Any}"#)
  }
}
