extension Evaluation {
  /// The value of an expression (DMN 1.5, 10.3.2).
  ///
  /// Never fails: what has no value is null, and `notes` say why and where. Ends for every
  /// expression, with a note where it would go deeper than `maximumDepth` or longer than `budget`.
  public mutating func evaluate(_ expression: Expression, in scope: Scope) -> Value {
    let range = expression.range
    guard depth < Evaluation.maximumDepth else { return null(.limit("depth"), at: range) }
    depth += 1
    defer { depth -= 1 }
    return switch expression.node {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .atLiteral(let text):
      Value(atLiteral: text) ?? null(.malformedLiteral(text, kind: "@"), at: range)
    case .name(let name): value(of: name, in: scope, at: range)
    case .tested: scope["?"] ?? null(.unknownName("?"), at: range)
    case .list(let elements): list(elements, in: scope)
    case .context(let entries): context(entries, in: scope, at: range)
    case .range(let ends): self.range(ends, in: scope, at: range).map(Value.range) ?? .null
    case .function(let function): lambda(function, in: scope, at: range)
    case .negation(let operand): negate(evaluate(operand, in: scope), at: range)
    case .binary: chain(expression, in: scope)
    case .between(let operand, let lower, let upper):
      between(operand, lower, upper, in: scope, at: range)
    case .membership(let tested, let tests):
      Value(test(anyOf: tests, of: evaluate(tested, in: scope), in: scope))
    case .instanceOf(let operand, let type):
      isInstance(evaluate(operand, in: scope), of: type, at: range)
    case .conditional(let condition, let then, let otherwise):
      choose(condition, then, otherwise, in: scope)
    case .path(let base, let name): property(name, of: evaluate(base, in: scope), at: range)
    case .filter(let base, let condition): filter(base, by: condition, in: scope, at: range)
    case .invocation(let callee, let arguments):
      invoke(callee, arguments, in: scope, at: range)
    case .iteration(let iterators, let body): iterate(iterators, body, in: scope, at: range)
    case .quantified(let quantifier, let iterators, let condition):
      quantify(quantifier, iterators, condition, in: scope, at: range)
    }
  }

  private mutating func value(
    of name: String,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    if let value = scope[name] { return value }
    let rows = Builtin.named(name)
    guard !rows.isEmpty else { return null(.unknownName(name), at: range) }
    return .function(Function(name: name, parameters: [], body: .builtin(rows)))
  }

  /// `if`: null counts as false, and another kind than a truth value makes it null (suite 1150).
  private mutating func choose(
    _ condition: Expression,
    _ then: Expression,
    _ otherwise: Expression,
    in scope: Scope
  ) -> Value {
    switch evaluate(condition, in: scope) {
    case .boolean(true): return evaluate(then, in: scope)
    case .boolean(false): return evaluate(otherwise, in: scope)
    case .null:
      _ = null(.conditionNotBoolean(kind: "null"), at: condition.range)
      return evaluate(otherwise, in: scope)
    case let other: return null(.conditionNotBoolean(kind: other.kind), at: condition.range)
    }
  }
}

extension Value {
  /// A truth value, null for nil.
  init(_ truth: Bool?) {
    self = truth.map(Value.boolean) ?? .null
  }

  /// The truth value, nil for null and every other kind.
  var truth: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The date, time or duration of `@"…"`, nil when the text is none (DMN 1.5, 10.3.1.2, rule 65).
  init?(atLiteral text: String) {
    if let duration = YearsAndMonthsDuration(text) {
      self = .yearsAndMonths(duration)
    } else if let duration = DaysAndTimeDuration(text) {
      self = .daysAndTime(duration)
    } else if let date = CalendarDate(text) {
      self = .date(date)
    } else if let time = TimeOfDay(text) {
      self = .time(time)
    } else if let dateAndTime = DateAndTime(text) {
      self = .dateAndTime(dateAndTime)
    } else {
      return nil
    }
  }
}
