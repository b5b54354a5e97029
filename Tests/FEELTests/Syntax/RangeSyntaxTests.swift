internal import FEEL
internal import Testing

/// Ranges (DMN 1.5, 10.3.1.2, rules 7 to 12 and 16).
struct RangeSyntaxTests {
  @Test(arguments: [
    "[1..5] => [1 .. 5]", "(1..5] => (1 .. 5]", "[1..5) => [1 .. 5)", "(1..5) => (1 .. 5)",
    "]1..5] => (1 .. 5]", "[1..5[ => [1 .. 5)", "]1..5[ => (1 .. 5)", "]1..5) => (1 .. 5)",
    "(1..5[ => (1 .. 5)", "[1 .. 5] => [1 .. 5]", "[.5...6] => [0.5 .. 0.6]",
    "[-1..1] => [(- 1) .. 1]", "[a..b] => [a .. b]", "[a.b..c] => [(. a b) .. c]",
    "[a + 1..b * 2) => [(+ a 1) .. (* b 2))", "[f(1)..f(2)] => [(call f 1) .. (call f 2)]",
    "[\"a\"..\"z\"] => [\"a\" .. \"z\"]", "[@\"2020-01-01\"..a] => [@\"2020-01-01\" .. a]",
    "[a[1]..b[2]] => [(filter a 1) .. (filter b 2)]",
    "]a[1]..b[2][ => ((filter a 1) .. (filter b 2))",
    "[(1..2)..3] => [(1 .. 2) .. 3]", "((a)..b) => (a .. b)",
  ])
  func `all brackets`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "[if a then 1 else 2..3] => [(if a 1 2) .. 3]", "[1..if a then 2 else 3] => [1 .. (if a 2 3)]",
    "]a or b..c and d[ => ((or a b) .. (and c d))", "(a < b..c] => ((< a b) .. c]",
  ])
  func `an end is any expression`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "]1..5[ = a => (= (1 .. 5) a)", "{a: ]1..5[, b: 2} => (context (a: (1 .. 5)) (b: 2))",
    "[]1..5[, 2] => (list (1 .. 5) 2)", "[]a..5[] => (list (a .. 5))",
    "[] and a => (and (list) a)", "[][1] => (filter (list) 1)", "f(]1..5[) => (call f (1 .. 5))",
    "a in ]1..5[ and b => (and (in a (1 .. 5)) b)",
    "if a in ]1..5[ then b else c => (if (in a (1 .. 5)) b c)", "]1..5[.end => (. (1 .. 5) end)",
    "]1..a[ != b => (!= (1 .. a) b)", "]1..a[b][ => (1 .. (filter a b))",
  ])
  func `a bracket that opens outwards closes a range`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "(< 5) => (range ( .. 5))", "(<= 5) => (range ( .. 5])", "(> 5) => (range (5 .. ))",
    "(>= 5) => (range [5 .. ))", "(= 5) => (range [5 .. 5])", "(!= 5) => (range (5 .. 5))",
    "(> a + 1) => (range ((+ a 1) .. ))", "(< -5) => (range ( .. (- 5)))", "< 5 => (range ( .. 5))",
    "[< 5, >= 7] => (list (range ( .. 5)) (range [7 .. )))",
    "{a: > 1} => (context (a: (range (1 .. ))))",
    "f(<= 5) => (call f (range ( .. 5]))", "a = (> 5) => (= a (range (5 .. )))",
    "(> 5).start => (. (range (5 .. )) start)",
    "if a then < 1 else > 2 => (if a (range ( .. 1)) (range (2 .. )))",
  ])
  func `an operator before one end`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "[1..2]..3", "[1..]", "[..5]", "(1..5", "[1..5", "[1..5}", "1..5", "[1..2..3]",
    "(< 1..5)",
    "(= 5", "= 5", "(<)", "< < 5", "a > < 5", "a = <= 5",
  ])
  func `what is no range`(text: String) throws {
    #expect(throws: Diagnostic.self) { try read(text) }
  }
}
