public import FEEL

/// What reasoning about cases needs of a decision model: its inputs, what its rules say, and the
/// diagrams of its decisions.
///
/// It is made from a compiled model once, and can be stored and read back without parsing anything;
/// it does not evaluate.
public struct ReasoningModel: Sendable {
  /// The input data, in the order of the file.
  public let inputs: [CompiledInput]
  /// The decisions, each behind those that it requires.
  public let decisions: [ReasoningDecision]
  /// The decision services.
  public let services: [ReasoningService]
  let diagrams: DecisionDiagrams

  /// Takes what reasoning needs of a model.
  ///
  /// - Complexity: As that of `Reasoner`.
  public init(_ model: CompiledModel) {
    self.init(
      inputs: model.inputs,
      decisions: model.decisions.map { ReasoningDecision($0) },
      services: model.services.map {
        ReasoningService(name: $0.name, outputDecisions: $0.outputDecisions)
      },
      diagrams: DiagramCompiler.diagrams(of: model)
    )
  }

  init(
    inputs: [CompiledInput],
    decisions: [ReasoningDecision],
    services: [ReasoningService],
    diagrams: DecisionDiagrams
  ) {
    self.inputs = inputs
    self.decisions = decisions
    self.services = services
    self.diagrams = diagrams
  }

  /// The table of a decision; nil when its logic is none.
  public func table(of decision: String) -> ReasoningTable? {
    decisions.first { $0.name == decision }?.table
  }
}

/// A decision as reasoning knows it.
public struct ReasoningDecision: Sendable {
  /// The name.
  public var name: String
  /// The names of the input data that it reads.
  public var requiredInputs: [String]
  /// The names of the decisions that it reads.
  public var requiredDecisions: [String]
  /// Its table, when its logic is one.
  public var table: ReasoningTable?
}

/// A decision service as reasoning knows it.
public struct ReasoningService: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The names of the decisions whose values are the result.
  public var outputDecisions: [String]
}

extension ReasoningDecision {
  fileprivate init(_ decision: CompiledDecision) {
    name = decision.name
    requiredInputs = decision.requiredInputs
    requiredDecisions = decision.requiredDecisions
    table = decision.logic.decisionTable.map { ReasoningTable($0) }
  }
}
