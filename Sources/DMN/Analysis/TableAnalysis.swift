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
        shape: shape,
        diagrams: diagrams
      )
      return checker.findings()
    }
  }
}

/// Checks one table.
private struct TableChecker {
  let decision: String
  let table: CompiledTable
  let shape: TableDiagram?
  let diagrams: DecisionDiagrams

  func findings() -> [TableFinding] {
    var found = valuesNotAllowed()
    guard let shape else { return found }
    let open = shape.matches.indices.filter { shape.matches[$0] == nil }
    if !open.isEmpty { return found + [finding(.notAnalysed, line: table.line)] }
    for (rule, match) in shape.matches.enumerated() where match.map(neverHolds) == true {
      found.append(finding(.neverMatches(rule: rule + 1), line: table.rules[rule].line))
    }
    guard let matched = shape.matchedRules else { return found }
    let sets = diagrams.store.outcomes(of: matched, diagrams.store.everything).map { place in
      (place: place, rules: diagrams.terminals.rules(at: place))
    }
    found += gaps(matched, sets)
    found += overlaps(matched, sets)
    found += idleRules(sets.map(\.rules))
    return found
  }

  private func neverHolds(_ node: DiagramStore.Node) -> Bool {
    diagrams.store.outcomes(of: node, diagrams.store.everything) == [Terminals.no]
  }

  // MARK: Gaps and overlaps

  private func gaps(
    _ matched: DiagramStore.Node,
    _ sets: [(place: Int, rules: [Int])]
  ) -> [TableFinding] {
    guard table.hitPolicy.needsMatch, table.outputs.allSatisfy({ $0.defaultEntry == nil }),
      let gap = sets.first(where: \.rules.isEmpty)
    else { return [] }
    let path = path(matched, to: gap.place)
    if let (input, number) = onlyPoint(of: matched, on: path, { $0 == gap.place }) {
      return [finding(.missedBoundary(input: input, at: number), path, line: table.line)]
    }
    return [finding(.gap, path, line: table.line)]
  }

  private func overlaps(
    _ matched: DiagramStore.Node,
    _ sets: [(place: Int, rules: [Int])]
  ) -> [TableFinding] {
    var seen: Set<[Int]> = []
    var found: [TableFinding] = []
    for set in sets where set.rules.count > 1 && isConflict(set.rules) {
      let pair = Array(set.rules.prefix(2))
      if !seen.insert(pair).inserted { continue }
      let numbers = pair.map { $0 + 1 }
      let line = table.rules[pair[1]].line
      let path = path(matched, to: set.place)
      let holds = { (place: Int) in
        diagrams.terminals.rules(at: place).filter(pair.contains).count == 2
      }
      if let (input, number) = onlyPoint(of: matched, on: path, holds) {
        let problem = TableFinding.Problem.doubledBoundary(rules: numbers, input: input, at: number)
        found.append(finding(problem, path, line: line))
      } else {
        found.append(finding(.overlap(rules: numbers), path, line: line))
      }
    }
    return found
  }

  /// Whether rules must not match together.
  private func isConflict(_ rules: [Int]) -> Bool {
    switch table.hitPolicy {
    case .unique: true
    case .any: Set(rules.map { table.rules[$0].outputs }).count > 1
    case .priority, .first, .collect, .ruleOrder, .outputOrder: false
    }
  }

  // MARK: Rules that do nothing

  private func idleRules(_ sets: [[Int]]) -> [TableFinding] {
    table.rules.indices.compactMap { rule in
      let own = sets.filter { $0.contains(rule) }
      guard !own.isEmpty else { return nil }
      let line = table.rules[rule].line
      if own.allSatisfy({ counting($0) != nil && counting($0) != rule }) {
        return finding(.masked(rule: rule + 1), line: line)
      }
      let isIdle = own.allSatisfy { set in
        let others = set.filter { $0 != rule }
        guard let before = outputs(set), let after = outputs(others) else { return false }
        return before == after
      }
      return isIdle ? finding(.redundant(rule: rule + 1), line: line) : nil
    }
  }

  /// The one rule that counts of several; nil where all do.
  private func counting(_ rules: [Int]) -> Int? {
    switch table.hitPolicy {
    case .first: rules.first
    case .priority: rules.min { rank(of: $0) < rank(of: $1) }
    case .unique, .any, .collect, .ruleOrder, .outputOrder: nil
    }
  }

