internal import FEEL
internal import Testing

struct StringBuiltinsTests {
  @Test(arguments: [
    BuiltinExample(#"substring("f", 1)"#, #""f""#),
    BuiltinExample(#"substring("foobar", 3)"#, #""obar""#),
    BuiltinExample(#"substring("foobar", 3, 3)"#, #""oba""#),
    BuiltinExample(#"substring("foobar", 3, 3.8)"#, #""oba""#),
    BuiltinExample(#"substring("foobar", 3.8, 3)"#, #""oba""#),
    BuiltinExample(#"substring("foobar", 3, 0)"#, #""""#),
    BuiltinExample(#"substring("foobar", 3, 100)"#, #""obar""#),
    BuiltinExample(#"substring("foobar", 3, 10 ** 40)"#, #""obar""#),
    BuiltinExample(#"substring("foobar", -2, 1)"#, #""a""#),
    BuiltinExample(#"substring("foobar", -6, 6)"#, #""foobar""#),
    BuiltinExample(#"substring("foobar", -6)"#, #""foobar""#),
    BuiltinExample(#"substring(string: "foobar", start position: 3)"#, #""obar""#),
    BuiltinExample(#"substring(length: 1, start position: 3, string: "foobar")"#, #""o""#),
    BuiltinExample(#"substring("\U01F40Efoo", 2)"#, #""foo""#),
    BuiltinExample(#"substring("é🐎x", 2, 1)"#, #""🐎""#),
    BuiltinExample("substring(\"e\u{301}x\", 2)", "\"\u{301}x\""),
  ])
  func `a substring counts code points`(_ example: BuiltinExample) throws { try example.check() }

  @Test(arguments: [
    ("0", "start position"), ("7", "start position"), ("-7", "start position"),
    ("0.5", "start position"), ("10 ** 40", "start position"), ("1, -1", "length"),
    ("1, -0.5", "length"),
  ])
  func `a place outside the string is null`(arguments: String, parameter: String) throws {
    try BuiltinRefusalExample(
      "substring(\"foobar\", \(arguments))",
      .argumentValue(function: "substring", parameter: parameter)
    ).check()
  }

  @Test(arguments: [
    BuiltinExample(#"string length("")"#, "0"),
    BuiltinExample(#"string length("abc")"#, "3"),
    BuiltinExample(#"string length(string: "aaaaa dddd ")"#, "11"),
    BuiltinExample(#"string length("\u0009")"#, "1"),
    BuiltinExample(#"string length("\\u0009")"#, "6"),
    BuiltinExample(#"string length("\U01F40E")"#, "1"),
    BuiltinExample(#"string length("\ud83d\udc0e\uD83D\uDE00")"#, "2"),
    BuiltinExample(#"string length("👨‍👩‍👧")"#, "5"),
    BuiltinExample("string length(\"e\u{301}\")", "2"),
    BuiltinExample("string length(\"\u{D}\n\")", "2"),
    BuiltinExample(#"upper case("aBc1?@{")"#, #""ABC1?@{""#),
    BuiltinExample(#"upper case(string: "straße")"#, #""STRASSE""#),
    BuiltinExample(#"lower case("ABc1?@{")"#, #""abc1?@{""#),
    BuiltinExample(#"lower case(string: "ΟΔΟΣ")"#, #""οδος""#),
    BuiltinExample(#"upper case("")"#, #""""#),
  ])
  func `length and case go by code points`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample(#"substring before("foobar", "bar")"#, #""foo""#),
    BuiltinExample(#"substring before("foobar", "o")"#, #""f""#),
    BuiltinExample(#"substring before("foobar", "x")"#, #""""#),
    BuiltinExample(#"substring before("", "")"#, #""""#),
    BuiltinExample(#"substring before("abc", "")"#, #""""#),
    BuiltinExample(#"substring before(match: "b", string: "foobar")"#, #""foo""#),
    BuiltinExample(#"substring after("foobar", "ob")"#, #""ar""#),
    BuiltinExample(#"substring after("foobar", "x")"#, #""""#),
    BuiltinExample(#"substring after("", "a")"#, #""""#),
    BuiltinExample(#"substring after("abc", "")"#, #""abc""#),
    BuiltinExample(#"substring after("abc", "c")"#, #""""#),
    BuiltinExample(#"substring after(match: "b", string: "foobar")"#, #""ar""#),
    BuiltinExample(#"contains("foobar", "bar")"#, "true"),
    BuiltinExample(#"contains("abc", "")"#, "true"),
    BuiltinExample(#"contains("", "ab")"#, "false"),
    BuiltinExample(#"contains(match: "b", string: "foobar")"#, "true"),
    BuiltinExample("contains(\"e\u{301}\", \"e\")", "true"),
    BuiltinExample("contains(\"e\u{301}\", \"\u{E9}\")", "false"),
    BuiltinExample(#"contains("\ud83d\udc0e\uD83D\uDE00", "😀")"#, "true"),
    BuiltinExample(#"starts with("foobar", "of")"#, "false"),
    BuiltinExample(#"starts with("foobar", "fo")"#, "true"),
    BuiltinExample(#"starts with("fo", "foobar")"#, "false"),
    BuiltinExample("starts with(\"e\u{301}\", \"e\")", "true"),
    BuiltinExample(#"starts with(match: "", string: "foobar")"#, "true"),
    BuiltinExample(#"ends with("foobar", "r")"#, "true"),
    BuiltinExample(#"ends with("foobar", "a")"#, "false"),
    BuiltinExample(#"ends with(match: "bar", string: "foobar")"#, "true"),
    BuiltinExample("ends with(\"e\u{301}\", \"\u{301}\")", "true"),
    BuiltinExample("ends with(\"e\u{301}\", \"\u{E9}\")", "false"),
  ])
  func `a string is searched by code points`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample(#"string join(["a", "b", "c"])"#, #""abc""#),
    BuiltinExample(#"string join(["a", "b", "c"], " and ")"#, #""a and b and c""#),
    BuiltinExample(#"string join(["a", "b"], "")"#, #""ab""#),
    BuiltinExample(#"string join(["a", "b"], null)"#, #""ab""#),
    BuiltinExample(#"string join(["a"], "X")"#, #""a""#),
    BuiltinExample(#"string join(["a", null, "c"], "X")"#, #""aXc""#),
    BuiltinExample(#"string join([null, "c", null], "X")"#, #""c""#),
    BuiltinExample(#"string join([null, null], "X")"#, #""""#),
    BuiltinExample(#"string join(["", ""], "X")"#, #""X""#),
    BuiltinExample(#"string join([], "X")"#, #""""#),
    BuiltinExample(#"string join("a", "X")"#, #""a""#),
    BuiltinExample(#"string join(delimiter: "X", list: ["a", "c"])"#, #""aXc""#),
    BuiltinExample(#"string join(list: ["a", "c"])"#, #""ac""#),
  ])
  func `strings are joined, nulls left out`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    "string join()", #"string join(["a"], "X", "foo")"#, "string join(null)",
    #"string join(null, "X")"#, #"string join([1, 2, 3], "X")"#, #"string join(["a", ["b"]])"#,
    #"string join(123, "X")"#, #"string join(["a"], 1)"#,
    #"string join(list: ["a"], delimitr: "X")"#, #"string join(lst: ["a"], delimiter: "X")"#,
  ])
  func `only strings are joined`(text: String) throws { try BuiltinRefusalExample(text).check() }

  @Test func `a joined string that grows too large is a limit`() throws {
    let part = Value.string(String(repeating: "a", count: 1_000_000))
    let list = Value.list(Array(repeating: part, count: 100))
    let notes = try call("string join", [list]).evaluation.notes
    #expect(notes.map(\.reason) == [.limit("string join")])
  }

  @Test(arguments: ["string length", "upper case", "lower case"])
  func `functions of one string refuse anything else`(name: String) throws {
    for arguments in [
      "", "null", "\"a\", \"b\"", "text: \"a\"", "string: null", "1", "true", "[\"a\", \"b\"]",
      "[]",
      "@\"2024-01-01\"",
    ] {
      try BuiltinRefusalExample("\(name)(\(arguments))").check()
    }
  }

  @Test(arguments: [
    "substring before", "substring after", "contains", "starts with", "ends with", "split",
    "substring", "matches",
  ])
  func `functions of two strings refuse anything else`(name: String) throws {
    for arguments in [
      "", "null", "\"a\"", "null, null", "\"a\", null", "null, \"a\"", "true, \"1\"", "\"a\", true",
      "[\"a\", \"b\"], \"a\"", "\"a\", []", "str: \"a\", match: \"b\"", "string: \"a\", foo: \"b\"",
      "\"a\", \"b\", \"c\", \"d\"",
    ] {
      try BuiltinRefusalExample("\(name)(\(arguments))").check()
    }
  }
}
