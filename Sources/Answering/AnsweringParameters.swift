internal import Evidence

/// A number of ranking or refusal, by its key in `lexicon/answering.yaml`, which explains each.
enum AnsweringParameter: Int, CaseIterable {
  case weightClaim
  case weightAsked
  case weightHeading
  case weightPassage
  case weightReference
  case bm25Saturation
  case bm25LengthNormalization
  case querySynonymWeight
  case queryProximityWeight
  case phraseWeight
  case phraseDecay
  case phraseCount
  case figureBonus
  case kindBonus
  case contextPenalty
  case protocolBonus
  case selectionRatio
  case selectionNewWords
  case carriedWeight
  case carriedTermWeight
  case repeatPenalty
  case reasonRepeatPenalty
  case topicBonus
  case caseBonus
  case followUpThreshold
  case refusalThreshold
  case refusalIntercept
  case refusalCoverage
  case refusalUnknown
  case refusalNeighbour
  case refusalSimilarity
  case refusalScore
  case refusalMargin
  case refusalEveryday
}

/// The numbers of ranking and refusal, from `lexicon/answering.yaml`.
struct AnsweringParameters: Sendable {
  /// In the order of the cases; `nil` for a number that the file does not hold.
  private let values: [Double?]

  /// Takes the numbers that a lexicon names.
  init(_ lexicon: Lexicon) {
    values = AnsweringParameter.allCases.map { parameter in
      lexicon.parameters.first { $0.name == "\(parameter)" }?.value
    }
  }

  /// Takes the numbers in the order of the cases.
  init(ordered values: [Double]) {
    self.values = values
  }

  /// The names that are missing.
  var missing: [String] {
    zip(AnsweringParameter.allCases, values).filter { $0.1 == nil }.map { "\($0.0)" }
  }

  /// The number of a name; 0 for one that is missing, which `CorpusCheck` and the compiler of the
  /// pack refuse beforehand.
  subscript(parameter: AnsweringParameter) -> Double {
    values[parameter.rawValue] ?? 0
  }

  /// In the order of the cases.
  var ordered: [Double] { AnsweringParameter.allCases.map { self[$0] } }
}
