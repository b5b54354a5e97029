extension Parser {
  /// Rule 7 a: `< 5` as a range; nil when no such operator follows.
  ///
  /// `= 5` and `!= 5` are ranges of one value in brackets.
  mutating func comparisonRange() throws(Diagnostic) -> Expression.RangeExpression? {
    guard case .sign(let sign) = current.kind, let found = Precedence.signs[sign] else {
      return nil
    }
    switch found.operator {
    case .less, .lessOrEqual:
      advance()
      return .init(
        lower: nil,
        includesLower: false,
        upper: try endpoint(),
        includesUpper: found.operator == .lessOrEqual,
        form: .comparison
      )
    case .greater, .greaterOrEqual:
      advance()
      return .init(
        lower: try endpoint(),
        includesLower: found.operator == .greaterOrEqual,
        upper: nil,
        includesUpper: false,
        form: .comparison
      )
    case .equal, .notEqual:
      advance()
      let end = try endpoint()
      return .init(
        lower: end,
        includesLower: found.operator == .equal,
        upper: end,
        includesUpper: found.operator == .equal,
        form: .comparison
      )
    case .or, .and, .add, .subtract, .multiply, .divide, .power: return nil
    }
  }

  /// Rule 16, with what binds more closely than a comparison, as one stands before it.
  mutating func endpoint() throws(Diagnostic) -> Expression {
    try nested { parser throws(Diagnostic) in try parser.operation(.addition) }
  }

  /// Rules 8 to 12: the rest of a range behind its lower end.
  mutating func interval(
    from start: Int,
    lower: Expression,
    includesLower: Bool
  ) throws(Diagnostic) -> Expression.RangeExpression {
    try expect(sign: "..")
    let upper = try expression()
    guard at(sign: "]") || at(sign: ")") || at(sign: "[") else {
      throw unexpected("the end of the range, ‘]’ or ‘)’")
    }
    let includesUpper = at(sign: "]")
    advance()
    return .init(
      lower: lower,
      includesLower: includesLower,
      upper: upper,
      includesUpper: includesUpper
    )
  }

  /// Whether the `[` at the current token ends a range such as `]1..5[`: nothing that a filter could
  /// begin with follows.
  func closesRange() -> Bool {
    switch peek(1).kind {
    case .end: return true
    case .sign(let sign):
      return [")", "]", ",", "}", ":", ".", "=", "!=", "<=", ">="].contains(sign)
    case .word(let word): return Keyword.continuing.contains(word)
    case .number, .string: return false
    }
  }

  /// Whether the `]` at the current token begins a range such as `]1..5[`: what follows could not go
  /// on behind an empty list.
  func opensRange() -> Bool {
    switch peek(1).kind {
    case .number, .string: true
    case .word(let word): !Keyword.continuing.contains(word)
    case .sign(let sign): ["@", "?", "{"].contains(sign)
    case .end: false
    }
  }

  /// Whether the token before is a comparison, behind which a second one is a slip.
  var isBehindComparison: Bool {
    guard place > 0, case .sign(let sign) = tokens[place - 1].kind else { return false }
    return Precedence.signs[sign]?.precedence == .comparison
  }
}
