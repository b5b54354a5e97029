/// The names in scope, by which the parser tells where a name with spaces or signs ends.
///
/// The longest name that matches wins (DMN 1.5, 10.3.1.2 and 10.3.1.4).
public struct KnownNames: Sendable {
  /// A name as its tokens are written.
  struct Pattern: Sendable, Hashable {
    /// The text of each token, and whether it must stand apart from the one before.
    var parts: [Part]
    /// The name, its words separated by single spaces.
    var name: String

    struct Part: Sendable, Hashable {
      var text: String
      var hasSpaceBefore: Bool
      var isSign: Bool
    }
  }

  /// The names by their first token, longest first.
  private(set) var patterns: [String: [Pattern]] = [:]

  /// Takes names; what is no name is left out.
  public init(_ names: some Sequence<String> = []) {
    for name in names { insert(name) }
  }

  /// The names and further ones.
  ///
  /// - Complexity: O(n) in the number of further names.
  public func adding(_ names: some Sequence<String>) -> KnownNames {
    var result = self
    for name in names { result.insert(name) }
    return result
  }

  private mutating func insert(_ name: String) {
    guard let tokens = try? Lexer.tokens(of: name) else { return }
    let parts = tokens.dropLast().map { token in
      Pattern.Part(
        text: token.namePart ?? "",
        hasSpaceBefore: token.hasSpaceBefore,
        isSign: token.isSign
      )
    }
    guard let first = parts.first, !first.text.isEmpty else { return }
    let pattern = Pattern(parts: parts, name: name)
    var list = patterns[first.text] ?? []
    guard !list.contains(pattern) else { return }
    let place = list.firstIndex { $0.parts.count < parts.count } ?? list.count
    list.insert(pattern, at: place)
    patterns[first.text] = list
  }

  /// The longest name that begins at a token.
  func match(_ tokens: ArraySlice<Token>) -> Pattern? {
    guard let first = tokens.first?.namePart, let list = patterns[first] else { return nil }
    return list.first { $0.matches(tokens) }
  }
}

extension KnownNames.Pattern {
  /// Words stand apart however they like; a sign in a name stands as close as the name has it, so that
  /// `a-b` is a name where it is known and `a - b` a difference.
  fileprivate func matches(_ tokens: ArraySlice<Token>) -> Bool {
    guard tokens.count >= parts.count else { return false }
    var before: Part?
    for (part, token) in zip(parts, tokens) {
      guard token.namePart == part.text else { return false }
      if let before, part.isSign || before.isSign, part.hasSpaceBefore != token.hasSpaceBefore {
        return false
      }
      before = part
    }
    return true
  }
}

extension Token {
  var isSign: Bool {
    if case .sign = kind { true } else { false }
  }
}
