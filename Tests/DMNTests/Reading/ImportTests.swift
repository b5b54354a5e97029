import DMN
import FEEL
import Foundation
import Testing

@Suite struct `Imports` {
  private static let type = "https://www.omg.org/spec/DMN/20230324/MODEL/"

  private func model(_ namespace: String, imports: [(String, String)], _ content: String = "")
    -> String
  {
    let elements = imports.map { name, namespace in
      "<import name=\"\(name)\" namespace=\"\(namespace)\" importType=\"\(Self.type)\"/>"
    }
    return """
      <definitions xmlns="\(ModelText.namespace)" name="\(namespace)" namespace="\(namespace)">
      \(elements.joined(separator: "\n"))
      \(content)
      </definitions>
      """
  }

  /// Reads the first model; the others are found by their namespaces.
  private func read(_ models: [(String, String)]) throws(ModelError) -> DecisionModel {
    let file = ModelFile(name: models[0].0, text: models[0].1)
    return try DecisionModelReader().read(file) { namespace, _ throws(ModelFileError) in
      models.first { $0.0 == namespace }.map { ModelFile(name: $0.0, text: $0.1) }
    }
  }

  private let inner = """
    <itemDefinition name="tAge"><typeRef>number</typeRef></itemDefinition>
    <inputData id="i" name="Age"><variable name="Age" typeRef="tAge"/></inputData>
    <decision id="d" name="Next age"><variable name="Next age"/>
    <informationRequirement><requiredInput href="#i"/></informationRequirement>
    <literalExpression><text>Age + 1</text></literalExpression></decision>
    <businessKnowledgeModel id="k" name="twice it"><encapsulatedLogic>
    <formalParameter name="x" typeRef="tAge"/>
    <literalExpression><text>x * 2</text></literalExpression></encapsulatedLogic>
    </businessKnowledgeModel>
    """

  private func outer(prefix: String) -> String {
    let dot = prefix.isEmpty ? "" : prefix + "."
    return """
      <decision id="d" name="D"><variable name="D" typeRef="\(dot)tAge"/>
      <informationRequirement><requiredInput href="inner#i"/></informationRequirement>
      <informationRequirement><requiredDecision href="inner#d"/></informationRequirement>
      <knowledgeRequirement><requiredKnowledge href="inner#k"/></knowledgeRequirement>
      <literalExpression><text>\(dot)twice it(\(dot)Next age) + \(dot)Age</text></literalExpression>
      </decision>
      """
  }

  @Test(arguments: ["sub", "the inner model", ""])
  func `imported elements stand behind the name of the import`(prefix: String) throws {
    let text = model("outer", imports: [(prefix, "inner")], outer(prefix: prefix))
    let read = try read([("outer", text), ("inner", model("inner", imports: [], inner))])
    let compiled = try CompiledModel(read)
    #expect(compiled.problems.isEmpty)
    #expect(compiled.text("D", [("Age", .number(20))]) == "62")
    #expect(compiled.decisions.map(\.name) == ["D"])
    let dot = prefix.isEmpty ? "" : prefix + "."
    #expect(compiled.decisions.first?.requiredInputs == [dot + "Age"])
    #expect(compiled.decisions.first?.requiredDecisions == [dot + "Next age"])
  }

  @Test func `inputs of an import can stand in a context with its name`() throws {
    let text = model("outer", imports: [("sub", "inner")], outer(prefix: "sub"))
    let read = try read([("outer", text), ("inner", model("inner", imports: [], inner))])
    let inputs = Context([("Age", .number(20))])
    #expect(try CompiledModel(read).text("D", [("sub", .context(inputs))]) == "62")
  }

