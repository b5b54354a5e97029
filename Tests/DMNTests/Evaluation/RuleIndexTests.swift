import FEEL
import TestSupport
import Testing

@testable import DMN

@Suite struct `The index of a table's rules` {
  private static let policies = [
    "UNIQUE", "ANY", "PRIORITY", "FIRST", "RULE ORDER", "OUTPUT ORDER", "COLLECT",
    "COLLECT\" aggregation=\"SUM", "COLLECT\" aggregation=\"COUNT", "COLLECT\" aggregation=\"MIN",
  ]

  /// Entries by the kind of column that they suit; the last kind is indexed nowhere.
  private static let entries = [
    [
      "-", "3", "< 4", "<= 4", "> 2.5", ">= -1", "[1..5]", "(1..5)", "[2..2]", "]3..7]", "1, 2, 6",
      "< 2, > 6", "not(3)", "not([2..4], 6)", "!= 4", "= 5", "null", "not(null)", "3, null",
    ],
    ["-", "\"a\"", "\"b\", \"c\"", "not(\"a\")", "!= \"b\"", "null", "\"\u{212A}\"", "\"K\""],
    ["-", "true", "false", "not(true)", "!= true", "true, false", "null"],
    [
      "-", "3", "\"a\"", "true", "< \"b\"", "[5..1]", "? > 2", "x", "[1, 2]",
      "date(\"2024-01-01\")",
      "< date(\"2024-01-01\")", "< null", "not(< x)",
    ],
  ]

  private static let values: [Value] = [
    .null, .boolean(true), .boolean(false), .string("a"), .string("b"), .string("K"),
    .string("\u{212A}"), .string(""), .list([.number(1), .number(2)]),
  ]

  private static func value(_ generator: inout SeededGenerator) -> Value {
    if Bool.random(using: &generator) {
      let half = Number("0.5") ?? .one
      return .number(
        Number(Int.random(in: -4...18, using: &generator)).multiplied(by: half) ?? .one
      )
    }
    return values.randomElement(using: &generator) ?? .null
  }

  /// A table over columns of random kinds, and the same without its index.
  private static func tables(
    _ generator: inout SeededGenerator
  ) throws -> (indexed: CompiledTable, scanned: CompiledTable) {
    let kinds = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      entries[min(3, Int.random(in: 0...4, using: &generator))]
    }
    let inputs = ["x", "y", "z"].prefix(kinds.count)
    let rows = (0..<Int.random(in: 0...150, using: &generator)).map { _ in
      let tests = kinds.map { $0.randomElement(using: &generator) ?? "-" }
      return (tests, ["\(Int.random(in: 1...3, using: &generator))"])
    }
    let text = ModelText.table(
      "hitPolicy=\"\(policies.randomElement(using: &generator) ?? "")\"",
      inputs: Array(inputs),
      outputs: ["<output><outputValues><text>3, 1, 2</text></outputValues></output>"],
      rows
    )
    let logic = ModelText.decision("D", inputs: Array(inputs), text)
    let model = try ModelText.compile(inputs.map { ModelText.input($0) }.joined() + logic)
    let table = try #require(model.decisions[0].logic.decisionTable)
    let scanned = CompiledTable(
      hitPolicy: table.hitPolicy,
      inputs: table.inputs,
      outputs: table.outputs,
      annotations: table.annotations,
      rules: table.rules,
      line: table.line,
      index: nil
    )
    return (table, scanned)
  }

  @Test(arguments: [1, 2, 3, 0xD3C1D3] as [UInt64])
  func `gives the value, rules and notes that going through all rules gives`(seed: UInt64) throws {
    print("seed", seed)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let (indexed, scanned) = try Self.tables(&generator)
      #expect(indexed.index != nil)
      for _ in 0..<25 {
        var names: [String: Value] = [:]
        for name in ["x", "y", "z"] { names[name] = Self.value(&generator) }
        var (one, other) = (Evaluation(), Evaluation())
        var (onePlaces, otherPlaces) = (NotePlaces(), NotePlaces())
        let fast = one.decide(indexed, in: Scope(names), &onePlaces)
        let slow = other.decide(scanned, in: Scope(names), &otherPlaces)
        #expect(fast.matched == slow.matched, "seed \(seed): \(names)")
        #expect(fast.value.feelText == slow.value.feelText, "seed \(seed): \(names)")
        #expect(one.notes == other.notes, "seed \(seed): \(names)")
      }
    }
  }

  @Test func `knows leading columns of constants, and numbers between them`() throws {
    let text = ModelText.table(
      "hitPolicy=\"COLLECT\"",
      inputs: ["x", "y"],
      outputs: ["<output/>"],
      [(["[0..10)", "\"a\""], ["1"]), (["[10..20)", "not(\"a\")"], ["2"]), (["5", "-"], ["3"])]
    )
    let logic = ModelText.decision("D", inputs: ["x", "y"], text)
    let model = try ModelText.compile(ModelText.input("x") + ModelText.input("y") + logic)
    let index = try #require(model.decisions[0].logic.decisionTable?.index)
    #expect(index.candidates(for: [.number(5), .string("a")])?.rules == [0, 2])
    #expect(index.candidates(for: [.number(5), .string("b")])?.rules == [2])
    #expect(index.candidates(for: [.number(10), .string("b")])?.rules == [1])
    #expect(index.candidates(for: [.number(20), .string("b")])?.rules == [])
    let unknown = index.candidates(for: [.number(5), .null])
    #expect(unknown?.rules == [0, 2])
    #expect(unknown?.columns == 1)
    #expect(index.candidates(for: [.null, .string("a")]) == nil)
  }

  @Test func `finds the one rule of ten thousand`() throws {
    let rows = (0..<10_000).map {
      (["[\($0 / 10)..\($0 / 10 + 1))", "\"k\($0 % 10)\""], ["\($0)"])
    }
    let text = ModelText.table("", inputs: ["x", "y"], outputs: ["<output/>"], rows)
    let logic = ModelText.decision("D", inputs: ["x", "y"], text)
    let model = try ModelText.compile(ModelText.input("x") + ModelText.input("y") + logic)
    for number in stride(from: 0, to: 10_000, by: 371) {
      let inputs: [(key: String, value: Value)] = [
        ("x", .number(number / 10)), ("y", .string("k\(number % 10)")),
      ]
      #expect(model.text("D", inputs) == "\(number)")
    }
  }
}
