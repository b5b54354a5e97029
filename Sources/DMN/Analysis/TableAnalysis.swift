internal import FEEL

/// Finds gaps, overlaps, masked and redundant rules, values that cannot be, and boundaries that miss or
/// double a point, in all decision tables of a model.
///
/// It works on the same diagrams as reasoning, so that a finding is a fact about the model and comes
/// with values of inputs in which it shows: what other decisions exclude is no finding. After J. Vanthienen
/// et al., "An illustration of verification and validation in the modelling phase of KBS development",
/// Data & Knowledge Engineering 27, 1998, and DMN 1.5, 8.2.10.
public enum TableAnalysis {
  /// What is wrong with the tables of a model, in its order.
  ///
  /// - Complexity: As preparing a `Reasoner`, and proportional to the distinct sets of rules that match.
  public static func findings(in model: CompiledModel) -> [TableFinding] {
    let diagrams = DiagramCompiler.diagrams(of: model)
    return model.decisions.flatMap { decision -> [TableFinding] in
      guard let table = decision.logic.decisionTable else { return [] }
      let shape = diagrams.decisions[decision.name]?.table
      let checker = TableChecker(
        decision: decision.name,
        table: table,
        reads: model.inputs(readFor: decision),
        shape: shape,
        diagrams: diagrams
      )
      return checker.findings()
    }
  }
}

extension CompiledModel {
  /// The inputs that a decision reads, itself or through others.
  fileprivate func inputs(readFor decision: CompiledDecision) -> Set<String> {
    var needed: Set<String> = [decision.name]
    var found: Set<String> = []
    // Each decision follows those that it requires.
    for other in decisions.reversed() where needed.contains(other.name) {
      needed.formUnion(other.requiredDecisions)
      found.formUnion(other.requiredInputs)
    }
    return found
  }
}
