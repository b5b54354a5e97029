import DMN
import FEEL
import TestSupport
import Testing

@Suite struct `Evaluation, over random models` {
  /// A rule over two numbers: what it tests and what it says.
  private struct Rule {
    var first: ClosedRange<Int>
    var second: Int?
    var output: Int

    func matches(_ x: Int, _ y: Int) -> Bool {
      first.contains(x) && (second.map { y > $0 } ?? true)
    }
  }

  private func rules(_ generator: inout SeededGenerator) -> [Rule] {
    (0..<Int.random(in: 0...8, using: &generator)).map { _ in
      let start = Int.random(in: 0...9, using: &generator)
      let hasSecond = Bool.random(using: &generator)
      return Rule(
        first: start...(start + Int.random(in: 0...5, using: &generator)),
        second: hasSecond ? Int.random(in: 0...9, using: &generator) : nil,
        output: Int.random(in: 1...3, using: &generator)
      )
    }
  }

  private func model(_ policy: String, _ rules: [Rule]) throws -> CompiledModel {
    let rows = rules.map { rule in
      let first = "[\(rule.first.lowerBound)..\(rule.first.upperBound)]"
      return ([first, rule.second.map { "> \($0)" } ?? "-"], ["\(rule.output)"])
    }
    let output = "<output><outputValues><text>3, 1, 2</text></outputValues></output>"
    let table = ModelText.table(
      "hitPolicy=\"\(policy)\"",
      inputs: ["x", "y"],
      outputs: [output],
      rows
    )
    let logic = ModelText.decision("D", inputs: ["x", "y"], table)
    return try ModelText.compile(
      ModelText.input("x", "number") + ModelText.input("y", "number") + logic
    )
  }

  /// What the standard says of the outputs of the rules that match.
  private func expected(_ policy: String, _ outputs: [Int]) -> String {
    func text(_ value: Int?) -> String { value.map { "\($0)" } ?? "null" }
    let rank = [3: 0, 1: 1, 2: 2]
    let ordered = outputs.sorted { rank[$0, default: 3] < rank[$1, default: 3] }
    switch policy {
    case "UNIQUE": return text(outputs.count == 1 ? outputs[0] : nil)
    case "ANY": return text(Set(outputs).count == 1 ? outputs[0] : nil)
    case "FIRST": return text(outputs.first)
    case "PRIORITY": return text(ordered.first)
    case "OUTPUT ORDER": return "[" + ordered.map(text).joined(separator: ", ") + "]"
    case "COLLECT\" aggregation=\"SUM": return text(outputs.isEmpty ? nil : outputs.reduce(0, +))
    case "COLLECT\" aggregation=\"COUNT": return text(outputs.count)
    case "COLLECT\" aggregation=\"MIN": return text(outputs.min())
    case "COLLECT\" aggregation=\"MAX": return text(outputs.max())
    default: return "[" + outputs.map(text).joined(separator: ", ") + "]"
    }
  }

  @Test(arguments: [
    "UNIQUE", "ANY", "FIRST", "PRIORITY", "RULE ORDER", "OUTPUT ORDER", "COLLECT",
    "COLLECT\" aggregation=\"SUM", "COLLECT\" aggregation=\"COUNT",
    "COLLECT\" aggregation=\"MIN", "COLLECT\" aggregation=\"MAX",
  ])
  func `tables decide as a plain reading of their rules does`(policy: String) throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let rules = rules(&generator)
      let model = try model(policy, rules)
      for _ in 0..<10 {
        let x = Int.random(in: 0...14, using: &generator)
        let y = Int.random(in: 0...10, using: &generator)
        let matched = rules.indices.filter { rules[$0].matches(x, y) }
        let result = model.evaluate(
          decision: "D",
          inputs: Context([("x", .number(x)), ("y", .number(y))])
        )
        let expected = expected(policy, matched.map { rules[$0].output })
        #expect(result.value.feelText == expected, "seed \(seed), x \(x), y \(y)")
        #expect(result.matchedRules == (policy == "FIRST" ? Array(matched.prefix(1)) : matched))
      }
    }
  }

  @Test func `all decisions at once have the values of each alone`() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...12, using: &generator)
      let decisions = (0..<count).map { place in
        let required = (0..<place).filter { _ in Int.random(in: 0...2, using: &generator) == 0 }
          .map { "D\($0)" }
        let sum = (["x", "\(place)"] + required).joined(separator: " + ")
        let text = ModelText.literal(sum)
        return ModelText.decision("D\(place)", inputs: ["x"], decisions: required, text)
      }
      let content = decisions.shuffled(using: &generator).joined() + ModelText.input("x", "number")
      let model = try ModelText.compile(content)
      let inputs = Context([("x", .number(7))])
      var known: Set<String> = []
      for decision in model.decisions {
        #expect(known.isSuperset(of: decision.requiredDecisions), "seed \(seed)")
        known.insert(decision.name)
      }
      for result in model.evaluateAll(inputs: inputs) {
        let alone = model.evaluate(decision: result.name, inputs: inputs)
        #expect(result.value.feelText == alone.value.feelText, "seed \(seed), \(result.name)")
        #expect(result.notes.isEmpty && result.value.feelText != "null", "seed \(seed)")
      }
    }
  }
}
