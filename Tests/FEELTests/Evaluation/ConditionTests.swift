internal import FEEL
internal import Testing

struct ConditionTests {
  @Test(arguments: [
    "if true then 1 else 2 => 1", "if false then 1 else 2 => 2", "if null then 1 else 2 => 2",
    "if 1 > null then 1 else 2 => 2", #"if "a" then 1 else 2 => null"#,
    "if 1 then 1 else 2 => null",
    "if true then 1 else if true then 2 else 3 => 1",
  ])
  func `if chooses`(row: String) throws { try expectRow(row) }

  @Test(arguments: ["if null then 1 else 2", #"if "a" then 1 else 2"#])
  func `a condition that is no truth value is noted`(text: String) throws {
    guard case .conditionNotBoolean? = try Evaluated(text).reasons.last else {
      Issue.record("no note")
      return
    }
  }

  @Test func `the other branch is not evaluated`() throws {
    #expect(try Evaluated("if true then 1 else 1 / 0").notes.isEmpty)
  }

  @Test(arguments: [
    "1 instance of number => true", "1 instance of Any => true", "null instance of Any => false",
    "null instance of number => false", "null instance of Null => true",
    #""a" instance of string => true"#, "[1] instance of number => false",
    "[1, 2] instance of list<number> => true", #"[1, "a"] instance of list<number> => false"#,
    "[1, null] instance of list<number> => true", "[] instance of list<string> => true",
    "{a: 1, b: 2} instance of context<a: number> => true",
    "{} instance of context<a: number> => false",
    "{a: null} instance of context<a: string> => true", "[1..2] instance of range<number> => true",
    "(< 2) instance of range<number> => true", "[1..2] instance of range<string> => false",
    #"@"2020-01-01" instance of date => true"#,
    #"@"2020-01-01" instance of date and time => false"#,
    #"@"P1D" instance of days and time duration => true"#,
    #"@"P1Y" instance of years and months duration => true"#,
    "(function() 1) instance of function<> -> Any => true",
    "(function(a: number) a) instance of function<number> -> number => true",
    "(function(a: number) a) instance of function<string> -> number => false",
    "(function(a) a) instance of function<> -> Any => false",
    "abs instance of function<number> -> number => true",
    "abs instance of function<number, number> -> number => false",
    "1 instance of tSmall => true", "{b: [1]} instance of context<b: list<tSmall>> => true",
  ])
  func `instance of`(row: String) throws {
    try expectRow(row, types: ["tSmall": .number])
  }

  @Test func `an unknown type is null and noted`() throws {
    let evaluated = try Evaluated("1 instance of list<tUnknown>")
    #expect(evaluated.value.feelText == "null")
    #expect(evaluated.reasons == [.unknownType("tUnknown")])
  }

  @Test(arguments: [
    #"@"2019-03-31" => @"2019-03-31""#, #"@"10:30:11Z" => @"10:30:11Z""#, #"@"P1D" => @"P1D""#,
    #"@"P1Y2M" => @"P1Y2M""#, #"@"2018-12-08T10:30:11" => @"2018-12-08T10:30:11""#,
    #"@"foo" => null"#, #"@"" => null"#, #"@"2019-02-30" => null"#,
  ])
  func `at literals`(row: String) throws { try expectRow(row) }

  @Test func `a malformed literal is noted`() throws {
    #expect(try Evaluated(#"@"foo""#).reasons == [.malformedLiteral("foo", kind: "@")])
  }
}
