import DMN
import FEEL
import TestSupport
import Testing

/// A question as brute force asks it.
private struct Expected: Equatable, CustomStringConvertible {
  var input: String
  var decisions: [String]
  var outcomes: Set<String>
  var average: Double

  var description: String { "\(input) for \(decisions): \(outcomes.sorted()), \(average)" }
}

extension BruteForce {
  /// The questions in a state of knowledge: for each input that can matter the outcomes that are left
  /// on average over its classes, values with the same consequences being one class.
  fileprivate func questions(_ states: [Int]) -> [Expected] {
    let outcomes = Set(points(states).map { self.outcomes[table[$0]] })
    var found: [(order: Int, question: Expected)] = []
    for (place, dimension) in dimensions.enumerated() {
      let answers = Set(
        dimension.states[states[place]].points.map { point in
          points(states, fixing: place, at: point).map { table[$0] }
        }
      )
      guard answers.count > 1 else { continue }
      let left = answers.reduce(0) { $0 + Set($1).count }
      let average = Double(left) / Double(answers.count)
      found.append(
        (
          place,
          Expected(
            input: dimension.name,
            decisions: [decision],
            outcomes: outcomes,
            average: average
          )
        )
      )
    }
    return found.sorted { ($0.question.average, $0.order) < ($1.question.average, $1.order) }
      .map(\.question)
  }

  private func points(_ states: [Int], fixing fixed: Int, at point: Int) -> [Int] {
    var found = [0]
    for (place, dimension) in dimensions.enumerated() {
      let own = place == fixed ? [point] : dimension.states[states[place]].points
      found = found.flatMap { base in own.map { base * dimension.points.count + $0 } }
    }
    return found
  }
}

@Suite struct `Questions, against brute force` {
  private func compare(
    _ reasoner: Reasoner,
    _ decisions: [String],
    _ facts: CaseFacts,
    _ expected: [Expected]
  ) -> Bool {
    let actual = reasoner.questions(for: decisions, facts).map { question in
      Expected(
        input: question.input,
        decisions: question.decisions,
        outcomes: Set(question.outcomes.map(\.feelText)),
        average: question.expectedOutcomes
      )
    }
    if actual != expected { Issue.record("\(facts.known): \(actual), expected \(expected)") }
    return actual == expected
  }

  @Test(arguments: ShippedModel.decisions)
  func `what is asked, and in which order, follows from the completions`(decision: String) throws {
    let brute = try ShippedModel.brute(decision)
    let reasoner = try ShippedModel.reasoner.get()
    let stride = brute.stateCount > 2000 ? 37 : 1
    var states = 0
    var questions = 0
    for number in Swift.stride(from: 0, to: brute.stateCount, by: stride) {
      let states0 = brute.states(at: number)
      let expected = brute.questions(states0)
      guard compare(reasoner, [decision], brute.facts(states0), expected) else { break }
      states += 1
      questions += expected.count
    }
    print("questions: \(decision): \(states) states, \(questions) questions agree")
  }

  @Test func `so do the questions of random models`() throws {
    let seeds: ClosedRange<UInt64> = 1...40
    var states = 0
    var questions = 0
    for seed in seeds {
      let text = RandomModel(seed: seed).text
      let reasoner = try Reasoner(ShippedModel.compile(text))
      let brute = try BruteForce("B", of: text)
      for number in Swift.stride(from: 0, to: brute.stateCount, by: 5) {
        let expected = brute.questions(brute.states(at: number))
        let facts = brute.facts(brute.states(at: number))
        guard compare(reasoner, ["B"], facts, expected) else { break }
        states += 1
        questions += expected.count
      }
    }
    print(
      "questions: random models, seeds \(seeds): \(states) states, \(questions) questions agree"
    )
  }

  @Test func `across decisions the earlier decision asks first and an input is asked once`() throws
  {
    let seed: UInt64 = 20_251_105
    var generator = SeededGenerator(seed: seed)
    let brutes = try ShippedModel.decisions.map { try ShippedModel.brute($0) }
    let reasoner = try ShippedModel.reasoner.get()
    let dimensions = Dictionary(
      brutes.flatMap(\.dimensions).map { ($0.name, $0) }
    ) { first, _ in first }
    for _ in 0..<60 {
      var facts = CaseFacts()
      for (name, dimension) in dimensions.sorted(by: { $0.key < $1.key })
      where Int.random(in: 0..<10, using: &generator) < 6 {
        let place = dimension.values.indices.randomElement(using: &generator) ?? 0
        facts[name] = .value(dimension.values[place])
      }
      var expected: [Expected] = []
      for brute in brutes {
        for question in brute.questions(brute.states(of: facts)) {
          if let known = expected.firstIndex(where: { $0.input == question.input }) {
            expected[known].decisions.append(brute.decision)
          } else {
            expected.append(question)
          }
        }
      }
      guard compare(reasoner, ShippedModel.decisions, facts, expected) else { break }
    }
    print("questions: 60 cases over all decisions agree, seed \(seed)")
  }
}
