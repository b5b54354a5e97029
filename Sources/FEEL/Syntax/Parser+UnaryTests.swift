extension Parser {
  /// Rules 13 to 17: the tests of an input entry.
  mutating func unaryTests() throws(Diagnostic) -> UnaryTests {
    if at(sign: "-"), peek(1).kind == .end {
      advance()
      return .any
    }
    if at(word: "not"), peek(1).kind == .sign("("), closesAtEnd(place + 1) {
      advance()
      advance()
      let tests = try positiveUnaryTests()
      try expect(sign: ")")
      return .noneOf(tests)
    }
    return .oneOf(try positiveUnaryTests())
  }

  /// Rule 15: tests separated by commas.
  private mutating func positiveUnaryTests() throws(Diagnostic) -> [UnaryTest] {
    var tests = [try positiveUnaryTest(.disjunction)]
    while eat(sign: ",") { tests.append(try positiveUnaryTest(.disjunction)) }
    return tests
  }

  /// Rules 7 and 16: a comparison with the tested value, a range, or any other expression.
  mutating func positiveUnaryTest(_ precedence: Precedence) throws(Diagnostic) -> UnaryTest {
    if case .sign(let sign) = current.kind, let found = Precedence.signs[sign],
      found.precedence == .comparison
    {
      advance()
      let end = try nested { parser throws(Diagnostic) in try parser.operation(.addition) }
      return .comparison(found.operator, end)
    }
    let tested = try nested { parser throws(Diagnostic) in try parser.operation(precedence) }
    if case .range(let range) = tested.node, range.form == .interval { return .range(range) }
    return .expression(tested)
  }

  /// Whether the bracket at a token closes at the last token.
  private func closesAtEnd(_ start: Int) -> Bool {
    var depth = 0
    for index in start..<tokens.count {
      switch tokens[index].kind {
      case .sign("("): depth += 1
      case .sign(")"):
        // A range may begin or end with a round bracket: only the outermost pair counts.
        depth -= 1
        if depth == 0 { return index == tokens.count - 2 }
      case .word, .number, .string, .sign, .end: break
      }
    }
    return tokens.count >= 2 && tokens[tokens.count - 2].kind == .sign(")")
  }
}
