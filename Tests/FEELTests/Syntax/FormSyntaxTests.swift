internal import FEEL
internal import Testing

/// The forms that begin with a keyword or a bracket (DMN 1.5, 10.3.1.2, rules 31 to 46 and 53 to 60).
struct FormSyntaxTests {
  @Test(arguments: [
    "null => null", "true => true", "false => false", "12 => 12", "1.50 => 1.5", ".5 => 0.5",
    "007 => 7", "\"a b\" => \"a b\"", "\"\" => \"\"", "@\"2020-01-01\" => @\"2020-01-01\"",
    "@ \"P1D\" => @\"P1D\"", "? => ?", "(1) => 1", "((a)) => a",
    "12345678901234567890123456789012345 => 12345678901234567890123456789012340",
    "1e5 => 100000", "1E-3 => 0.001", "1e60 => 1E+60",
  ])
  func `literals`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "[] => (list)", "[1] => (list 1)", "[1, [2, 3]] => (list 1 (list 2 3))", "{} => (context)",
    "{a: 1} => (context (a: 1))", "{a: 1, b: {c: a}} => (context (a: 1) (b: (context (c: a))))",
    "{\"a b\": 1} => (context (|a b|: 1))", "{a b: 1} => (context (|a b|: 1))",
    "{\"\": 1} => (context (||: 1))",
    "{if: 1, in: 2} => (context (if: 1) (in: 2))", "{a-b c+d: 1} => (context (|a-b c+d|: 1))",
    "{\"\\\"\": 1} => (context (|\"|: 1))", "{a: 1, a: 2} => (context (a: 1) (a: 2))",
  ])
  func `lists and contexts`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "if a then b else c => (if a b c)",
    "if a then b else if c then d else e => (if a b (if c d e))",
    "if a or b then 1 + 1 else 2 => (if (or a b) (+ 1 1) 2)",
    "1 + if a then b else c => (+ 1 (if a b c))",
    "(if a then b else c) + 1 => (+ (if a b c) 1)", "if a then b else c + 1 => (if a b (+ c 1))",
    "if if a then b else c then d else e => (if (if a b c) d e)",
    "if a then function(x) x else b => (if a (function (x) x) b)",
  ])
  func `conditions`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "for i in a return i => (for (i a) i)",
    "for i in a, j in i return i + j => (for (i a) (j i) (+ i j))",
    "for i in 1..5 return i => (for (i 1 .. 5) i)", "for i in 5..1 return i => (for (i 5 .. 1) i)",
    "for i in -1..n + 1 return i => (for (i (- 1) .. (+ n 1)) i)",
    "for i in [1..5] return i => (for (i [1 .. 5]) i)",
    "for i in (1..5) return i => (for (i (1 .. 5)) i)",
    "for i in [1, 2] return for j in [i] return j => (for (i (list 1 2)) (for (j (list i)) j))",
    "for i in 0..4 return if i = 0 then 1 else i * partial[-1] => "
      + "(for (i 0 .. 4) (if (= i 0) 1 (* i (filter partial (- 1)))))",
    "(for i in a return i)[1] => (filter (for (i a) i) 1)",
    "1 + for i in a return i => (+ 1 (for (i a) i))",
    "for each one in a return each one => (for (|each one| a) |each one|)",
    "some i in a satisfies i > 1 => (some (i a) (> i 1))",
    "every i in a satisfies b => (every (i a) b)",
    "some i in a, j in b satisfies i = j => (some (i a) (j b) (= i j))",
    "some i in a satisfies every j in b satisfies i = j => (some (i a) (every (j b) (= i j)))",
    "some i in 1..2 satisfies i => (some (i 1 .. 2) i)",
    "not(some i in a satisfies i) => (call not (some (i a) i))",
    "(some i in a satisfies i) and b => (and (some (i a) i) b)",
    "some i in a satisfies i and b => (some (i a) (and i b))",
  ])
  func `iterations and quantifiers`(row: String) throws {
    let halves = row.split(separator: " => ").map(String.init)
    let tree = try read(halves[0], names: ["each one"])
    #expect(SyntaxTree.text(tree) == halves[1])
    #expect(try read(tree.description, names: ["each one"]) == tree)
  }

  @Test(arguments: [
    "f() => (call f)", "f(1) => (call f 1)", "f(1, a + 1) => (call f 1 (+ a 1))",
    "f(x: 1) => (call f (x: 1))",
    "f(x: 1, y z: 2) => (call f (x: 1) (|y z|: 2))",
    "f(g(1), h(x: 2)) => (call f (call g 1) (call h (x: 2)))",
    "f({a: 1}) => (call f (context (a: 1)))", "f(a - b) => (call f (- a b))",
    "f(x.y) => (call f (. x y))",
    "f(start position: -1) => (call f (|start position|: (- 1)))", "f (1) => (call f 1)",
    "f()() => (call (call f))",
    "f(if a then {b: 1} else c) => (call f (if a (context (b: 1)) c))",
    "f(in: 1) => (call f (in: 1))",
    "f(function(x: number) x) => (call f (function (x: number) x))",
  ])
  func `invocations, in order and by name`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "function() 1 => (function 1)", "function(a, b) a + b => (function (a) (b) (+ a b))",
    "function(a: number, b c: string) a => (function (a: number) (|b c|: string) a)",
    "function(a) function(b) a => (function (a) (function (b) a))",
    "function(f: function<number> -> number) f(1) => (function (f: function<number> -> number) (call f 1))",
    "function(a) if a then 1 else 2 => (function (a) (if a 1 2))",
    "function() {a: 1} => (function (context (a: 1)))",
    "function(a: date and time) a => (function (a: date and time) a)",
    "function(a) external {java: {class: \"C\", method signature: \"m(int)\"}} => "
      + "(external (a) (context (java: (context (class: \"C\") (|method signature|: \"m(int)\")))))",
    "function () 1 => (function 1)",
  ])
  func `function definitions`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "a // c", "a b c", "/* x */ (1 + /* y */ 2)", "f ( x : 1 )", "{ a : 1 , b : 2 }", " [ 1 , 2 ] ",
    "[ 1 .. 2 ]",
  ])
  func `space and comments change nothing`(text: String) throws {
    let tight = text.replacing("/* x */ ", with: "").replacing("/* y */ ", with: "").replacing(
      " // c",
      with: ""
    )
    #expect(try read(text) == read(tight.replacing("  ", with: " ")))
    #expect(try read("\n\t\(text)\u{A0}") == read(text))
  }
}
