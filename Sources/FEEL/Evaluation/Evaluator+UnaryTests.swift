extension Evaluation {
  /// Whether a value passes the tests of an input entry; nil where that is unknown
  /// (DMN 1.5, 10.3.2.7 and 8.3.3).
  ///
  /// One test that passes is enough, and `not(…)` turns the answer around. Inside the tests `?` is
  /// the value. An unknown answer leaves a note.
  public mutating func test(
    _ tests: UnaryTests,
    of value: Value,
    in scope: Scope
  ) -> Bool? {
    switch tests {
    case .any: true
    case .oneOf(let tests): test(anyOf: tests, of: value, in: scope)
    case .noneOf(let tests): test(anyOf: tests, of: value, in: scope).map { !$0 }
    }
  }

  /// Whether one of the tests passes: true as soon as one does, else unknown if one is unknown.
  mutating func test(anyOf tests: [UnaryTest], of value: Value, in scope: Scope) -> Bool? {
    var result: Bool? = false
    let inner = tests.allSatisfy(\.isLiteral) ? scope : scope.extended(by: "?", value)
    for test in tests {
      switch passes(test, value, in: inner) {
      case true?: return true
      case nil: result = nil
      case false?: break
      }
    }
    return result
  }

  private mutating func passes(_ test: UnaryTest, _ value: Value, in scope: Scope) -> Bool? {
    switch test {
    case .comparison(let symbol, let end):
      return compare(symbol, value, evaluate(end, in: scope), at: end.range)
    case .range(let ends):
      let place = ends.lower?.range ?? ends.upper?.range ?? .none
      return range(ends, in: scope, at: place).flatMap { contains($0, value, at: place) }
    case .expression(let expression):
      return passes(evaluate(expression, in: scope), of: expression, value)
    }
  }

  /// Whether a value passes a test that is an expression with this result.
  private mutating func passes(
    _ result: Value,
    of expression: Expression,
    _ value: Value
  ) -> Bool? {
    switch (result, value) {
    case (.boolean(let holds), _) where expression.isCondition(about: value): return holds
    case (.null, _): return expression.mentionsTested ? nil : value.isEqual(to: result)
    case (.list(let elements), _): return contains(elements, result, value, at: expression.range)
    case (.range(let range), _): return contains(range, value, at: expression.range)
    default: return compare(.equal, value, result, at: expression.range)
    }
  }

  /// Whether a list holds the value, has a range around it, or is the value itself (suite 0072).
  private mutating func contains(
    _ elements: [Value],
    _ list: Value,
    _ value: Value,
    at range: SourceRange
  ) -> Bool? {
    var result: Bool? = false
    for element in elements {
      if value.isEqual(to: element) == true { return true }
      guard case .range(let ends) = element else { continue }
      switch ends.contains(value) {
      case true?: return true
      case nil: result = nil
      case false?: break
      }
    }
    if case .list = value, value.isEqual(to: list) == true { return true }
    return result
  }

  private mutating func contains(
    _ ends: ValueRange,
    _ value: Value,
    at range: SourceRange
  ) -> Bool? {
    if let holds = ends.contains(value) { return holds }
    if case .range = value { return value.isEqual(to: .range(ends)) }
    noteOperands("in", [value, .range(ends)], at: range)
    return nil
  }
}

extension UnaryTest {
  /// Whether it is the same for every scope, by its form alone.
  fileprivate var isLiteral: Bool {
    switch self {
    case .comparison(_, let end): end.isLiteral
    case .range(let ends): (ends.lower?.isLiteral ?? true) && (ends.upper?.isLiteral ?? true)
    case .expression(let expression): expression.isLiteral
    }
  }
}

extension Expression {
  /// Whether the truth value that it gives is itself the answer, and not one to compare with.
  ///
  /// So it is where `?` stands in it, and for other inputs than truth values where it compares
  /// something. A literal, name or path is compared: the test `true` does not hold for null.
  fileprivate func isCondition(about value: Value) -> Bool {
    if mentionsTested { return true }
    switch (node, value) {
    case (_, .boolean), (.boolean, _), (.name, .null), (.path, .null): return false
    default: return true
    }
  }

  fileprivate var isLiteral: Bool {
    switch node {
    case .null, .boolean, .number, .string, .atLiteral: true
    case .name, .list, .context, .range, .negation, .binary, .between, .membership, .instanceOf,
      .path, .filter, .invocation, .conditional, .iteration, .quantified, .function, .tested:
      false
    }
  }
}
