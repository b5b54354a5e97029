import FEEL
import TestSupport
import Testing

@testable import DMN

@Suite struct `A stored model` {
  /// Expressions and tests of most forms, over a number, a text and a truth value.
  private static let text: String = {
    let table = ModelText.table(
      "hitPolicy=\"FIRST\"",
      inputs: ["size", "kind", "done"],
      outputs: ["<output/>"],
      [
        (["< 10", "\"a\", \"b\"", "true"], ["\"small\""]),
        (["[10..20]", "not(\"a\")", "-"], ["if size &lt; 15 then \"low\" else \"high\""]),
        (["> 20, 5.5", "null", "false"], ["\"size \" + string(size)"]),
        (["-", "-", "-"], ["null"]),
      ].map { ($0.0, $0.1.map { $0.replacing("&lt;", with: "<") }) }
    )
    return ModelText.input("size", "number") + ModelText.input("kind", "string")
      + ModelText.input("done", "boolean")
      + ModelText.decision("D", inputs: ["size", "kind", "done"], table)
      + ModelText.decision("E", decisions: ["D"], ModelText.literal("D = \"small\""))
      + ModelText.service("S", outputs: ["D", "E"], inputs: ["size", "kind", "done"])
  }()

  private static let model = Result { ReasoningModel(try ModelText.compile(text)) }

  @Test func `says what the compiled one says`() throws {
    let model = try Self.model.get()
    let stored = try ReasoningModel(stored: model.stored())
    #expect(stored.inputs.map(\.name) == model.inputs.map(\.name))
    #expect(stored.inputs.map(\.declaredType) == model.inputs.map(\.declaredType))
    #expect(stored.services == model.services)
    #expect(stored.decisions.map(\.name) == model.decisions.map(\.name))
    for (one, other) in zip(stored.decisions, model.decisions) {
      #expect(one.requiredInputs == other.requiredInputs)
      #expect(one.requiredDecisions == other.requiredDecisions)
      let (logic, compiled) = (one.table?.logic, other.table?.logic)
      #expect((logic == nil) == (one.table == nil))
      #expect(logic?.inputs.map(\.expression) == compiled?.inputs.map(\.expression))
      #expect(logic?.rules.map(\.tests) == compiled?.rules.map(\.tests))
      #expect(logic?.rules.map(\.outputs) == compiled?.rules.map(\.outputs))
      for rule in 0..<(other.table?.ruleCount ?? 0) {
        #expect(one.table?.annotations(of: rule) == other.table?.annotations(of: rule))
      }
    }
    #expect(try stored.stored() == model.stored(), "stored again it has the same bytes")
  }

  @Test(arguments: [0x5701, 7] as [UInt64])
  func `gives the verdicts, questions and proofs of the compiled one`(seed: UInt64) throws {
    print("seed", seed)
    var generator = SeededGenerator(seed: seed)
    let model = try Self.model.get()
    let compiled = Reasoner(model)
    let stored = Reasoner(try ReasoningModel(stored: model.stored()))
    for _ in 0..<60 {
      var facts = CaseFacts()
      if Bool.random(using: &generator) {
        facts["size"] = .value(.number(Int.random(in: 0...25, using: &generator)))
      }
      if Bool.random(using: &generator) { facts["kind"] = .value(.string("a")) }
      if Bool.random(using: &generator) { facts["done"] = .value(.boolean(true)) }
      for decision in ["D", "E"] {
        #expect(Self.answers(stored, decision, facts) == Self.answers(compiled, decision, facts))
      }
    }
  }

  private static func answers(_ reasoner: Reasoner, _ decision: String, _ facts: CaseFacts)
    -> [String]
  {
    let verdict = reasoner.verdict(on: decision, facts)
    let proof = reasoner.why(decision, facts)
    let conditions = proof?.rules.flatMap(\.conditions).map {
      "\($0.expression) \($0.test) \($0.standing.rawValue)"
    }
    return (verdict?.outcomes.map(\.feelText) ?? []) + (verdict?.missing ?? [])
      + (verdict?.possibleRules.map(String.init) ?? []) + (conditions ?? [])
      + reasoner.questions(for: [decision], facts).map(\.input)
  }

  @Test func `is refused when any prefix of it is read`() throws {
    let bytes = try Self.model.get().stored()
    for length in bytes.indices {
      #expect(throws: StorageError.self) { try ReasoningModel(stored: Array(bytes[..<length])) }
    }
  }

  /// The bytes carry no checksum of their own: damage is an error or a model that answers, no trap.
  @Test(arguments: [1, 0xBAD] as [UInt64])
  func `ends no process when bytes are changed`(seed: UInt64) throws {
    print("seed", seed)
    var generator = SeededGenerator(seed: seed)
    let bytes = try Self.model.get().stored()
    var read = 0
    for _ in 0..<4_000 {
      var changed = Array(bytes)
      for _ in 0..<Int.random(in: 1...2, using: &generator) {
        let at = Int.random(in: changed.indices, using: &generator)
        changed[at] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let model = try? ReasoningModel(stored: changed) else { continue }
      read += 1
      let reasoner = Reasoner(model)
      var facts = CaseFacts()
      facts["size"] = .value(.number(5))
      for decision in ["D", "E"] {
        _ = reasoner.verdict(on: decision, facts)
        _ = reasoner.why(decision, facts)
        _ = reasoner.questions(for: [decision], facts)
      }
    }
    #expect(read > 0)
  }
}
