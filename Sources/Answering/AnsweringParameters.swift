internal import Evidence

/// The numbers of ranking and refusal, from `lexicon/answering.yaml`.
struct AnsweringParameters: Sendable {
  private let values: [String: Double]

  /// Every name that the file must hold.
  static let names = [
    "weight.claim", "weight.asked", "weight.heading", "weight.passage", "weight.reference",
    "bm25.saturation", "bm25.lengthNormalization", "query.synonymWeight", "query.proximityWeight",
    "phrase.weight", "phrase.decay", "phrase.count", "figure.bonus", "kind.bonus",
    "context.penalty", "protocol.bonus", "selection.ratio", "selection.newWords",
    "refusal.threshold",
    "refusal.intercept", "refusal.coverage", "refusal.unknown", "refusal.neighbour",
    "refusal.similarity", "refusal.score", "refusal.margin", "refusal.everyday",
  ]

  /// Takes named numbers.
  init(_ values: [(name: String, value: Double)]) {
    self.values = Dictionary(values.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// The names that are missing.
  var missing: [String] { Self.names.filter { values[$0] == nil } }

  /// The number of a name; 0 for one that is missing, which `CorpusCheck` and the compiler of the
  /// pack refuse beforehand.
  subscript(name: String) -> Double { values[name] ?? 0 }

  /// In the order of `names`.
  var ordered: [Double] { Self.names.map { self[$0] } }
}
