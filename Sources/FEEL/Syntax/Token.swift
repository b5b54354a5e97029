/// A word, literal or sign of a FEEL text.
///
/// Names with spaces and signs are put together from words by the parser, which knows the names in
/// scope.
struct Token: Sendable, Hashable {
  /// What it is.
  var kind: Kind
  /// Where it stands.
  var range: SourceRange
  /// Whether white space or a comment stands before it.
  var hasSpaceBefore: Bool

  enum Kind: Sendable, Hashable {
    /// A run of name characters (DMN 1.5, rules 27 to 30): a keyword, a name or a part of one.
    case word(String)
    /// A number as written.
    case number(String)
    /// The content of a string literal, escapes resolved.
    case string(String)
    /// A sign, such as `**` or `[`.
    case sign(String)
    /// Behind the last token.
    case end
  }

  /// The text of a word, number or sign as parts of names have it; nil for the rest.
  var namePart: String? {
    switch kind {
    case .word(let text), .number(let text), .sign(let text): text
    case .string, .end: nil
    }
  }
}
