import DMN
import FEEL
import Testing

@Suite struct `Compiled model` {
  private func error(_ content: String) -> ModelError? {
    #expect(throws: ModelError.self) { try ModelText.compile(content) }
  }

  @Test func `decisions stand behind those that they require`() throws {
    let model = try ModelText.compile(
      ModelText.decision("C", decisions: ["B", "A"], ModelText.literal("A + B"))
        + ModelText.decision("B", decisions: ["A"], ModelText.literal("A + 1"))
        + ModelText.decision("A", inputs: ["x"], ModelText.literal("x"))
        + ModelText.input("x", "number")
    )
    #expect(model.decisions.map(\.name) == ["A", "B", "C"])
    #expect(model.decisions.last?.requiredDecisions == ["B", "A"])
    #expect(model.decisions.first?.requiredInputs == ["x"])
    #expect(model.isCaseName("x") && model.isCaseName("C") && !model.isCaseName("y"))
    let result = model.evaluate(decision: "C", inputs: Context([("x", .number(1))]))
    #expect(result.value.feelText == "3")
    #expect(result.required.map(\.name) == ["A", "B"])
    let all = model.evaluateAll(inputs: Context([("x", .number(1))]))
    #expect(all.map(\.value.feelText) == ["1", "2", "3"])
  }

  @Test func `inputs have types and allowed values`() throws {
    let model = try ModelText.compile(
      """
      <itemDefinition name="tAge"><typeRef>number</typeRef>
      <allowedValues><text>[0..120]</text></allowedValues></itemDefinition>
      <inputData id="i" name="Age"><description>How old?</description>
      <variable name="Age" typeRef="tAge"/></inputData>
      """
    )
    let input = try #require(model.inputs.first)
    #expect(input.name == "Age")
    #expect(input.description == "How old?")
    #expect(input.type == .number)
    #expect(input.allowedValues.map(String.init(describing:)) == "[0..120]")
    #expect(model.types["tAge"] == .number)
  }

  @Test func `requirements in a circle are an error that names it`() {
    let error = error(
      ModelText.decision("A", decisions: ["B"], ModelText.literal("1"))
        + ModelText.decision("B", decisions: ["C"], ModelText.literal("1"))
        + ModelText.decision("C", decisions: ["A"], ModelText.literal("1"))
    )
    #expect(error?.reason == .cycle(["A", "B", "C", "A"]))
    #expect(error?.element == .init(tag: "decision", name: "A", line: 3))
  }

  @Test func `decisions and services in a circle are an error`() {
    let error = error(
      ModelText.decision("A", knowledge: ["S"], ModelText.literal("S()"))
        + ModelText.service("S", outputs: ["A"])
    )
    #expect(error?.reason == .cycle(["A", "S", "A"]))
  }

  @Test(arguments: [
    (ModelText.decision("D", inputs: ["x"], ModelText.literal("1")), "#i-x"),
    (ModelText.decision("D", decisions: ["x"], ModelText.literal("1")), "#d-x"),
    (ModelText.decision("D", knowledge: ["x"], ModelText.literal("1")), "#k-x"),
    (ModelText.service("S", outputs: ["x"]), "#d-x"),
    (
      ModelText.decision("E", ModelText.literal("1"))
        + ModelText.service("S", outputs: ["E"], inputs: ["y"]),
      "#i-y"
    ),
    (
      "<knowledgeSource id=\"s\" name=\"S\"><authorityRequirement><requiredAuthority href=\"#t\"/></authorityRequirement></knowledgeSource>",
      "#t"
    ),
  ])
  func `references that lead nowhere are errors`(content: String, reference: String) {
    #expect(error(content)?.reason == .unresolvedReference(reference))
  }

  @Test func `a reference to the wrong kind of element is unresolved`() {
    let error = error(
      ModelText.input("x")
        + "<decision name=\"D\"><informationRequirement><requiredDecision href=\"#i-x\"/></informationRequirement></decision>"
    )
    #expect(error?.reason == .unresolvedReference("#i-x"))
  }

