internal import FEEL
internal import Testing

/// Every form of every built-in function of DMN 1.5, 10.3.4.1 to 10.3.4.11, with arguments in order
/// and by name.
struct StandardFunctionsTests {
  /// A call with arguments in order, its arguments by name, and the value of both.
  struct Form: Sendable, CustomTestStringConvertible {
    let name: String
    let ordered: String
    let named: String
    let value: String

    init(_ name: String, _ ordered: String, _ named: String, _ value: String) {
      self.name = name
      self.ordered = ordered
      self.named = named
      self.value = value
    }

    var testDescription: String { "\(name)(\(named))" }
  }

  private static let conversions = [
    Form("date", "\"2012-12-25\"", "from: \"2012-12-25\"", "@\"2012-12-25\""),
    Form("date", "@\"2012-12-25T11:00:00Z\"", "from: @\"2012-12-25T11:00:00Z\"", "@\"2012-12-25\""),
    Form("date", "2012, 12, 25", "year: 2012, month: 12, day: 25", "@\"2012-12-25\""),
    Form(
      "date and time",
      "@\"2012-12-24\", @\"23:59:00\"",
      "date: @\"2012-12-24\", time: @\"23:59:00\"",
      "@\"2012-12-24T23:59:00\""
    ),
    Form(
      "date and time",
      "@\"2012-12-24T01:00:00\", @\"23:59:00\"",
      "time: @\"23:59:00\", date: @\"2012-12-24T01:00:00\"",
      "@\"2012-12-24T23:59:00\""
    ),
    Form(
      "date and time",
      "\"2012-12-24T23:59:00\"",
      "from: \"2012-12-24T23:59:00\"",
      "@\"2012-12-24T23:59:00\""
    ),
    Form("time", "\"23:59:00Z\"", "from: \"23:59:00Z\"", "@\"23:59:00Z\""),
    Form("time", "@\"2012-12-25T11:00:00Z\"", "from: @\"2012-12-25T11:00:00Z\"", "@\"11:00:00Z\""),
    Form(
      "time",
      "23, 59, 0, @\"PT0H\"",
      "hour: 23, minute: 59, second: 0, offset: @\"PT0H\"",
      "@\"23:59:00Z\""
    ),
    Form("time", "23, 59, 0", "hour: 23, minute: 59, second: 0", "@\"23:59:00\""),
    Form(
      "number",
      "\"1 000,5\", \" \", \",\"",
      "from: \"1 000,5\", grouping separator: \" \", decimal separator: \",\"",
      "1000.5"
    ),
    Form("string", "1.1", "from: 1.1", "\"1.1\""),
    Form("duration", "\"P2Y2M\"", "from: \"P2Y2M\"", "@\"P26M\""),
    Form("duration", "\"PT26H\"", "from: \"PT26H\"", "@\"P1DT2H\""),
    Form(
      "years and months duration",
      "@\"2011-12-22\", @\"2013-08-24\"",
      "from: @\"2011-12-22\", to: @\"2013-08-24\"",
      "@\"P1Y8M\""
    ),
    Form("not", "true", "negand: true", "false"),
    Form("range", "\"[1..5)\"", "from: \"[1..5)\"", "[1..5)"),
  ]

