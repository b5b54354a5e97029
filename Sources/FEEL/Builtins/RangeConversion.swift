extension Builtin {
  /// `range(from)`: a range of a text such as `"[1..3)"` (DMN 1.5, 10.3.4.1 and suite 1156).
  ///
  /// Both ends must be there and be literals, in order and of one kind.
  static let rangeConversion = Builtin.row("range", [Parameter("from", .string)]) {
    call,
    evaluation throws(BuiltinRefusal) in
    let text = try call.string(0)
    try evaluation.charge(call.value(0).ownComparisonCost)
    guard let range = rangeExpression(of: text),
      let lower = range.lower, lower.isEndLiteral, let upper = range.upper, upper.isEndLiteral
    else { throw BuiltinRefusal(.malformedLiteral(text, kind: "range")) }
    let start = evaluation.evaluate(lower, in: Scope())
    let end = evaluation.evaluate(upper, in: Scope())
    guard let ordering = start.ordering(to: end), ordering != .greater else {
      throw call.refusal(of: "from")
    }
    return .range(
      ValueRange(
        lower: start,
        includesLower: range.includesLower,
        upper: end,
        includesUpper: range.includesUpper
      )
    )
  }

  private static func rangeExpression(of text: String) -> Expression.RangeExpression? {
    var parser = Parser(text)
    guard let expression = try? parser.parseExpression(), case .range(let range) = expression.node,
      range.form == .interval
    else { return nil }
    return range
  }
}

extension Expression {
  /// Whether the expression is a literal that can be the end of a range: a number, a string, `@"…"`, or
  /// a conversion such as `date("…")` of a string literal.
  fileprivate var isEndLiteral: Bool {
    switch node {
    case .number, .string, .atLiteral:
      return true
    case .negation(let operand):
      if case .number = operand.node { return true }
      return false
    case .invocation(let function, .positional(let arguments)):
      guard case .name(let name) = function.node, Self.endConversions.contains(name),
        arguments.count == 1, case .string = arguments[0].node
      else { return false }
      return true
    case .null, .boolean, .name, .list, .context, .range, .binary, .between, .membership,
      .instanceOf, .path, .filter, .invocation, .conditional, .iteration, .quantified, .function,
      .tested:
      return false
    }
  }

  private static let endConversions: Set<String> = ["date", "time", "date and time", "duration"]
}
