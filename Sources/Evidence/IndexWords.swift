/// The words that searching treats on their own, `lexicon/index-words.yaml`.
public struct IndexWords: Hashable, Sendable {
  /// Not indexed, and passed over in questions.
  public var stop: [String]
  /// Passed over in questions that have other words.
  public var asking: [String]

  /// Reads the lists.
  ///
  /// - Parameter path: The file.
  /// - Returns: Both lists.
  /// - Throws: `CorpusError` with every issue of the file.
  public static func read(_ path: String) throws(CorpusError) -> IndexWords {
    try LexiconFile.read(path) { IndexWords(stop: $0.texts("stop"), asking: $0.texts("asking")) }
  }
}