  private static let strings = [
    Form("substring", "\"foobar\", 3", "string: \"foobar\", start position: 3", "\"obar\""),
    Form(
      "substring",
      "\"foobar\", 3, 3",
      "string: \"foobar\", start position: 3, length: 3",
      "\"oba\""
    ),
    Form("string length", "\"foo\"", "string: \"foo\"", "3"),
    Form("upper case", "\"aBc4\"", "string: \"aBc4\"", "\"ABC4\""),
    Form("lower case", "\"aBc4\"", "string: \"aBc4\"", "\"abc4\""),
    Form(
      "substring before",
      "\"foobar\", \"bar\"",
      "string: \"foobar\", match: \"bar\"",
      "\"foo\""
    ),
    Form("substring after", "\"foobar\", \"ob\"", "string: \"foobar\", match: \"ob\"", "\"ar\""),
    Form(
      "replace",
      "\"abcd\", \"B\", \"x\", \"i\"",
      "input: \"abcd\", pattern: \"B\", replacement: \"x\", flags: \"i\"",
      "\"axcd\""
    ),
    Form(
      "replace",
      "\"banana\", \"a\", \"o\"",
      "input: \"banana\", pattern: \"a\", replacement: \"o\"",
      "\"bonono\""
    ),
    Form("contains", "\"foobar\", \"of\"", "string: \"foobar\", match: \"of\"", "false"),
    Form("starts with", "\"foobar\", \"fo\"", "string: \"foobar\", match: \"fo\"", "true"),
    Form("ends with", "\"foobar\", \"r\"", "string: \"foobar\", match: \"r\"", "true"),
    Form("matches", "\"foobar\", \"^fo*b\"", "input: \"foobar\", pattern: \"^fo*b\"", "true"),
    Form(
      "matches",
      "\"FOO\", \"foo\", \"i\"",
      "input: \"FOO\", pattern: \"foo\", flags: \"i\"",
      "true"
    ),
    Form(
      "split",
      "\"a;b;;\", \";\"",
      "string: \"a;b;;\", delimiter: \";\"",
      "[\"a\", \"b\", \"\", \"\"]"
    ),
    Form(
      "string join",
      "[\"a\", null, \"c\"], \"X\"",
      "list: [\"a\", null, \"c\"], delimiter: \"X\"",
      "\"aXc\""
    ),
    Form("string join", "[\"a\", \"b\"]", "list: [\"a\", \"b\"]", "\"ab\""),
  ]

  private static let lists = [
    Form("list contains", "[1, 2], 2", "list: [1, 2], element: 2", "true"),
    Form("count", "[1, [2, 3]]", "list: [1, [2, 3]]", "2"),
    Form("min", "[2, 1]", "list: [2, 1]", "1"), Form("max", "[2, 1]", "list: [2, 1]", "2"),
    Form("sum", "[1, 2, 3]", "list: [1, 2, 3]", "6"),
    Form("mean", "[1, 2, 3]", "list: [1, 2, 3]", "2"),
    Form("all", "[true, null]", "list: [true, null]", "null"),
    Form("any", "[false, null, true]", "list: [false, null, true]", "true"),
    Form("sublist", "[4, 5, 6], 2", "list: [4, 5, 6], start position: 2", "[5, 6]"),
    Form("sublist", "[4, 5, 6], 1, 2", "list: [4, 5, 6], start position: 1, length: 2", "[4, 5]"),
    Form("append", "[1], 2", "list: [1], item: 2", "[1, 2]"),
    Form("concatenate", "[1], [2]", "list: [[1], [2]]", "[1, 2]"),
    Form("insert before", "[1, 3], 1, 2", "list: [1, 3], position: 1, newItem: 2", "[2, 1, 3]"),
    Form("remove", "[1, 2, 3], 2", "list: [1, 2, 3], position: 2", "[1, 3]"),
    Form("reverse", "[1, 2]", "list: [1, 2]", "[2, 1]"),
    Form("index of", "[1, 2, 3, 2], 2", "list: [1, 2, 3, 2], match: 2", "[2, 4]"),
    Form("union", "[1, 1]", "list: [1, 1]", "[1]"),
    Form("distinct values", "[1, 2, 1]", "list: [1, 2, 1]", "[1, 2]"),
    Form("flatten", "[[1, [2]], 3]", "list: [[1, [2]], 3]", "[1, 2, 3]"),
    Form("product", "[2, 3, 4]", "list: [2, 3, 4]", "24"),
    Form("median", "[6, 1, 2, 3]", "list: [6, 1, 2, 3]", "2.5"),
    Form("stddev", "[2, 4, 7, 5]", "list: [2, 4, 7, 5]", "2.081665999466132735282297706979931"),
    Form("mode", "[6, 1, 9, 6, 1]", "list: [6, 1, 9, 6, 1]", "[1, 6]"),
    Form("list replace", "[2, 4], 2, 5", "list: [2, 4], position: 2, newItem: 5", "[2, 5]"),
    Form(
      "list replace",
      "[2, 4], function(a, b) a < b, 5",
      "list: [2, 4], match: function(a, b) a < b, newItem: 5",
      "[5, 5]"
    ),
    Form(
      "sort",
      "[3, 1, 2], function(x, y) x < y",
      "list: [3, 1, 2], precedes: function(x, y) x < y",
      "[1, 2, 3]"
    ),
  ]

