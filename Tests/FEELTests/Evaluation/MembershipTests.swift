internal import FEEL
internal import Testing

struct MembershipTests {
  @Test(arguments: [
    "1 in [1..3] => true", "3 in [1..3) => false", "1 in (1..3) => false", "2 in ]1..3[ => true",
    "1 in 1 => true", "1 in (2, 1) => true", "1 in (2, 3) => false", "1 in < 2 => true",
    "2 in < 2 => false", "2 in >= 2 => true", "1 in (> 5, < 2) => true", "10 in =10 => true",
    "10 in !=10 => false", "10 in (!=11) => true", "1 in [2, 3, 1] => true", "1 in [2, 3] => false",
    "5 in [[1..3], [4..6]] => true", "7 in [[1..3], [4..6]] => false", "null in null => true",
    "null in [1, null] => true", "1 in [null, 1] => true", "true in [false, 2, 3] => false",
    "[1, 2] in [[1, 2], [3]] => true", "[1, 2] in [1, 2] => true", "[1] in [[2]] => false",
    "{a: 1} in ({b: 1}, {a: 1}) => true", #""b" in ["a".."c"] => true"#, #""x" in "x" => true"#,
    #"@"2020-05-05" in [@"2020-01-01"..@"2020-12-31"] => true"#, "[1..2] in [1..2] => true",
    "5 in (? > 3) => true", "5 in (? > 7, ? < 0) => false", "5 in [] => false",
  ])
  func `a value is in`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    "null in [1..10] => null", "5 in [null..10] => null", "11 in (null..10] => false",
    #""a" in [1..10] => null"#, #"1 in "a" => null"#, #"1 in < "a" => null"#,
    #"1 in ("a", 1) => true"#, #"1 in ("a", 2) => null"#,
  ])
  func `what cannot be compared is unknown unless another test decides`(row: String) throws {
    try expectRow(row)
  }

  @Test(arguments: [
    "[1..10].start => 1", "[1..10).end => 10", "[1..10).end included => false",
    "(1..10].start included => false", "(< 10).start => null", "(< 10).start included => false",
    "(<= 10).end included => true", "(> 10).start => 10", "(= 10).start => 10",
    "(!= 10).end included => false", "(= 10).end => 10",
  ])
  func `ranges have ends`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    #"[1.."a"]"#, #"[@"2020-01-01"..@"2020-01-01T00:00:00"]"#, "[true..false]", "[[1]..[2]]",
    #"[@"P1Y"..@"P1D"]"#, "(< true)",
  ])
  func `ends without a common order make no range`(text: String) throws {
    #expect(try Evaluated(text).value.feelText == "null")
  }

  @Test(arguments: [
    "[1..2] => [1..2]", "(1..2) => (1..2)", "]1..2[ => (1..2)", "(< 5) => (< 5)",
    "(>= 5) => (>= 5)",
    "(= 5) => (= 5)", "(!= 5) => (!= 5)", "[1..null) => [1..null)",
  ])
  func `ranges are values`(row: String) throws { try expectRow(row) }
}
