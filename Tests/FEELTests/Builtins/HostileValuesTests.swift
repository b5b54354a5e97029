internal import FEEL
internal import TestSupport
internal import Testing

/// Whatever the values, functions and operators give a value within the budget and never trap.
struct HostileValuesTests {
  private static let texts = [
    "null", "true", "0", "-1", "1.5", "9223372036854775808", "1e6144", "-1e-6143", "\"\"",
    "\"a🐎e\u{301}\"",
    "\"2020-02-29\"", "\"P1D\"", "\"(a*)*b\"", "\"[\"", "\"10:00:00@Europe/Paris\"", "[]",
    "[1, null, \"a\"]",
    "[3, 1, 2]", "[[1, [2]], [[]]]", "{}", "{a: 1, key: \"k\", value: {a: null}}",
    "[{key: \"k\", value: 1}]",
    "[1..5]", "(\"a\"..\"b\")", "(< 3)", "[null..2]", "@\"2020-02-29\"", "@\"-999999999-01-01\"",
    "@\"999999999-12-31\"",
    "@\"10:00:00\"", "@\"10:00:00.123456789+14:00\"", "@\"2020-02-29T24:00:00Z\"",
    "@\"2020-02-29T10:00:00@Europe/Paris\"",
    "@\"P1D\"", "@\"-P99999999999D\"", "@\"P11M\"", "@\"-P999999999Y\"", "function(x, y) x < y",
    "function(x) x(x)", "abs",
  ]

  private static func scope() throws -> Scope {
    var scope = Scope()
    for (place, text) in texts.enumerated() {
      scope = scope.extended(by: "v\(place)", try Value(feel: text))
    }
    return scope
  }

  private static let operators = [
    "A + B", "A - B", "A * B", "A / B", "A ** B", "A = B", "A != B", "A < B", "A >= B", "A and B",
    "A or B", "A in B",
    "A between B and A", "[A..B]", "A[B]", "A[item = B]", "A(B)", "A(B, A)", "for i in A return i",
    "for i in A..B return i",
    "some i in A satisfies i = B", "if A then B else 1", "-A", "A.key", "A.year", "A.weekday",
    "A.time offset", "A.timezone",
    "A.months", "A.seconds", "A.start included", "A instance of list<string>",
    "A instance of context<a: number>",
  ]

  @Test func `operators over every pair of values`() throws {
    let scope = try Self.scope()
    let names = KnownNames(scope.names)
    for form in Self.operators {
      for left in Self.texts.indices {
        for right in Self.texts.indices {
          let text = form.replacing("A", with: "v\(left)").replacing("B", with: "v\(right)")
          var parser = Parser(text, names: names)
          var evaluation = Evaluation(budget: 2_000)
          let value = evaluation.evaluate(try parser.parseExpression(), in: scope)
          #expect(value.feelText.isEmpty == false)
          #expect(evaluation.depth == 0, "\(text)")
        }
      }
    }
  }

  @Test(arguments: [51, 52])
  func `functions with any arguments`(seed: UInt64) throws {
    let scope = try Self.scope()
    var generator = SeededGenerator(seed: seed)
    for row in Builtin.all {
      for _ in 0..<150 {
        let count = max(0, row.parameters.count + Int.random(in: -1...1, using: &generator))
        let arguments = (0..<count).map { _ in
          FEEL.Expression(.name("v\(Int.random(in: 0..<Self.texts.count, using: &generator))"))
        }
        let call = FEEL.Expression(
          .invocation(FEEL.Expression(.name(row.name)), .positional(arguments))
        )
        var evaluation = Evaluation(budget: 2_000)
        let value = evaluation.evaluate(call, in: scope)
        #expect(value.feelText.isEmpty == false, "seed \(seed)")
        #expect(evaluation.depth == 0, "\(call), seed \(seed)")
      }
    }
  }
}