  private static let numbers = [
    Form("decimal", "1/3, 2", "n: 1/3, scale: 2", "0.33"), Form("floor", "1.5", "n: 1.5", "1"),
    Form("floor", "-1.56, 1", "n: -1.56, scale: 1", "-1.6"), Form("ceiling", "1.5", "n: 1.5", "2"),
    Form("ceiling", "-1.56, 1", "n: -1.56, scale: 1", "-1.5"),
    Form("round up", "1.121, 2", "n: 1.121, scale: 2", "1.13"),
    Form("round down", "-1.126, 2", "n: -1.126, scale: 2", "-1.12"),
    Form("round half up", "5.5, 0", "n: 5.5, scale: 0", "6"),
    Form("round half down", "5.5, 0", "n: 5.5, scale: 0", "5"), Form("abs", "-10", "n: -10", "10"),
    Form("abs", "@\"-PT5H\"", "n: @\"-PT5H\"", "@\"PT5H\""),
    Form("modulo", "-12, 5", "dividend: -12, divisor: 5", "3"),
    Form("sqrt", "16", "number: 16", "4"), Form("log", "1", "number: 1", "0"),
    Form("exp", "0", "number: 0", "1"),
    Form("odd", "5", "number: 5", "true"), Form("even", "5", "number: 5", "false"),
  ]

  private static let others = [
    Form(
      "is",
      "@\"23:00:50Z\", @\"23:00:50+00:00\"",
      "value1: @\"23:00:50Z\", value2: @\"23:00:50+00:00\"",
      "true"
    ),
    Form("day of year", "@\"2019-09-17\"", "date: @\"2019-09-17\"", "260"),
    Form("day of week", "@\"2019-09-17\"", "date: @\"2019-09-17\"", "\"Tuesday\""),
    Form(
      "month of year",
      "@\"2019-09-17T01:00:00\"",
      "date: @\"2019-09-17T01:00:00\"",
      "\"September\""
    ),
    Form("week of year", "@\"2003-12-29\"", "date: @\"2003-12-29\"", "1"),
    Form("get value", "{a: 1}, \"a\"", "m: {a: 1}, key: \"a\"", "1"),
    Form("get entries", "{a: 1}", "m: {a: 1}", "[{key: \"a\", value: 1}]"),
    Form("context", "[{key: \"a\", value: 1}]", "entries: [{key: \"a\", value: 1}]", "{a: 1}"),
    Form(
      "context put",
      "{a: 1}, \"b\", 2",
      "context: {a: 1}, key: \"b\", value: 2",
      "{a: 1, b: 2}"
    ),
    Form(
      "context put",
      "{a: {b: 1}}, [\"a\", \"b\"], 2",
      "context: {a: {b: 1}}, keys: [\"a\", \"b\"], value: 2",
      "{a: {b: 2}}"
    ),
    Form("context merge", "[{a: 1}, {b: 2}]", "contexts: [{a: 1}, {b: 2}]", "{a: 1, b: 2}"),
  ]

