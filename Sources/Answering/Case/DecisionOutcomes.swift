/// A decision with the outcomes that it can have.
public struct DecisionOutcomes: Hashable, Sendable {
  /// The decision.
  public var decision: String
  /// Its outcomes.
  public var outcomes: [String]
}
