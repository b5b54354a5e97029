import DMN
import FEEL
import Testing

@Suite struct `Table analysis, on the shipped model` {
  @Test func `the shipped model has no finding`() throws {
    let findings = try TableAnalysis.findings(in: ShippedModel.compiled.get())
    #expect(findings.map(\.description).isEmpty)
  }

  @Test(arguments: PlantedDefect.all)
  func `a planted defect is found at its rule`(defect: PlantedDefect) throws {
    let text = try defect.planted(in: ShippedModel.text.get())
    let model = try ShippedModel.compile(text)
    #expect(model.problems.isEmpty)
    let findings = TableAnalysis.findings(in: model)
    let own = findings.filter { $0.decision == defect.decision }
    #expect(own.map(\.problem) == defect.findings)
    let table = try #require(
      model.decisions.first { $0.name == defect.decision }?.logic.decisionTable
    )
    for finding in own {
      let line = finding.problem.rule.map { table.rules[$0 - 1].line } ?? table.line
      #expect(finding.line == line)
      try expectWitness(finding, model, table)
    }
  }

  /// Evaluates the decision for the witness: what was found must be seen there.
  private func expectWitness(
    _ finding: TableFinding,
    _ model: CompiledModel,
    _ table: CompiledTable
  ) throws {
    let patient = Context(finding.witness.map { (key: $0.input, value: $0.value) })
    let result = model.evaluate(decision: finding.decision, inputs: patient)
    let matched = result.matchedRules.map { $0 + 1 }
    switch finding.problem {
    case .gap: #expect(matched.isEmpty && !finding.witness.isEmpty)
    case .missedBoundary(let input, let number):
      #expect(matched.isEmpty)
      #expect(patient[input]?.isIdentical(to: .number(number)) == true)
    case .overlap(let rules): #expect(Set(rules).isSubset(of: matched), "\(finding) \(matched)")
    case .doubledBoundary(let rules, let input, let number):
      #expect(Set(rules).isSubset(of: matched))
      #expect(patient[input]?.isIdentical(to: .number(number)) == true)
    case .masked(let rule): #expect(!matched.contains(rule) && !matched.isEmpty)
    case .redundant(let rule): #expect(matched.contains(rule) && matched.count > 1)
    case .neverMatches, .testNotAllowed, .outputNotAllowed, .notAnalysed:
      #expect(finding.witness.isEmpty)
    }
  }
}

extension TableFinding.Problem {
  /// The rule at whose line it stands; nil for the table.
  fileprivate var rule: Int? {
    switch self {
    case .gap, .missedBoundary, .notAnalysed: nil
    case .overlap(let rules), .doubledBoundary(let rules, _, _): rules.last
    case .masked(let rule), .neverMatches(let rule), .redundant(let rule): rule
    case .testNotAllowed(let rule, _, _), .outputNotAllowed(let rule, _): rule
    }
  }
}
