import DMN
import FEEL
import Testing

/// What the analysis must find in one table, from the rules that match at every point.
private struct ExpectedFindings {
  let table: CompiledTable
  /// The rules that match together somewhere, from 0.
  let sets: Set<[Int]>

  private var hasDefault: Bool { table.outputs.allSatisfy { $0.defaultEntry != nil } }

  var hasGap: Bool { sets.contains([]) && !hasDefault }

  var never: Set<Int> {
    Set(table.rules.indices).subtracting(sets.joined())
  }

  /// The pairs of rules that clash somewhere.
  var clashes: Set<[Int]> {
    Set(
      sets.flatMap { set in
        set.flatMap { one in set.filter { $0 > one && clash(one, $0) }.map { [one, $0] } }
      }
    )
  }

  private func clash(_ one: Int, _ other: Int) -> Bool {
    switch table.hitPolicy {
    case .unique: true
    case .any: output(one) != output(other)
    default: false
    }
  }

  private func output(_ rule: Int) -> String { table.rules[rule].outputTexts[0].text }

  /// What the table gives; nil for a clash, "none" without a match.
  private func outcome(_ set: [Int]) -> String? {
    guard let first = set.first else {
      return table.outputs[0].defaultEntry.map(\.description) ?? "none"
    }
    switch table.hitPolicy {
    case .unique: return set.count == 1 ? output(first) : nil
    case .any: return Set(set.map(output)).count == 1 ? output(first) : nil
    case .priority: return winner(set).map(output)
    default: return output(first)
    }
  }

  /// The rule that counts where one does.
  private func winner(_ set: [Int]) -> Int? {
    switch table.hitPolicy {
    case .first: return set.first
    case .priority:
      let ranks = ["\"y\"", "\"x\"", "\"z\""]
      return ranks.lazy.compactMap { rank in set.first { output($0) == rank } }.first
    default: return nil
    }
  }

  var masked: Set<Int> {
    Set(
      table.rules.indices.filter { rule in
        let own = sets.filter { $0.contains(rule) }
        return !own.isEmpty && own.allSatisfy { winner($0).map { $0 != rule } ?? false }
      }
    )
  }

  var redundant: Set<Int> {
    Set(
      table.rules.indices.filter { rule in
        let own = sets.filter { $0.contains(rule) }
        return !own.isEmpty && !masked.contains(rule)
          && own.allSatisfy { set in
            outcome(set) != nil && outcome(set) == outcome(set.filter { $0 != rule })
          }
      }
    )
  }
}

@Suite struct `Table analysis, against brute force` {
  @Test func `random models have the findings that trying all inputs shows, and no other`() throws {
    let seeds: ClosedRange<UInt64> = 1...120
    var count = 0
    for seed in seeds {
      let text = RandomModel(seed: seed).text
      let findings = try TableAnalysis.findings(in: ShippedModel.compile(text))
      for decision in RandomModel.decisions {
        let brute = try BruteForce(decision, of: text)
        let sets = try brute.table.indices.map { point in
          try brute.tests(at: point).enumerated().filter { $0.element.allSatisfy { $0 } }
            .map(\.offset)
        }
        let expected = ExpectedFindings(table: try #require(brute.logic), sets: Set(sets))
        let own = findings.filter { $0.decision == decision }
        expect(own, expected, "seed \(seed), \(decision)")
        count += own.count
      }
    }
    print("analysis: random models, seeds \(seeds): \(count) findings agree")
  }

  private func expect(_ findings: [TableFinding], _ expected: ExpectedFindings, _ place: Comment) {
    var never: Set<Int> = []
    var masked: Set<Int> = []
    var redundant: Set<Int> = []
    var clashes: Set<[Int]> = []
    var hasGap = false
    for finding in findings {
      switch finding.problem {
      case .gap, .missedBoundary: hasGap = true
      case .overlap(let rules), .doubledBoundary(let rules, _, _):
        clashes.insert(rules.map { $0 - 1 })
      case .masked(let rule): masked.insert(rule - 1)
      case .neverMatches(let rule): never.insert(rule - 1)
      case .redundant(let rule): redundant.insert(rule - 1)
      case .testNotAllowed, .outputNotAllowed, .notAnalysed: Issue.record("\(finding)")
      }
    }
    #expect(hasGap == expected.hasGap, place)
    #expect(never == expected.never, place)
    #expect(masked == expected.masked, place)
    #expect(redundant == expected.redundant, place)
    #expect(clashes == expected.clashes, place)
  }
}
