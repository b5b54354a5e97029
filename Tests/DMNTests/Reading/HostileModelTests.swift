import DMN
import FEEL
import TestSupport
import Testing

@Suite struct `Hostile models` {
  private static let model = ModelText.model(
    """
    <itemDefinition name="tAge"><typeRef>number</typeRef>
      <allowedValues><text>[0..120]</text></allowedValues></itemDefinition>
    \(ModelText.input("Age", "tAge"))
    \(ModelText.knowledge("twice", ["x"], ModelText.literal("x * 2")))
    \(ModelText.decision("Risk", type: "string", inputs: ["Age"], ModelText.table(
      "hitPolicy=\"FIRST\"", inputs: ["Age"], outputs: ["<output/>"],
      [(["< 18"], ["\"low\""]), (["-"], ["\"high\""])]
    )))
    \(ModelText.decision("Both", decisions: ["Risk"], knowledge: ["twice"], """
      <context><contextEntry><variable name="a"/>\(ModelText.literal("twice(2)"))</contextEntry>
      <contextEntry>\(ModelText.literal("[Risk, a]"))</contextEntry></context>
      """))
    \(ModelText.service("Whole", outputs: ["Both"], encapsulated: ["Risk"], inputs: ["Age"]))
    """
  )

  /// Reads, compiles and evaluates; what throws throws a `ModelError`.
  private func use(_ bytes: [UInt8]) throws(ModelError) -> [DecisionResult] {
    let model = try DecisionModelReader().read(ModelFile(name: "x", bytes: bytes))
    return try CompiledModel(model).evaluateAll(inputs: Context([("Age", .number(10))]))
  }

  @Test func `the model as it stands is evaluated`() throws {
    let results = try use(Array(Self.model.utf8))
    #expect(results.map(\.value.feelText) == ["\"low\"", "[\"low\", 4]"])
  }

  @Test func `every prefix is an error`() {
    let bytes = Array(Self.model.utf8)
    for length in 0..<(bytes.count - 1) {
      #expect(throws: ModelError.self) { try use(Array(bytes[..<length])) }
    }
  }

  @Test func `a flipped byte is an error or another model`() {
    var generator = SeededGenerator(seed: 20_261_124)
    let bytes = Array(Self.model.utf8)
    for _ in 0..<2_000 {
      var changed = bytes
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      changed[place] ^= UInt8.random(in: 1...255, using: &generator)
      _ = try? use(changed)
    }
  }

  @Test func `swapped and repeated lines are an error or another model`() {
    var generator = SeededGenerator(seed: 7)
    let lines = Self.model.split(separator: "\n", omittingEmptySubsequences: false)
    for _ in 0..<500 {
      var changed = lines
      let one = Int.random(in: 0..<lines.count, using: &generator)
      let other = Int.random(in: 0..<lines.count, using: &generator)
      if Bool.random(using: &generator) {
        changed.swapAt(one, other)
      } else {
        changed[one] = changed[other]
      }
      _ = try? use(Array(changed.joined(separator: "\n").utf8))
    }
  }

  @Test func `bombs of entities are refused with the line`() {
    let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x \"y\">]>\n" + ModelText.model("")
    let error = #expect(throws: ModelError.self) { try use(Array(text.utf8)) }
    #expect(error?.reason == .documentType)
    #expect(error?.element.line == 2)
  }

  @Test func `deeply nested boxes are refused`() {
    let depth = 10_000
    let list =
      String(repeating: "<list>", count: depth) + String(repeating: "</list>", count: depth)
    let error = #expect(throws: ModelError.self) {
      try ModelText.compile(ModelText.decision("D", list))
    }
    guard case .tooDeep? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `boxes as deep as they may be are evaluated`() throws {
    let depth = 190
    let list =
      String(repeating: "<list>", count: depth) + String(repeating: "</list>", count: depth)
    #expect(try ModelText.compile(ModelText.decision("D", list)).text("D").hasPrefix("[[["))
  }

  @Test func `long chains of decisions are evaluated`() throws {
    let count = 900
    var content = ModelText.decision("D0", ModelText.literal("0"))
    for place in 1...count {
      let before = "D\(place - 1)"
      content += ModelText.decision(
        "D\(place)",
        decisions: [before],
        ModelText.literal("\(before) + 1")
      )
    }
    #expect(try ModelText.compile(content).text("D\(count)") == "\(count)")
  }

  @Test func `chains beyond the limit are refused`() {
    var content = ModelText.knowledge("f0", [], ModelText.literal("0"))
    for place in 1...5_000 {
      content += ModelText.knowledge(
        "f\(place)",
        [],
        requires: ["f\(place - 1)"],
        ModelText.literal("0")
      )
    }
    let error = #expect(throws: ModelError.self) { try ModelText.compile(content) }
    guard case .tooDeep? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `endless recursion is null with a note`() throws {
    let model = try ModelText.compile(
      ModelText.knowledge("f", ["x"], ModelText.literal("f(x + 1)"))
        + ModelText.decision("D", knowledge: ["f"], ModelText.literal("f(1)"))
    )
    let result = model.evaluate(decision: "D", inputs: Context())
    #expect(result.value.feelText == "null")
    #expect(result.notes.contains { $0.note.reason == .limit("depth") })
  }

  @Test func `types that double are refused`() {
    var content = "<itemDefinition name=\"t0\"><typeRef>number</typeRef></itemDefinition>"
    for place in 1...60 {
      content += """
        <itemDefinition name="t\(place)"><itemComponent name="a"><typeRef>t\(place - 1)</typeRef>
        </itemComponent><itemComponent name="b"><typeRef>t\(place - 1)</typeRef></itemComponent>
        </itemDefinition>
        """
    }
    let error = #expect(throws: ModelError.self) { try ModelText.compile(content) }
    guard case .typeSize? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `long chains of types are refused`() {
    var content = ""
    for place in 0...5_000 {
      content += """
        <itemDefinition name="t\(place)" isCollection="true"><typeRef>t\(place + 1)</typeRef>
        </itemDefinition>
        """
    }
    let error = #expect(throws: ModelError.self) { try ModelText.compile(content) }
    guard case .tooDeep? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