  private static let rangeRelations = [
    Form("before", "1, 10", "point1: 1, point2: 10", "true"),
    Form("before", "1, [5..10]", "point: 1, range: [5..10]", "true"),
    Form("before", "[1..10], 15", "range: [1..10], point: 15", "true"),
    Form("before", "[1..5], [6..9]", "range1: [1..5], range2: [6..9]", "true"),
    Form("after", "10, 5", "point1: 10, point2: 5", "true"),
    Form("after", "12, [1..10]", "point: 12, range: [1..10]", "true"),
    Form("after", "[11..20], 10", "range: [11..20], point: 10", "true"),
    Form("after", "[11..20], [1..10]", "range1: [11..20], range2: [1..10]", "true"),
    Form("meets", "[1..5], [5..10]", "range1: [1..5], range2: [5..10]", "true"),
    Form("met by", "[5..10], [1..5]", "range1: [5..10], range2: [1..5]", "true"),
    Form("overlaps", "[1..5], [3..8]", "range1: [1..5], range2: [3..8]", "true"),
    Form("overlaps before", "[1..5], [3..8]", "range1: [1..5], range2: [3..8]", "true"),
    Form("overlaps after", "[3..8], [1..5]", "range1: [3..8], range2: [1..5]", "true"),
    Form("finishes", "10, [1..10]", "point: 10, range: [1..10]", "true"),
    Form("finishes", "[5..10], [1..10]", "range1: [5..10], range2: [1..10]", "true"),
    Form("finished by", "[1..10], 10", "range: [1..10], point: 10", "true"),
    Form("finished by", "[1..10], [5..10]", "range1: [1..10], range2: [5..10]", "true"),
    Form("includes", "[1..10], 5", "range: [1..10], point: 5", "true"),
    Form("includes", "[1..10], [4..6]", "range1: [1..10], range2: [4..6]", "true"),
    Form("during", "5, [1..10]", "point: 5, range: [1..10]", "true"),
    Form("during", "[4..6], [1..10]", "range1: [4..6], range2: [1..10]", "true"),
    Form("starts", "1, [1..10]", "point: 1, range: [1..10]", "true"),
    Form("starts", "[1..5], [1..10]", "range1: [1..5], range2: [1..10]", "true"),
    Form("started by", "[1..10], 1", "range: [1..10], point: 1", "true"),
    Form("started by", "[1..10], [1..5]", "range1: [1..10], range2: [1..5]", "true"),
    Form("coincides", "5, 5", "point1: 5, point2: 5", "true"),
    Form("coincides", "[1..5], [1..5]", "range1: [1..5], range2: [1..5]", "true"),
  ]

  private static let all = conversions + strings + lists + numbers + others + rangeRelations

  @Test(arguments: all)
  func `arguments in order and by name give the value`(form: Form) throws {
    for arguments in [form.ordered, form.named] {
      let text = "\(form.name)(\(arguments))"
      #expect(try Evaluated(text).value.feelText == Evaluated(form.value).value.feelText, "\(text)")
    }
  }

  @Test(arguments: [
    "min(2, 1, 3) => 1", "max(2, 1, 3) => 3", "sum(1, 2, 3) => 6", "mean(1, 2, 3) => 2",
    "all(true, false) => false",
    "any(false, true) => true", "product(2, 3, 4) => 24", "median(8, 2, 5, 3, 4) => 4",
    "stddev(47) => null",
    "mode(6, 3, 9, 6, 6) => [6]", "append([1], 2, 3) => [1, 2, 3]",
    "concatenate([1, 2], [3]) => [1, 2, 3]",
    "union([1, 2], [2, 3]) => [1, 2, 3]",
  ])
  func `any number of arguments`(row: String) throws { try expectRow(row) }

  @Test(arguments: ["now", "today"])
  func `functions of the clock take no arguments`(name: String) throws {
    #expect(try Evaluated("\(name)() instance of Any").value.feelText == "true")
    #expect(try Evaluated("\(name)(1)").value.feelText == "null")
  }

  @Test func `every name of the table has a form here, and every form a name`() {
    let names = Set(Self.all.map(\.name)).union(["now", "today"])
    #expect(names == Set(Builtin.all.map(\.name)))
  }
}
