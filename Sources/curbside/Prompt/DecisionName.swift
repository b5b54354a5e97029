internal import Answering

/// A decision, or one of its outcomes, as a person names it: by the identifier or its plain words.
struct DecisionName {
  let decisions: [DecisionOutcomes]

  /// The decision of a name; nil when there is none.
  func decision(_ name: String) -> String? {
    decisions.map(\.decision).first { Self.agree($0, name) }
  }

  /// The decisions that have an outcome of a name; `decision = outcome` names one of them.
  func outcomes(_ name: String) -> [(decision: String, outcome: String)] {
    let parts = name.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks }
    let wanted = parts.last ?? ""
    return decisions.flatMap { entry in
      entry.outcomes.filter { outcome in
        Self.agree(outcome, wanted) && (parts.count < 2 || Self.agree(entry.decision, parts[0]))
      }.map { (entry.decision, $0) }
    }
  }

  private static func agree(_ identifier: String, _ name: String) -> Bool {
    identifier.lowercased() == name.lowercased()
      || PlainName.of(identifier).lowercased() == name.lowercased()
  }
}
