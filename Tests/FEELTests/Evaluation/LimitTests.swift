internal import FEEL
internal import Testing

/// Expressions made to break the evaluator; they are made without a parser, which has limits too.
struct LimitTests {
  typealias Tree = FEEL.Expression

  private static let one = Tree(.number(Number(1)))
  private static let wrappers: [(String, @Sendable (Tree) -> Tree)] = [
    ("negation", { Tree(.negation($0)) }),
    ("operator", { Tree(.binary(.add, one, $0)) }),
    ("logic", { Tree(.binary(.or, Tree(.null), $0)) }),
    ("between", { Tree(.between(one, $0, one)) }),
    ("list", { Tree(.list([$0])) }),
    ("context", { Tree(.context([Tree.ContextEntry(key: "a", value: $0)])) }),
    ("path", { Tree(.path($0, "a")) }),
    ("filter", { Tree(.filter(Tree(.list([one])), $0)) }),
    ("condition", { Tree(.conditional(Tree(.boolean(true)), then: $0, else: one)) }),
    ("membership", { Tree(.membership(one, [.expression($0)])) }),
    ("argument", { Tree(.invocation(Tree(.name("abs")), .positional([$0]))) }),
    (
      "lambda",
      {
        let lambda = Tree(.function(Tree.FunctionExpression(parameters: [], body: $0)))
        return Tree(.invocation(lambda, .positional([])))
      }
    ),
    (
      "iteration",
      { Tree(.iteration([Tree.Iterator(name: "i", domain: .elements(Tree(.list([one]))))], $0)) }
    ),
    (
      "quantifier",
      {
        Tree(
          .quantified(.some, [Tree.Iterator(name: "i", domain: .elements(Tree(.list([one]))))], $0)
        )
      }
    ),
  ]

  @Test(arguments: wrappers.indices)
  func `deep nesting ends with a note`(form: Int) {
    var tree = Self.one
    for _ in 0..<(Evaluation.maximumDepth + 10) { tree = Self.wrappers[form].1(tree) }
    var evaluation = Evaluation()
    _ = evaluation.evaluate(tree, in: Scope())
    #expect(evaluation.notes.contains { $0.reason == .limit("depth") }, "\(Self.wrappers[form].0)")
    #expect(evaluation.depth == 0)
  }

  @Test func `many iterators count as depth`() {
    let domain = Tree.Iterator.Domain.elements(Tree(.list([Self.one])))
    let iterators = Array(repeating: Tree.Iterator(name: "i", domain: domain), count: 100_000)
    var evaluation = Evaluation()
    let value = evaluation.evaluate(Tree(.iteration(iterators, Self.one)), in: Scope())
    #expect(value.feelText == "null")
    #expect(evaluation.notes.allSatisfy { $0.reason == .limit("depth") })
    #expect(!evaluation.notes.isEmpty)
  }

  @Test func `a large context is built in passable time`() {
    let entries = (0..<20_000).map { Tree.ContextEntry(key: "k\($0)", value: Self.one) }
    var evaluation = Evaluation()
    let value = evaluation.evaluate(Tree(.path(Tree(.context(entries)), "k19999")), in: Scope())
    #expect(value.feelText == "1")
  }

  /// `{a0: [first], a1: f(a0), a2: f(a1), …}.a40`, where `f` doubles.
  private static func doubled(_ first: String, _ double: (String) -> String) -> String {
    let entries = (1...40).map { "a\($0): " + double("a\($0 - 1)") }
    return "{a0: \(first), " + entries.joined(separator: ", ") + "}.a40"
  }

  @Test func `a text cannot double without end`() throws {
    let evaluated = try Evaluated(Self.doubled(#""ab""#) { "\($0) + \($0)" })
    #expect(evaluated.value.feelText == "null")
    #expect(evaluated.reasons.first == .limit("steps"))
  }

  @Test func `a list of doubled lists has a text and is compared in bounds`() throws {
    let text = Self.doubled("[1]") { "[\($0), \($0)]" }
    let list = try Value(feel: text)
    #expect(list.feelText.hasSuffix("…"))
    #expect(try Evaluated("\(text) = \(text)").value.feelText == "null")
    #expect(list.isIdentical(to: list) == false)
  }

  @Test(arguments: ["1.2 ** 1.2", "log(1.2)", "exp(1.2)"])
  func `logarithms and exponentials count for the time that they take`(text: String) throws {
    let evaluated = try Evaluated("for i in 1..1000 return \(text)", budget: 20_000)
    #expect(evaluated.value.feelText == "null")
    #expect(evaluated.reasons.contains(.limit("steps")))
  }

  @Test func `notes stop at a thousand`() throws {
    let evaluated = try Evaluated("for i in 1..5000 return 1 / 0")
    #expect(evaluated.notes.count == 1_000)
  }

  @Test(arguments: [
    "[1, 2][9223372036854775807]", "[1, 2][-9223372036854775808]", "[1][10 ** 6000]",
    #"@"P999999999999999Y" * 10 ** 20"#, #"@"P1D" * 10 ** 300"#, #"@"P1D" / 10 ** -300"#,
    "for i in 9223372036854775806..9223372036854775807 return i", "(1..1)[1]",
    "for i in (9223372036854775807..9223372036854775807) return i",
    #"@"P9223372036854775807M" + @"P9223372036854775807M""#, #"-@"-P9223372036854775808M""#,
    #"@"-999999999-01-01" - @"999999999-12-31""#, #"@"00:00:00+14:00" - @"23:59:59-14:00""#,
    #"@"2020-01-01" - @"P99999999999D""#, #"@"10:00:00" + @"P106751991167300D""#,
  ])
  func `large numbers do not trap`(text: String) throws {
    _ = try Evaluated(text)
  }
}
