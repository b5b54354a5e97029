internal import FEEL
internal import TestSupport
internal import Testing

struct AggregationBuiltinsTests {
  @Test(arguments: [
    BuiltinExample("min([1, 2, 3])", "1"),
    BuiltinExample("min(3, 1, 2)", "1"),
    BuiltinExample("min(list: [2, 1])", "1"),
    BuiltinExample("min(1)", "1"),
    BuiltinExample("min([1])", "1"),
    BuiltinExample("max(1, 2, 3)", "3"),
    BuiltinExample("max([-1, -2])", "-1"),
    BuiltinExample("max(\"a\", \"b\")", "\"b\""),
    BuiltinExample("max([@\"2024-01-02\", @\"2024-01-01\"])", "@\"2024-01-02\""),
    BuiltinExample("min(@\"P1Y\", @\"P11M\")", "@\"P11M\""),
    BuiltinExample("min(@\"PT25H\", @\"P1D\")", "@\"P1D\""),
    BuiltinExample("min(@\"10:00:00\", @\"09:59:59\")", "@\"09:59:59\""),
  ])
  func `the least and the greatest value are found`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample("sum([1, 2, 3])", "6"),
    BuiltinExample("sum(1, 2, 3)", "6"),
    BuiltinExample("sum(0.1, 0.2)", "0.3"),
    BuiltinExample("sum(1)", "1"),
    BuiltinExample("sum(list: [1, 2])", "3"),
    BuiltinExample("mean([1, 2, 3])", "2"),
    BuiltinExample("mean(1, 2)", "1.5"),
    BuiltinExample("mean(1)", "1"),
    BuiltinExample("mean(list: [1, 1, 2])", "4 / 3"),
    BuiltinExample("product([2, 3, 4])", "24"),
    BuiltinExample("product(2.5, 1, 2.5, 3)", "18.75"),
    BuiltinExample("product(6)", "6"),
    BuiltinExample("product(list: [0, 5])", "0"),
    BuiltinExample("median(8, 2, 5, 3, 4)", "4"),
    BuiltinExample("median([6, 1, 2, 3])", "2.5"),
    BuiltinExample("median(4)", "4"),
    BuiltinExample("median(list: [8, 2, 5, 7])", "6"),
    BuiltinExample("stddev([1, 3])", "sqrt(2)"),
    BuiltinExample("stddev(2, 4, 7, 5)", "2.081665999466132735282297706979931"),
    BuiltinExample("stddev(list: [5, 5, 5])", "0"),
    BuiltinExample("mode(6, 3, 9, 6, 6)", "[6]"),
    BuiltinExample("mode([3, 6, 1, 9, 6, 1, 3])", "[1, 3, 6]"),
    BuiltinExample("mode([2.5, 1, 2.50, 3])", "[2.5]"),
    BuiltinExample("mode(6)", "[6]"),
    BuiltinExample("mode([])", "[]"),
    BuiltinExample("mode(list: [1, 1, 2])", "[1]"),
  ])
  func `numbers are summed up`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample("all([true, true])", "true"),
    BuiltinExample("all([true, false])", "false"),
    BuiltinExample("all([false, null, true])", "false"),
    BuiltinExample("all([])", "true"),
    BuiltinExample("all(true)", "true"),
    BuiltinExample("all(true, false, true)", "false"),
    BuiltinExample("all(list: [true])", "true"),
    BuiltinExample("any([false, false])", "false"),
    BuiltinExample("any([false, null, true])", "true"),
    BuiltinExample("any([])", "false"),
    BuiltinExample("any(false)", "false"),
    BuiltinExample("any(true, false)", "true"),
    BuiltinExample("any(list: [false, true])", "true"),
  ])
  func `one truth value can decide`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinRefusalExample(
      "all([true, null])",
      .arguments(function: "all", kinds: ["boolean", "null"])
    ),
    BuiltinRefusalExample(
      "all(true, 123)",
      .arguments(function: "all", kinds: ["boolean", "number"])
    ),
    BuiltinRefusalExample("all(null)", .arguments(function: "all", kinds: ["null"])),
    BuiltinRefusalExample("any(0)", .arguments(function: "any", kinds: ["number"])),
    BuiltinRefusalExample(
      "any(null, false)",
      .arguments(function: "any", kinds: ["null", "boolean"])
    ),
    BuiltinRefusalExample("min([])", .argumentValue(function: "min", parameter: "list")),
    BuiltinRefusalExample("max([])", .argumentValue(function: "max", parameter: "list")),
    BuiltinRefusalExample(
      "min([1, null])",
      .arguments(function: "min", kinds: ["number", "null"])
    ),
    BuiltinRefusalExample(
      "max(1, \"a\")",
      .arguments(function: "max", kinds: ["number", "string"])
    ),
    BuiltinRefusalExample("min([null])", .arguments(function: "min", kinds: ["null"])),
    BuiltinRefusalExample("max([true])", .arguments(function: "max", kinds: ["boolean"])),
    BuiltinRefusalExample("min([@\"10:00:00\", @\"10:00:00Z\"])"),
    BuiltinRefusalExample("sum([])", .argumentValue(function: "sum", parameter: "list")),
    BuiltinRefusalExample(
      "sum([1, null])",
      .arguments(function: "sum", kinds: ["number", "null"])
    ),
    BuiltinRefusalExample("sum([1, [2]])", .arguments(function: "sum", kinds: ["number", "list"])),
    BuiltinRefusalExample("mean([])", .argumentValue(function: "mean", parameter: "list")),
    BuiltinRefusalExample("product([])", .argumentValue(function: "product", parameter: "list")),
    BuiltinRefusalExample("median([])", .argumentValue(function: "median", parameter: "list")),
    BuiltinRefusalExample("stddev([])", .argumentValue(function: "stddev", parameter: "list")),
    BuiltinRefusalExample("stddev(47)", .argumentValue(function: "stddev", parameter: "list")),
    BuiltinRefusalExample(
      "mode([1, \"foo\"])",
      .arguments(function: "mode", kinds: ["number", "string"])
    ),
    BuiltinRefusalExample("sum(10 ** 6144 * 9, 10 ** 6144 * 9)", .outOfRange("sum")),
    BuiltinRefusalExample("product(10 ** 6000, 10 ** 6000)", .outOfRange("product")),
    BuiltinRefusalExample("stddev(10 ** 6000, 0)", .outOfRange("stddev")),
  ])
  func `what cannot be summed up says why`(_ example: BuiltinRefusalExample) throws {
    try example.check()
  }

  @Test(arguments: [
    "min", "max", "sum", "mean", "product", "median", "stddev", "mode", "all", "any",
  ])
  func `no arguments, null and unknown names are refused`(name: String) throws {
    try BuiltinRefusalExample("\(name)()").check()
    try BuiltinRefusalExample("\(name)(null)").check()
    try BuiltinRefusalExample("\(name)(list: null)").check()
    try BuiltinRefusalExample("\(name)(l: [1])").check()
  }

  @Test(arguments: [UInt64(21), 22, 23])
  func `whole numbers are summed up as Swift does`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let numbers = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
        Int.random(in: -9...9, using: &generator)
      }
      for (name, expected) in [
        ("sum", numbers.reduce(0, +)), ("product", numbers.reduce(1, *)),
        ("min", numbers.min() ?? 0), ("max", numbers.max() ?? 0),
      ] {
        let value = try call(name, [.numbers(numbers)]).value
        #expect(value.isIdentical(to: .number(Number(expected))), "\(name) of \(numbers), \(seed)")
      }
    }
  }

  @Test(arguments: [UInt64(31), 32])
  func `the median and the modes lie where counting puts them`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let numbers = (0..<2 * Int.random(in: 0...4, using: &generator) + 1).map { _ in
        Int.random(in: -3...3, using: &generator)
      }
      let counts = Dictionary(numbers.map { ($0, 1) }, uniquingKeysWith: +)
      let modes = counts.filter { $0.value == counts.values.max() }.keys.sorted()
      #expect(try call("mode", [.numbers(numbers)]).value.isIdentical(to: .numbers(modes)))
      let middle = Value.number(Number(numbers.sorted()[numbers.count / 2]))
      #expect(try call("median", [.numbers(numbers)]).value.isIdentical(to: middle))
    }
  }
}
