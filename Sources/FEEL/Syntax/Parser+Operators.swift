extension Parser {
  /// Rules 1 and 2: an expression with everything that it goes on with.
  mutating func expression() throws(Diagnostic) -> Expression {
    try nested { parser throws(Diagnostic) in try parser.operation(.disjunction) }
  }

  /// Operators that bind at least so closely, from left to right.
  mutating func operation(_ least: Precedence) throws(Diagnostic) -> Expression {
    let start = place
    return try operation(least, behind: negation(), from: start)
  }

  /// Operators that bind at least so closely behind a left operand.
  private mutating func operation(
    _ least: Precedence,
    behind operand: Expression,
    from start: Int
  ) throws(Diagnostic) -> Expression {
    var left = operand
    while true {
      if let found = binaryOperator(), found.precedence >= least {
        advance()
        let right = try rightOperand(of: found.precedence)
        left = Expression(.binary(found.operator, left, right), at: range(from: start))
      } else if least <= .comparison, let next = try comparisonByWord(left, from: start) {
        left = next
      } else {
        return left
      }
      try link()
    }
  }

  private mutating func rightOperand(of precedence: Precedence) throws(Diagnostic) -> Expression {
    guard let next = precedence.next else { return try negation() }
    return try nested { parser throws(Diagnostic) in try parser.operation(next) }
  }

  /// The operator at the current token.
  private func binaryOperator() -> (operator: Expression.BinaryOperator, precedence: Precedence)? {
    switch current.kind {
    case .sign(let sign): Precedence.signs[sign]
    case .word(let word): Precedence.words[word]
    case .number, .string, .end: nil
    }
  }

  /// Rule 49, b to d: `between` and `in`; nil when neither follows.
  private mutating func comparisonByWord(
    _ left: Expression,
    from start: Int
  ) throws(Diagnostic) -> Expression? {
    if eat(word: "between") {
      let low = try nested { parser throws(Diagnostic) in try parser.operation(.addition) }
      try expect(word: "and")
      let high = try nested { parser throws(Diagnostic) in try parser.operation(.addition) }
      return Expression(.between(left, low, high), at: range(from: start))
    }
    if eat(word: "in") {
      let tests = try nested { parser throws(Diagnostic) in try parser.membershipTests() }
      return Expression(.membership(left, tests), at: range(from: start))
    }
    return nil
  }

  /// Rule 49, c and d: one test, or several in brackets.
  private mutating func membershipTests() throws(Diagnostic) -> [UnaryTest] {
    guard at(sign: "(") else { return [try positiveUnaryTest(.addition)] }
    let start = place
    advance()
    var tests = [try positiveUnaryTest(.disjunction)]
    if case .expression(let lower) = tests[0], at(sign: "..") {
      let range = try interval(from: start, lower: lower, includesLower: false)
      // Operators may follow the range as they may any value.
      return [.range(range)]
    }
    while eat(sign: ",") { tests.append(try positiveUnaryTest(.disjunction)) }
    try expect(sign: ")")
    if tests.count == 1, case .expression(let inner) = tests[0] {
      // The brackets belong to the expression, which may go on behind them.
      let value = try operation(.addition, behind: postfix(inner, from: start), from: start)
      return [.expression(value)]
    }
    return tests
  }

  /// Rule 24: arithmetic negation, which binds closer than every operator of two operands.
  mutating func negation() throws(Diagnostic) -> Expression {
    let start = place
    guard eat(sign: "-") else { return try postfix(primary(), from: start) }
    let operand = try nested { parser throws(Diagnostic) in try parser.negation() }
    return Expression(.negation(operand), at: range(from: start))
  }

  /// Rules 38, 43, 50 and 51: paths, filters, invocations and `instance of` behind an expression.
  mutating func postfix(_ operand: Expression, from start: Int) throws(Diagnostic) -> Expression {
    var result = operand
    while true {
      if at(sign: "."), case .word = peek(1).kind {
        advance()
        result = Expression(.path(result, propertyName()), at: range(from: start))
      } else if at(sign: "["), !closesRange() {
        advance()
        let filter = try scoped(["item"]) { parser throws(Diagnostic) in try parser.expression() }
        try expect(sign: "]")
        result = Expression(.filter(result, filter), at: range(from: start))
      } else if at(sign: "(") {
        let arguments = try nested { parser throws(Diagnostic) in try parser.arguments() }
        result = Expression(.invocation(result, arguments), at: range(from: start))
      } else if at(word: "instance"), peek(1).kind == .word("of") {
        advance()
        advance()
        result = Expression(.instanceOf(result, try type()), at: range(from: start))
      } else {
        return result
      }
      try link()
    }
  }

  /// The name of a property: all words up to one that goes on with the expression, or a name that is
  /// known and longer.
  private mutating func propertyName() -> String {
    if let known = knownProperty(), known.length > 1 {
      place += known.length
      return known.name
    }
    var words: [String] = []
    while case .word(let word) = current.kind,
      words.isEmpty || !Keyword.continuing.contains(word)
    {
      words.append(word)
      advance()
    }
    return words.joined(separator: " ")
  }

  /// Rules 39 to 42: arguments in order or by name.
  private mutating func arguments() throws(Diagnostic) -> Expression.Arguments {
    try expect(sign: "(")
    if eat(sign: ")") { return .positional([]) }
    if let length = nameLength(before: ":") {
      var named: [Expression.ContextEntry] = []
      var next: Int? = length
      while let length = next {
        let name = takeName(length)
        try expect(sign: ":")
        named.append(Expression.ContextEntry(key: name, value: try expression()))
        next = nil
        if eat(sign: ",") {
          next = nameLength(before: ":")
          if next == nil { throw unexpected("a parameter's name and ‘:’") }
        }
      }
      try expect(sign: ")")
      return .named(named)
    }
    var positional = [try expression()]
    while eat(sign: ",") { positional.append(try expression()) }
    try expect(sign: ")")
    return .positional(positional)
  }

  /// How many tokens make a name that a sign or word follows; nil when there is no such name.
  func nameLength(before closing: String) -> Int? {
    var length = 0
    while true {
      let token = peek(length)
      if length > 0, token.kind == .sign(closing) || token.kind == .word(closing) { return length }
      switch token.kind {
      case .word: break
      case .number where length > 0: break
      case .sign(let sign) where length > 0 && Self.nameSigns.contains(sign): break
      case .number, .string, .sign, .end: return nil
      }
      length += 1
    }
  }

  /// Rule 30: signs that may stand in names.
  private static let nameSigns: Set<String> = [".", "/", "-", "'", "’", "+", "*", "**"]

  /// Takes tokens as a name; words are separated by one space where white space stood.
  mutating func takeName(_ length: Int) -> String {
    var name = ""
    for offset in 0..<length {
      if offset > 0, current.hasSpaceBefore { name += " " }
      name += current.namePart ?? ""
      advance()
    }
    return name
  }
}
