internal import FEEL
internal import Testing

struct NumericBuiltinsTests {
  @Test(arguments: [
    BuiltinExample("decimal(1/3, 2)", "0.33"),
    BuiltinExample("decimal(1/3, 2.5)", "0.33"),
    BuiltinExample("decimal(1.5, 0)", "2"),
    BuiltinExample("decimal(2.5, 0)", "2"),
    BuiltinExample("decimal(-2.5, 0)", "-2"),
    BuiltinExample("decimal(0.515, 2)", "0.52"),
    BuiltinExample("decimal(15, -1)", "20"),
    BuiltinExample("decimal(25, -1)", "20"),
    BuiltinExample("decimal(n: 15/7, scale: 3)", "2.143"),
    BuiltinExample("decimal(scale: 3, n: 15/78*2)", "0.385"),
    BuiltinExample("floor(1.5)", "1"),
    BuiltinExample("floor(-1.5)", "-2"),
    BuiltinExample("floor(1.56, 1)", "1.5"),
    BuiltinExample("floor(-1.56, 1)", "-1.6"),
    BuiltinExample("floor(n: -1.56)", "-2"),
    BuiltinExample("floor(n: 156, scale: -1)", "150"),
    BuiltinExample("ceiling(1.5)", "2"),
    BuiltinExample("ceiling(-0.3333)", "0"),
    BuiltinExample("ceiling(1.56, 1)", "1.6"),
    BuiltinExample("ceiling(scale: 1, n: -1.56)", "-1.5"),
    BuiltinExample("round up(5.5, 0)", "6"),
    BuiltinExample("round up(-1.121, 2)", "-1.13"),
    BuiltinExample("round up(n: 1.121, scale: 2)", "1.13"),
    BuiltinExample("round down(5.5, 0)", "5"),
    BuiltinExample("round down(-1.126, 2)", "-1.12"),
    BuiltinExample("round half up(5.5, 0)", "6"),
    BuiltinExample("round half up(-5.5, 0)", "-6"),
    BuiltinExample("round half up(-1.126, 2)", "-1.13"),
    BuiltinExample("round half down(5.5, 0)", "5"),
    BuiltinExample("round half down(-5.5, 0)", "-5"),
    BuiltinExample("round half down(1.126, 2)", "1.13"),
    BuiltinExample("round up(5.5, 6176)", "5.5"),
    BuiltinExample("floor([1.5])", "1"),
  ])
  func `a number is rounded`(_ example: BuiltinExample) throws { try example.check() }

  @Test(arguments: [
    "decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down",
  ])
  func `rounding refuses what is no number and no scale`(name: String) throws {
    for arguments in [
      "", "null", "null, 1", "1.56, null", "n: null, scale: 1", "n: 1.56, scale: null", "1.5, 1, 2",
      "n: 1.5, scale: 1, stuff: 2", "n: 1.5, scal: 1", "scale: 0", "\"1.5\", 0", "1.5, \"1\"",
      "true, 0", "[1, 2], 0", "{}, 0", "@\"P1D\", 0", "1.5, [0, 1]",
    ] {
      try BuiltinRefusalExample("\(name)(\(arguments))").check()
    }
    let scale = EvaluationNote.Reason.argumentValue(function: name, parameter: "scale")
    for number in ["6177", "-6112", "6177.5", "1e40"] {
      let text = number == "1e40" ? "10 ** 40" : number
      try BuiltinRefusalExample("\(name)(5.5, \(text))", scale).check()
    }
  }

  @Test(arguments: ["decimal", "round up", "round down", "round half up", "round half down"])
  func `only floor and ceiling do without a scale`(name: String) throws {
    try BuiltinRefusalExample("\(name)(1.5)").check()
    try BuiltinRefusalExample("\(name)(n: 1.5)").check()
  }

