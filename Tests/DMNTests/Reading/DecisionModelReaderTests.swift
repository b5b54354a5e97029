import DMN
import Testing

@Suite struct `Decision model reader` {
  private func read(_ content: String) throws(ModelError) -> DecisionModel {
    try ModelText.read(ModelText.model(content))
  }

  @Test(arguments: [
    "http://www.omg.org/spec/DMN/20180521/MODEL/", "https://www.omg.org/spec/DMN/20191111/MODEL/",
    "https://www.omg.org/spec/DMN/20211108/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/",
  ])
  func `versions 1.2 to 1.5 give one model`(namespace: String) throws {
    let text = ModelText.model(ModelText.input("Age", "number"), namespace: namespace)
    let model = try ModelText.read(text)
    #expect(model.name == "Test")
    #expect(model.namespace == "test")
    #expect(model.inputData.map(\.variable) == [Variable(name: "Age", typeName: "number")])
  }

  @Test(arguments: [
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd", "urn:other", "",
  ])
  func `other namespaces are refused`(namespace: String) {
    let text = ModelText.model("", namespace: namespace)
    let error = #expect(throws: ModelError.self) { try ModelText.read(text) }
    #expect(error?.reason == .notAModel(namespace: namespace))
    #expect(error?.element.tag == "definitions")
    #expect(error?.element.line == 2)
  }

  @Test func `a decision has what its element says`() throws {
    let model = try read(
      """
      <decision id="d" name=" Risk   level " label="Risk">
        <description> How likely? </description>
        <question>How high is it?</question>
        <allowedAnswers>low, high</allowedAnswers>
        <variable name="Risk level" typeRef="feel:string"/>
        <informationRequirement><requiredInput href="#i"/></informationRequirement>
        <informationRequirement><requiredDecision href="other#d"/></informationRequirement>
        <knowledgeRequirement><requiredKnowledge href="#k"/></knowledgeRequirement>
        <authorityRequirement><requiredAuthority href="#s"/></authorityRequirement>
        <literalExpression typeRef="string"><text>
          "low"
        </text></literalExpression>
      </decision>
      """
    )
    let decision = try #require(model.decisions.first)
    #expect(decision.header.name == "Risk level")
    #expect(decision.header.label == "Risk")
    #expect(decision.header.description == "How likely?")
    #expect(decision.header.line == 3)
    #expect(decision.question == "How high is it?")
    #expect(decision.allowedAnswers == "low, high")
    #expect(decision.variable == Variable(name: "Risk level", typeName: "string"))
    #expect(decision.requiredInputs == [ElementReference(namespace: "test", id: "i")])
    #expect(decision.requiredDecisions == [ElementReference(namespace: "other", id: "d")])
    #expect(decision.requiredKnowledge == [ElementReference(namespace: "test", id: "k")])
    #expect(decision.authorities == [ElementReference(namespace: "test", id: "s")])
    guard case .literal(let literal)? = decision.logic else {
      Issue.record("no literal expression")
      return
    }
    #expect(literal.text == ExpressionText("\"low\"", line: 13))
    #expect(literal.typeName == "string")
    #expect(literal.language == nil)
  }

  @Test func `a table has clauses, rules and annotations`() throws {
    let model = try read(
      """
      <decision id="d" name="D">
      <decisionTable hitPolicy="COLLECT" aggregation="MIN" preferredOrientation="Rule-as-Column">
        <input label="Age"><inputExpression typeRef="number"><text>age</text></inputExpression>
          <inputValues><text>[0..120]</text></inputValues></input>
        <output name="fee" typeRef="number"><outputValues><text>10, 20</text></outputValues>
          <defaultOutputEntry><text>30</text></defaultOutputEntry></output>
        <annotation name="Why"/>
        <rule id="r1"><inputEntry><text>&lt; 18</text></inputEntry>
          <outputEntry><text>10</text></outputEntry>
          <annotationEntry><text>young</text></annotationEntry></rule>
      </decisionTable></decision>
      """
    )
    guard case .decisionTable(let table)? = model.decisions.first?.logic else {
      Issue.record("no table")
      return
    }
    #expect(table.hitPolicy == .collect(.minimum))
    #expect(table.orientation == .ruleAsColumn)
    #expect(table.inputs.first?.label == "Age")
    #expect(table.inputs.first?.expression.typeName == "number")
    #expect(table.inputs.first?.allowedValues?.text == "[0..120]")
    #expect(table.outputs.first?.name == "fee")
    #expect(table.outputs.first?.allowedValues?.text == "10, 20")
    #expect(table.outputs.first?.defaultEntry?.text.text == "30")
    #expect(table.annotations == ["Why"])
    #expect(table.rules.first?.id == "r1")
    #expect(table.rules.first?.inputEntries.map(\.text) == ["< 18"])
    #expect(table.rules.first?.annotationEntries == ["young"])
    #expect(table.rules.first?.line == 10)
  }