  @Test func `ids and names stand once`() {
    let one = "<inputData id=\"a\" name=\"A\"/>"
    #expect(
      error(one + "\n<inputData id=\"a\" name=\"B\"/>")?.reason == .duplicateID("a", otherLine: 3)
    )
    #expect(
      error(one + "\n<decision id=\"b\" name=\"A\"/>")?.reason == .duplicateName("A", otherLine: 3)
    )
    let type = "<itemDefinition name=\"t\"><typeRef>number</typeRef></itemDefinition>"
    #expect(error(type + "\n" + type)?.reason == .duplicateName("t", otherLine: 3))
  }

  @Test func `elements need no ids`() throws {
    let model = try ModelText.compile(
      "<inputData name=\"A\"/><decision name=\"D\"><literalExpression><text>1</text></literalExpression></decision>"
    )
    #expect(model.text("D") == "1")
  }

  @Test(arguments: [
    ("<itemDefinition name=\"t\"><typeRef>none</typeRef></itemDefinition>", "none"),
    (ModelText.input("x", "tNone"), "tNone"),
    (ModelText.decision("D", type: "tNone", ModelText.literal("1")), "tNone"),
    (ModelText.decision("D", ModelText.literal("1", type: "tNone")), "tNone"),
  ])
  func `unknown types are errors`(content: String, name: String) {
    #expect(error(content)?.reason == .unknownType(name))
  }

  @Test func `a type that stands for itself is an error`() {
    let reason = error(
      """
      <itemDefinition name="a"><typeRef>b</typeRef></itemDefinition>
      <itemDefinition name="b"><itemComponent name="c"><typeRef>a</typeRef></itemComponent>
      </itemDefinition>
      """
    )?.reason
    #expect(reason == .typeCycle(["a", "b", "a"]))
  }

  @Test func `allowed values that cannot be parsed are an error with the text`() {
    let error = error(
      """
      <itemDefinition name="t"><typeRef>number</typeRef>
      <allowedValues><text>[1..</text></allowedValues></itemDefinition>
      """
    )
    guard case .expression(let text, _)? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(text == ExpressionText("[1..", line: 4))
    #expect(error?.element.name == "t")
  }

  @Test func `an expression that cannot be parsed stops its decision alone`() throws {
    let model = try ModelText.compile(
      ModelText.decision("A", ModelText.literal("1 +"))
        + ModelText.decision("B", ModelText.literal("2"))
    )
    #expect(model.problems.map(\.text.text) == ["1 +"])
    #expect(model.text("A") == "null")
    #expect(model.text("B") == "2")
    #expect(model.evaluate(decision: "A", inputs: Context()).notes.count == 1)
  }

  @Test func `a decision that the model does not have is null with a note`() throws {
    let model = try ModelText.compile("")
    let result = model.evaluate(decision: "X", inputs: Context())
    #expect(result.notes.map(\.note.reason) == [.unknownName("X")])
    #expect(model.invoke(service: "X", inputs: Context()).notes.count == 1)
  }

  @Test func `a decision without logic is null`() throws {
    #expect(try ModelText.compile("<decision name=\"D\"/>").text("D") == "null")
    #expect(
      try ModelText.compile(ModelText.decision("D", ModelText.literal(""))).text("D") == "null"
    )
  }

  @Test func `decisions see what they require and nothing else`() throws {
    let model = try ModelText.compile(
      ModelText.input("x", "number") + ModelText.input("y", "number")
        + ModelText.decision("D", inputs: ["x"], ModelText.literal("[x, y]"))
    )
    let result = model.evaluate(
      decision: "D",
      inputs: Context([("x", .number(1)), ("y", .number(2))])
    )
    #expect(result.value.feelText == "[1, null]")
    #expect(result.notes.map(\.note.reason) == [.unknownName("y")])
  }

  @Test func `notes have the text and its line`() throws {
    let model = try ModelText.compile(
      ModelText.decision(
        "D",
        """
        <context>
        <contextEntry><variable name="a"/>
        <literalExpression><text>1 / 0</text></literalExpression></contextEntry>
        </context>
        """
      )
    )
    let note = try #require(model.evaluate(decision: "D", inputs: Context()).notes.first)
    #expect(note.element == "D")
    #expect(note.note.reason == .divisionByZero)
    #expect(note.text == ExpressionText("1 / 0", line: 7))
  }

  @Test func `notes of knowledge have the text of the call and no place in it`() throws {
    let model = try ModelText.compile(
      ModelText.knowledge("f", [], ModelText.literal("1 / 0"))
        + ModelText.decision("D", knowledge: ["f"], ModelText.literal("f()"))
    )
    let note = try #require(model.evaluate(decision: "D", inputs: Context()).notes.first)
    #expect(note.note == EvaluationNote(.divisionByZero))
    #expect(note.text?.text == "f()")
  }
}
