/// Cuts a text into words and quantities.
///
/// A word is a run of Unicode letters, marks and digits with inner apostrophes, hyphens
/// (`watch-and-wait`), decimal dots and the dots of abbreviations (`e.g`). An em dash separates
/// words. A number with its unit is one token in a form without spaces: `≥ 10 mm` becomes `>=10mm`,
/// `19% to 74%` becomes `19-74%` and `3 to 4 weeks` becomes `3-4week`. Words keep their spelling;
/// folding is the task of ``FoldingFilter``.
public struct Tokenizer: Sendable {
  /// The most bytes of one word; a longer run is cut on a scalar boundary.
  static let longestWord = 256

  /// `nil` for the common ones, which are then made only when a number is met.
  private let units: Units?

  /// Makes a tokenizer that knows the units of general use.
  public init() {
    units = nil
  }

  /// Makes a tokenizer that knows the given units.
  public init(units: Units) {
    self.units = units
  }

  /// The words of a text, with positions from zero.
  ///
  /// - Complexity: O(*n*) in the bytes of the text, as looking ahead is bounded by the longest number
  ///   and the longest unit.
  public func tokenize(_ text: String) -> [Token] {
    let source = UTF8Text(text)
    let quantities = QuantityScanner(text: source, units: units)
    var tokens: [Token] = []
    tokens.reserveCapacity(source.count / 5)
    var index = 0
    while index < source.count {
      let position = tokens.count
      if let token = quantities.quantity(at: index, position: position)
        ?? source.word(at: index, position: position)
      {
        tokens.append(token)
        index = token.end
      } else {
        index = source.next(index)
      }
    }
    return tokens
  }
}
