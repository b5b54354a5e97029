/// The names in scope, by which the parser tells where a name with spaces or signs ends.
///
/// A name is a sequence of tokens, so white space between them does not count, and the longest name
/// that matches wins (DMN 1.5, 10.3.1.4 and 10.3.1.6): where `a-b` is known, `a - b` is that name and
/// `(a)-(b)` the difference.
public struct KnownNames: Sendable {
  /// A name found in a text.
  struct Match: Sendable, Hashable {
    /// The name as the scope has it.
    var name: String
    /// How many tokens of the text it takes.
    var length: Int
  }

  /// What has been read of some names: the name that ends here, and where further tokens lead.
  private struct Node: Sendable {
    var name: String?
    var next: [String: Int] = [:]
  }

  /// The tree of names; the first node is the root, `next` are places in this list.
  private var nodes = [Node()]

  /// Takes names; what is no name is left out.
  public init(_ names: some Sequence<String> = []) {
    for name in names { insert(name) }
  }

  /// The names and further ones.
  ///
  /// - Complexity: O(n) in the number of all names.
  public func adding(_ names: some Sequence<String>) -> KnownNames {
    var result = self
    for name in names { result.insert(name) }
    return result
  }

  /// Takes a further name; of names with the same tokens the last one counts.
  ///
  /// - Complexity: O(n) in the length of the name.
  mutating func insert(_ name: String) {
    guard let parts = Self.parts(of: name) else { return }
    var place = 0
    for part in parts {
      if let next = nodes[place].next[part] {
        place = next
      } else {
        nodes[place].next[part] = nodes.count
        place = nodes.count
        nodes.append(Node())
      }
    }
    nodes[place].name = name
  }

  /// The tokens of a name; nil for what no tokens can spell, such as quotes and comments.
  private static func parts(of name: String) -> [String]? {
    guard let tokens = try? Lexer.tokens(of: name), tokens.count > 1 else { return nil }
    let bytes = Array(name.utf8)
    var parts: [String] = []
    var end = 0
    for token in tokens {
      // A slash between tokens begins a comment, which no name has.
      guard !bytes[end..<token.range.start].contains(UInt8(ascii: "/")) else { return nil }
      end = token.range.end
      guard token.kind != .end else { break }
      guard let part = token.namePart else { return nil }
      parts.append(part)
    }
    return parts
  }

  /// The longest name that begins at the first of these tokens.
  ///
  /// - Complexity: O(n) in the length of the longest name.
  func match(_ tokens: ArraySlice<Token>) -> Match? {
    var best: Match?
    var place = 0
    for (offset, token) in tokens.enumerated() {
      guard let part = token.namePart, let next = nodes[place].next[part] else { break }
      place = next
      if let name = nodes[place].name { best = Match(name: name, length: offset + 1) }
    }
    return best
  }
}
