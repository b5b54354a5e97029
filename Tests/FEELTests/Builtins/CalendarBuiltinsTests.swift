internal import FEEL
internal import Testing

struct CalendarBuiltinsTests {
  @Test(arguments: [
    BuiltinExample(#"day of year(@"2019-09-17")"#, "260"),
    BuiltinExample(#"day of year(@"2020-12-31T10:10:10")"#, "366"),
    BuiltinExample(#"day of week(@"2019-09-17")"#, #""Tuesday""#),
    BuiltinExample(#"day of week(date: @"2021-01-17T23:00:00-10:00")"#, #""Sunday""#),
    BuiltinExample(#"month of year(date: @"2019-09-17")"#, #""September""#),
    BuiltinExample(#"month of year(@"2019-01-17T00:00:00")"#, #""January""#),
    BuiltinExample(#"week of year(@"2003-12-29")"#, "1"),
    BuiltinExample(#"week of year(@"2005-01-01")"#, "53"),
    BuiltinExample(#"week of year(date: @"2010-01-01T10:10:10")"#, "53"),
    BuiltinExample(#"day of week(date(999999999, 12, 31)) in ("Friday")"#, "true"),
  ])
  func `a day is placed in week, month and year`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: ["day of year", "day of week", "month of year", "week of year"])
  func `only days are asked about`(name: String) throws {
    for arguments in [
      "", "null", "\"foo\"", "date: null", "value: @\"1970-01-01\"", "@\"10:00:00\"",
    ] {
      try BuiltinRefusalExample("\(name)(\(arguments))").check()
    }
    try BuiltinRefusalExample("\(name)(@\"1970-01-01\", @\"1970-01-01\")").check()
  }

  @Test(arguments: [
    BuiltinExample("is(1, 1.0)", "true"),
    BuiltinExample("is(1, \"1\")", "false"),
    BuiltinExample("is(null, null)", "true"),
    BuiltinExample(#"is(@"2012-12-25", @"2012-12-25T00:00:00Z")"#, "false"),
    BuiltinExample(#"is(@"23:00:50Z", @"23:00:50+00:00")"#, "true"),
    BuiltinExample(#"is(@"23:00:50", @"23:00:50Z")"#, "false"),
    BuiltinExample(#"is(@"20:00:50+00:00", @"21:00:50+01:00")"#, "false"),
    BuiltinExample(#"is(@"P1D", @"PT24H")"#, "true"),
    BuiltinExample(#"is(@"P0Y", @"P0D")"#, "false"),
    BuiltinExample("is(value2: [1], value1: [1])", "true"),
    BuiltinExample("is(value1: 1)", "false"),
    BuiltinExample("is(value2: 1)", "false"),
  ])
  func `one value is another or not`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: ["is()", "is(1, 2, 3)", "is(value1: 1, value2: 1, value3: 1)"])
  func `no or too many values are refused`(text: String) throws {
    try BuiltinRefusalExample(text).check()
  }

  @Test(arguments: [
    BuiltinExample("now() instance of date and time", "true"),
    BuiltinExample("today() instance of date", "true"),
    BuiltinExample("today() <= date(now()) and date(now()) <= today() + @\"P1D\"", "true"),
    BuiltinExample("now() <= now()", "true"),
    BuiltinExample("now() > @\"2024-01-01T00:00:00Z\"", "true"),
    BuiltinExample("now().time offset instance of days and time duration", "true"),
  ])
  func `the clock is read`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: ["now(123)", "today(123)", "now(null)"])
  func `the clock takes no arguments`(text: String) throws {
    try BuiltinRefusalExample(text).check()
  }
}
