public import Evidence

/// How measures and units are read, from `lexicon/exploring.yaml`.
struct MeasureLanguage: Sendable {
  /// What stands behind the name of a measure whose value is the range of another value.
  var rangeSuffixes: [String] = []
  /// Units whose values are ratios: they are drawn on a logarithmic axis with a line at 1.
  var ratioUnits: [String] = []
  /// Units whose axis goes from 0 to 100.
  var percentUnits: [String] = []

  /// Reads the file of a corpus folder; without one nothing is known of measures.
  ///
  /// - Throws: `CorpusError` for a file that cannot be read.
  static func read(corpus root: String) throws(CorpusError) -> MeasureLanguage {
    guard let tree = try StatedTree.optional("lexicon/exploring.yaml", in: root) else {
      return MeasureLanguage()
    }
    return MeasureLanguage(
      rangeSuffixes: tree.texts("rangeSuffixes"),
      ratioUnits: tree.texts("ratioUnits"),
      percentUnits: tree.texts("percentUnits")
    )
  }
}

extension StatedTree {
  /// A file of a corpus folder; nil where there is none.
  ///
  /// - Throws: `CorpusError` for a file that cannot be read.
  static func optional(_ file: String, in root: String) throws(CorpusError) -> StatedTree? {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read("\(root)/\(file)")
    } catch {
      if error.isMissing { return nil }
      let problem = CorpusIssue.Problem.unreadable(reason: error.reason)
      throw CorpusError(issues: [CorpusIssue(file: file, line: nil, problem: problem)])
    }
    return try StatedTree.read(bytes, named: file)
  }

  /// The texts of a list below a key; none where there is no such list.
  func texts(_ key: String) -> [String] {
    guard case .list(let items)? = self[key]?.content else { return [] }
    return items.compactMap(\.text)
  }

  /// What stands below a key.
  subscript(key: String) -> StatedTree? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// A single value as it was written.
  var text: String? {
    if case .value(let value) = content { value.description } else { nil }
  }
}
