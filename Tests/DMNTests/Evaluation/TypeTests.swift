import DMN
import FEEL
import Testing

@Suite struct `Types of a model` {
  private static let types = """
    <itemDefinition name="tAge"><typeRef>number</typeRef>
      <allowedValues><text>[0..120]</text></allowedValues></itemDefinition>
    <itemDefinition name="tAdult"><typeRef>tAge</typeRef>
      <allowedValues><text>>= 18</text></allowedValues></itemDefinition>
    <itemDefinition name="tAges" isCollection="true"><typeRef>tAge</typeRef></itemDefinition>
    <itemDefinition name="tPair" isCollection="true"><typeRef>number</typeRef>
      <typeConstraint><text>count(?) = 2</text></typeConstraint></itemDefinition>
    <itemDefinition name="tSizes" isCollection="true"><typeRef>string</typeRef>
      <allowedValues><text>"S", "M"</text></allowedValues></itemDefinition>
    <itemDefinition name="tPerson">
      <itemComponent name="full name"><typeRef>string</typeRef></itemComponent>
      <itemComponent name="age"><typeRef>tAge</typeRef></itemComponent>
    </itemDefinition>
    <itemDefinition name="tBox"><itemComponent name="edge">
      <itemComponent name="length"><typeRef>number</typeRef></itemComponent></itemComponent>
    </itemDefinition>
    """

  private func value(_ text: String, as type: String) throws -> (String, [DecisionNote]) {
    let decision = ModelText.decision("D", type: ModelText.escaped(type), ModelText.literal(text))
    let model = try ModelText.compile(Self.types + decision)
    let result = model.evaluate(decision: "D", inputs: Context())
    return (result.value.feelText, result.notes)
  }

  @Test(arguments: [
    ("5", "number", "5"), ("[5]", "number", "5"), ("\"5\"", "number", nil),
    ("null", "number", "null"),
    ("5", "tAge", "5"), ("121", "tAge", nil), ("null", "tAge", "null"),
    ("17", "tAdult", nil), ("18", "tAdult", "18"), ("130", "tAdult", nil),
    ("[1, 2]", "tAges", "[1, 2]"), ("[1, 200]", "tAges", nil), ("[1, \"a\"]", "tAges", nil),
    ("[1, 2]", "tPair", "[1, 2]"), ("[1, 2, 3]", "tPair", nil),
    ("[\"S\", \"M\"]", "tSizes", "[\"S\", \"M\"]"), ("[\"S\", \"L\"]", "tSizes", nil),
    ("{full name: \"A\", age: 3}", "tPerson", "{full name: \"A\", age: 3}"),
    ("{full name: \"A\"}", "tPerson", nil),
    ("{full name: \"A\", age: 300}", "tPerson", nil),
    ("{full name: \"A\", age: 3, more: 1}", "tPerson", "{full name: \"A\", age: 3, more: 1}"),
    ("3", "tBox.edge.length", "3"), ("\"a\"", "tBox.edge.length", nil),
    ("[1]", "list<number>", "[1]"), ("[\"a\", 1]", "list<tAge>", nil),
    ("@\"2024-01-02\"", "date and time", "@\"2024-01-02T00:00:00Z\""),
    ("1", "Any", "1"),
  ])
  func `values are brought to the type of their decision`(
    text: String,
    type: String,
    expected: String?
  ) throws {
    let (value, notes) = try value(text, as: type)
    #expect(value == expected ?? "null")
    #expect(notes.isEmpty == (expected != nil))
  }

  @Test(arguments: [
    (Value.number(20), "20", 0), (.list([.number(20)]), "20", 0), (.number(200), "null", 1),
    (.string("20"), "null", 1), (.null, "null", 0),
  ])
  func `inputs that do not fit are null with a note`(
    given: Value,
    seen: String,
    notes: Int
  ) throws {
    let decision = ModelText.decision("D", inputs: ["x"], ModelText.literal("x"))
    let model = try ModelText.compile(Self.types + ModelText.input("x", "tAge") + decision)
    let result = model.evaluate(decision: "D", inputs: Context([("x", given)]))
    #expect(result.value.feelText == seen)
    #expect(result.notes.count == notes)
    #expect(result.notes.allSatisfy { $0.element == "x" })
  }

  @Test func `names of components with spaces stand behind a dot`() throws {
    let model = try ModelText.compile(
      Self.types + ModelText.input("p", "tPerson")
        + ModelText.decision("D", inputs: ["p"], ModelText.literal("p.full name + \"!\""))
    )
    let person = Context([("full name", .string("Ann Bo")), ("age", .number(3))])
    #expect(model.text("D", [("p", .context(person))]) == "\"Ann Bo!\"")
  }

  @Test func `model types can be asked for in expressions`() throws {
    let text =
      "[1 instance of tAge, \"a\" instance of tAge, {full name: \"\", age: 1} instance of tPerson]"
    let model = try ModelText.compile(Self.types + ModelText.decision("D", ModelText.literal(text)))
    #expect(model.text("D") == "[true, false, true]")
  }

  @Test func `parameters of knowledge are checked against all that their types say`() throws {
    let knowledge = """
      <businessKnowledgeModel id="k-f" name="f"><variable name="f" typeRef="string"/>
      <encapsulatedLogic><formalParameter name="x" typeRef="tAge"/>
      <literalExpression><text>if x > 50 then x else "young"</text></literalExpression>
      </encapsulatedLogic></businessKnowledgeModel>
      """
    let call = ModelText.literal("[f(1), f(60), f(200), f(\"a\"), f(x: 2)]")
    let model = try ModelText.compile(
      Self.types + knowledge + ModelText.decision("D", knowledge: ["f"], call)
    )
    #expect(model.text("D") == "[\"young\", null, null, null, \"young\"]")
  }
}
