internal import Retrieval

/// The texts that a claim is found by, in the order of their fields in the pack's index.
enum ClaimField: String, CaseIterable {
  /// The sentence.
  case claim
  /// The ways in which it is asked for.
  case asked
  /// The heading of its section and its topic.
  case heading
  /// What its figures measure, its population and its study's design.
  case passage
  /// The works that it cites.
  case reference

  private var weight: AnsweringParameter {
    switch self {
    case .claim: .weightClaim
    case .asked: .weightAsked
    case .heading: .weightHeading
    case .passage: .weightPassage
    case .reference: .weightReference
    }
  }

  /// The fields with what each counts in a claim's score.
  static func weighted(_ parameters: AnsweringParameters) -> [Field] {
    allCases.map { field in
      Field(
        name: field.rawValue,
        weight: Float(parameters[field.weight]),
        lengthNormalization: Float(parameters[.bm25LengthNormalization])
      )
    }
  }
}
