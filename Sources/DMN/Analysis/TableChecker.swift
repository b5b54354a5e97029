internal import FEEL

/// Checks one table.
struct TableChecker {
  let decision: String
  let table: CompiledTable
  /// The inputs that the decision reads, itself or through others.
  let reads: Set<String>
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
    guard let matched = shape.matchedRules else {
      return table.hitPolicy.needsMatch
        ? found + [finding(.notAnalysed, line: table.line)] : found
    }
    let sets = diagrams.store.outcomes(of: matched, diagrams.store.everything).map { place in
      (place: place, rules: diagrams.terminals.rules(at: place))
    }
    found += gaps(matched, sets, shape)
    found += overlaps(matched, sets)
    return found + idleRules(matched, sets)
  }

  private func neverHolds(_ node: DiagramStore.Node) -> Bool {
    diagrams.store.outcomes(of: node, diagrams.store.everything) == [Terminals.no]
  }

  // MARK: Overlaps

  private func overlaps(
    _ matched: DiagramStore.Node,
    _ sets: [(place: Int, rules: [Int])]
  ) -> [TableFinding] {
    var seen: Set<[Int]> = []
    var found: [TableFinding] = []
    for (place, pair) in sets.flatMap({ set in conflicts(set.rules).map { (set.place, $0) } })
    where seen.insert(pair).inserted {
      let numbers = pair.map { $0 + 1 }
      let line = table.rules[pair[1]].line
      let path = path(matched, to: place)
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
    return found.sorted { $0.problem.rules.lexicographicallyPrecedes($1.problem.rules) }
  }

  /// The pairs of several rules that must not match together.
  func conflicts(_ rules: [Int]) -> [[Int]] {
    rules.flatMap { one in
      rules.filter { $0 > one && areInConflict(one, $0) }.map { [one, $0] }
    }
  }

  private func areInConflict(_ one: Int, _ other: Int) -> Bool {
    switch table.hitPolicy {
    case .unique: true
    case .any: table.rules[one].outputs != table.rules[other].outputs
    case .priority, .first, .collect, .ruleOrder, .outputOrder: false
    }
  }
}

extension TableFinding.Problem {
  /// The rules that match together.
  fileprivate var rules: [Int] {
    switch self {
    case .overlap(let rules), .doubledBoundary(let rules, _, _): rules
    case .gap, .missedBoundary, .masked, .neverMatches, .redundant, .testNotAllowed,
      .outputNotAllowed, .notAnalysed:
      []
    }
  }
}

extension HitPolicy {
  /// Whether a table without a match gives no value.
  var needsMatch: Bool {
    switch self {
    case .unique, .any, .priority, .first: true
    case .collect, .ruleOrder, .outputOrder: false
    }
  }
}
