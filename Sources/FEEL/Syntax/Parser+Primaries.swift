extension Parser {
  /// An expression without operators around it.
  mutating func primary() throws(Diagnostic) -> Expression {
    let start = place
    switch current.kind {
    case .number(let text):
      guard let number = Number(text) else {
        throw Diagnostic(.invalidNumber(text), at: current.range)
      }
      advance()
      return Expression(.number(number), at: range(from: start))
    case .string(let text):
      advance()
      return Expression(.string(text), at: range(from: start))
    case .word(let word): return try named(word)
    case .sign(let sign): return try signed(sign)
    case .end: throw unexpected("an expression")
    }
  }

  private mutating func tested() -> Expression {
    let start = place
    advance()
    return Expression(.tested, at: range(from: start))
  }

  /// What begins with a sign.
  private mutating func signed(_ sign: String) throws(Diagnostic) -> Expression {
    let start = place
    switch sign {
    case "?": return tested()
    case "@":
      advance()
      guard case .string(let text) = current.kind else { throw unexpected("a string") }
      advance()
      return Expression(.atLiteral(text), at: range(from: start))
    case "(": return try nested { parser throws(Diagnostic) in try parser.bracketed() }
    case "[": return try nested { parser throws(Diagnostic) in try parser.list() }
    case "{": return try nested { parser throws(Diagnostic) in try parser.context() }
    case "]":
      return try nested { parser throws(Diagnostic) in
        parser.advance()
        let lower = try parser.expression()
        let ends = try parser.interval(from: start, lower: lower, includesLower: false)
        return Expression(.range(ends), at: parser.range(from: start))
      }
    case "<", "<=", ">", ">=":
      guard !isBehindComparison, let ends = try comparisonRange() else {
        throw unexpected("an expression")
      }
      return Expression(.range(ends), at: range(from: start))
    default: throw unexpected("an expression")
    }
  }

  /// Whether the token before is a comparison, behind which a second one is a slip.
  private var isBehindComparison: Bool {
    guard place > 0, case .sign(let sign) = tokens[place - 1].kind else { return false }
    return Precedence.signs[sign]?.precedence == .comparison
  }

  /// What begins with a word: a name in scope, a keyword, or a name that is not in scope.
  private mutating func named(_ word: String) throws(Diagnostic) -> Expression {
    let start = place
    let known = knownName()
    if let known, known.length > 1 || !Keyword.all.contains(word) {
      place += known.length
      return Expression(.name(known.name), at: range(from: start))
    }
    switch word {
    case "null", "true", "false":
      advance()
      let node: Expression.Node = word == "null" ? .null : .boolean(word == "true")
      return Expression(node, at: range(from: start))
    case "if": return try nested { parser throws(Diagnostic) in try parser.ifExpression() }
    case "for": return try nested { parser throws(Diagnostic) in try parser.forExpression() }
    case "some": return try nested { parser throws(Diagnostic) in try parser.quantified(.some) }
    case "every": return try nested { parser throws(Diagnostic) in try parser.quantified(.every) }
    case "function" where peek(1).kind == .sign("("):
      return try nested { parser throws(Diagnostic) in try parser.functionDefinition() }
    default:
      if Keyword.all.contains(word) { throw unexpected("an expression") }
      return unknownName()
    }
  }

  /// A name that is not in scope: all words up to a keyword or a name that is in scope.
  private mutating func unknownName() -> Expression {
    let start = place
    var words: [String] = []
    while case .word(let word) = current.kind, !Keyword.all.contains(word),
      words.isEmpty || knownName() == nil
    {
      words.append(word)
      advance()
    }
    return Expression(.name(words.joined(separator: " ")), at: range(from: start))
  }

  // MARK: Brackets

  /// Rules 2 h, 8 and 9: an expression in brackets, a range that begins with `(`, or `(< 5)`.
  private mutating func bracketed() throws(Diagnostic) -> Expression {
    let start = place
    try expect(sign: "(")
    if let ends = try comparisonRange() {
      try expect(sign: ")")
      return Expression(.range(ends), at: range(from: start))
    }
    let inner = try expression()
    if at(sign: "..") {
      let ends = try interval(from: start, lower: inner, includesLower: false)
      return Expression(.range(ends), at: range(from: start))
    }
    try expect(sign: ")")
    return inner
  }

  /// Rule 7 a: `< 5` as a range; nil when no such operator follows.
  ///
  /// `= 5` and `!= 5` are ranges of one value in brackets.
  private mutating func comparisonRange() throws(Diagnostic) -> Expression.RangeExpression? {
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

  /// Rule 54: a list, or a range that begins with `[`.
  private mutating func list() throws(Diagnostic) -> Expression {
    let start = place
    try expect(sign: "[")
    if at(sign: "]"), !opensRange() {
      advance()
      return Expression(.list([]), at: range(from: start))
    }
    var elements = [try expression()]
    if at(sign: "..") {
      let ends = try interval(from: start, lower: elements[0], includesLower: true)
      return Expression(.range(ends), at: range(from: start))
    }
    while eat(sign: ",") { elements.append(try expression()) }
    try expect(sign: "]")
    return Expression(.list(elements), at: range(from: start))
  }

  /// Whether the `]` at the current token begins a range such as `]1..5[`: what follows could not go
  /// on behind an empty list.
  private func opensRange() -> Bool {
    switch peek(1).kind {
    case .number, .string: true
    case .word(let word): !Keyword.continuing.contains(word)
    case .sign(let sign): ["@", "?", "{"].contains(sign)
    case .end: false
    }
  }

  /// Rules 57 to 59: a context, whose entries see those before them.
  private mutating func context() throws(Diagnostic) -> Expression {
    let start = place
    try expect(sign: "{")
    var entries: [Expression.ContextEntry] = []
    if eat(sign: "}") { return Expression(.context([]), at: range(from: start)) }
    try scoped([]) { parser throws(Diagnostic) in
      repeat {
        let key: String
        if case .string(let text) = parser.current.kind {
          key = text
          parser.advance()
        } else if let length = parser.nameLength(before: ":") {
          key = parser.takeName(length)
        } else {
          throw parser.unexpected("a key and ‘:’")
        }
        try parser.expect(sign: ":")
        entries.append(Expression.ContextEntry(key: key, value: try parser.expression()))
        parser.bind(key)
      } while parser.eat(sign: ",")
    }
    try expect(sign: "}")
    return Expression(.context(entries), at: range(from: start))
  }
}
