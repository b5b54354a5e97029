internal import FEEL
internal import TestSupport

/// Makes texts that are meant to break a parser, from a seed.
struct HostileTexts {
  var generator: SeededGenerator
  private var syntax: RandomSyntax

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    syntax = RandomSyntax(seed: seed)
  }

  /// Words, signs and scraps of FEEL, which meet each other in unlucky ways.
  private static let pieces = [
    "a", "b", "x y", "null", "true", "if", "then", "else", "for", "in", "return", "some", "every",
    "satisfies", "instance of", "instance", "of", "between", "and", "or", "not", "function",
    "external", "item", "partial", "list", "context", "range", "number", "abs", "count",
    "string length",
    "1", "0.5", ".5", "1e9", "9e9999", "99999999999999999999999999999999999999", "\"s\"", "\"",
    "\\", "@",
    "@\"P1D\"", "@\"2020-02-30\"", "?", "+", "-", "*", "**", "/", "//", "/*", "*/", "=", "!=", "<",
    "<=",
    ">", ">=", "->", "..", ".", ",", ":", "(", ")", "[", "]", "{", "}", "'", "’", "#", "\n", "\t",
    "\u{0}",
    "é", "🐎", "e\u{301}", "\u{FEFF}", "\"\\u12\"", "\"\\uD83D", "list<number>", "function<",
    "(1..5]",
    "]1..5[", "{a: 1}", "f(x: 1)", "not(", "- ",
  ]

  /// What opens a level, to be repeated.
  private static let openings = [
    "(", "[", "{a:", "f(", "-", "if ", "for i in ", "some i in ", "function() ", "a[", "1 in (",
    "1 + (",
    "f(x:", "a instance of list<", "a instance of function<> -> ", "not(", "a between ", "]", "(<",
    "< ",
  ]

  /// What goes on with an expression, to be repeated.
  private static let links = [
    " + 1", ".a", "[1]", "(1)", " and a", " in b", " = 1", ", 1", " a", "**2",
    " instance of number", "//\n",
    " between 1 and 2", "..", "é", "\"\"", "1", ":", "}", "]", ")", " /* x */",
  ]

  /// Any bytes; what is no UTF-8 among them is replaced.
  mutating func bytes() -> String {
    let count = Int.random(in: 0...40, using: &generator)
    return String(decoding: randomBytes(count), as: UTF8.self)
  }

  private mutating func randomBytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      // Two of three bytes are printable, as tokens hardly form of the others.
      Int.random(in: 0..<3, using: &generator) == 0
        ? UInt8.random(in: 0...255, using: &generator)
        : UInt8.random(in: 32...126, using: &generator)
    }
  }

  /// Pieces of FEEL in any order.
  mutating func soup() -> String {
    let count = Int.random(in: 1...12, using: &generator)
    let gap = Bool.random(using: &generator) ? " " : ""
    return (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
      .joined(separator: gap)
  }

  /// A valid expression with one to three changes.
  mutating func mutation() -> String {
    var bytes = Array(syntax.tree(Int.random(in: 1...3, using: &generator)).description.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) { change(&bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 0...6, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes.removeSubrange(place..<end)
    case 1:
      bytes.insert(
        contentsOf: bytes[place..<end],
        at: Int.random(in: 0...bytes.count, using: &generator)
      )
    case 2:
      bytes.insert(contentsOf: (Self.pieces.randomElement(using: &generator) ?? "").utf8, at: place)
    case 3: bytes.replaceSubrange(place..<end, with: randomBytes(end - place))
    default: bytes.removeSubrange(place...)
    }
  }

  /// Levels inside each other, hundreds of them, perhaps closed again.
  mutating func nesting() -> String {
    let kinds = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      Self.openings.randomElement(using: &generator) ?? ""
    }
    let count = Int.random(in: 20...400, using: &generator)
    let close = [")", "]", "}", "> -> Any", ""].randomElement(using: &generator) ?? ""
    return String(repeating: kinds.joined(), count: count) + "1"
      + String(repeating: close, count: count)
  }

  /// Links behind each other, thousands of them.
  mutating func length() -> String {
    let link = Self.links.randomElement(using: &generator) ?? ""
    let start = Self.pieces.randomElement(using: &generator) ?? ""
    return start + String(repeating: link, count: Int.random(in: 500...2_500, using: &generator))
  }
}
