/// Words that may stand in a question about any subject without being its subject,
/// `lexicon/everyday-words.yaml`.
public struct EverydayWords: Hashable, Sendable {
  /// In base form.
  public var words: [String]

  /// Takes the words.
  public init(words: [String]) {
    self.words = words
  }

  /// Reads the list.
  ///
  /// - Parameter path: The file.
  /// - Returns: The list.
  /// - Throws: `CorpusError` with every issue of the file.
  public static func read(_ path: String) throws(CorpusError) -> EverydayWords {
    try LexiconFile.read(path) { EverydayWords(words: $0.texts("words")) }
  }
}
