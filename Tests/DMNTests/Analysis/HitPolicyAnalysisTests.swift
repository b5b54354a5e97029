import DMN
import FEEL
import Testing

/// A small table and what the analysis finds in it.
private struct SmallTable: Sendable, CustomTestStringConvertible {
  var policy: String
  var outputs = "<output><outputValues><text>1, 2</text></outputValues></output>"
  var rules: [(test: String, output: String)]
  var findings: [String]

  var testDescription: String {
    "\(policy): " + rules.map { "\($0.test) → \($0.output)" }.joined(separator: "; ")
  }

  func model() throws -> CompiledModel {
    let table = ModelText.table(
      "hitPolicy=\"\(policy)\"",
      inputs: ["x"],
      outputs: [outputs],
      rules.map { ([$0.test], [$0.output]) }
    )
    return try ModelText.compile(
      ModelText.input("x", "number") + ModelText.decision("D", inputs: ["x"], table)
    )
  }
}

@Suite struct `Table analysis, by hit policy` {
  private static let nested = [("< 5", "1"), ("< 3", "2"), (">= 5", "1")]
  private static let equal = [("< 5", "1"), ("< 3", "1"), (">= 5", "1")]
  private static let defaulted =
    "<output><outputValues><text>1, 2</text></outputValues>"
    + "<defaultOutputEntry><text>2</text></defaultOutputEntry></output>"

  private static let tables: [SmallTable] = [
    SmallTable(
      policy: "UNIQUE",
      rules: nested,
      findings: ["‘D’: rules 1 and 2 match together; for example x 2"]
    ),
    SmallTable(
      policy: "ANY",
      rules: nested,
      findings: ["‘D’: rules 1 and 2 match together; for example x 2"]
    ),
    SmallTable(
      policy: "ANY",
      rules: equal,
      findings: [
        "‘D’: rule 2 changes nothing: without it all outcomes are the same; for example x 2"
      ]
    ),
    SmallTable(
      policy: "FIRST",
      rules: nested,
      findings: ["‘D’: rule 2 never counts: another one always comes before it; for example x 2"]
    ),
    SmallTable(
      policy: "PRIORITY",
      rules: nested,
      findings: ["‘D’: rule 2 never counts: another one always comes before it; for example x 2"]
    ),
    SmallTable(
      policy: "PRIORITY",
      outputs: "<output><outputValues><text>2, 1</text></outputValues></output>",
      rules: nested,
      findings: []
    ),
    SmallTable(policy: "OUTPUT ORDER", rules: nested, findings: []),
    SmallTable(policy: "RULE ORDER", rules: nested, findings: []),
    SmallTable(policy: "COLLECT", rules: nested, findings: []),
    SmallTable(policy: "COLLECT\" aggregation=\"SUM", rules: nested, findings: []),
    SmallTable(policy: "COLLECT\" aggregation=\"MAX", rules: [("< 5", "1")], findings: []),
    SmallTable(
      policy: "UNIQUE",
      rules: [("< 5", "1"), ("> 5", "2")],
      findings: ["‘D’: no rule matches where x is exactly 5; for example x 5"]
    ),
    SmallTable(
      policy: "UNIQUE",
      rules: [("< 5", "1"), ("> 7", "2")],
      findings: ["‘D’: no rule matches; for example x 6"]
    ),
    SmallTable(
      policy: "UNIQUE",
      rules: [("< 3", "1"), ("(3..5)", "2"), ("> 5", "1")],
      findings: [
        "‘D’: no rule matches where x is exactly 3; for example x 3",
        "‘D’: no rule matches where x is exactly 5; for example x 5",
      ]
    ),
    SmallTable(
      policy: "UNIQUE",
      rules: [("< 3", "1"), ("[4..5]", "2"), ("> 7", "1")],
      findings: [
        "‘D’: no rule matches; for example x 3.5", "‘D’: no rule matches; for example x 6",
      ]
    ),
    SmallTable(
      policy: "FIRST",
      rules: [("< 5", "1")],
      findings: ["‘D’: no rule matches; for example x 5"]
    ),
    SmallTable(policy: "UNIQUE", outputs: defaulted, rules: [("< 5", "1")], findings: []),
    SmallTable(
      policy: "UNIQUE",
      outputs: defaulted,
      rules: [("< 5", "1"), (">= 5", "2")],
      findings: [
        "‘D’: rule 2 changes nothing: without it all outcomes are the same; for example x 5"
      ]
    ),
    SmallTable(
      policy: "UNIQUE",
      rules: [("<= 5", "1"), (">= 5", "2")],
      findings: ["‘D’: rules 1 and 2 match together where x is exactly 5; for example x 5"]
    ),
    SmallTable(
      policy: "RULE ORDER",
      rules: [("not(< 3, >= 3)", "1")],
      findings: ["‘D’: rule 1 never matches"]
    ),
    SmallTable(
      policy: "UNIQUE",
      rules: [("-", "3")],
      findings: ["‘D’: rule 1 gives 3, which is not among the allowed outputs"]
    ),
  ]

  @Test(arguments: tables)
  private func `each policy has its own findings`(table: SmallTable) throws {
    let findings = try TableAnalysis.findings(in: table.model())
    #expect(findings.map(\.description) == table.findings)
  }

  @Test func `a table whose columns compute with numbers is said not to be analysed`() throws {
    let table = ModelText.table(
      "hitPolicy=\"UNIQUE\"",
      inputs: ["x + y"],
      outputs: ["<output/>"],
      [(["> 3"], ["1"])]
    )
    let model = try ModelText.compile(
      ModelText.input("x", "number") + ModelText.input("y", "number")
        + ModelText.decision("D", inputs: ["x", "y"], table)
    )
    #expect(TableAnalysis.findings(in: model).map(\.problem) == [.notAnalysed])
  }

  @Test func `gaps of one table that do not touch are told apart`() throws {
    let table = ModelText.table(
      "hitPolicy=\"UNIQUE\"",
      inputs: ["x", "y"],
      outputs: ["<output/>"],
      [(["< 3", "true"], ["1"]), (["> 3", "true"], ["1"]), (["< 3", "false"], ["1"])]
    )
    let model = try ModelText.compile(
      ModelText.input("x", "number") + ModelText.input("y", "boolean")
        + ModelText.decision("D", inputs: ["x", "y"], table)
    )
    #expect(
      TableAnalysis.findings(in: model).map(\.description) == [
        "‘D’: no rule matches where x is exactly 3; for example x 3, y true",
        "‘D’: no rule matches; for example x 3, y false",
      ]
    )
  }

  @Test func `conflicts are told by all outputs, and each pair that disagrees`() throws {
    let outputs = ["<output name=\"a\"/>", "<output name=\"b\"/>"]
    let table = ModelText.table(
      "hitPolicy=\"ANY\"",
      inputs: ["x"],
      outputs: outputs,
      [(["true"], ["1", "2"]), (["true"], ["1", "2"]), (["-"], ["1", "3"])]
    )
    let model = try ModelText.compile(
      ModelText.input("x", "boolean") + ModelText.decision("D", inputs: ["x"], table)
    )
    #expect(
      TableAnalysis.findings(in: model).map(\.problem) == [
        .overlap(rules: [1, 3]), .overlap(rules: [2, 3]),
      ]
    )
  }
}
