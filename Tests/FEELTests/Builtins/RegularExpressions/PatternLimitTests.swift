internal import Testing

@testable internal import FEEL

/// Patterns that keep a careless engine busy for years end here by themselves, on every machine after the
/// same number of steps.
struct PatternLimitTests {
  private static let letters = String(repeating: "a", count: 5_000)

  @Test(arguments: [
    "(a+)+b", "(a|a)*b", "(a|aa)+$b", "(a*)*b", "^(a?){50}(a){50}b", "(.*)(.*)(.*)(.*)(.*)b",
    "((a+)+)+b", "(a{1,50}){1,50}b", "([a-z]+)*[^a]b",
  ])
  func `exponential patterns end`(pattern: String) {
    // A required letter that is not there would end the search at once.
    let outcome = PatternOutcome(pattern, in: Self.letters + "c")
    #expect(outcome == .fails(.limit) || outcome == .doesNotMatch)
  }

  @Test(arguments: ["(a+)+[bc]d*e?[xy]", "(a|aa)+[xy]", "(.*)(.*)(.*)(.*)[xy]", "(a*)*[xy]"])
  func `a search that takes too many steps is a limit`(pattern: String) {
    #expect(PatternOutcome(pattern, in: Self.letters) == .fails(.limit))
  }

  @Test(arguments: ["a*[xy]", ".*.*[xy]", #"(a*)\1[xy]"#, #"^(.*)\1b$"#, "[a-z]*[xy]"])
  func `quadratic patterns on long texts end`(pattern: String) {
    let text = String(repeating: "a", count: 300_000)
    #expect(PatternOutcome(pattern, in: text) == .fails(.limit))
  }

  @Test(arguments: [
    ("a", true), ("b", false), (".*b", false), ("^a+$", true), ("^(?:a|b)*$", true),
    ("[^a]", false),
    ("^.*a$", true), ("a{3}", true),
  ])
  func `linear patterns take long texts`(pattern: String, matches: Bool) {
    let text = String(repeating: "a", count: 200_000)
    #expect(PatternOutcome(pattern, in: text) == (matches ? .matches : .doesNotMatch))
  }

  @Test func `the budget is for all matches of one call`() {
    let text = String(repeating: String(repeating: "a", count: 400) + "\n", count: 500)
    #expect(PatternResult.replacing(text, "a*a*a*[bx]", "") == .failure(.limit))
  }

  @Test func `what a search spends is taken off, and no more is spent than there is`() throws {
    let expression = try RegularExpression("(a|aa)+[xy]")
    var steps = 1_000_000
    #expect(try !expression.matches("aaaaaaaa", steps: &steps))
    #expect((1..<1_000_000).contains(steps))
    var few = 1_000_000 - steps - 1
    #expect(throws: RegularExpression.Failure.limit) {
      try expression.matches("aaaaaaaa", steps: &few)
    }
    var none = 0
    #expect(throws: RegularExpression.Failure.limit) {
      try RegularExpression("a").matches("a", steps: &none)
    }
  }

  @Test func `many matches in a long text are replaced`() throws {
    let text = String(repeating: "ab", count: 100_000)
    let result = try PatternResult.replacing(text, "a", "xy").get()
    #expect(result.count == 300_000)
  }

  @Test func `the same work gives the same outcome again`() {
    let pattern = "(a|aa)+[xy]"
    let counts = [10, 22, 24, 26, 28, 40]
    let edge = counts.map { PatternOutcome(pattern, in: String(repeating: "a", count: $0)) }
    let again = counts.map { PatternOutcome(pattern, in: String(repeating: "a", count: $0)) }
    #expect(edge == again)
    #expect(edge.first == .doesNotMatch)
    #expect(edge.last == .fails(.limit))
  }
}