  /// The place of a rule's outputs among the output values, the first column first.
  private func rank(of rule: Int) -> Rank {
    Rank(
      places: zip(table.rules[rule].outputs, table.outputs).map { output, clause in
        clause.order.firstIndex(of: .expression(output)) ?? .max
      }
    )
  }

  private struct Rank: Comparable {
    var places: [Int]

    static func < (left: Rank, right: Rank) -> Bool {
      left.places.lexicographicallyPrecedes(right.places)
    }
  }

  /// What the table gives for a set of rules; nil where taking a rule away leaves nothing.
  private func outputs(_ rules: [Int]) -> [Expression]? {
    guard let first = rules.first else { return nil }
    switch table.hitPolicy {
    case .unique, .any: return table.rules[first].outputs
    case .first, .priority: return table.rules[counting(rules) ?? first].outputs
    case .collect, .ruleOrder, .outputOrder: return nil
    }
  }

  // MARK: Values

  private func valuesNotAllowed() -> [TableFinding] {
    var found: [TableFinding] = []
    for (index, rule) in table.rules.enumerated() {
      for (column, tests) in rule.tests.enumerated() {
        let clause = table.inputs[column]
        guard let allowed = clause.allowed ?? clause.type.tests else { continue }
        for value in tests.constants where !allows(allowed, value) {
          let problem = TableFinding.Problem.testNotAllowed(
            rule: index + 1,
            column: clause.expression.description,
            value: value.feelText
          )
          found.append(finding(problem, line: rule.line))
        }
      }
      for (column, output) in rule.outputs.enumerated() {
        guard let value = output.constantValue, let allowed = table.outputs[column].type.tests,
          !allows(allowed, value)
        else { continue }
        let problem = TableFinding.Problem.outputNotAllowed(
          rule: index + 1,
          value: value.feelText
        )
        found.append(finding(problem, line: rule.line))
      }
    }
    return found
  }

  private func allows(_ tests: UnaryTests, _ value: Value) -> Bool {
    var evaluation = Evaluation()
    return evaluation.test(tests, of: value, in: Scope()) == true
  }

  // MARK: Witnesses

  private func path(_ node: DiagramStore.Node, to place: Int) -> [Int: Int] {
    diagrams.store.path(from: node, diagrams.store.everything) { $0 == place } ?? [:]
  }

  /// The number at which alone something holds on a path: its neighbours behave otherwise.
  private func onlyPoint(
    of node: DiagramStore.Node,
    on path: [Int: Int],
    _ holds: (Int) -> Bool
  ) -> (input: String, number: Number)? {
    for input in diagrams.space.inputs {
      guard let value = path[input.variable],
        case .numbers(let range) = input.classes[value].extent,
        let number = range.single
      else { continue }
      let neighbours = [value - 1, value + 1].filter(input.classes.indices.contains)
      let isAlone = neighbours.allSatisfy { neighbour in
        var moved = diagrams.store.everything
        for (variable, value) in path { moved[variable] = UInt64(bit: value) }
        moved[input.variable] = UInt64(bit: neighbour)
        return !diagrams.store.outcomes(of: node, moved).contains(where: holds)
      }
      if isAlone, !neighbours.isEmpty { return (input.name, number) }
    }
    return nil
  }

  private func finding(
    _ problem: TableFinding.Problem,
    _ path: [Int: Int] = [:],
    line: Int
  ) -> TableFinding {
    let witness = diagrams.space.inputs.compactMap { input -> (input: String, value: Value)? in
      if let stated = input.statedVariable, path[stated] == 0 { return (input.name, .null) }
      return path[input.variable].map { (input.name, input.classes[$0].representative) }
    }
    return TableFinding(decision: decision, problem: problem, witness: witness, line: line)
  }
}

extension HitPolicy {
  /// Whether a table without a match gives no value.
  fileprivate var needsMatch: Bool {
    switch self {
    case .unique, .any, .priority, .first: true
    case .collect, .ruleOrder, .outputOrder: false
    }
  }
}

extension UnaryTests {
  /// The literals that are tested for, null left out.
  fileprivate var constants: [Value] {
    list.flatMap { test -> [Value] in
      switch test {
      case .comparison(_, let end): [end.constantValue].compactMap { $0 }
      case .range(let range): [range.lower, range.upper].compactMap { $0?.constantValue }
      case .expression(let expression): [expression.constantValue].compactMap { $0 }
      }
    }.filter { if case .null = $0 { false } else { true } }
  }
}
