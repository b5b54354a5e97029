internal import FEEL
internal import Testing

struct ConversionBuiltinsTests {
  @Test(arguments: [
    BuiltinExample(#"number("1.000.000,01", ".", ",")"#, "1000000.01"),
    BuiltinExample(#"number("1,000,000.01", ",", ".")"#, "1000000.01"),
    BuiltinExample(#"number("1 000 000.01", " ", ".")"#, "1000000.01"),
    BuiltinExample(#"number("1 000 000,01", " ", ",")"#, "1000000.01"),
    BuiltinExample(#"number("1000000.01", null, ".")"#, "1000000.01"),
    BuiltinExample(#"number("1000000,01", null, ",")"#, "1000000.01"),
    BuiltinExample(#"number("1,000,000", ",", null)"#, "1000000"),
    BuiltinExample(#"number("1,000,000.00", ",", null)"#, "1000000"),
    BuiltinExample(#"number("1.5", null, null)"#, "1.5"),
    BuiltinExample(#"number("-1,5", " ", ",")"#, "-1.5"),
    BuiltinExample(#"number("1.5")"#, "1.5"),
    BuiltinExample(
      #"number(from: "1.000.000,01", decimal separator: ",", grouping separator: ".")"#,
      "1000000.01"
    ),
  ])
  func `a number is read with its separators`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    (#"":", ".""#, "grouping separator"), (#"",", ":""#, "decimal separator"),
    (#"",", " ""#, "decimal separator"), (#"",", ",""#, "decimal separator"),
    (#"".", ".""#, "decimal separator"), (#"".""#, "grouping separator"),
    (#"".", null"#, "grouping separator"), (#""", ".""#, "grouping separator"),
    (#"",,", ".""#, "grouping separator"), ("\",\u{301}\"", "grouping separator"),
  ])
  func `only some separators are taken, and never one for both`(
    separators: String,
    parameter: String
  ) throws {
    try BuiltinRefusalExample(
      #"number("1,000,000.01", \#(separators))"#,
      .argumentValue(function: "number", parameter: parameter)
    ).check()
  }

  @Test(arguments: [
    "", " ", "foo", "1,000,000.01", "1..5", "1.5.", "--1", "0x10", "NaN", "Infinity", "١", "1_000",
    "1e999999999",
  ])
  func `a text that is no number is null`(text: String) throws {
    let reason = EvaluationNote.Reason.malformedLiteral(text, kind: "number")
    try BuiltinRefusalExample("number(\"\(text)\", \" \", \".\")", reason).check()
  }

  @Test(arguments: [
    ",1", "1,", "1,,000", "-,1", "1.000,000", "1,.5", "1 000", "1.000.000",
  ])
  func `groups stand between digits and before the decimals`(text: String) throws {
    try BuiltinRefusalExample(
      "number(\"\(text)\", \",\", \".\")",
      .malformedLiteral(text, kind: "number")
    ).check()
  }

  @Test(arguments: [
    "number()", "number(null, \".\", \".\")", "number(123, \".\", \".\")",
    "number(\"1\", 123, \".\")",
    "number(\"1\", \",\", 123)", "number(\"1\", \".\", \",\", \",\")",
    "number(from: \"1\", decimal sep: \",\", grouping sep: \".\")",
  ])
  func `other arguments of number are refused`(text: String) throws {
    try BuiltinRefusalExample(text).check()
  }

  @Test(arguments: [
    BuiltinExample("string(2)", #""2""#),
    BuiltinExample("string(-1.50)", #""-1.5""#),
    BuiltinExample(#"string("a\"b")"#, #""a\"b""#),
    BuiltinExample("string(true)", #""true""#),
    BuiltinExample("string(from: false)", #""false""#),
    BuiltinExample("string(null)", "null"),
    BuiltinExample(#"string(@"2024-02-29")"#, #""2024-02-29""#),
    BuiltinExample(#"string(@"10:20:30@Europe/Paris")"#, #""10:20:30@Europe/Paris""#),
    BuiltinExample(#"string(@"2024-02-29T10:20:30Z")"#, #""2024-02-29T10:20:30Z""#),
    BuiltinExample(#"string(@"P1DT2H")"#, #""P1DT2H""#),
    BuiltinExample(#"string(@"-P1Y2M")"#, #""-P1Y2M""#),
    BuiltinExample(#"string([1, "a", null])"#, #""[1, \"a\", null]""#),
    BuiltinExample(#"string({a: 1, b: {c: [true]}})"#, #""{a: 1, b: {c: [true]}}""#),
  ])
  func `a value becomes text`(_ example: BuiltinExample) throws { try example.check() }

  @Test(arguments: ["string()", "string(1, 2)", "string(value: 1)"])
  func `string takes one value`(text: String) throws { try BuiltinRefusalExample(text).check() }

  @Test(arguments: [
    BuiltinExample("not(true)", "false"),
    BuiltinExample("not(false)", "true"),
    BuiltinExample("not(negand: true)", "false"),
    BuiltinExample("not(null)", "null"),
    BuiltinExample("not([true])", "false"),
  ])
  func `a truth value is negated`(_ example: BuiltinExample) throws { try example.check() }

  @Test(arguments: ["not(0)", "not(1)", "not(\"true\")", "not(value: true)", "not([])"])
  func `not takes truth values alone`(text: String) throws {
    try BuiltinRefusalExample(text).check()
  }
}
