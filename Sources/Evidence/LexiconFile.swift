/// Reads one file of the lexicon by itself.
enum LexiconFile {
  /// Reads the mapping of a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - body: Takes what it wants of the mapping, and notes what is wrong with it.
  /// - Returns: What `body` gives.
  /// - Throws: `CorpusError` with every issue of the file.
  static func read<Content>(
    _ path: String,
    _ body: (inout YAMLFields) -> Content
  ) throws(CorpusError) -> Content {
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
    let found = body(&fields)
    issues += fields.issues
    guard issues.isEmpty else { throw CorpusError(issues: issues) }
    return found
  }
}
