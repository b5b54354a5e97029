extension Parser {
  /// Rules 13 to 15: the tests of an input entry.
  mutating func unaryTests() throws(Diagnostic) -> UnaryTests {
    if at(sign: "-"), peek(1).kind == .end {
      advance()
      return .any
    }
    if at(word: "not"), peek(1).kind == .sign("("), let tests = negatedTests() { return tests }
    return .oneOf(try positiveUnaryTests())
  }

  /// Rule 15 b: `not(…)` around everything; nil where more follows, or less, which is then an expression.
  private mutating func negatedTests() -> UnaryTests? {
    var parser = self
    parser.advance()
    parser.advance()
    do {
      let tests = try parser.positiveUnaryTests()
      try parser.expect(sign: ")")
      guard parser.current.kind == .end else { return nil }
      self = parser
      return .noneOf(tests)
    } catch {
      // Reading it as an expression finds the same mistake again.
      return nil
    }
  }

  /// Rule 14: tests separated by commas.
  private mutating func positiveUnaryTests() throws(Diagnostic) -> [UnaryTest] {
    var tests = [try positiveUnaryTest(.disjunction)]
    while eat(sign: ",") { tests.append(try positiveUnaryTest(.disjunction)) }
    return tests
  }

  /// Rules 7 and 13: a comparison with the tested value, a range, or any other expression.
  mutating func positiveUnaryTest(_ precedence: Precedence) throws(Diagnostic) -> UnaryTest {
    if case .sign(let sign) = current.kind, let found = Precedence.signs[sign],
      found.precedence == .comparison
    {
      advance()
      return .comparison(found.operator, try endpoint())
    }
    let tested = try nested { parser throws(Diagnostic) in try parser.operation(precedence) }
    if case .range(let range) = tested.node, range.form == .interval { return .range(range) }
    return .expression(tested)
  }
}
