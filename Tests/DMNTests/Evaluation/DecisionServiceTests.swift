import DMN
import FEEL
import Testing

@Suite struct `Decision services` {
  private static let parts =
    ModelText.input("x", "number") + ModelText.input("y", "number")
    + ModelText.decision("A", type: "number", inputs: ["x"], ModelText.literal("x + 1"))
    + ModelText.decision("B", decisions: ["A"], ModelText.literal("A * 10"))
    + ModelText.decision("C", inputs: ["y"], decisions: ["A"], ModelText.literal("A + y"))

  private func model(_ services: String) throws -> CompiledModel {
    try ModelText.compile(Self.parts + services)
  }

  @Test func `one output is the value`() throws {
    let model = try model(
      ModelText.service("S", outputs: ["B"], encapsulated: ["A"], inputs: ["x"])
    )
    let result = model.invoke(service: "S", inputs: Context([("x", .number(1))]))
    #expect(result.value.feelText == "20")
    #expect(result.required.map(\.name) == ["A", "B"])
    #expect(model.services.first?.parameters.map(\.name) == ["x"])
  }

  @Test func `several outputs are a context`() throws {
    let service = ModelText.service(
      "S",
      outputs: ["B", "C"],
      encapsulated: ["A"],
      inputs: ["x", "y"]
    )
    let inputs = Context([("x", .number(1)), ("y", .number(5))])
    #expect(
      try model(service).invoke(service: "S", inputs: inputs).value.feelText == "{B: 20, C: 7}"
    )
  }

  @Test func `input decisions are parameters behind the input data and are not evaluated`() throws {
    let service = ModelText.service("S", outputs: ["C"], decisions: ["A"], inputs: ["y"])
    let model = try model(
      service
        + ModelText.decision("D", knowledge: ["S"], ModelText.literal("[S(1, 2), S(A: 5, y: 1)]"))
    )
    #expect(model.services.first?.parameters.map(\.name) == ["y", "A"])
    #expect(model.text("D") == "[3, 6]")
    let result = model.invoke(
      service: "S",
      inputs: Context([("A", .number(3)), ("y", .number(4))])
    )
    #expect(result.value.feelText == "7")
    #expect(result.required.map(\.name) == ["C"])
  }

  @Test func `what stands outside keeps its values`() throws {
    let service = ModelText.service("S", outputs: ["B"], encapsulated: ["A"], inputs: ["x"])
    let call = ModelText.decision(
      "D",
      inputs: ["x"],
      decisions: ["B"],
      knowledge: ["S"],
      ModelText.literal("[B, S(100), B, x]")
    )
    #expect(try model(service + call).text("D", [("x", .number(1))]) == "[20, 1010, 20, 1]")
  }

  @Test func `arguments that do not fit make the call null with a note`() throws {
    let service = ModelText.service("S", outputs: ["B"], encapsulated: ["A"], inputs: ["x"])
    for call in ["S(\"a\")", "S()", "S(1, 2)", "S(z: 1)"] {
      let model = try model(
        service + ModelText.decision("D", knowledge: ["S"], ModelText.literal(call))
      )
      let result = model.evaluate(decision: "D", inputs: Context())
      #expect(result.value.feelText == "null")
      #expect(result.notes.count == 1)
    }
  }

  @Test func `a missing parameter is null`() throws {
    let service = ModelText.service("S", outputs: ["B"], encapsulated: ["A"], inputs: ["x"])
    #expect(try model(service).invoke(service: "S", inputs: Context()).value.feelText == "null")
  }

  @Test func `the result is brought to the type of the service`() throws {
    let type =
      "<itemDefinition name=\"tS\"><functionItem outputTypeRef=\"string\"/></itemDefinition>"
    let service = """
      <decisionService id="k-S" name="S"><variable name="S" typeRef="tS"/>
      <outputDecision href="#d-B"/><inputData href="#i-x"/></decisionService>
      """
    let result = try model(type + service).invoke(
      service: "S",
      inputs: Context([("x", .number(1))])
    )
    #expect(result.value.feelText == "null")
    #expect(result.notes.count == 1)
  }

  @Test func `a service without output is an error`() {
    let error = #expect(throws: ModelError.self) { try model(ModelText.service("S", outputs: [])) }
    #expect(error?.reason == .missingElement(["outputDecision"]))
  }

  @Test func `knowledge and services are values`() throws {
    let service = ModelText.service("S", outputs: ["B"], encapsulated: ["A"], inputs: ["x"])
    let apply = ModelText.knowledge("apply", ["f"], ModelText.literal("f(2)"))
    let call = ModelText.decision(
      "D",
      knowledge: ["S", "apply"],
      ModelText.literal("[apply(S), apply(abs)]")
    )
    #expect(try model(service + apply + call).text("D") == "[30, 2]")
  }
}
