internal import FEEL
internal import TestSupport
internal import Testing

struct ListCombiningBuiltinsTests {
  @Test(arguments: [
    BuiltinExample("concatenate([1, 2], [3])", "[1, 2, 3]"),
    BuiltinExample("concatenate([1], [], [[2]])", "[1, [2]]"),
    BuiltinExample("concatenate([])", "[]"),
    BuiltinExample("concatenate([1], 2)", "[1, 2]"),
    BuiltinExample("union([1, 2], [2, 3])", "[1, 2, 3]"),
    BuiltinExample("union([1, 1])", "[1]"),
    BuiltinExample("union([null], [null, 1])", "[null, 1]"),
    BuiltinExample("distinct values([1, 2, 3, 2, 1])", "[1, 2, 3]"),
    BuiltinExample("distinct values([1, 1.0, \"1\"])", "[1, \"1\"]"),
    BuiltinExample("distinct values([null, 1, null])", "[null, 1]"),
    BuiltinExample("distinct values([[1], [1], [1, 1]])", "[[1], [1, 1]]"),
    BuiltinExample("distinct values([{a: 1, b: 2}, {b: 2, a: 1}])", "[{a: 1, b: 2}]"),
    BuiltinExample("distinct values([[1..2], [1..2), [1..2]])", "[[1..2], [1..2)]"),
    BuiltinExample(
      "distinct values([@\"P1Y\", @\"P12M\", @\"P1D\", @\"PT24H\"])",
      "[@\"P1Y\", @\"P1D\"]"
    ),
    BuiltinExample("distinct values([@\"2024-01-01\", @\"2024-01-01\"])", "[@\"2024-01-01\"]"),
    BuiltinExample(
      "count(distinct values([@\"10:00:00Z\", @\"11:00:00+01:00\", @\"10:00:00\"]))",
      "3"
    ),
    BuiltinExample("distinct values([true, false, true])", "[true, false]"),
    BuiltinExample("count(distinct values([abs, sqrt, abs]))", "2"),
    BuiltinExample("distinct values(list: [1, 1])", "[1]"),
    BuiltinExample("flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"),
    BuiltinExample("flatten([[], [[]], [[[null]]]])", "[null]"),
    BuiltinExample("flatten([])", "[]"),
    BuiltinExample("flatten(list: [[1]])", "[1]"),
    BuiltinExample("flatten([{a: [1]}])", "[{a: [1]}]"),
  ])
  func `lists are joined, and duplicates and nesting go`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinRefusalExample("concatenate()"),
    BuiltinRefusalExample("concatenate([1], null)"),
    BuiltinRefusalExample("union()"),
    BuiltinRefusalExample("union(null)"),
    BuiltinRefusalExample("distinct values(null)"),
    BuiltinRefusalExample("distinct values([1], [2])"),
    BuiltinRefusalExample("flatten(null)"),
    BuiltinRefusalExample("flatten(l: [1])"),
  ])
  func `what is no list is refused`(_ example: BuiltinRefusalExample) throws {
    try example.check()
  }

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `a union is the distinct values of the joined lists`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let lists = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Value.randomList(depth: 1, using: &generator)
      }
      let union = try call("union", [.list(lists)]).value
      let joined = try call("concatenate", [.list(lists)]).value
      let distinct = try call("distinct values", [joined]).value
      #expect(union.isIdentical(to: distinct), "seed \(seed)")
    }
  }

  @Test(arguments: [UInt64(5), 6, 7, 8])
  func `distinct values are those of a search through the ones before`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let list = Value.randomList(depth: 2, using: &generator)
      var expected: [Value] = []
      for element in list.elements where !expected.contains(where: { $0.isIdentical(to: element) })
      {
        expected.append(element)
      }
      let distinct = try call("distinct values", [list]).value
      #expect(distinct.isIdentical(to: .list(expected)), "seed \(seed): \(list.feelText)")
    }
  }

  @Test(arguments: [UInt64(9), 10, 11])
  func `flattening leaves the leaves in their order`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let list = Value.randomList(depth: 4, using: &generator)
      let flat = try call("flatten", [list]).value
      #expect(flat.isIdentical(to: .list(list.leaves)), "seed \(seed): \(list.feelText)")
      #expect(try call("flatten", [flat]).value.isIdentical(to: flat))
    }
  }
}

extension Value {
  /// A list of small numbers, texts, nulls and lists.
  fileprivate static func randomList(depth: Int, using generator: inout SeededGenerator) -> Value {
    .list(
      (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        switch Int.random(in: 0...4, using: &generator) {
        case 0: .null
        case 1: .string(["", "a", "b"].randomElement(using: &generator) ?? "")
        case 2 where depth > 0: randomList(depth: depth - 1, using: &generator)
        default: .number(Number(Int.random(in: 0...3, using: &generator)))
        }
      }
    )
  }

  /// The values in nested lists, in order.
  fileprivate var leaves: [Value] {
    if case .list(let elements) = self { elements.flatMap(\.leaves) } else { [self] }
  }
}
