internal import FEEL
internal import Testing

/// Types (DMN 1.5, 10.3.1.2, rules 51 and 52).
struct TypeSyntaxTests {
  private func type(_ text: String) throws(Diagnostic) -> TypeReference {
    var parser = Parser(text)
    return try parser.parseTypeReference()
  }

  @Test(arguments: [
    "number", "string", "boolean", "date", "time", "date and time", "days and time duration",
    "years and months duration", "Any", "Null", "tPerson", "Loan Type", "risk.tScore",
    "list<number>",
    "list<list<string>>", "range<date and time>", "context<a: number>",
    "context<a: number, b c: list<string>>",
    "context<a: context<b: Any>>", "function<> -> number", "function<number> -> number",
    "function<number, list<string>> -> function<> -> Any", "list<function<number> -> boolean>",
    "list", "context",
    "range", "function",
  ])
  func `a type prints as it is written`(text: String) throws {
    let read = try type(text)
    #expect(read.description == text)
    #expect(try type(read.description) == read)
  }

  @Test func `forms of types`() throws {
    #expect(try type("date  and\ntime") == .named("date and time"))
    #expect(try type("list < number >") == .list(.named("number")))
    #expect(try type("range<number>") == .range(.named("number")))
    #expect(try type("listing<number>".replacing("<number>", with: "")) == .named("listing"))
    let fields = [
      TypeReference.Field(name: "a", type: .named("number")),
      TypeReference.Field(name: "b-c", type: .list(.named("tOne.Two"))),
    ]
    #expect(try type("context<a: number, b-c: list<tOne . Two>>") == .context(fields))
    let function = TypeReference.function([.named("number")], result: .named("Any"))
    #expect(try type("function<number>->Any") == function)
  }

  @Test(arguments: [
    "a instance of number => (instance a number)",
    "a instance of date and time => (instance a date and time)",
    "a instance of date and time and b => (and (instance a date and time) b)",
    "a instance of days and time duration or b => (or (instance a days and time duration) b)",
    "a instance of list<number> and b => (and (instance a list<number>) b)",
    "a instance of context<x: number, y: string> => (instance a context<x: number, y: string>)",
    "a instance of range<number> = b => (= (instance a range<number>) b)",
    "a instance of function<string> -> string => (instance a function<string> -> string)",
    "a instance of Loan Type => (instance a Loan Type)",
    "a.b instance of risk.tScore => (instance (. a b) risk.tScore)",
    "(a instance of tPerson).b => (. (instance a tPerson) b)",
    "a instance of tPerson.b => (instance a tPerson.b)",
    "(a instance of tPerson)[1] => (filter (instance a tPerson) 1)",
    "(a instance of tPerson)(1) => (call (instance a tPerson) 1)",
    "a instance of number instance of boolean => (instance (instance a number) boolean)",
    "1 + a instance of number => (+ 1 (instance a number))",
    "(1 + a) instance of number => (instance (+ 1 a) number)",
    "[1, 2] instance of list<number> => (instance (list 1 2) list<number>)",
    "if a instance of number then b else c => (if (instance a number) b c)",
    "a instance of number < b => (< (instance a number) b)",
    "null instance of Null => (instance null Null)",
    "function(x) x instance of number => (function (x) (instance x number))",
  ])
  func `instance of`(row: String) throws { try expectTree(row) }

  @Test(arguments: [
    "", "1", "list<", "list<number", "list<>", "context<>", "context<a>", "context<a:>",
    "context<a: number,>",
    "function<number>", "function<number> ->", "function<number,> -> Any", "range<number> x",
    "\"a\"", "list<number>>",
  ])
  func `what is no type`(text: String) {
    #expect(throws: Diagnostic.self) { try type(text) }
  }
}
