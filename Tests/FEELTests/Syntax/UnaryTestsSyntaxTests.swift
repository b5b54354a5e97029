internal import FEEL
internal import Testing

/// The tests of input entries (DMN 1.5, 10.3.1.2, rules 7 and 13 to 15).
struct UnaryTestsSyntaxTests {
  @Test(arguments: [
    "- => -", " - => -", "-1 => (any (- 1))", "- 1 => (any (- 1))", "1 => (any 1)",
    "\"a\" => (any \"a\")", "1, 2 => (any 1 2)", "\"a\", \"b\", null => (any \"a\" \"b\" null)",
    "< 5 => (any (test < 5))",
    "<= 5, > 7, >= 8, = 9, != 10 => (any (test <= 5) (test > 7) (test >= 8) (test = 9) (test != 10))",
    "< a + 1 => (any (test < (+ a 1)))", "[1..5) => (any [1 .. 5))",
    "]1..5[, (7..9] => (any (1 .. 5) (7 .. 9])",
    "(1..5) => (any (1 .. 5))", "(< 5) => (any (range ( .. 5)))", "[1, 2] => (any (list 1 2))",
    "? > 1 and ? < 5 => (any (and (> ? 1) (< ? 5)))", "a => (any a)", "a, b.c => (any a (. b c))",
    "contains(?, \"x\") => (any (call contains ? \"x\"))", "true, false => (any true false)",
    "date(\"2020-01-01\") => (any (call date \"2020-01-01\"))",
    "< date(a) => (any (test < (call date a)))",
    "a or b, c => (any (or a b) c)", "a = b => (any (= a b))",
    "some x in ? satisfies x > 1 => (any (some (x ?) (> x 1)))",
  ])
  func `positive tests`(row: String) throws { try expectTests(row) }

  @Test(arguments: [
    "not(1) => (none 1)", "not(1, 2) => (none 1 2)", "not (\"a\") => (none \"a\")",
    "not(< 5) => (none (test < 5))",
    "not([1..5]) => (none [1 .. 5])", "not([1..5)) => (none [1 .. 5))",
    "not((1..5]) => (none (1 .. 5])",
    "not(]1..5[) => (none (1 .. 5))", "not((1..5), 7) => (none (1 .. 5) 7)",
    "not(f(a)) => (none (call f a))",
    "not((a)) => (none a)", "not(not(a)) => (none (call not a))", "not(null) => (none null)",
    "not(? > 5) => (none (> ? 5))", "not(a[1]) => (none (filter a 1))",
  ])
  func `negated tests`(row: String) throws { try expectTests(row) }

  @Test(arguments: [
    "not(a), b => (any (call not a) b)", "not(a) and b => (any (and (call not a) b))",
    "(not(a)) => (any (call not a))", "not(a).b => (any (. (call not a) b))",
    "not([1..5)), 2 => (any (call not [1 .. 5)) 2)", "not => (any not)",
    "not(a), (1..5) => (any (call not a) (1 .. 5))",
  ])
  func `not around a part is the function`(row: String) throws { try expectTests(row) }

  @Test(arguments: [
    "", "1,", ", 1", "not(", "not(1", "not(1,)", "< ", "< 5 and > 3", "[1..5", "1 2",
    "- -", "-, 1",
  ])
  func `what is no test`(text: String) {
    #expect(throws: Diagnostic.self) { try readTests(text) }
  }

  @Test(arguments: [("not(1,)", 6), ("not(1", 5), ("not([1..5}", 9), ("not(1, < )", 9)])
  func `a mistake behind not is found where it is`(text: String, place: Int) {
    let error = #expect(throws: Diagnostic.self) { try readTests(text) }
    #expect(error?.range.start == place)
  }

  @Test(arguments: ["a between 1 and 2", "x in (1, < 5)", "function(x) x", "(< 5)", "-a", "not(a)"])
  func `an expression printed as a test is read as the test`(text: String) throws {
    let tests = UnaryTests.oneOf([.expression(try read(text))])
    #expect(try readTests(tests.description) == tests)
  }
}
