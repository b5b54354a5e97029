/// The phrases that have one common term, in analysed form.
public protocol SynonymTable: Sendable {
  /// The longest phrase among the texts from an index on, or nil where none starts there.
  ///
  /// - Parameters:
  ///   - texts: The token texts in order, as the filters before leave them.
  ///   - index: Where the phrase starts.
  /// - Returns: The number of texts that the phrase takes, at least 1, and the term it stands for.
  func longestMatch(in texts: [String], at index: Int) -> (length: Int, term: String)?
}
