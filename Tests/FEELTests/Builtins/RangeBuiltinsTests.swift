internal import FEEL
internal import Testing

struct RangeBuiltinsTests {
  @Test(arguments: [
    BuiltinExample("before(1, 10)", "true"),
    BuiltinExample("before(10, 1)", "false"),
    BuiltinExample("before(1, [1..10])", "false"),
    BuiltinExample("before(1, (1..10])", "true"),
    BuiltinExample("before([1..10), 10)", "true"),
    BuiltinExample("before([1..10], 10)", "false"),
    BuiltinExample("before([1..10], (10..20])", "true"),
    BuiltinExample("before([1..10], [10..20])", "false"),
    BuiltinExample("after(10, 5)", "true"),
    BuiltinExample("after(10, [1..10))", "true"),
    BuiltinExample("after((11..20], 11)", "true"),
    BuiltinExample("after([11..20], 11)", "false"),
    BuiltinExample("after((11..20], [1..11])", "true"),
    BuiltinExample("meets([1..5], [5..10])", "true"),
    BuiltinExample("meets([1..5), [5..10])", "false"),
    BuiltinExample("met by([5..10], [1..5])", "true"),
    BuiltinExample("met by((5..10], [1..5])", "false"),
    BuiltinExample("overlaps([1..8], [3..5])", "true"),
    BuiltinExample("overlaps([5..8], [1..5))", "false"),
    BuiltinExample("overlaps before([1..5), (1..5])", "true"),
    BuiltinExample("overlaps before([1..5), [1..5])", "false"),
    BuiltinExample("overlaps after((1..5], [1..5])", "true"),
    BuiltinExample("overlaps after([1..5], [1..5))", "false"),
    BuiltinExample("finishes(10, [1..10])", "true"),
    BuiltinExample("finishes(10, [1..10))", "false"),
    BuiltinExample("finishes((1..10], [1..10])", "true"),
    BuiltinExample("finished by([1..10], 10)", "true"),
    BuiltinExample("finished by([1..10], [5..10))", "false"),
    BuiltinExample("includes([1..10], 1)", "true"),
    BuiltinExample("includes((1..10], 1)", "false"),
    BuiltinExample("includes([1..10), [5..10))", "true"),
    BuiltinExample("during(10, [1..10))", "false"),
    BuiltinExample("during([4..6], [1..10])", "true"),
    BuiltinExample("starts(1, [1..10])", "true"),
    BuiltinExample("starts(1, (1..10])", "false"),
    BuiltinExample("starts((1..5], [1..10])", "false"),
    BuiltinExample("started by([1..10], 1)", "true"),
    BuiltinExample("started by([1..10], [1..10))", "true"),
    BuiltinExample("coincides(5, 5)", "true"),
    BuiltinExample("coincides((1..5), [1..5])", "false"),
  ])
  func `the examples of the standard hold`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample("before(point1: 1, point2: 2)", "true"),
    BuiltinExample("before(point: 1, range2: [2..3])", "null"),
    BuiltinExample("after(range2: [1..2], range1: [3..4])", "true"),
    BuiltinExample("during(range: [1..2], point: 1)", "true"),
    BuiltinExample("includes(point: 1, range: [1..2])", "true"),
    BuiltinExample("meets(range2: [2..3], range1: [1..2])", "true"),
    BuiltinExample("starts(point: 1, range: [1..2])", "true"),
    BuiltinExample("started by(range1: [1..2], range2: [1..1])", "true"),
    BuiltinExample("finishes(range1: [2..2], range2: [1..2])", "true"),
    BuiltinExample("finished by(range: [1..2], point: 2)", "true"),
    BuiltinExample("coincides(point1: 1, point2: 1)", "true"),
    BuiltinExample("overlaps after(range1: [2..4], range2: [1..3])", "true"),
  ])
  func `arguments are found by the names of the standard`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample("before(@\"2024-01-01\", @\"2024-01-02\")", "true"),
    BuiltinExample("during(@\"P5M\", [@\"P1M\"..@\"P1Y\"])", "true"),
    BuiltinExample("includes([@\"10:00:00\"..@\"11:00:00\"], @\"10:30:00\")", "true"),
    BuiltinExample("after(\"b\", [\"a\"..\"b\"])", "false"),
    BuiltinExample("coincides(@\"10:00:00Z\", @\"11:00:00+01:00\")", "true"),
    BuiltinExample("before((< 5), 7)", "true"),
    BuiltinExample("before((> 5), 7)", "false"),
    BuiltinExample("after((> 5), 5)", "true"),
    BuiltinExample("during([1..3], (> 0))", "true"),
    BuiltinExample("includes((<= 5), (< 5))", "true"),
    BuiltinExample("starts((< 5), (< 7))", "true"),
    BuiltinExample("overlaps((< 5), (> 3))", "true"),
    BuiltinExample("coincides((= 5), [5..5])", "true"),
    BuiltinExample("finishes((> 7), (> 5))", "true"),
  ])
  func `ends are of any ordered kind, or absent`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinRefusalExample(
      "before(1, null)",
      .arguments(function: "before", kinds: ["number", "null"])
    ),
    BuiltinRefusalExample(
      "before(1, \"a\")",
      .arguments(function: "before", kinds: ["number", "string"])
    ),
    BuiltinRefusalExample("before([1..2], [\"a\"..\"b\"])"),
    BuiltinRefusalExample("before(true, false)"),
    BuiltinRefusalExample("before(1)"),
    BuiltinRefusalExample("before(1, 2, 3)"),
    BuiltinRefusalExample("during(1, 2)"),
    BuiltinRefusalExample("during([1..2], 1)"),
    BuiltinRefusalExample("meets(1, [1..2])"),
    BuiltinRefusalExample("meets(null, [1..2])"),
    BuiltinRefusalExample("coincides([1..2], 1)"),
  ])
  func `what cannot be compared is refused`(_ example: BuiltinRefusalExample) throws {
    try example.check()
  }

  @Test(arguments: ["before", "overlaps", "during", "coincides"])
  func `a range with a hole has no two ends to compare`(name: String) throws {
    let five = Value.number(Number(5))
    let hole = ValueRange(
      lower: five,
      includesLower: false,
      upper: five,
      includesUpper: false,
      form: .comparison
    )
    let (value, evaluation) = try call(name, [.range(hole), .range(hole)])
    #expect(value.isIdentical(to: .null))
    let reason = EvaluationNote.Reason.arguments(function: name, kinds: ["range", "range"])
    #expect(evaluation.notes.map(\.reason) == [reason])
  }

  @Test(arguments: ["before", "after"])
  func `named, a point and a range are taken as they are written`(name: String) throws {
    for point in [1, 9] {
      let (first, second) = ("point: \(point), range: [2..3]", "range: [2..3], point: \(point)")
      try BuiltinExample("\(name)(\(first))", "\(name)(\(point), [2..3])").check()
      try BuiltinExample("\(name)(\(second))", "\(name)([2..3], \(point))").check()
    }
  }
}