  @Test func `a model that two others import is read once and evaluated in both`() throws {
    let reference =
      "<informationRequirement><requiredDecision href=\"inner#d\"/></informationRequirement>"
    func middle(_ sum: Int) -> String {
      """
      <decision id="d" name="M"><variable name="M"/>\(reference)
      <literalExpression><text>sub.Next age + \(sum)</text></literalExpression></decision>
      """
    }
    let content = """
      <decision id="d" name="D"><variable name="D"/>
      <informationRequirement><requiredDecision href="m1#d"/></informationRequirement>
      <informationRequirement><requiredDecision href="m2#d"/></informationRequirement>
      <literalExpression><text>[a.M, b.M]</text></literalExpression></decision>
      """
    let read = try read([
      ("outer", model("outer", imports: [("a", "m1"), ("b", "m2")], content)),
      ("m1", model("m1", imports: [("sub", "inner")], middle(1))),
      ("m2", model("m2", imports: [("sub", "inner")], middle(2))),
      ("inner", model("inner", imports: [], inner)),
    ])
    #expect(try CompiledModel(read).text("D", [("Age", .number(1))]) == "[3, 4]")
  }

  @Test func `models that import each other are an error that names them`() {
    let error = #expect(throws: ModelError.self) {
      try read([
        ("a", model("a", imports: [("b", "b")])), ("b", model("b", imports: [("c", "c")])),
        ("c", model("c", imports: [("a", "a")])),
      ])
    }
    #expect(error?.reason == .importCycle(["a", "b", "c", "a"]))
    #expect(error?.model == "c")
    #expect(error?.element.tag == "import")
  }

  @Test func `a missing model and a wrong namespace are errors`() {
    let missing = #expect(throws: ModelError.self) {
      try read([("a", model("a", imports: [("b", "b")]))])
    }
    #expect(missing?.reason == .missingImport(namespace: "b"))
    let wrong = #expect(throws: ModelError.self) {
      try read([("a", model("a", imports: [("b", "b")])), ("b", model("c", imports: []))])
    }
    #expect(wrong?.reason == .importNamespace(expected: "b", found: "c"))
  }

  @Test func `two imports cannot have one name`() throws {
    let read = try read([
      ("a", model("a", imports: [("x", "b"), ("x", "c")])), ("b", model("b", imports: [])),
      ("c", model("c", imports: [])),
    ])
    let error = #expect(throws: ModelError.self) { try CompiledModel(read) }
    #expect(error?.reason == .duplicateName("x", otherLine: 2))
  }

  @Test func `an element of a model that is not imported is unresolved`() {
    let content =
      "<decision name=\"D\"><informationRequirement><requiredInput href=\"b#i\"/></informationRequirement></decision>"
    let error = #expect(throws: ModelError.self) { try ModelText.compile(content) }
    #expect(error?.reason == .unresolvedReference("b#i"))
  }

  // MARK: Folders

  private var folder: String {
    Bundle.module.bundlePath + "/Fixtures/imports"
  }

  @Test func `imports are found in the folder of the model`() throws {
    let model = try DecisionModelReader().read(path: folder + "/visit.dmn")
    #expect(model.imports.map(\.name) == ["fees"])
    let compiled = try CompiledModel(model)
    #expect(compiled.text("Price", [("Age", .number(70))]) == "15")
  }

  @Test(arguments: [".", "..", "", "a/b", "../imports/fees.dmn"])
  func `names that lead out of the folder are refused`(name: String) {
    #expect(throws: ModelFileError.self) { try ModelFolder(folder).file(named: name) }
  }

  @Test func `a location outside the folder counts for nothing`() throws {
    let found = try ModelFolder(folder).file(namespace: "urn:none", location: "/etc/passwd")
    #expect(found == nil)
    let byNamespace = try ModelFolder(folder).file(namespace: "urn:fees", location: "../other.dmn")
    #expect(byNamespace?.name == "fees.dmn")
  }

  @Test func `a file that is not there is an error with the words of the system`() {
    let error = #expect(throws: ModelError.self) {
      try DecisionModelReader().read(path: folder + "/none.dmn")
    }
    #expect(error?.reason == .unreadable("No such file or directory"))
    #expect(error?.model == "none.dmn")
  }

  @Test(arguments: [
    ("a.dmn", ".", "a.dmn"), ("/a.dmn", "/", "a.dmn"), ("x/y/a.dmn", "x/y", "a.dmn"),
  ])
  func `a path is split into folder and name`(path: String, folder: String, name: String) {
    let parts = ModelFolder.split(path)
    #expect(parts.folder.path == folder)
    #expect(parts.name == name)
  }
}
