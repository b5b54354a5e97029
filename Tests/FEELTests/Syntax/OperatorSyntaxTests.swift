internal import FEEL
internal import Testing

/// Operators and how closely they bind (DMN 1.5, 10.3.1.2, rules 2, 4, 19 to 24 and 47 to 51).
struct OperatorSyntaxTests {
  @Test(arguments: [
    "1 + 2 => (+ 1 2)", "1 - 2 - 3 => (- (- 1 2) 3)", "1 - (2 - 3) => (- 1 (- 2 3))",
    "1 + 2 * 3 => (+ 1 (* 2 3))", "(1 + 2) * 3 => (* (+ 1 2) 3)", "1 * 2 / 3 => (/ (* 1 2) 3)",
    "2 * 3 ** 4 => (* 2 (** 3 4))", "2 ** 3 ** 4 => (** (** 2 3) 4)",
    "2 ** (3 ** 4) => (** 2 (** 3 4))", "1+2-3 => (- (+ 1 2) 3)",
  ])
  func `arithmetic is read from left to right, by precedence`(row: String) throws {
    try expectTree(row)
  }

  @Test(arguments: [
    "-1 => (- 1)", "--1 => (- (- 1))", "-a ** 2 => (** (- a) 2)", "2 ** -1 => (** 2 (- 1))",
    "-(a ** 2) => (- (** a 2))", "1 - -2 => (- 1 (- 2))", "-a.b => (- (. a b))",
    "-a[1] => (- (filter a 1))", "-f(1) => (- (call f 1))", "(-a).b => (. (- a) b)",
    "-1 * 2 => (* (- 1) 2)", "- 1 => (- 1)", "-(-1) => (- (- 1))",
    "-a instance of number => (- (instance a number))",
    "(-a) instance of number => (instance (- a) number)",
  ])
  func `negation binds closer than every operator of two operands`(row: String) throws {
    try expectTree(row)
  }

  @Test(arguments: [
    "a = b => (= a b)", "a != b => (!= a b)", "a < b => (< a b)", "a <= b => (<= a b)",
    "a > b => (> a b)", "a >= b => (>= a b)", "a + 1 < b * 2 => (< (+ a 1) (* b 2))",
    "a < b = c => (= (< a b) c)", "a < (b = c) => (< a (= b c))",
    "a < b and c > d => (and (< a b) (> c d))",
  ])
  func `comparisons`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "a and b or c => (or (and a b) c)", "a or b and c => (or a (and b c))",
    "(a or b) and c => (and (or a b) c)", "a or b or c => (or (or a b) c)",
    "a or (b or c) => (or a (or b c))", "not(a) and b => (and (call not a) b)",
  ])
  func `conjunction binds closer than disjunction`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "a between 1 and 2 => (between a 1 2)",
    "a between 1 and 2 and b => (and (between a 1 2) b)",
    "a between b + 1 and c * 2 or d => (or (between a (+ b 1) (* c 2)) d)",
    "a + 1 between 1 and 2 => (between (+ a 1) 1 2)",
    "a = b between c and d => (between (= a b) c d)",
    "a = (b between c and d) => (= a (between b c d))",
    "a between (b and c) and d => (between a (and b c) d)",
    "a between b and c between d and e => (between (between a b c) d e)",
  ])
  func `between`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "a in b => (in a b)", "a in (b) => (in a b)", "a in (1, 2) => (in a 1 2)",
    "a in [1, 2] => (in a (list 1 2))",
    "a in < 5 => (in a (test < 5))", "a in (< 5) => (in a (test < 5))",
    "a in ((< 5)) => (in a (range ( .. 5)))",
    "a in (>= 1, = 0, != 3) => (in a (test >= 1) (test = 0) (test != 3))",
    "a in [1..5] => (in a [1 .. 5])", "a in (1..5] => (in a (1 .. 5])",
    "a in ]1..5[ => (in a (1 .. 5))",
    "a in ((1..5), 7) => (in a (1 .. 5) 7)", "a in (b).c => (in a (. b c))",
    "a in (b)[1] => (in a (filter b 1))",
    "a in (b) + 1 => (in a (+ b 1))", "a in (b) + 1 * 2 = c => (= (in a (+ b (* 1 2))) c)",
    "a in b + 1 => (in a (+ b 1))", "(a in b) + 1 => (+ (in a b) 1)",
    "a in b and c => (and (in a b) c)",
    "a in (b and c) => (in a (and b c))", "a in (b, c) and d => (and (in a b c) d)",
    "a in b in c => (in (in a b) c)", "a in (b in c) => (in a (in b c))",
    "a in (f(x)) => (in a (call f x))",
    "a in (? > 1, not(b)) => (in a (> ? 1) (call not b))", "a + 1 in b => (in (+ a 1) b)",
    "a in date(b) => (in a (call date b))", "a in (1..5) and b => (and (in a (1 .. 5)) b)",
  ])
  func `membership of values, ranges and tests`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "a.b => (. a b)", "a.b.c => (. (. a b) c)", "a.b c.d => (. (. a |b c|) d)",
    "f(x).y => (. (call f x) y)",
    "a[1].b => (. (filter a 1) b)", "a.b[1] => (filter (. a b) 1)",
    "[1, 2][1] => (filter (list 1 2) 1)",
    "{a: 1}.a => (. (context (a: 1)) a)", "a[1][2] => (filter (filter a 1) 2)",
    "\"x\".y => (. \"x\" y)",
    "@\"P1D\".days => (. @\"P1D\" days)", "[1..2].start included => (. [1 .. 2] |start included|)",
    "1.a => (. 1 a)", "(a + b).c => (. (+ a b) c)", "a.b + c.d => (+ (. a b) (. c d))",
    "a.b and c => (and (. a b) c)", "a.then => (. a then)", "a[b > 1] => (filter a (> b 1))",
    "a[item.b = 1] => (filter a (= (. item b) 1))", "a[-1] => (filter a (- 1))",
    "f(a)(b) => (call (call f a) b)",
    "a.f(b) => (call (. a f) b)", "(function(x) x)(1) => (call (function (x) x) 1)",
    "(if a then b else c).d => (. (if a b c) d)",
    "a[b][c = 1].d => (. (filter (filter a b) (= c 1)) d)",
    "a[[1..2]] => (filter a [1 .. 2])", "a[(1..2)] => (filter a (1 .. 2))",
  ])
  func `paths, filters and invocations`(row: String) throws { try expectTree(row) }

  @Test func `long chains print as they read`() throws {
    let sum = (1...900).map(String.init).joined(separator: " + ")
    let tree = try read(sum)
    #expect(tree.description == sum)
    #expect(try read(tree.description) == tree)
  }
}
