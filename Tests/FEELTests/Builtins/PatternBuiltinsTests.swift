internal import FEEL
internal import Testing

/// How patterns reach the functions; what they mean is tested with the regular expressions.
struct PatternBuiltinsTests {
  @Test(arguments: [
    BuiltinExample(#"matches("abracadabra", "bra")"#, "true"),
    BuiltinExample(#"matches("abracadabra", "bra", null)"#, "true"),
    BuiltinExample(#"matches("abracadabra", "BRA", "i")"#, "true"),
    BuiltinExample(#"matches(pattern: "^x", input: "abc")"#, "false"),
    BuiltinExample(#"matches(flags: "i", pattern: "^A", input: "abc")"#, "true"),
    BuiltinExample(#"matches("Mary\u000DJones", "Mary.Jones")"#, "false"),
    BuiltinExample(#"matches("\nabcd\ndefg\n", "^$", "m")"#, "true"),
    BuiltinExample(#"matches("hello world", "hello\ sworld", "x")"#, "true"),
    BuiltinExample(#"matches("\\", "^\\\\$")"#, "true"),
    BuiltinExample(#"matches("\u212A", "k", "i")"#, "true"),
    BuiltinExample(#"[matches("a", "a[^b]"), matches("a ", "a[^b]")]"#, "[false, true]"),
    BuiltinExample(#"replace("abracadabra", "a(.)", "a$1$1")"#, #""abbraccaddabbra""#),
    BuiltinExample(#"replace("abc", "[A-Z]", "%", "i")"#, #""%%%""#),
    BuiltinExample(#"replace("abc", "[A-Z]", "%", null)"#, #""abc""#),
    BuiltinExample(#"replace("abc", "b", "\\$")"#, #""a$c""#),
    BuiltinExample(
      #"replace("0123456789", "(\d{3})(\d{3})(\d{4})", "($1) $2-$3")"#,
      #""(012) 345-6789""#
    ),
    BuiltinExample(#"replace(replacement: "%", pattern: "[a-z]", input: "abc")"#, #""%%%""#),
    BuiltinExample(
      #"replace(input: "abc", pattern: "[A-Z]", replacement: "%", flags: "")"#,
      #""abc""#
    ),
    BuiltinExample(#"split("John Doe", "\s")"#, #"["John", "Doe"]"#),
    BuiltinExample(#"split("a;b;c;;", ";")"#, #"["a", "b", "c", "", ""]"#),
    BuiltinExample(#"split(delimiter: ",", string: "foo,bar")"#, #"["foo", "bar"]"#),
    BuiltinExample(#"split("", ",")"#, #"[""]"#),
    BuiltinExample(#"split(["a,b"], ",")"#, #"["a", "b"]"#),
  ])
  func `a pattern is matched, replaced and split at`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    ("matches(\"abc\", \"b\", \"p\")", "matches", "flags"),
    ("matches(\"abc\", \"b\", \" \")", "matches", "flags"),
    ("matches(\"abc\", \"(\")", "matches", "pattern"),
    (#"matches("h", "(.)\3")"#, "matches", "pattern"),
    (#"matches("hello world", "\p{ IsBasicLatin}+")"#, "matches", "pattern"),
    ("replace(\"abc\", \"b\", \"$\")", "replace", "replacement"),
    ("replace(\"abc\", \"b*\", \"x\")", "replace", "pattern"),
    ("replace(\"abc\", \"[\", \"x\")", "replace", "pattern"),
    ("replace(\"abc\", \"b\", \"x\", \"X\")", "replace", "flags"),
    ("split(\"abc\", \"\")", "split", "delimiter"),
    ("split(\"abc\", \"*\")", "split", "delimiter"),
  ])
  func `a note says which argument is wrong`(
    text: String,
    function: String,
    parameter: String
  ) throws {
    try BuiltinRefusalExample(text, .argumentValue(function: function, parameter: parameter))
      .check()
  }

  @Test(arguments: [
    "matches(null, \"a\")", "matches(\"a\", null)", "matches(\"a\")", "matches(\"a\", [])",
    "matches(\"a\", \"b\", [])", "matches(\"a\", \"b\", \"\", [])", "matches(\"a\", \"b\", 1)",
    "replace()", "replace(\"a\", \"b\")", "replace(null, \"b\", \"c\")",
    "replace(\"a\", null, \"c\")",
    "replace(\"a\", \"b\", null)", "replace(\"a\", \"b\", 1)", "replace(\"a\", \"b\", \"c\", 1)",
    "replace(\"a\", \"b\", \"c\", \"\", \"\")",
    "replace(text: \"a\", pattern: \"b\", replacement: \"c\")",
    "split()", "split(\"foo\")", "split(delimiter: \",\", str: \"foo,bar\")", "split(null, null)",
    "split(\"foo\", null)", "split(null, \",\")", "split(\"a\", \"b\", \"c\")",
  ])
  func `other arguments are refused`(text: String) throws {
    try BuiltinRefusalExample(text).check()
  }

  @Test func `endless work again and again ends with the budget of the evaluation`() throws {
    let text = String(repeating: "a", count: 40)
    let loop = "for i in 1..100000 return matches(\"\(text)\", \"(a|aa)+[xy]\")"
    let (value, notes) = try evaluated(loop, budget: 3_000_000)
    #expect(value.isIdentical(to: .null) || !notes.isEmpty)
    #expect(notes.contains { $0.reason == .limit("matches") })
  }

  @Test func `endless work is a limit`() throws {
    let text = Value.string(String(repeating: "a", count: 2_000))
    let pattern = Value.string("(a|aa)+[xy]")
    for (name, arguments) in [
      ("matches", [text, pattern]), ("replace", [text, pattern, .string("")]),
      ("split", [text, pattern]),
    ] {
      let notes = try call(name, arguments).evaluation.notes
      #expect(notes.map(\.reason) == [.limit(name)])
    }
  }
}
