internal import FEEL
internal import Testing

struct UnaryTestsTests {
  @Test(
    arguments: [
      ("5", "5", true), ("5", "6", false), ("5", "4, 5", true), ("5", "< 6", true),
      ("5", ">= 6", false),
      ("5", "[1..5)", false), ("5", "[1..5]", true), ("5", "-", true), ("null", "-", true),
      ("5", "not(5)", false), ("5", "not(4, 6)", true), ("5", "not(< 3, > 9)", true),
      (#""a""#, #""a", "b""#, true), (#""c""#, #"not("a", "b")"#, true), ("true", "true", true),
      ("false", "true", false), ("false", "false", true), ("false", "? = false", true),
      ("false", "not(?)", true), ("5", "? > 3 and ? < 9", true), ("5", "? > 7", false),
      ("5", "[4, 5]", true), ("5", "list", true), ("7", "list", false), ("5", "limit", true),
      ("5", "< limit", false), ("5", "<= limit + 1", true), ("null", "null", true),
      ("5", "null", false),
      ("null", "not(null)", false), ("5", "not(null)", true), ("[1, 2]", "count(?) = 2", true),
      ("5", "? = 5", true), ("null", "true", false), ("null", "flag", false),
      ("true", "flag", true), ("5", "limit = 5", true),
      (#"@"2020-02-02""#, #"> @"2020-01-01""#, true), ("[1..2]", "[[1..2]]", true),
    ] as [(String, String, Bool)]
  )
  func `a value passes`(value: String, tests: String, passes: Bool) throws {
    #expect(try test(value, tests).0 == passes)
  }

  @Test(arguments: [
    ("null", "< 5"), ("null", "[1..5]"), ("5", #""a""#), ("5", #"not("a")"#), (#""a""#, "> 1"),
    ("5", #"? > "a""#), ("5", "? + null"), ("5", "true"),
  ])
  func `what cannot be compared is unknown and noted`(value: String, tests: String) throws {
    let (passes, notes) = try test(value, tests)
    #expect(passes == nil)
    #expect(!notes.isEmpty)
  }

  @Test func `one test that passes outweighs an unknown one`() throws {
    #expect(try test("5", #""a", 5"#).0 == true)
    #expect(try test("5", #"not("a", 5)"#).0 == false)
    #expect(try test("5", #""a", 6"#).0 == nil)
  }

  private func test(_ value: String, _ tests: String) throws -> (Bool?, [EvaluationNote]) {
    let scope = Scope([
      "limit": .number(Number(5)), "list": try Value(feel: "[4, 5, 6]"), "flag": .boolean(true),
    ])
    var parser = Parser(tests, names: KnownNames(scope.names))
    let parsed = try parser.parseUnaryTests()
    var evaluation = Evaluation()
    let result = evaluation.test(parsed, of: try Value(feel: value), in: scope)
    return (result, evaluation.notes)
  }
}
