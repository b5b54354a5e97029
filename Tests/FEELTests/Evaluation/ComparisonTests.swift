internal import FEEL
internal import Testing

struct ComparisonTests {
  @Test(arguments: [
    "1 = 1.0 => true", "1 != 2 => true", "null = null => true", "null != null => false",
    "1 = null => false", "null = [] => false", #""a" = "A" => false"#, "[1, 2] = [1, 2] => true",
    "[1, 2] = [2, 1] => false", "{a: 1, b: 2} = {b: 2, a: 1} => true", "{a: 1} = {} => false",
    "[1..2] = [1..2] => true", "[1..2] = [1..2) => false", "(< 10) = (null..10) => false",
    "(=10) = [10..10] => false", "(!=10) = (!=10) => true", "(=10) = (=10) => true",
    #"@"PT24H" = @"P1D" => true"#, #"@"P12M" = @"P1Y" => true"#,
    #"@"10:30:00Z" = @"10:30:00+00:00" => true"#, #"@"11:30:00+01:00" = @"10:30:00Z" => true"#,
    #"@"10:30:00.1" = @"10:30:00.2" => true"#,
    #"@"2002-04-02T12:00:00-01:00" = @"2002-04-02T17:00:00+04:00" => true"#,
  ])
  func equality(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    "1 < 2 => true", "2 <= 2 => true", "1 > 2 => false", "2 >= 3 => false",
    #""a" < "b" => true"#, #""Z" < "a" => true"#, #""" < "a" => true"#,
    #"@"2020-01-01" < @"2020-01-02" => true"#, #"@"10:00:00" >= @"10:00:01" => false"#,
    #"@"10:00:00+02:00" < @"10:00:00Z" => true"#, #"@"P1M" < @"P1Y" => true"#,
    #"@"2020-01-01T00:00:00" < @"2020-01-01T00:00:01" => true"#,
    "5 between 1 and 10 => true", "1 between 1 and 10 => true", "11 between 1 and 10 => false",
    #""b" between "a" and "c" => true"#,
  ])
  func order(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    #"1 = "1""#, "true = 1", "[] = 0", "{} = []", #"@"P1Y" = @"P365D""#, #"1 < "2""#, "null < 1",
    "1 >= null", "true < false", "[1] < [2]", "{} > {}", #"@"2020-01-01" < @"2020-01-01T10:00:00""#,
    #"@"2020-01-01" = @"2020-01-01T00:00:00""#, #"@"10:00:00" < @"10:00:00Z""#,
    #"@"10:00:00" = @"10:00:00Z""#, #"@"2020-01-01T00:00:00" = @"2020-01-01T00:00:00Z""#,
    "null between 1 and 10", "2 between null and 10", #"2 between 1 and "a""#,
  ])
  func `values that cannot be compared give null and a note`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .operandTypes? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }

  @Test func `a note names the operator the kinds and the place`() throws {
    let notes = try Evaluated(#"1 + (2 < "a")"#).notes
    #expect(notes.first?.reason == .operandTypes(operator: "<", kinds: ["number", "string"]))
    #expect(notes.first.map { 4..<13 ~= $0.range.start } == true)
  }
}
