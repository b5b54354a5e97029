import TestSupport

/// Small models drawn at random: two tables, the second reading the first, with gaps, overlaps, null
/// tests and all hit policies that take one rule.
struct RandomModel {
  let text: String
  /// The decisions, the second reading the first.
  static let decisions = ["A", "B"]

  private enum Kind: CaseIterable {
    case boolean, number, string
  }

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let kinds = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
      Kind.allCases.randomElement(using: &generator) ?? .boolean
    }
    let names = kinds.indices.map { "in\($0)" }
    var content = zip(names, kinds).map { name, kind in
      ModelText.input(name, kind == .boolean ? "boolean" : kind == .number ? "number" : "string")
    }.joined()
    let half = max(1, names.count / 2)
    let first = Array(zip(names, kinds).prefix(half + 1))
    let second = Array(zip(names, kinds).suffix(half))
    content += ModelText.decision(
      "A",
      inputs: first.map(\.0),
      Self.table(first.map(\.0), first.map { $0.1 }, &generator)
    )
    content += ModelText.decision(
      "B",
      inputs: second.map(\.0),
      decisions: ["A"],
      Self.table(["A"] + second.map(\.0), [nil] + second.map { $0.1 }, &generator)
    )
    text = ModelText.model(content)
  }

  private static func table(
    _ columns: [String],
    _ kinds: [Kind?],
    _ generator: inout SeededGenerator
  ) -> String {
    let policies = ["UNIQUE", "ANY", "PRIORITY", "FIRST"]
    let policy = policies.randomElement(using: &generator) ?? "UNIQUE"
    let fallback =
      Bool.random(using: &generator)
      ? "<defaultOutputEntry><text>\"z\"</text></defaultOutputEntry>" : ""
    let output =
      "<output><outputValues><text>\"y\", \"x\", \"z\"</text></outputValues>\(fallback)</output>"
    let rules = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
      let tests = kinds.map { test($0, &generator) }
      return (tests, [["\"x\"", "\"y\"", "\"z\""].randomElement(using: &generator) ?? "null"])
    }
    return ModelText.table("hitPolicy=\"\(policy)\"", inputs: columns, outputs: [output], rules)
  }

  private static func test(_ kind: Kind?, _ generator: inout SeededGenerator) -> String {
    if Int.random(in: 0..<3, using: &generator) == 0 { return "-" }
    if kind != nil, Int.random(in: 0..<12, using: &generator) == 0 { return "null" }
    let choices: [String]
    switch kind {
    case nil: choices = ["\"x\"", "\"y\"", "\"x\", \"z\"", "not(\"x\")", "not(\"y\", \"z\")"]
    case .boolean: choices = ["true", "false"]
    case .number:
      choices = ["< 3", "<= 3", "> 3", ">= 5", "[3..5)", "(3..5]", "3", "not(5)", "> 5"]
    case .string: choices = ["\"a\"", "\"b\"", "\"a\", \"b\"", "not(\"a\")", "not(\"a\", \"b\")"]
    }
    return choices.randomElement(using: &generator) ?? "-"
  }
}
