import DMN
import Testing

@Suite struct `Model errors` {
  private func error(_ content: String) -> ModelError? {
    #expect(throws: ModelError.self) { try ModelText.read(ModelText.model(content)) }
  }

  @Test(arguments: [
    ("<inputData id=\"i\"/>", "inputData", ModelError.Reason.missingAttribute("name"), 3),
    ("\n<decision name=\" \"/>", "decision", .missingAttribute("name"), 4),
    (
      "<decision name=\"D\"><informationRequirement/></decision>", "informationRequirement",
      .missingElement(["requiredInput", "requiredDecision"]), 3
    ),
    (
      "<decision name=\"D\"><informationRequirement>\n<requiredInput/></informationRequirement></decision>",
      "requiredInput", .missingAttribute("href"), 4
    ),
    (
      "<decision name=\"D\"><informationRequirement><requiredInput href=\"x\"/></informationRequirement></decision>",
      "requiredInput", .malformedReference("x"), 3
    ),
    (
      "<decision name=\"D\"><decisionTable hitPolicy=\"SOME\"><output/></decisionTable></decision>",
      "decisionTable", .attributeValue(attribute: "hitPolicy", value: "SOME"), 3
    ),
    (
      "<decision name=\"D\"><decisionTable hitPolicy=\"COLLECT\" aggregation=\"AVG\"><output/></decisionTable></decision>",
      "decisionTable", .attributeValue(attribute: "aggregation", value: "AVG"), 3
    ),
    (
      "<decision name=\"D\"><decisionTable/></decision>", "decisionTable",
      .missingElement(["output"]), 3
    ),
    (
      "<decision name=\"D\"><decisionTable><input/><output/></decisionTable></decision>", "input",
      .missingElement(["inputExpression"]), 3
    ),
    (
      "<decision name=\"D\"><conditional><if/></conditional></decision>", "if",
      .missingElement(["an expression"]), 3
    ),
    (
      "<decision name=\"D\"><filter/></decision>", "filter", .missingElement(["in"]), 3
    ),
    (
      "<decision name=\"D\"><for><in/></for></decision>", "for",
      .missingAttribute("iteratorVariable"), 3
    ),
    (
      "<decision name=\"D\"><invocation/></decision>", "invocation",
      .missingElement(["an expression"]), 3
    ),
    (
      "<decision name=\"D\"><functionDefinition kind=\"C\"/></decision>", "functionDefinition",
      .attributeValue(attribute: "kind", value: "C"), 3
    ),
    (
      "<itemDefinition name=\"t\" isCollection=\"maybe\"/>", "itemDefinition",
      .attributeValue(attribute: "isCollection", value: "maybe"), 3
    ),
    (
      "<import namespace=\"n\" importType=\"https://www.omg.org/spec/DMN/20151101/dmn.xsd\"/>",
      "import",
      .attributeValue(
        attribute: "importType",
        value: "https://www.omg.org/spec/DMN/20151101/dmn.xsd"
      ), 3
    ),
  ])
  func `what is missing or wrong is named`(
    content: String,
    tag: String,
    reason: ModelError.Reason,
    line: Int
  ) {
    let error = error(content)
    #expect(error?.reason == reason)
    #expect(error?.element.tag == tag)
    #expect(error?.element.line == line)
    #expect(error?.model == "test.dmn")
  }

  @Test(arguments: [(["1"], ["2", "3"]), (["1", "2"], ["3"]), ([], ["1"]), (["1"], [])])
  func `a rule with a wrong number of entries is an error`(tests: [String], outputs: [String]) {
    let table = ModelText.table("", inputs: ["a"], outputs: ["<output/>"], [(tests, outputs)])
    let error = error(ModelText.decision("D", table))
    #expect(error?.element.tag == "rule")
    guard case .entryCount(_, expected: 1, found: _)? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `a row with a wrong number of cells is an error`() {
    let relation = "<relation><column name=\"a\"/><row/></relation>"
    let reason = error(ModelText.decision("D", relation))?.reason
    #expect(reason == .entryCount(entries: "cells", expected: 1, found: 0))
  }

  @Test func `an error says file, line, element and reason`() {
    let text = error("<decision name=\"D\"><decisionTable/></decision>").map(
      String.init(describing:)
    )
    #expect(text == "test.dmn:3: decisionTable: output is missing")
  }
}