  @Test(arguments: [
    BuiltinExample("abs(1)", "1"),
    BuiltinExample("abs(-1)", "1"),
    BuiltinExample("abs(0)", "0"),
    BuiltinExample("abs(n: -1.5)", "1.5"),
    BuiltinExample(#"abs(@"-P1D")"#, #"@"P1D""#),
    BuiltinExample(#"abs(@"PT1S")"#, #"@"PT1S""#),
    BuiltinExample(#"abs(n: @"-P1Y2M")"#, #"@"P1Y2M""#),
    BuiltinExample("modulo(10, 4)", "2"),
    BuiltinExample("modulo(10, -4)", "-2"),
    BuiltinExample("modulo(-10, 4)", "2"),
    BuiltinExample("modulo(-12, -5)", "-2"),
    BuiltinExample("modulo(10.1, 4.5)", "1.1"),
    BuiltinExample("modulo(-10.1, 4.5)", "3.4"),
    BuiltinExample("modulo(divisor: 4, dividend: 0)", "0"),
    BuiltinExample("sqrt(4)", "2"),
    BuiltinExample("sqrt(number: 0)", "0"),
    BuiltinExample("log(1)", "0"),
    BuiltinExample("decimal(log(number: 4), 8)", "1.38629436"),
    BuiltinExample("exp(0)", "1"),
    BuiltinExample("decimal(exp(number: 4), 8)", "54.59815003"),
    BuiltinExample("decimal(exp(-1), 8)", "0.36787944"),
  ])
  func `a number is calculated`(_ example: BuiltinExample) throws { try example.check() }

  @Test(arguments: [
    ("2", true, false), ("1", false, true), ("-2", true, false), ("-1", false, true),
    ("0", true, false), ("2.0", true, false), ("1.5", false, false), ("-0.5", false, false),
    ("10 ** 40", true, false), ("9999999999999999999999999999999999", false, true),
    ("-9999999999999999999999999999999998", true, false), ("number: 7", false, true),
  ])
  func `a whole number is odd or even, another is neither`(
    argument: String,
    isEven: Bool,
    isOdd: Bool
  ) throws {
    try BuiltinExample("even(\(argument))", "\(isEven)").check()
    try BuiltinExample("odd(\(argument))", "\(isOdd)").check()
  }

  @Test(arguments: ["sqrt", "log", "exp", "odd", "even"])
  func `functions of one number refuse anything else`(name: String) throws {
    for arguments in [
      "", "null", "4, 4", "n: 4", "number: null", "\"4\"", "true", "@\"P4D\"", "@\"P4Y\"",
      "@\"2018-12-06\"", "@\"00:00:00\"", "@\"2018-12-06T00:00:00\"", "[1, 2]", "[]", "{}",
    ] {
      try BuiltinRefusalExample("\(name)(\(arguments))").check()
    }
  }

  @Test(arguments: [
    "abs()", "abs(1, 1)", "abs(number: -1)", "abs(null)", "abs(\"-1\")", "abs(true)",
    "abs(@\"-2018-12-06\")", "abs(@\"00:00:00\")", "modulo()", "modulo(4)", "modulo(4, 4, 4)",
    "modulo(dividend: 10, foo: 4)", "modulo(null, null)", "modulo(10, null)", "modulo(null, 4)",
    "modulo(\"10\", \"4\")", "modulo(true, true)", "modulo(@\"P10D\", 4)",
  ])
  func `abs and modulo refuse other kinds`(text: String) throws {
    try BuiltinRefusalExample(text).check()
  }

  @Test(arguments: [
    BuiltinRefusalExample("modulo(10, 0)", .divisionByZero),
    BuiltinRefusalExample("sqrt(-1)", .outOfRange("sqrt")),
    BuiltinRefusalExample("log(0)", .outOfRange("log")),
    BuiltinRefusalExample("log(-1)", .outOfRange("log")),
    BuiltinRefusalExample("exp(100000)", .outOfRange("exp")),
  ])
  func `a result that there is not is null, and a note says so`(
    _ example: BuiltinRefusalExample
  ) throws {
    try example.check()
  }
}
