import DMN
import FEEL
import Testing

@Suite struct `Hit policies` {
  /// Rules over an age, whose outputs are strings with an order of their own.
  private func model(
    _ policy: String,
    output: String =
      "<output><outputValues><text>\"c\", \"b\", \"a\"</text></outputValues></output>",
    _ rules: [([String], [String])]
  ) throws -> CompiledModel {
    let table = ModelText.table(policy, inputs: ["Age"], outputs: [output], rules)
    let logic = ModelText.decision("D", inputs: ["Age"], table)
    return try ModelText.compile(ModelText.input("Age", "number") + logic)
  }

  private static let overlapping = [
    (["< 30"], ["\"a\""]), (["> 10"], ["\"b\""]), (["> 20"], ["\"c\""]), (["> 20"], ["\"b\""]),
  ]

  @Test(arguments: [
    ("hitPolicy=\"UNIQUE\"", 5, "\"a\"", [0]),
    ("hitPolicy=\"UNIQUE\"", 15, "null", [0, 1]),
    ("", 5, "\"a\"", [0]),
    ("hitPolicy=\"ANY\"", 15, "null", [0, 1]),
    ("hitPolicy=\"FIRST\"", 25, "\"a\"", [0]),
    ("hitPolicy=\"FIRST\"", 35, "\"b\"", [1]),
    ("hitPolicy=\"PRIORITY\"", 15, "\"b\"", [0, 1]),
    ("hitPolicy=\"PRIORITY\"", 25, "\"c\"", [0, 1, 2, 3]),
    ("hitPolicy=\"RULE ORDER\"", 25, "[\"a\", \"b\", \"c\", \"b\"]", [0, 1, 2, 3]),
    ("hitPolicy=\"OUTPUT ORDER\"", 25, "[\"c\", \"b\", \"b\", \"a\"]", [0, 1, 2, 3]),
    ("hitPolicy=\"COLLECT\"", 15, "[\"a\", \"b\"]", [0, 1]),
    ("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", 25, "4", [0, 1, 2, 3]),
    ("hitPolicy=\"COLLECT\" aggregation=\"MIN\"", 25, "\"a\"", [0, 1, 2, 3]),
    ("hitPolicy=\"COLLECT\" aggregation=\"MAX\"", 25, "\"c\"", [0, 1, 2, 3]),
    ("hitPolicy=\"COLLECT\" aggregation=\"SUM\"", 25, "null", [0, 1, 2, 3]),
  ])
  func `decide between rules that match`(
    policy: String,
    age: Int,
    value: String,
    rules: [Int]
  ) throws {
    let result = try model(policy, Self.overlapping)
      .evaluate(decision: "D", inputs: Context([("Age", .number(age))]))
    #expect(result.value.feelText == value)
    #expect(result.matchedRules == rules)
  }

  @Test(arguments: [
    ("UNIQUE", "null"), ("ANY", "null"), ("PRIORITY", "null"), ("FIRST", "null"),
    ("RULE ORDER", "[]"), ("OUTPUT ORDER", "[]"), ("COLLECT", "[]"),
    ("COLLECT\" aggregation=\"COUNT", "0"), ("COLLECT\" aggregation=\"SUM", "null"),
    ("COLLECT\" aggregation=\"MIN", "null"), ("COLLECT\" aggregation=\"MAX", "null"),
  ])
  func `without a match`(policy: String, value: String) throws {
    let model = try model("hitPolicy=\"\(policy)\"", [(["> 200"], ["\"a\""])])
    #expect(model.text("D", [("Age", .number(1))]) == value)
  }

  @Test(arguments: [
    ("UNIQUE", "\"b\""), ("ANY", "\"b\""), ("PRIORITY", "\"b\""), ("FIRST", "\"b\""),
    ("RULE ORDER", "[\"b\"]"), ("OUTPUT ORDER", "[\"b\"]"), ("COLLECT", "[\"b\"]"),
  ])
  func `the default entry stands in for a match`(policy: String, value: String) throws {
    let output = "<output><defaultOutputEntry><text>\"b\"</text></defaultOutputEntry></output>"
    let model = try model("hitPolicy=\"\(policy)\"", output: output, [(["> 200"], ["\"a\""])])
    #expect(model.text("D", [("Age", .number(1))]) == value)
  }

  @Test func `any takes equal outputs`() throws {
    let model = try model("hitPolicy=\"ANY\"", [(["> 1"], ["\"a\""]), (["> 2"], ["\"a\""])])
    #expect(model.text("D", [("Age", .number(3))]) == "\"a\"")
  }

