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
        parser.bind(key: key)
      } while parser.eat(sign: ",")
    }
    try expect(sign: "}")
    return Expression(.context(entries), at: range(from: start))
  }
}
