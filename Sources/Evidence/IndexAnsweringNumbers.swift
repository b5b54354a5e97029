/// The numbers by which questions are answered out of any index, `lexicon/index-answering.yaml`.
public struct IndexAnsweringNumbers: Hashable, Sendable {
  /// The names of the numbers.
  public enum Name: String, CaseIterable, Sendable {
    case intercept
    case window
    case document
    case unknown
    case score
    case threshold
    case mostMissing
    case selectionRatio
    case documentWeight
  }

  private var values: [Name: Double] = [:]

  /// The value of a number; 0 where it was not read.
  public subscript(name: Name) -> Double { values[name] ?? 0 }

  /// Reads the numbers.
  ///
  /// - Parameter path: The file.
  /// - Returns: All of them.
  /// - Throws: `CorpusError` with every issue of the file.
  public static func read(_ path: String) throws(CorpusError) -> IndexAnsweringNumbers {
    try LexiconFile.read(path) { fields in
      var numbers = IndexAnsweringNumbers()
      for name in Name.allCases {
        let text = fields.text(name.rawValue)
        if let value = Double(text), value.isFinite {
          numbers.values[name] = value
        } else if !text.isEmpty {
          fields.note(.wrongType(key: name.rawValue, expected: "a number"), at: fields.node)
        }
      }
      return numbers
    }
  }
}
