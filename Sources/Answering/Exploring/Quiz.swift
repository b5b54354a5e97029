public import Evidence

/// Two patients that differ in one fact, and get different outcomes of one decision.
public struct QuizItem: Hashable, Sendable {
  /// Stays the same as long as the same two rules are told apart by the same fact.
  public var id: String
  /// The decision asked about.
  public var decision: String
  /// The fact in which the patients differ.
  public var fact: String
  /// What holds of both.
  public var shared: [CaseFact]
  /// The patients.
  public var sides: [Side]
  /// All outcomes that the decision can have, in the order of its model.
  public var choices: [String]

  /// One of the patients, with the answer.
  public struct Side: Hashable, Sendable {
    /// The fact's value.
    public var value: FactValue
    /// What the engine decided.
    public var report: DecisionReport
    /// Why.
    public var proof: ProofReport
    /// The claims behind it, word for word.
    public var claims: [Claim]
  }

  /// Changes with every word of the answers: the sentences, the rules' tests and the claims.
  public var digest: String {
    let words = sides.flatMap { side in
      [side.value.digestible, side.report.outcome, side.report.text, side.report.rule ?? ""]
        + side.claims.flatMap { [$0.id, $0.text] }
    }
    return QuizItem.short(words)
  }

  /// Sixteen digits that name texts.
  static func short(_ words: [String]) -> String {
    let joined = words.joined(separator: "\u{1F}")
    return String(ContentDigest(of: Array(joined.utf8)).description.prefix(16))
  }
}

extension FactValue {
  /// As it enters a digest.
  fileprivate var digestible: String {
    switch self {
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): text
    }
  }
}