  @Test func `sums are of numbers`() throws {
    let rules = [(["-"], ["0.1"]), (["> 2"], ["0.2"])]
    let model = try model(
      "hitPolicy=\"COLLECT\" aggregation=\"SUM\"",
      output: "<output/>",
      rules
    )
    #expect(model.text("D", [("Age", .number(3))]) == "0.3")
  }

  @Test func `several outputs are a context, ranked from the left`() throws {
    let table = ModelText.table(
      "hitPolicy=\"PRIORITY\"",
      inputs: ["Age"],
      outputs: [
        "<output name=\"one\"><outputValues><text>\"x\", \"y\"</text></outputValues></output>",
        "<output name=\"two\"><outputValues><text>3, 2, 1</text></outputValues></output>",
      ],
      [(["-"], ["\"y\"", "3"]), (["-"], ["\"x\"", "1"]), (["-"], ["\"x\"", "2"])]
    )
    let model = try ModelText.compile(
      ModelText.input("Age", "number") + ModelText.decision("D", inputs: ["Age"], table)
    )
    #expect(model.text("D", [("Age", .number(3))]) == "{one: \"x\", two: 2}")
  }

  @Test func `outputs take the order of their type's allowed values`() throws {
    let type = """
      <itemDefinition name="tRisk"><typeRef>string</typeRef>
      <allowedValues><text>"high", "low"</text></allowedValues></itemDefinition>
      """
    let table = ModelText.table(
      "hitPolicy=\"PRIORITY\"",
      inputs: [],
      outputs: ["<output/>"],
      [([], ["\"low\""]), ([], ["\"high\""])]
    )
    let model = try ModelText.compile(type + ModelText.decision("D", type: "tRisk", table))
    #expect(model.text("D") == "\"high\"")
  }

  @Test func `an output that is not among the output values is null with a note`() throws {
    let model = try model("", [(["-"], ["\"z\""])])
    let result = model.evaluate(decision: "D", inputs: Context([("Age", .number(1))]))
    #expect(result.value.feelText == "null")
    #expect(result.notes.map(\.note.reason) == [.notAllowed("\"z\"")])
  }

  @Test func `an input that is not among the input values makes the table null with a note`() throws
  {
    let table = """
      <decisionTable><input><inputExpression><text>Age</text></inputExpression>
      <inputValues><text>[0..120]</text></inputValues></input><output/>
      <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
      </decisionTable>
      """
    let model = try ModelText.compile(
      ModelText.input("Age", "number") + ModelText.decision("D", inputs: ["Age"], table)
    )
    #expect(model.text("D", [("Age", .number(50))]) == "1")
    #expect(model.text("D") == "1")
    let result = model.evaluate(decision: "D", inputs: Context([("Age", .number(150))]))
    #expect(result.value.feelText == "null")
    #expect(result.notes.first?.note.reason == .notAllowed("150"))
    #expect(result.notes.first?.text?.text == "Age")
  }

  @Test(arguments: [(25, [0, 1, 2, 3]), (5, [0]), (35, [1, 2, 3])])
  func `the rules that match can be asked for`(age: Int, rules: [Int]) throws {
    let model = try model("hitPolicy=\"COLLECT\"", Self.overlapping)
    guard case .table(let table)? = model.decisions.first?.logic else {
      Issue.record("no table")
      return
    }
    var evaluation = Evaluation()
    #expect(table.matchingRules([.number(age)], in: Scope(), &evaluation) == rules)
    #expect(table.rules.map(\.number) == [1, 2, 3, 4])
  }

  @Test func `a table with an entry that cannot be parsed is null and a problem`() throws {
    let model = try model("hitPolicy=\"FIRST\"", [(["-"], ["\"a\""]), (["> >"], ["\"b\""])])
    let result = model.evaluate(decision: "D", inputs: Context([("Age", .number(1))]))
    #expect(result.value.feelText == "null")
    #expect(result.notes.count == 1)
    #expect(model.problems.map(\.text.text) == ["> >"])
    #expect(model.problems.map(\.element) == ["D"])
  }

  @Test func `an unknown input does not match a comparison`() throws {
    let result = try model("hitPolicy=\"COLLECT\"", [(["> 1"], ["\"a\""]), (["-"], ["\"b\""])])
      .evaluate(decision: "D", inputs: Context())
    #expect(result.value.feelText == "[\"b\"]")
    #expect(result.matchedRules == [1])
  }
}
