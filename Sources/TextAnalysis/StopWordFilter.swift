/// Removes words that carry no meaning in a search; positions keep the gap.
public struct StopWordFilter: TokenFilter {
  private let words: Set<String>

  /// Takes the words to remove, in the form that the filters before leave them.
  public init(_ words: Set<String>) {
    self.words = words
  }

  /// The tokens that are no stop words.
  ///
  /// - Complexity: O(*n*) in the bytes of the tokens.
  public func filter(_ tokens: [Token]) -> [Token] {
    tokens.filter { !words.contains($0.text) }
  }
}
