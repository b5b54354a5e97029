internal import FEEL
internal import Testing

/// What is said about a text that cannot be read: its line, a caret under the place, a sentence.
struct DiagnosticTests {
  private func rendered(_ text: String, names: [String] = []) -> String {
    do {
      return SyntaxTree.text(try read(text, names: names))
    } catch {
      return error.rendered(in: text)
    }
  }

  private func rendered(tests text: String) -> String {
    do {
      return SyntaxTree.text(try readTests(text))
    } catch {
      return error.rendered(in: text)
    }
  }

  @Test(arguments: [
    ("1 + ", "    ^", "The text ends where an expression should follow."),
    ("", "^", "The text ends where an expression should follow."),
    ("(1 + 2", "      ^", "The text ends where ‘)’ should follow."),
    ("1 2", "  ^", "Found ‘2’ where the end should stand."),
    ("a + * b", "    ^", "Found ‘*’ where an expression should stand."),
    ("if a then b", "           ^", "The text ends where ‘else’ should follow."),
    ("if a b else c", "       ^^^^", "Found ‘else’ where ‘then’ should stand."),
    ("for in a return b", "    ^^", "Found ‘in’ where a name and ‘in’ should stand."),
    ("for 1 in a return b", "    ^", "Found ‘1’ where a name and ‘in’ should stand."),
    (
      "some x in a return b", "            ^^^^^^", "Found ‘return’ where ‘satisfies’ should stand."
    ),
    ("{a 1}", " ^", "Found ‘a’ where a key and ‘:’ should stand."),
    ("{a: 1, }", "       ^", "Found ‘}’ where a key and ‘:’ should stand."),
    ("f(x: 1, 2)", "        ^", "Found ‘2’ where a parameter's name and ‘:’ should stand."),
    ("f(1, x: 2)", "      ^", "Found ‘:’ where ‘)’ should stand."),
    ("function(1) a", "         ^", "Found ‘1’ where a parameter's name should stand."),
    ("[1..5", "     ^", "The text ends where the end of the range, ‘]’ or ‘)’ should follow."),
    ("a instance of 1", "              ^", "Found ‘1’ where a type should stand."),
    ("a instance number", "  ^^^^^^^^", "Found ‘instance’ where the end should stand."),
    ("@a", " ^", "Found ‘a’ where a string should stand."),
    ("a \"b\"", "  ^^^", "Found ‘\"b\"’ where the end should stand."),
    ("a between 1 or 2", "            ^^", "Found ‘or’ where ‘and’ should stand."),
    ("then", "^^^^", "Found ‘then’ where an expression should stand."),
  ])
  func `what stands where something else should`(text: String, mark: String, sentence: String) {
    #expect(rendered(text) == "\(text)\n\(mark)\nline 1: \(sentence)")
  }

  @Test(arguments: [
    ("a + \"b", "    ^^", "The string has no closing quote."),
    ("a /* b", "  ^^^^", "The comment has no end."),
    ("\"a\\u12x\"", "  ^^^^", "‘\\u12’ is no escape of a string."),
    ("\"\\uD83D\"", " ^^^^^^", "‘\\uD83D’ is no escape of a string."),
    ("\"\\uD83Dx\"", " ^^^^^^", "‘\\uD83D’ is no escape of a string."),
    ("\"\\uD83D\\u0041\"", " ^^^^^^^^^^^^", "‘\\uD83D\\u0041’ is no escape of a string."),
    ("\"\\uDC0E\"", " ^^^^^^", "‘\\uDC0E’ is no escape of a string."),
    ("\"\\U110000\"", " ^^^^^^^^", "‘\\U110000’ is no escape of a string."),
    ("\"\\u12é3\"", " ^^^^", "‘\\u12’ is no escape of a string."),
    ("\"\\u", " ^^", "‘\\u’ is no escape of a string."),
    ("\"\\", "^^", "The string has no closing quote."),
    ("a # b", "  ^", "‘#’ has no meaning in FEEL."),
    ("a “b”", "  ^", "‘“’ has no meaning in FEEL."),
    ("a ≤ b", "  ^", "‘≤’ has no meaning in FEEL."),
    ("1 + 1e99999", "    ^^^^^^^", "‘1e99999’ is out of the range of numbers."),
  ])
  func `what is no token`(text: String, mark: String, sentence: String) {
    #expect(rendered(text) == "\(text)\n\(mark)\nline 1: \(sentence)")
  }

  @Test(arguments: [
    ("1 +\n  2 3\n+ 4", "  2 3\n    ^\nline 2: Found ‘3’ where the end should stand."),
    ("1 +\r\n\t2 3\r\n", "\t2 3\n\t  ^\nline 2: Found ‘3’ where the end should stand."),
    ("\"é🐎\" #", "\"é🐎\" #\n     ^\nline 1: ‘#’ has no meaning in FEEL."),
    ("a +\n", "\n^\nline 2: The text ends where an expression should follow."),
    ("a\n\"b\nc", "\"b\n^^\nline 2: The string has no closing quote."),
    ("e\u{301} 1", "e\u{301} 1\n  ^\nline 1: Found ‘1’ where the end should stand."),
  ])
  func `the line at fault is drawn with the caret under it`(text: String, drawing: String) {
    #expect(rendered(text) == drawing)
  }

  @Test(arguments: ["(", "[", "{a:", "f(", "-", "if ", "for i in ", "function() ", "a[", "1 in ("])
  func `what is nested too deep is refused`(opening: String) {
    let error = #expect(throws: Diagnostic.self) {
      try read(String(repeating: opening, count: 10_000))
    }
    #expect(error?.reason == .tooDeep(maximum: 100))
  }

  @Test(arguments: [
    " + 1", ".a", "[1]", "(1)", " and a", " in b", " instance of c", " between 1 and 2",
  ])
  func `chains that are too long are refused`(link: String) throws {
    #expect(throws: Never.self) { try read("a" + String(repeating: link, count: 1_500)) }
    let error = #expect(throws: Diagnostic.self) {
      try read("a" + String(repeating: link, count: 10_000))
    }
    #expect(error?.reason == .tooDeep(maximum: 1_600))
  }

  @Test func `tests say where they are wrong too`() {
    #expect(
      rendered(tests: "< 5, >")
        == "< 5, >\n      ^\nline 1: The text ends where an expression should follow."
    )
    #expect(
      rendered(tests: "1, 2 3") == "1, 2 3\n     ^\nline 1: Found ‘3’ where the end should stand."
    )
  }

  @Test func `a place outside of the text is drawn at its end`() {
    let diagnostic = Diagnostic(.unterminatedString, at: SourceRange(90, 99))
    #expect(diagnostic.rendered(in: "ab") == "ab\n  ^\nline 1: The string has no closing quote.")
    let before = Diagnostic(.unterminatedString, at: SourceRange(-5, -1))
    #expect(before.rendered(in: "ab") == "ab\n^\nline 1: The string has no closing quote.")
  }
}
