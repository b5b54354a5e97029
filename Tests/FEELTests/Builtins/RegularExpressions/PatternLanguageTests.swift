internal import TestSupport
internal import Testing

@testable internal import FEEL

/// A regular expression over `a`, `b` and `c` whose language is told by derivatives (Brzozowski, Journal of
/// the ACM 11, 1964): a second opinion that shares nothing with a backtracking engine.
private indirect enum Language {
  case nothing, empty
  case letter(Set<Character>)
  case sequence(Language, Language)
  case either(Language, Language)
  case star(Language)

  var takesEmpty: Bool {
    switch self {
    case .nothing, .letter: false
    case .empty, .star: true
    case .sequence(let first, let second): first.takesEmpty && second.takesEmpty
    case .either(let first, let second): first.takesEmpty || second.takesEmpty
    }
  }

  func derivative(by letter: Character) -> Language {
    switch self {
    case .nothing, .empty: return .nothing
    case .letter(let letters): return letters.contains(letter) ? .empty : .nothing
    case .sequence(let first, let second):
      let rest = Language.joined(first.derivative(by: letter), second)
      return first.takesEmpty ? .united(rest, second.derivative(by: letter)) : rest
    case .either(let first, let second):
      return .united(first.derivative(by: letter), second.derivative(by: letter))
    case .star(let inner): return .joined(inner.derivative(by: letter), self)
    }
  }

  func takes(_ text: String) -> Bool {
    text.reduce(self) { $0.derivative(by: $1) }.takesEmpty
  }

  private static func joined(_ first: Language, _ second: Language) -> Language {
    switch (first, second) {
    case (.nothing, _), (_, .nothing): .nothing
    case (.empty, let other), (let other, .empty): other
    default: .sequence(first, second)
    }
  }

  private static func united(_ first: Language, _ second: Language) -> Language {
    switch (first, second) {
    case (.nothing, let other), (let other, .nothing): other
    default: .either(first, second)
    }
  }
}

/// A pattern and its language.
private struct KnownPattern {
  var text: String
  var language: Language

  static func random(depth: Int, using generator: inout SeededGenerator) -> KnownPattern {
    guard depth > 0 else { return .letter(using: &generator) }
    let inner = random(depth: depth - 1, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return .letter(using: &generator)
    case 1:
      let other = random(depth: depth - 1, using: &generator)
      return .init(
        text: "(\(inner.text)|\(other.text))",
        language: .either(inner.language, other.language)
      )
    case 2: return .init(text: "(\(inner.text))*", language: .star(inner.language))
    case 3: return .init(text: "(?:\(inner.text))?", language: .either(.empty, inner.language))
    case 4:
      return .init(
        text: "(\(inner.text))+?",
        language: .sequence(inner.language, .star(inner.language))
      )
    case 5:
      return .init(
        text: "(?:\(inner.text)){1,2}",
        language: .sequence(inner.language, .either(.empty, inner.language))
      )
    default:
      let other = random(depth: depth - 1, using: &generator)
      return .init(
        text: inner.text + other.text,
        language: .sequence(inner.language, other.language)
      )
    }
  }

  private static func letter(using generator: inout SeededGenerator) -> KnownPattern {
    let letters: [(String, Set<Character>)] = [
      ("a", ["a"]), ("b", ["b"]), ("c", ["c"]), (".", ["a", "b", "c"]), ("[ab]", ["a", "b"]),
      ("[^ab]", ["c"]), ("[a-c-[b]]", ["a", "c"]), ("[^a-[b]]", ["c"]), (#"\w"#, ["a", "b", "c"]),
      (#"[\P{Lu}-[ac]]"#, ["b"]), (#"\D"#, ["a", "b", "c"]), ("()", []),
    ]
    guard let (text, set) = letters.randomElement(using: &generator), !set.isEmpty else {
      return .init(text: "()", language: .empty)
    }
    return .init(text: text, language: .letter(set))
  }
}

struct PatternLanguageTests {
  /// All texts of `a`, `b` and `c` up to four letters.
  private static let texts: [String] = (0..<4).reduce([""]) { texts, _ in
    texts
      + texts.flatMap { text in ["a", "b", "c"].map { text + $0 } }.filter { !texts.contains($0) }
  }

  @Test(arguments: [11, 12, 13])
  func `a pattern takes the texts of its language and no others`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let pattern = KnownPattern.random(depth: 4, using: &generator)
      let expression = try RegularExpression("^(?:\(pattern.text))$")
      for text in Self.texts {
        let matches = try expression.matches(text)
        #expect(matches == pattern.language.takes(text), "\(pattern.text) on \(text), seed \(seed)")
      }
    }
  }
}
