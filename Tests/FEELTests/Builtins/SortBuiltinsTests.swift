internal import FEEL
internal import TestSupport
internal import Testing

struct SortBuiltinsTests {
  @Test(arguments: [
    BuiltinExample("sort([3, 1, 4, 5, 2], function(x, y) x < y)", "[1, 2, 3, 4, 5]"),
    BuiltinExample("sort([3, 1, 5, 4], function(x, y) x > y)", "[5, 4, 3, 1]"),
    BuiltinExample("sort(list: [2, 1], precedes: function(x, y) x < y)", "[1, 2]"),
    BuiltinExample("sort([], function(x, y) x < y)", "[]"),
    BuiltinExample("sort([null], function(x, y) x < y)", "[null]"),
    BuiltinExample("sort(1, function(x, y) x < y)", "[1]"),
    BuiltinExample("sort([2, 1], function(x: number, y: number) x < y)", "[1, 2]"),
    BuiltinExample(
      "sort([\"8\", \"9\", \"10\", \"a\", \"Aa\", \"A\"], function(x, y) x < y)",
      "[\"10\", \"8\", \"9\", \"A\", \"Aa\", \"a\"]"
    ),
    BuiltinExample("sort([{c: 4}, {c: 0}], function(x, y) x.c < y.c)", "[{c: 0}, {c: 4}]"),
    BuiltinExample("sort([[1..2], [5..6], [3..4]], before)", "[[1..2], [3..4], [5..6]]"),
  ])
  func `a list is sorted as the function says`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample(
      "list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)",
      "[5, 5, 7, 8]"
    ),
    BuiltinExample("list replace([1, 2], function(item, newItem) true, 5)", "[5, 5]"),
    BuiltinExample("list replace([1, 2], function(item, newItem) false, 5)", "[1, 2]"),
    BuiltinExample("list replace([], function(item, newItem) item, 5)", "[]"),
    BuiltinExample("list replace([1, null], function(a, b) a = null, 0)", "[1, 0]"),
    BuiltinExample(
      "list replace(match: function(item, newItem) item = 2, newItem: 4, list: [1, 2, 3])",
      "[1, 4, 3]"
    ),
  ])
  func `the elements that a function picks are replaced`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinRefusalExample("sort([1, 2])"),
    BuiltinRefusalExample("sort(null, function(x, y) x < y)"),
    BuiltinRefusalExample("sort([2, 1], null)"),
    BuiltinRefusalExample("sort([2, 1], 1)"),
    BuiltinRefusalExample("sort([2, 1], function(x) true)"),
    BuiltinRefusalExample("sort([2, 1], function(x, y, z) true)"),
    BuiltinRefusalExample(
      "sort([2, 1], function(x, y) x)",
      .typeMismatch(expected: "boolean", kind: "number")
    ),
    BuiltinRefusalExample(
      "sort([2, null], function(x, y) x < y)",
      .typeMismatch(expected: "boolean", kind: "null")
    ),
    BuiltinRefusalExample("list replace([2, 4], function(item) item = 2, 5)"),
    BuiltinRefusalExample("list replace([2, 4], function(item, newItem, extra) item = 2, 5)"),
    BuiltinRefusalExample(
      "list replace([2, 4], function(item, newItem) item, 5)",
      .typeMismatch(expected: "boolean", kind: "number")
    ),
  ])
  func `a function that is no decision about two is refused`(
    _ example: BuiltinRefusalExample
  ) throws {
    try example.check()
  }

  @Test(arguments: [UInt64(41), 42, 43])
  func `sorting is stable and ordered, strict or not`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let keys = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        Int.random(in: 0...5, using: &generator)
      }
      let pairs = keys.enumerated().map { Value.numbers([$1, $0]) }
      let expected = keys.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      for strict in [true, false] {
        let sorted = try call("sort", [.list(pairs), .comparingFirst(strict: strict)]).value
        let places = sorted.elements.map { $0.elements[1] }
        #expect(Value.list(places).isIdentical(to: .numbers(expected.map(\.offset))), "\(seed)")
      }
    }
  }

  @Test(arguments: [UInt64(51), 52])
  func `an inconsistent function loses no element and ends`(seed: UInt64) throws {
    let coin = Coin(seed: seed)
    let precedes = Value.predicate { _, _ in coin.toss() }
    for count in [0, 1, 2, 3, 17, 200] {
      let (sorted, evaluation) = try call("sort", [.numbers(0..<count), precedes])
      let back = try call("sort", [sorted, .lessThan]).value
      #expect(back.isIdentical(to: .numbers(0..<count)))
      #expect(evaluation.notes.isEmpty)
    }
  }

  @Test func `sorting asks about as many pairs as a merge sort does`() throws {
    for count in [10, 100, 1_000] {
      let asked = Counter()
      let precedes = Value.predicate { left, right in
        asked.increment()
        return left.ordering(to: right) == .less
      }
      _ = try call("sort", [.numbers((0..<count).reversed()), precedes])
      let levels = Int.bitWidth - (count - 1).leadingZeroBitCount
      #expect(asked.count <= 2 * count * levels)
    }
  }
}

extension Value {
  /// A function of two values in Swift.
  fileprivate static func predicate(
    _ body: @escaping @Sendable (Value, Value) -> Bool
  ) -> Value {
    let parameters = [Function.Parameter(name: "x"), Function.Parameter(name: "y")]
    return .function(
      Function(
        name: "test",
        parameters: parameters,
        body: .native { arguments, _ in .boolean(body(arguments[0], arguments[1])) }
      )
    )
  }

  fileprivate static var lessThan: Value { predicate { $0.ordering(to: $1) == .less } }

  /// Compares the first elements of two lists.
  fileprivate static func comparingFirst(strict: Bool) -> Value {
    predicate { left, right in
      let ordering = left.elements[0].ordering(to: right.elements[0])
      return ordering == .less || !strict && ordering == .equal
    }
  }
}
