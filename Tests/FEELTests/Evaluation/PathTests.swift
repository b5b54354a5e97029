internal import FEEL
internal import Testing

struct PathTests {
  @Test(arguments: [
    "{a: 1}.a => 1", "{a: {b: {c: 3}}}.a.b.c => 3", "[{b: 1}, {b: 2}].b => [1, 2]",
    "[{b: 1}, {}].b => [1, null]", "[{a: {b: 1}}, {a: {b: [2, 3]}}].a.b => [1, [2, 3]]",
    "[[{b: 1}], [{b: 2}]].b => [[1], [2]]", "[].a => []", "{a b: 1}.a b => 1",
    "{a: 1, b: a + 1}.b => 2", #"{"a-b c": 7} => {"a-b c": 7}"#, #"{"": 1} => {"": 1}"#,
    "{a: 1, b: {c: a}} => {a: 1, b: {c: 1}}", "{a: null}.a => null",
  ])
  func `entries of contexts`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    #"@"2018-12-10".year => 2018"#, #"@"2018-12-10".month => 12"#, #"@"2018-12-10".day => 10"#,
    #"@"2018-12-10".weekday => 1"#, #"@"2018-12-10T10:30:01".weekday => 1"#,
    #"@"2018-12-10T10:30:01".hour => 10"#, #"@"10:30:01".minute => 30"#,
    #"@"10:30:01".second => 1"#,
    #"@"10:30:01.75".second => 1"#, #"@"10:30:00+05:00".time offset => @"PT5H""#,
    #"@"10:30:00".time offset => null"#, #"@"10:30:00".timezone => null"#,
    #"@"2018-12-10T10:30:00@Etc/UTC".timezone => "Etc/UTC""#,
    #"@"2018-07-10T10:30:00@Europe/Paris".time offset => @"PT2H""#,
    #"@"2018-12-10T10:30:00@Europe/Paris".time offset => @"PT1H""#,
    #"@"2018-12-10T10:30:00-05:00".time offset => @"-PT5H""#,
    #"@"P1Y2M".years => 1"#, #"@"P1Y2M".months => 2"#, #"@"-P1Y2M".years => -1"#,
    #"@"P1DT2H3M4S".days => 1"#, #"@"P1DT2H3M4S".hours => 2"#, #"@"P1DT2H3M4S".minutes => 3"#,
    #"@"P1DT2H3M4S".seconds => 4"#, #"@"-PT90M".minutes => -30"#,
    #"[@"2018-12-10", @"2019-01-01"].year => [2018, 2019]"#,
  ])
  func `properties of dates times and durations`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    "{a: 1}.b", "null.a", "1.a", #""a".b"#, "true.a", #"@"2018-12-10".hour"#, #"@"P1Y".days"#,
    #"@"P1D".months"#, #"@"10:00:00".year"#, "[1..2].first", "(function() 1).name",
  ])
  func `other properties are null and noted`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .unknownProperty? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }

  @Test func `a key that stands twice makes the context null`() throws {
    let evaluated = try Evaluated("{a: 1, a: 2}")
    #expect(evaluated.value.feelText == "null")
    #expect(evaluated.reasons == [.malformedLiteral("a", kind: "context key")])
  }

  @Test func `names with spaces and signs are found in the scope`() throws {
    let scope = Scope(["blood pressure": .number(Number(120)), "a-b": .number(Number(1))])
    #expect(try Evaluated("blood pressure + a-b", in: scope).value.feelText == "121")
  }

  @Test(arguments: ["unknown", "{a: b}.a", "[unknown]"])
  func `an unknown name is noted`(text: String) throws {
    guard case .unknownName? = try Evaluated(text).reasons.first else {
      Issue.record("no note")
      return
    }
  }
}
