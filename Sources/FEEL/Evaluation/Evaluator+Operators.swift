extension Evaluation {
  /// A chain of operators, from its leftmost operand on, so that its length costs no depth.
  ///
  /// `a or b` does not look at `b` when `a` is true, nor `a and b` when `a` is false: the result is
  /// certain then (DMN 1.5, 10.3.2.15, table 52).
  mutating func chain(_ expression: Expression, in scope: Scope) -> Value {
    guard case .binary(let symbol, let left, let right) = expression.node else {
      return evaluate(expression, in: scope)
    }
    guard case .binary = left.node else {
      let value = evaluate(left, in: scope)
      return apply(symbol, value, right, in: scope, at: expression.range)
    }
    var links = [expression]
    var first = left
    while case .binary(_, let next, _) = first.node {
      links.append(first)
      first = next
    }
    var value = evaluate(first, in: scope)
    for link in links.reversed() {
      guard case .binary(let symbol, _, let right) = link.node else { continue }
      value = apply(symbol, value, right, in: scope, at: link.range)
    }
    return value
  }

  private mutating func apply(
    _ symbol: Expression.BinaryOperator,
    _ left: Value,
    _ operand: Expression,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    switch symbol {
    case .or, .and:
      return logical(symbol, left, operand, in: scope, at: range)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let right = evaluate(operand, in: scope)
      return Value(compare(symbol, left, right, at: range))
    case .add, .subtract, .multiply, .divide, .power:
      let right = evaluate(operand, in: scope)
      return calculate(symbol, left, right, at: range)
    }
  }

  /// `or`, which true decides, and `and`, which false decides.
  ///
  /// What is no truth value counts as null, and leaves a note where it makes the result null.
  private mutating func logical(
    _ symbol: Expression.BinaryOperator,
    _ left: Value,
    _ operand: Expression,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    let decisive = symbol == .or
    if left.truth == decisive { return .boolean(decisive) }
    let right = evaluate(operand, in: scope)
    if right.truth == decisive { return .boolean(decisive) }
    if left.truth != nil, right.truth != nil { return .boolean(!decisive) }
    if !left.isTruthOrNull || !right.isTruthOrNull {
      noteOperands(symbol.rawValue, [left, right], at: range)
    }
    return .null
  }

  /// The comparison operators; nil with a note where the two cannot be compared.
  mutating func compare(
    _ symbol: Expression.BinaryOperator,
    _ left: Value,
    _ right: Value,
    at range: SourceRange
  ) -> Bool? {
    if let holds = symbol.holds(left, right) { return holds }
    noteOperands(symbol.rawValue, [left, right], at: range)
    return nil
  }

  mutating func between(
    _ operand: Expression,
    _ lower: Expression,
    _ upper: Expression,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    let value = evaluate(operand, in: scope)
    let ends = (evaluate(lower, in: scope), evaluate(upper, in: scope))
    let interval = ValueRange(
      lower: ends.0,
      includesLower: true,
      upper: ends.1,
      includesUpper: true
    )
    guard let holds = interval.contains(value) else {
      noteOperands("between", [value, ends.0, ends.1], at: range)
      return .null
    }
    return .boolean(holds)
  }

  /// Records that an operator has no meaning for these operands.
  mutating func noteOperands(_ symbol: String, _ operands: [Value], at range: SourceRange) {
    _ = null(.operandTypes(operator: symbol, kinds: operands.map(\.kind)), at: range)
  }
}

extension Value {
  fileprivate var isTruthOrNull: Bool {
    switch self {
    case .null, .boolean: true
    case .number, .string, .date, .time, .dateAndTime, .yearsAndMonths, .daysAndTime, .list,
      .context, .range, .function:
      false
    }
  }
}

extension Expression.BinaryOperator {
  /// Whether a comparison holds; nil where the two cannot be compared, and for other operators.
  fileprivate func holds(_ left: Value, _ right: Value) -> Bool? {
    switch self {
    case .equal: left.isEqual(to: right)
    case .notEqual: left.isEqual(to: right).map { !$0 }
    case .less: left.ordering(to: right).map { $0 == .less }
    case .lessOrEqual: left.ordering(to: right).map { $0 != .greater }
    case .greater: left.ordering(to: right).map { $0 == .greater }
    case .greaterOrEqual: left.ordering(to: right).map { $0 != .less }
    case .or, .and, .add, .subtract, .multiply, .divide, .power: nil
    }
  }
}
