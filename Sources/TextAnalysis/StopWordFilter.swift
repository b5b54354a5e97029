/// Removes words that carry no meaning in a search; positions keep the gap.
public struct StopWordFilter: TokenFilter {
  private let isStopWord: @Sendable (String) -> Bool

  /// Takes the words to remove, in the form that the filters before leave them.
  public init(_ words: Set<String>) {
    isStopWord = { words.contains($0) }
  }

  /// Takes what tells the words to remove, in the form that the filters before leave them.
  public init(where isStopWord: @escaping @Sendable (String) -> Bool) {
    self.isStopWord = isStopWord
  }

  /// The tokens that are no stop words.
  ///
  /// - Complexity: O(*n*) in the bytes of the tokens.
  public func filter(_ tokens: [Token]) -> [Token] {
    tokens.filter { !isStopWord($0.text) }
  }
}
