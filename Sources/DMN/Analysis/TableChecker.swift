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
    guard let matched = shape.matchedRules else { return found }
    let sets = diagrams.store.outcomes(of: matched, diagrams.store.everything).map { place in
      (place: place, rules: diagrams.terminals.rules(at: place))
    }
    found += gaps(matched, sets)
    found += overlaps(matched, sets)
    return found + idleRules(matched, sets)
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
    for set in sets {
      guard let pair = conflict(set.rules), seen.insert(pair).inserted else { continue }
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
    return found.sorted { $0.problem.rules.lexicographicallyPrecedes($1.problem.rules) }
  }

  /// The first two rules of several that must not match together; nil when all may.
  func conflict(_ rules: [Int]) -> [Int]? {
    switch table.hitPolicy {
    case .unique: return rules.count > 1 ? Array(rules.prefix(2)) : nil
    case .any:
      guard let first = rules.first else { return nil }
      let other = rules.first { table.rules[$0].outputs != table.rules[first].outputs }
      return other.map { [first, $0] }
    case .priority, .first, .collect, .ruleOrder, .outputOrder: return nil
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
  fileprivate var needsMatch: Bool {
    switch self {
    case .unique, .any, .priority, .first: true
    case .collect, .ruleOrder, .outputOrder: false
    }
  }
}
