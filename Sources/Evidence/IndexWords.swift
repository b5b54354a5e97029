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
    let content: [UInt8]
    do throws(FileError) {
      content = try FileBytes.read(path)
    } catch {
      let problem = CorpusIssue.Problem.unreadable(reason: error.reason)
      throw CorpusError(issues: [CorpusIssue(file: path, line: nil, problem: problem)])
    }
    var issues: [CorpusIssue] = []
    guard let node = YAMLNode.document(content, file: path, &issues) else {
      throw CorpusError(issues: issues)
    }
    var fields = YAMLFields(node, file: path)
    let words = IndexWords(stop: fields.texts("stop"), asking: fields.texts("asking"))
    issues += fields.issues
    guard issues.isEmpty else { throw CorpusError(issues: issues) }
    return words
  }
}
