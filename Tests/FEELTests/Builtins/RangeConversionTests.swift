internal import FEEL
internal import Testing

struct RangeConversionTests {
  @Test(arguments: [
    BuiltinExample(#"range("[18..21]")"#, "[18..21]"),
    BuiltinExample(#"range("(18..21]")"#, "(18..21]"),
    BuiltinExample(#"range("]18..21]")"#, "(18..21]"),
    BuiltinExample(#"range("[18..21[")"#, "[18..21)"),
    BuiltinExample(#"range(" [ 1 .. 3 ] ")"#, "[1..3]"),
    BuiltinExample(#"range("[-3..-1.5]")"#, "[-3..-1.5]"),
    BuiltinExample(#"range("[1..1]")"#, "[1..1]"),
    BuiltinExample(#"range("[\"a\"..\"c\"]")"#, #"["a".."c"]"#),
    BuiltinExample(
      #"range("[@\"1970-01-01\"..@\"1970-01-02\"]")"#,
      #"[@"1970-01-01"..@"1970-01-02"]"#
    ),
    BuiltinExample(#"range("[@\"P1D\"..@\"P2D\"]")"#, #"[@"P1D"..@"P2D"]"#),
    BuiltinExample(#"range("[@\"P1Y\"..@\"P2Y\"]")"#, #"[@"P1Y"..@"P2Y"]"#),
    BuiltinExample(#"range("[@\"00:00:00\"..@\"00:00:00\"]")"#, #"[@"00:00:00"..@"00:00:00"]"#),
    BuiltinExample(
      #"range("[date(\"1970-01-01\")..date(\"1970-01-02\")]")"#,
      #"[@"1970-01-01"..@"1970-01-02"]"#
    ),
    BuiltinExample(
      #"range("[date and time(\"1970-01-01T00:00:00\")..@\"1970-01-02T00:00:00\"]")"#,
      #"[@"1970-01-01T00:00:00"..@"1970-01-02T00:00:00"]"#
    ),
    BuiltinExample(
      #"range("[time(\"00:00:00\")..@\"00:00:01\"]")"#,
      #"[@"00:00:00"..@"00:00:01"]"#
    ),
    BuiltinExample(#"range("[duration(\"P1D\")..@\"P2D\"]")"#, #"[@"P1D"..@"P2D"]"#),
    BuiltinExample(#"range(from: "[1..3]")"#, "[1..3]"),
  ])
  func `a text with two literals is a range`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    "", " ", ">=10", "(>= 10)", "[..2]", "[1..]", "1..3", "[1..3", "5", "[null..null]", "[a..b]",
    "[1 + 1..3]", "[1..3] = [1..3]", "[abs(1)..3]",
    "[date(2020, 1, 1)..@\"2021-01-01\"]",
    "[date(string(\"1970-01-01\"))..date(\"1970-01-02\")]",
    "[date(from: \"2020-01-01\")..@\"2021-01-01\"]",
    "[--1..3]", "[now()..now()]",
  ])
  func `a text that is no range of literals is refused`(text: String) throws {
    let (value, evaluation) = try call("range", [.string(text)])
    #expect(value.isIdentical(to: .null), "gave \(value.feelText)")
    #expect(evaluation.notes.map(\.reason) == [.malformedLiteral(text, kind: "range")])
  }

  @Test(arguments: [
    "[3..1]", "[1..\"b\"]", "[\"z\"..\"a\"]", "[@\"1970-01-02\"..@\"1970-01-01\"]",
    "[@\"1970-01-01\"..@\"1970-01-02T00:00:00\"]", "[@\"P2D\"..@\"P1D\"]", "[@\"P2Y\"..@\"P1Y\"]",
    "[@\"P1Y\"..@\"P400D\"]", "[@\"02:00:00\"..@\"01:00:00\"]",
    "[date(\"x\")..date(\"1970-01-02\")]",
  ])
  func `ends that are not in order are refused`(text: String) throws {
    let (value, evaluation) = try call("range", [.string(text)])
    #expect(value.isIdentical(to: .null), "gave \(value.feelText)")
    let reasons = evaluation.notes.map(\.reason)
    #expect(reasons.contains(.argumentValue(function: "range", parameter: "from")))
  }

  @Test(arguments: [
    BuiltinRefusalExample("range()"), BuiltinRefusalExample("range(\"[1..3]\", \"foo\")"),
    BuiltinRefusalExample("range([1..3])"), BuiltinRefusalExample("range(null)"),
    BuiltinRefusalExample("range(fron: \"[1..3]\")"),
  ])
  func `other arguments are refused`(_ example: BuiltinRefusalExample) throws {
    try example.check()
  }

  @Test func `nesting without end is refused`() throws {
    let text = "[" + String(repeating: "(", count: 100_000) + "1..3]"
    #expect(try call("range", [.string(text)]).value.isIdentical(to: .null))
  }
}
