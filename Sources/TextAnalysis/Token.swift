/// One searchable word of a text, with the place that it came from.
///
/// Filters change ``text`` and add tokens; they never move ``start`` and ``end``, so a hit can always
/// be shown in the words of the author.
public struct Token: Hashable, Sendable {
  /// What a token stands for, which decides how filters take it apart.
  public enum Kind: Hashable, Sendable {
    /// A word, a plain number or a compound.
    case word
    /// A number with a comparator, a unit or both, such as `<1cm`.
    case quantity
  }

  /// The normalised form, which the index holds.
  public var text: String

  /// The first byte of the token in the original UTF-8 text, on a scalar boundary.
  public var start: Int

  /// The byte after the token in the original UTF-8 text, on a scalar boundary.
  public var end: Int

  /// The number of the word in the text, from zero.
  ///
  /// The parts of a compound, and the synonyms of a run, share the position of their source.
  public var position: Int

  /// What the token stands for.
  public var kind: Kind

  /// The byte ranges, in the original text, of the parts of a compound or a quantity.
  ///
  /// One range for each part between dashes, or for each number and then the unit of a quantity;
  /// empty for a word of one part.
  public var parts: [Range<Int>]

  /// Makes a token; a caller other than the tokenizer seldom knows `parts`.
  public init(
    text: String,
    start: Int,
    end: Int,
    position: Int,
    kind: Kind = .word,
    parts: [Range<Int>] = []
  ) {
    self.text = text
    self.start = start
    self.end = end
    self.position = position
    self.kind = kind
    self.parts = parts
  }
}

extension Token {
  /// A one-part word at the same position, for what a filter finds inside this token.
  func part(_ text: String, _ range: Range<Int>) -> Token {
    Token(text: text, start: range.lowerBound, end: range.upperBound, position: position)
  }

  /// The bytes of the original text that the token stands for.
  var range: Range<Int> { start..<end }
}
