internal import TestSupport
internal import Testing

@testable internal import FEEL

/// Tokens are written as their text with the bytes they take, `_` before them for white space.
struct LexerTests {
  private func described(_ text: String) throws -> String {
    try Lexer.tokens(of: text).map { token in
      let words =
        switch token.kind {
        case .word(let word): word
        case .number(let number): "#\(number)"
        case .string(let string): "\"\(string)\""
        case .sign(let sign): "‹\(sign)›"
        case .end: "end"
        }
      return "\(token.hasSpaceBefore ? "_" : "")\(words) \(token.range.start)-\(token.range.end)"
    }
    .joined(separator: ", ")
  }

  @Test(arguments: [
    ("", "end 0-0"), ("  ", "_end 2-2"), ("a", "a 0-1, end 1-1"),
    ("a+b", "a 0-1, ‹+› 1-2, b 2-3, end 3-3"), ("a b", "a 0-1, _b 2-3, end 3-3"),
    ("if_x9", "if_x9 0-5, end 5-5"), ("Größe", "Größe 0-7, end 7-7"), ("日本", "日本 0-6, end 6-6"),
    ("🐎a", "🐎a 0-5, end 5-5"), ("a·b", "a·b 0-4, end 4-4"), ("e\u{301}x", "e\u{301}x 0-4, end 4-4"),
    ("?a", "‹?› 0-1, a 1-2, end 2-2"), ("@\"x\"", "‹@› 0-1, \"x\" 1-4, end 4-4"),
    ("what’s", "what 0-4, ‹’› 4-7, s 7-8, end 8-8"), ("a'b", "a 0-1, ‹'› 1-2, b 2-3, end 3-3"),
  ])
  func `words and signs`(text: String, tokens: String) throws {
    #expect(try described(text) == tokens)
  }

  @Test(arguments: [
    ("12", "#12 0-2, end 2-2"), ("1.50", "#1.50 0-4, end 4-4"), (".5", "#.5 0-2, end 2-2"),
    ("1..5", "#1 0-1, ‹..› 1-3, #5 3-4, end 4-4"), ("1.a", "#1 0-1, ‹.› 1-2, a 2-3, end 3-3"),
    ("-3", "‹-› 0-1, #3 1-2, end 2-2"), ("1e5", "#1e5 0-3, end 3-3"),
    ("1E-7", "#1E-7 0-4, end 4-4"),
    ("1e", "#1 0-1, e 1-2, end 2-2"), ("1e+", "#1 0-1, e 1-2, ‹+› 2-3, end 3-3"),
    ("1.2.3", "#1.2 0-3, #.3 3-5, end 5-5"), ("2x", "#2 0-1, x 1-2, end 2-2"),
  ])
  func `numbers`(text: String, tokens: String) throws { #expect(try described(text) == tokens) }

  @Test(arguments: [
    ("a**b", "a 0-1, ‹**› 1-3, b 3-4, end 4-4"), ("<=", "‹<=› 0-2, end 2-2"),
    ("< =", "‹<› 0-1, _‹=› 2-3, end 3-3"), ("!=", "‹!=› 0-2, end 2-2"),
    (">->", "‹>› 0-1, ‹->› 1-3, end 3-3"), ("...", "‹..› 0-2, ‹.› 2-3, end 3-3"),
    ("[]{}():,", "‹[› 0-1, ‹]› 1-2, ‹{› 2-3, ‹}› 3-4, ‹(› 4-5, ‹)› 5-6, ‹:› 6-7, ‹,› 7-8, end 8-8"),
  ])
  func `the longest sign is taken`(text: String, tokens: String) throws {
    #expect(try described(text) == tokens)
  }

  @Test(arguments: [
    ("a // b\nc", "a 0-1, _c 7-8, end 8-8"), ("a// b", "a 0-1, _end 5-5"),
    ("a/*b*/c", "a 0-1, _c 6-7, end 7-7"), ("/* // */a", "_a 8-9, end 9-9"),
    ("/***/a", "_a 5-6, end 6-6"), ("/*/*/a", "_a 5-6, end 6-6"),
    ("a//\r\nb", "a 0-1, _b 5-6, end 6-6"),
    ("a\u{A0}b", "a 0-1, _b 3-4, end 4-4"), ("\u{FEFF}a", "_a 3-4, end 4-4"),
    ("a\u{3000}\u{200B}b", "a 0-1, _b 7-8, end 8-8"), ("a / b", "a 0-1, _‹/› 2-3, _b 4-5, end 5-5"),
    ("\"// a\"", "\"// a\" 0-6, end 6-6"),
  ])
  func `white space and comments separate tokens`(text: String, tokens: String) throws {
    #expect(try described(text) == tokens)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\nb\tc\rd""#, "a\nb\tc\rd"), (#""\"\\\'""#, #""\'"#), (#""\u0041""#, "A"),
    (#""\U01F40E""#, "🐎"), (#""\uD83D\uDC0E""#, "🐎"), (#""\ud83d\udc0e""#, "🐎"),
    (#""\u00e9""#, "é"),
    (#""\d+\.\s""#, #"\d+\.\s"#), (#""\U10FFFF""#, "\u{10FFFF}"), (#""\u0000""#, "\u{0}"),
    ("\"a\nb\"", "a\nb"), (#""'""#, "'"), (#""\u00411""#, "A1"),
  ])
  func `escapes of strings`(text: String, content: String) throws {
    #expect(try Lexer.tokens(of: text).map(\.kind) == [.string(content), .end])
  }

  @Test(arguments: ["a b", "a  b", "a\tb", "a\n\n b", "a /* c */ b", "a // c\n b"])
  func `space of any kind and length is the same to names`(text: String) throws {
    #expect(try Lexer.tokens(of: text).map(\.namePart) == ["a", "b", nil])
    #expect(try read(text, names: ["a b"]).node == .name("a b"))
  }

  private static let pieces = [
    "a", "if", "é", "🐎", "12", ".5", "1e3", "\"s\\n\"", "**", "<=", "->", "..", "(", "]", "@", "?",
    " ", "\n", "\u{A0}", "// c\n", "/* d */", "’", "-",
  ]

  @Test(arguments: [11, 12])
  func `ranges slice the text, and only white space lies between`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let count = Int.random(in: 0...12, using: &generator)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined()
      let bytes = Array(text.utf8)
      var end = 0
      for token in try Lexer.tokens(of: text) {
        #expect(token.range.start >= end && token.range.end >= token.range.start, "seed \(seed)")
        #expect(token.hasSpaceBefore == (token.range.start > end), "\(text), seed \(seed)")
        let slice = String(decoding: bytes[token.range.start..<token.range.end], as: UTF8.self)
        if let part = token.namePart { #expect(slice == part, "\(text), seed \(seed)") }
        end = token.range.end
      }
      #expect(end == bytes.count, "\(text), seed \(seed)")
    }
  }
}
