import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct DecideCommandTests {
  private let folder: TemporaryFolder
  private let model: String

  init() throws {
    folder = try TemporaryFolder()
    model = folder.url.appendingPathComponent("fees.dmn").path
    try Data(Self.fees.utf8).write(to: URL(fileURLWithPath: model))
  }

  private static let fees = """
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="Fees"
                 namespace="urn:fees">
      <inputData id="age" name="Age"><variable name="Age" typeRef="number"/></inputData>
      <inputData id="day" name="Day"><variable name="Day" typeRef="date"/></inputData>
      <decision id="group" name="Group">
        <variable name="Group" typeRef="string"/>
        <informationRequirement><requiredInput href="#age"/></informationRequirement>
        <decisionTable hitPolicy="UNIQUE">
          <input id="i"><inputExpression typeRef="number"><text>Age</text></inputExpression></input>
          <output id="o" typeRef="string"/>
          <annotation name="reason"/>
          <rule id="r1"><inputEntry id="e1"><text>&lt; 18</text></inputEntry>
            <outputEntry id="o1"><text>"child"</text></outputEntry>
            <annotationEntry><text>Not of age.</text></annotationEntry></rule>
          <rule id="r2"><inputEntry id="e2"><text>&gt;= 18</text></inputEntry>
            <outputEntry id="o2"><text>"adult"</text></outputEntry></rule>
        </decisionTable>
      </decision>
      <decision id="fee" name="Fee">
        <variable name="Fee" typeRef="number"/>
        <informationRequirement><requiredDecision href="#group"/></informationRequirement>
        <informationRequirement><requiredInput href="#day"/></informationRequirement>
        <literalExpression><text>if Group = "child" then 0 else 10.50 + day of year(Day)</text>
        </literalExpression>
      </decision>
    </definitions>
    """

  private func decide(_ arguments: [String], _ input: String = "{}") throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(
      ["decide", model, "--input", "-"] + arguments,
      input: Array(input.utf8)
    )
  }

  @Test func `all decisions are evaluated, each on a line`() throws {
    let run = try decide([], #"{"Age": 30, "Day": "2026-01-02"}"#)
    #expect(run.status == 0)
    #expect(run.lines == [#"Group: "adult""#, "Fee: 12.5"])
  }

  @Test func `one decision is explained with its rule, its remark and what it rests on`() throws {
    let run = try decide(["--decision", "Fee", "--explain"], "Age: 7\n")
    #expect(run.lines == [#"Group: "child""#, "  rule 1: Not of age.", "Fee: 0"])
  }

  @Test func `JSON has values as JSON, with rules and notes where they are asked for`() throws {
    let run = try decide(["--json", "--explain"], "Age: 7\n")
    #expect(
      run.text == """
        {"schema":"curbside.decisions/1","model":"Fees","decisions":[\
        {"id":"group","name":"Group","value":"child","rules":[{"rule":1,"annotations":\
        ["Not of age."]}],"notes":[]},{"id":"fee","name":"Fee","value":0,"rules":[],"notes":[]}],\
        "required":[],"problems":[]}

        """
    )
  }

  @Test func `an input that is not stated is null and the notes say what came of it`() throws {
    let run = try decide(["--explain"])
    #expect(run.status == 0)
    #expect(run.lines.first == "Group: null")
    #expect(run.text.contains("  note: In the model: no rule matches."))
  }

  @Test(arguments: [
    ("Height: 3", "line 1: ‘Height’ is no input of the model; inputs are Age, Day."),
    ("Age: old", "line 1: Age: ‘old’ is not of type number."),
    ("\nDay: 2026-02-30", "line 2: Day: ‘2026-02-30’ is not of type date."),
    ("- 1", "line 1: the file should be a mapping of input to value."),
  ])
  func `an input that does not fit is refused with its line`(
    input: String,
    message: String
  ) throws {
    let run = try decide([], input)
    #expect(run.status == 65)
    #expect(run.errorText == "curbside: \(message)\n")
    #expect(run.output.isEmpty)
  }

  @Test func `an unknown decision is a usage error that lists those there are`() throws {
    let run = try decide(["--decision", "Price"])
    #expect(run.status == 64)
    #expect(run.errorText.contains("‘Price’"))
    #expect(run.errorText.contains("Group, Fee"))
  }

  @Test func `a model that is broken, missing or a folder has a clear error`() throws {
    let broken = Self.fees.replacingOccurrences(of: "#day", with: "#night")
    try Data(broken.utf8).write(to: URL(fileURLWithPath: model))
    let run = try decide([])
    #expect(run.status == 65)
    #expect(run.errorText.contains("fees.dmn:"))
    #expect(run.errorText.contains("#night"))
    #expect(try BuiltExecutable.run(["decide", "/nowhere.dmn"]).status == 66)
    #expect(try BuiltExecutable.run(["decide", folder.url.path]).status == 65)
  }

  @Test func `an expression that cannot be parsed is drawn with a caret and the rest is decided`()
    throws
  {
    let broken = Self.fees.replacingOccurrences(of: "else 10.50", with: "else else")
    try Data(broken.utf8).write(to: URL(fileURLWithPath: model))
    let run = try decide([], "Age: 30\n")
    #expect(run.status == 0)
    #expect(run.lines.first == #"Group: "adult""#)
    #expect(run.errorText.contains("^"))
    #expect(run.errorText.contains("‘Fee’"))
  }
}
