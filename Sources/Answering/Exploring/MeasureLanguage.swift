internal import Evidence

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