  @Test(arguments: [
    ("UNIQUE", HitPolicy.unique), ("ANY", .any), ("PRIORITY", .priority), ("FIRST", .first),
    ("COLLECT", .collect(nil)), ("RULE ORDER", .ruleOrder), ("OUTPUT ORDER", .outputOrder),
  ])
  func `hit policies have their names`(name: String, policy: HitPolicy) throws {
    let table = ModelText.table("hitPolicy=\"\(name)\"", inputs: [], outputs: ["<output/>"], [])
    let model = try read(ModelText.decision("D", table))
    guard case .decisionTable(let table)? = model.decisions.first?.logic else {
      Issue.record("no table")
      return
    }
    #expect(table.hitPolicy == policy)
  }

  @Test func `types have components, constraints and functions`() throws {
    let model = try read(
      """
      <itemDefinition name="tLoan" isCollection="true">
        <itemComponent name="amount"><typeRef>number</typeRef>
          <allowedValues><text>> 0</text></allowedValues></itemComponent>
      </itemDefinition>
      <itemDefinition name="tAges" isCollection="true"><typeRef>number</typeRef>
        <typeConstraint><text>count(?) > 1</text></typeConstraint></itemDefinition>
      <itemDefinition name="tTest"><functionItem outputTypeRef="boolean">
        <parameters name="x" typeRef="number"/></functionItem></itemDefinition>
      """
    )
    let types = model.itemDefinitions
    #expect(types.map(\.name) == ["tLoan", "tAges", "tTest"])
    #expect(types[0].isCollection)
    #expect(types[0].components.first?.allowedValues?.text == "> 0")
    #expect(types[1].typeConstraint?.text == "count(?) > 1")
    #expect(types[2].function?.parameters == [Variable(name: "x", typeName: "number")])
    #expect(types[2].function?.outputTypeName == "boolean")
  }

  @Test func `knowledge sources and services are read, diagrams and extensions skipped`() throws {
    let model = try read(
      """
      <extensionElements><decision xmlns="urn:other"/></extensionElements>
      <knowledgeSource id="s" name="Guideline" locationURI="doc.pdf"><type>guideline</type>
      </knowledgeSource>
      <textAnnotation id="t"><text>note</text></textAnnotation>
      \(ModelText.service("S", outputs: ["D"], encapsulated: ["E"], decisions: ["F"], inputs: ["I"]))
      <di:DMNDI xmlns:di="urn:di"><di:decision/></di:DMNDI>
      """
    )
    #expect(model.decisions.isEmpty)
    #expect(model.knowledgeSources.first?.locationURI == "doc.pdf")
    #expect(model.knowledgeSources.first?.type == "guideline")
    #expect(model.decisionServices.first?.outputDecisions.map(\.id) == ["d-D"])
    #expect(model.decisionServices.first?.encapsulatedDecisions.map(\.id) == ["d-E"])
    #expect(model.decisionServices.first?.inputDecisions.map(\.id) == ["d-F"])
    #expect(model.decisionServices.first?.inputData.map(\.id) == ["i-I"])
  }

  @Test func `another expression language is kept`() throws {
    let model = try read(
      """
      <decision id="d" name="D"><literalExpression expressionLanguage="urn:js"><text>1</text>
      </literalExpression></decision>
      <decision id="e" name="E"><literalExpression
        expressionLanguage="http://www.omg.org/spec/DMN/20180521/FEEL/"><text>1</text>
      </literalExpression></decision>
      """
    )
    guard case .literal(let foreign)? = model.decisions.first?.logic,
      case .literal(let own)? = model.decisions.last?.logic
    else {
      Issue.record("no literal expressions")
      return
    }
    #expect(foreign.language == "urn:js")
    #expect(own.language == nil)
  }
}
