internal import FEEL
internal import Testing

struct ConversionTests {
  @Test(arguments: [
    ("5", "number", "5"), ("[5]", "number", "5"), ("5", "list<number>", "[5]"),
    ("[5]", "list<number>", "[5]"), ("[[5]]", "list<number>", "[5]"), ("null", "number", "null"),
    ("null", "list<string>", "null"),
    (#"@"2020-01-01""#, "date and time", #"@"2020-01-01T00:00:00Z""#),
    ("[]", "list<string>", "[]"), ("[1]", "Any", "[1]"),
    ("{a: 1, b: 2}", "context<a: number>", "{a: 1, b: 2}"),
    ("[{a: 1}]", "context<a: number>", "{a: 1}"), ("[null]", "number", "null"),
  ])
  func `values become values of a type`(value: String, type: String, expected: String) throws {
    #expect(try Value(feel: value).converted(to: resolved(type))?.feelText == expected)
  }

  @Test(arguments: [
    (#""a""#, "number"), ("[1, 2]", "number"), (#"["a"]"#, "number"), (#""a""#, "list<number>"),
    ("{a: 1}", "context<b: number>"), ("[[1, 2]]", "number"), (#"@"2020-01-01T00:00:00""#, "date"),
    ("1", "range<number>"), ("1", "function<> -> Any"), ("[]", "number"),
  ])
  func `other values have none`(value: String, type: String) throws {
    #expect(try Value(feel: value).converted(to: resolved(type)) == nil)
  }

  @Test(arguments: [
    ("list<number>", "list<Any>", true), ("list<Any>", "list<number>", false),
    ("context<a: number, b: string>", "context<a: number>", true),
    ("context<a: number>", "context<a: number, b: string>", false),
    ("range<date>", "range<date>", true), ("Null", "list<number>", true), ("date", "Any", true),
    ("function<Any> -> number", "function<string> -> Any", true),
    ("function<string> -> number", "function<Any> -> number", false),
    ("function<number> -> Any", "function<number> -> number", false),
    ("function<> -> Any", "function<number> -> Any", false),
  ])
  func `types conform`(type: String, other: String, conforms: Bool) throws {
    #expect(try resolved(type).conforms(to: resolved(other)) == conforms)
  }

  @Test(arguments: [
    ("[1, 2]", "list<number>"), ("[]", "list<Any>"), (#"[1, "a"]"#, "list<Any>"),
    ("[1, null]", "list<number>"), ("[null]", "list<Null>"), ("[1..2)", "range<number>"),
    ("(> 2)", "range<number>"),
    (#"{a: 1, b: {c: "x"}}"#, "context<a: number, b: context<c: string>>"),
    ("function(a: number) a", "function<number> -> Any"), (#"@"P1D""#, "days and time duration"),
  ])
  func `values have a narrowest type`(value: String, type: String) throws {
    #expect(try Value(feel: value).type.description == type)
  }

  private func resolved(_ text: String) throws -> FEELType {
    var parser = Parser(text)
    let reference = try parser.parseTypeReference()
    return try #require(Evaluation().resolve(reference))
  }
}
