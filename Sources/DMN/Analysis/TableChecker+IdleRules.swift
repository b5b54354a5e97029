internal import FEEL

extension TableChecker {
  /// Rules that do nothing.
  func idleRules(
    _ matched: DiagramStore.Node,
    _ sets: [(place: Int, rules: [Int])]
  ) -> [TableFinding] {
    table.rules.indices.compactMap { rule in
      let own = sets.filter { $0.rules.contains(rule) }
      guard let first = own.first, let problem = idleness(of: rule, own.map(\.rules)) else {
        return nil
      }
      return finding(problem, path(matched, to: first.place), line: table.rules[rule].line)
    }
  }

  /// How a rule does nothing in any of the sets of rules with which it matches; nil when it does.
  private func idleness(of rule: Int, _ sets: [[Int]]) -> TableFinding.Problem? {
    if sets.allSatisfy({ counting($0) != nil && counting($0) != rule }) {
      return .masked(rule: rule + 1)
    }
    let isIdle = sets.allSatisfy { set in
      guard let before = outputs(set), let after = outputs(set.filter { $0 != rule }) else {
        return false
      }
      return before == after
    }
    return isIdle ? .redundant(rule: rule + 1) : nil
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

  /// What the table gives for a set of rules; nil where it gives nothing that can be compared.
  private func outputs(_ rules: [Int]) -> [Expression]? {
    guard let first = rules.first else {
      let defaults = table.outputs.compactMap(\.defaultEntry)
      return defaults.count == table.outputs.count ? defaults : nil
    }
    if !conflicts(rules).isEmpty { return nil }
    switch table.hitPolicy {
    case .unique, .any: return table.rules[first].outputs
    case .first, .priority: return table.rules[counting(rules) ?? first].outputs
    case .collect, .ruleOrder, .outputOrder: return nil
    }
  }
}
