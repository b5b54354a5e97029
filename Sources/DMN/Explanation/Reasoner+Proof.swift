public import FEEL

/// Why a decision came out as it did, or why it did not come out otherwise: a tree over the rules of
/// decision tables down to the facts.
public struct Proof: Sendable {
  /// The decision.
  public var decision: String
  /// The outcomes that are possible.
  public var outcomes: [Value]
  /// The rules that speak, in the order of the table.
  public var rules: [RuleProof]
}

/// One rule and how the facts stand to it.
public struct RuleProof: Sendable {
  /// The place of the rule in its table, from 0.
  public var rule: Int
  /// How it stands as a whole.
  public var standing: Standing
  /// Its conditions, those that hold for every value left out.
  public var conditions: [ConditionProof]
}

/// Whether something holds with what is known.
public enum Standing: String, Sendable, Hashable {
  case holds, fails, unknown
}

/// One condition of a rule, and what was read for it.
public struct ConditionProof: Sendable {
  /// The column's expression.
  public var expression: String
  /// The test, as the table has it.
  public var test: String
  /// How it stands.
  public var standing: Standing
  /// The input that was read; nil when the column reads a decision or several names.
  public var input: String?
  /// What is known of that input; nil when nothing is.
  public var knowledge: Knowledge?
  /// The values that the column can have; for an input those of its classes.
  public var values: [Value]
  /// Why the decision that was read came out as it did.
  public var decision: Proof?
}

extension Reasoner {
  /// Why a decision came out as it did: the rules that match in some completion, with their conditions.
  public func why(_ decision: String, _ facts: CaseFacts) -> Proof? {
    proof(of: decision, possibilities(facts), facts) { rule, table, possible in
      guard let match = table.matches[rule] else { return false }
      return standing(of: match, possible) != .fails
    }
  }

  /// Why a decision did not come out otherwise: each rule that gives the outcome, with its conditions up
  /// to the first that failed or, when none did, the first that is unknown.
  public func whyNot(_ decision: String, _ outcome: Value, _ facts: CaseFacts) -> Proof? {
    let proof = proof(of: decision, possibilities(facts), facts) { rule, table, _ in
      guard let output = table.outputs[rule] else { return false }
      let values = diagrams.store.outcomes(of: output, diagrams.store.everything)
      return values.contains { diagrams.terminals.value(at: $0).isIdentical(to: outcome) }
    }
    guard var proof else { return nil }
    for place in proof.rules.indices { proof.rules[place].keepObstacle() }
    return proof
  }

  private func proof(
    of decision: String,
    _ possible: Possibilities,
    _ facts: CaseFacts,
    speaks: (Int, TableDiagram, Possibilities) -> Bool
  ) -> Proof? {
    guard let diagram = diagrams.decisions[decision] else { return nil }
    let outcomes = diagram.value.map { diagrams.store.outcomes(of: $0, possible) } ?? []
    var proof = Proof(
      decision: decision,
      outcomes: outcomes.map(diagrams.terminals.value(at:)),
      rules: []
    )
    if let shape = diagram.table, let table = tables[decision]?.logic {
      proof.rules = table.rules.indices.filter { speaks($0, shape, possible) }.map { rule in
        RuleProof(
          rule: rule,
          standing: shape.matches[rule].map { standing(of: $0, possible) } ?? .unknown,
          conditions: conditions(of: rule, table, shape, possible, facts)
        )
      }
    }
    return proof
  }

  private func conditions(
    of rule: Int,
    _ table: ReasoningTable.Logic,
    _ shape: TableDiagram,
    _ possible: Possibilities,
    _ facts: CaseFacts
  ) -> [ConditionProof] {
    table.inputs.indices.compactMap { column in
      guard let test = table.rules[rule].tests[column] else { return nil }
      let clause = table.inputs[column].expression
      var proof = ConditionProof(
        expression: table.inputs[column].text,
        test: test,
        standing: shape.conditions[rule][column].map { standing(of: $0, possible) } ?? .unknown,
        values: values(of: shape.clauses[column], possible)
      )
      if case .name(let name) = clause.node, diagrams.space.index(of: name) != nil {
        proof.input = name
        proof.knowledge = facts[name]
      } else if let name = clause.freeNames.sorted().first(where: { tables[$0] != nil }) {
        proof.decision = why(name, facts)
      }
      return proof
    }
  }

  private func values(of node: DiagramStore.Node?, _ possible: Possibilities) -> [Value] {
    guard let node else { return [] }
    return diagrams.store.outcomes(of: node, possible).map(diagrams.terminals.value(at:))
  }

  private func standing(of truth: DiagramStore.Node, _ possible: Possibilities) -> Standing {
    switch diagrams.store.outcomes(of: truth, possible) {
    case [Terminals.yes]: .holds
    case [Terminals.no]: .fails
    default: .unknown
    }
  }
}

extension RuleProof {
  /// Keeps the first condition that failed or, when none did, the first that is unknown.
  fileprivate mutating func keepObstacle() {
    let obstacle =
      conditions.first { $0.standing == .fails } ?? conditions.first { $0.standing == .unknown }
    conditions = obstacle.map { [$0] } ?? []
  }
}
