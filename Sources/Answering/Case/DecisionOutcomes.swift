/// A decision with the outcomes that it can have.
public struct DecisionOutcomes: Hashable, Sendable {
  /// The decision.
  public var decision: String
  /// Its outcomes.
  public var outcomes: [String]
}

extension Assistant {
  /// The decisions that a case is asked for, in their order.
  ///
  /// - Throws: `CaseError` for a protocol without a decision model.
  public func decisions() throws -> [DecisionOutcomes] {
    let model = try caseModel()
    return model.decisions.map {
      DecisionOutcomes(decision: $0, outcomes: model.outcomes(of: $0) ?? [])
    }
  }
}
