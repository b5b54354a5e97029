import DMN
import FEEL
import TestSupport
import Testing

extension BruteForce {
  /// For each point that a state leaves possible, whether each test of each rule holds.
  fileprivate func tests(_ states: [Int]) throws -> [[[Bool]]] {
    try points(states).map { try tests(at: $0) }
  }
}

/// A condition as brute force tells it.
private struct ExpectedCondition: Equatable {
  var expression: String
  var standing: Standing
}

/// A rule as brute force tells it.
private struct ExpectedRule: Equatable {
  var rule: Int
  var standing: Standing
  var conditions: [ExpectedCondition]

  static func all(_ table: CompiledTable, _ tests: [[[Bool]]]) -> [ExpectedRule] {
    func standing(_ truths: [Bool]) -> Standing {
      truths.allSatisfy { $0 } ? .holds : truths.contains(true) ? .unknown : .fails
    }
    return table.rules.indices.map { rule in
      let columns = table.inputs.indices.filter { column in
        if case .any = table.rules[rule].tests[column] { false } else { true }
      }
      return ExpectedRule(
        rule: rule,
        standing: standing(tests.map { $0[rule].allSatisfy { $0 } }),
        conditions: columns.map { column in
          let name = table.inputs[column].text.text.replacing(StatedTwin.suffix, with: "")
          return ExpectedCondition(
            expression: name,
            standing: standing(tests.map { $0[rule][column] })
          )
        }
      )
    }
  }

  init(rule: Int, standing: Standing, conditions: [ExpectedCondition]) {
    (self.rule, self.standing, self.conditions) = (rule, standing, conditions)
  }

  init(_ proof: RuleProof) {
    rule = proof.rule
    standing = proof.standing
    conditions = proof.conditions.map {
      ExpectedCondition(expression: $0.expression, standing: $0.standing)
    }
  }

  /// With the first condition that failed, or else the first that is unknown, alone.
  var obstacle: ExpectedRule {
    let first =
      conditions.first { $0.standing == .fails } ?? conditions.first { $0.standing == .unknown }
    return ExpectedRule(rule: rule, standing: standing, conditions: first.map { [$0] } ?? [])
  }
}

@Suite struct `Proofs, against brute force` {
  /// Compares why and every why-not in one state.
  private func compare(_ reasoner: Reasoner, _ brute: BruteForce, _ states: [Int]) throws -> Int {
    let table = try #require(brute.logic)
    let facts = brute.facts(states)
    let expected = ExpectedRule.all(table, try brute.tests(states))
    let why = try #require(reasoner.why(brute.decision, facts))
    #expect(why.rules.map(ExpectedRule.init) == expected.filter { $0.standing != .fails })
    expectFacts(why, facts)
    for outcome in brute.values {
      let giving = table.rules.filter { $0.outputTexts[0].text == outcome.feelText }
        .map { $0.number - 1 }
      let proof = try #require(reasoner.whyNot(brute.decision, outcome, facts))
      let obstacles = giving.map { expected[$0].obstacle }
      #expect(proof.rules.map(ExpectedRule.init) == obstacles, "\(outcome) in \(facts.known)")
    }
    return 1 + brute.values.count
  }

  /// Each condition that reads an input shows what is known of that input, and every other one the
  /// proof of the decision that it reads.
  private func expectFacts(_ proof: Proof, _ facts: CaseFacts) {
    for condition in proof.rules.flatMap(\.conditions) {
      if let input = condition.input {
        #expect(condition.knowledge.map { "\($0)" } == facts[input].map { "\($0)" })
        #expect(condition.decision == nil)
      } else if let inner = condition.decision {
        #expect(condition.expression.hasPrefix(inner.decision))
        expectFacts(inner, facts)
      } else {
        Issue.record("\(condition.expression) is neither a fact nor a decision")
      }
    }
  }

  @Test(arguments: ShippedModel.decisions)
  func `each rule and condition stands as its completions say`(decision: String) throws {
    let brute = try ShippedModel.brute(decision)
    let reasoner = try ShippedModel.reasoner.get()
    let stride = max(1, brute.stateCount / 150)
    var proofs = 0
    for number in Swift.stride(from: 0, to: brute.stateCount, by: stride) {
      proofs += try compare(reasoner, brute, brute.states(at: number))
    }
    print("proofs: \(decision): \(proofs) agree")
  }

  @Test func `so they do in random models`() throws {
    let seeds: ClosedRange<UInt64> = 1...30
    var proofs = 0
    for seed in seeds {
      let text = RandomModel(seed: seed).text
      let reasoner = try Reasoner(ShippedModel.compile(text))
      let brute = try BruteForce("B", of: text)
      for number in Swift.stride(from: 0, to: brute.stateCount, by: brute.stateCount / 25 + 1) {
        proofs += try compare(reasoner, brute, brute.states(at: number))
      }
    }
    print("proofs: random models, seeds \(seeds): \(proofs) agree")
  }

  @Test func `a decision and an outcome that are not there have no proof`() throws {
    let reasoner = try ShippedModel.reasoner.get()
    #expect(reasoner.why("nothing", CaseFacts()) == nil)
    #expect(reasoner.whyNot("nothing", .null, CaseFacts()) == nil)
    #expect(reasoner.whyNot("remnant", .string("perfect"), CaseFacts())?.rules.isEmpty == true)
  }
}
