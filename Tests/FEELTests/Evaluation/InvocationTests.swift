internal import FEEL
internal import Testing

struct InvocationTests {
  @Test(arguments: [
    "(function(a) a + 1)(2) => 3", "(function(a, b) a - b)(5, 3) => 2",
    "(function(a, b) a - b)(b: 5, a: 3) => -2", "(function() 7)() => 7",
    "{f: function(x) x * 2, r: f(4)}.r => 8", "{f: function(x) x * 2}.f(4) => 8",
    "{n: 3, f: function(x) x * n, r: f(4)}.r => 12", "(function(a) function(b) a * b)(3)(4) => 12",
    "{a: 1, f: function(a) a, r: f(2)}.r => 2", "{f: abs, r: f(-2)}.r => 2",
    "(function(f, x) f(x))(abs, -3) => 3", "-(function(a) a)(10) => -10",
    "(function(a: number) a)([5]) => 5", "(function(a: list<number>) a)(5) => [5]",
    #"(function(a: date and time) a)(@"2020-01-01") => @"2020-01-01T00:00:00Z""#,
    "(function(a: number) a)(null) => null",
  ])
  func `lambdas`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    "{fact: function(n) if n = 0 then 1 else n * fact(n - 1), r: fact(20)}.r => 2432902008176640000",
    "{f: function(x) 1, g: {f: function(x) f(x) + 1}, r: g.f(1)}.r => 2",
    "{f: function(n) if n = 0 then [] else concatenate(f(n - 1), [n]), r: f(3)}.r => [1, 2, 3]",
  ])
  func `a lambda can call itself by its key`(row: String) throws { try expectRow(row) }

  @Test func `a closure keeps the values of its place`() throws {
    let text = "for f in (for i in [1, 2, 3] return function() i * 10) return f()"
    #expect(try Evaluated(text).value.feelText == "[10, 20, 30]")
  }

  @Test(arguments: [
    "abs(-1) => 1", "abs(n: -1) => 1", "abs([-1]) => 1", "min(3, 1, 2) => 1", "min([3, 1, 2]) => 1",
    "count([1, 2]) => 2", "count(1) => 1", #"substring("abc", 2) => "bc""#,
    #"substring(string: "abc", start position: 2, length: 1) => "b""#, "sum(1, 2, 3) => 6",
    "concatenate([1], [2], [3]) => [1, 2, 3]", "append([1], 2, 3) => [1, 2, 3]",
    "not(true) => false", #"date("2020-01-01") => @"2020-01-01""#,
    "{date: 5, r: date(2020, 1, date)}.r => @\"2020-01-05\"",
    "{count: 2, r: count([1]) + count}.r => 3",
  ])
  func `built-in functions`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    "abs()", "abs(1, 2)", #"abs("a")"#, "abs(null)", "abs(m: 1)", "abs(n: 1, n: 2)", "abs([1, 2])",
    "(function(a) a)()", "(function(a) a)(1, 2)", "(function(a) a)(b: 1)",
    "(function(a, b) a)(a: 1, a: 2)", "concatenate()", "min()",
  ])
  func `arguments that fit no parameters give null and a note`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .arguments? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }

  @Test(arguments: [
    "unknown()", "null()", "123()", "true()", #""abs"(-1)"#, #"@"2023-11-11"()"#, "{a: 1}.a()",
    "[abs](1)", "{}.f(1)",
  ])
  func `what is no function cannot be called`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .notAFunction? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }

  @Test(arguments: [
    #"(function(a: number) a)("x")"#, "(function(a: list<number>) a)([true])",
    "(function(a: context<b: number>) a)({})", "(function(a: number) a)([1, 2])",
  ])
  func `arguments of another type give null and a note`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .typeMismatch? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }

  @Test func `an unknown type of a parameter is noted`() throws {
    let evaluated = try Evaluated("function(a: tUnknown) a")
    #expect(evaluated.value.feelText == "null")
    #expect(evaluated.reasons == [.unknownType("tUnknown")])
  }

  @Test func `a native function gets converted arguments and has its result converted`() throws {
    let twice = Function(
      name: "twice",
      parameters: [Function.Parameter(name: "x", type: .number)],
      result: .list(.number),
      body: .native { values, _ in values[0] }
    )
    let scope = Scope(["twice": .function(twice)])
    #expect(try Evaluated("twice([4])", in: scope).value.feelText == "[4]")
    #expect(try Evaluated("twice(x: 4)", in: scope).value.feelText == "[4]")
    #expect(try Evaluated(#"twice("a")"#, in: scope).value.feelText == "null")
  }

  @Test(arguments: [
    "{f: function(n) f(n + 1), r: f(0)}.r", "{f: function(n) [f(n)], r: count(f(0))}.r",
    "{f: function(n) for i in [n] return f(i), r: f(0)[1][1]}.r",
    "{f: function(n) sort([1, 2], function(a, b) f(n)), r: f(0)}.r",
  ])
  func `recursion without end stops at the depth`(text: String) throws {
    #expect(try Evaluated(text).reasons.first == .limit("depth"))
  }

  @Test func `a note of a built-in stands where it was called`() throws {
    let notes = try Evaluated(#"1 + number("x")"#).notes
    #expect(notes.allSatisfy { $0.range != .none })
  }

  @Test func `every built-in is found by its name`() {
    for builtin in Builtin.all {
      #expect(
        Builtin.named(builtin.name).contains { $0.parameters.count == builtin.parameters.count }
      )
    }
    #expect(Builtin.named("no such function").isEmpty)
  }
}
