extension Parser {
  /// Rule 45: `if a then b else c`.
  mutating func ifExpression() throws(Diagnostic) -> Expression {
    let start = place
    try expect(word: "if")
    let condition = try expression()
    try expect(word: "then")
    let then = try expression()
    try expect(word: "else")
    let otherwise = try expression()
    return Expression(
      .conditional(condition, then: then, else: otherwise),
      at: range(from: start)
    )
  }

  /// Rules 44 and 63: `for i in a, j in b return c`; the body sees `partial`, the results so far.
  mutating func forExpression() throws(Diagnostic) -> Expression {
    let start = place
    try expect(word: "for")
    return try scoped([]) { parser throws(Diagnostic) in
      let iterators = try parser.iterators()
      try parser.expect(word: "return")
      parser.bind("partial")
      let body = try parser.expression()
      return Expression(.iteration(iterators, body), at: parser.range(from: start))
    }
  }

  /// Rule 46: `some i in a satisfies c` and `every i in a satisfies c`.
  mutating func quantified(_ quantifier: Expression.Quantifier) throws(Diagnostic) -> Expression {
    let start = place
    try expect(word: quantifier.rawValue)
    return try scoped([]) { parser throws(Diagnostic) in
      let iterators = try parser.iterators()
      try parser.expect(word: "satisfies")
      let body = try parser.expression()
      return Expression(.quantified(quantifier, iterators, body), at: parser.range(from: start))
    }
  }

  /// `i in a, j in b..c`; each sees the names of those before it.
  private mutating func iterators() throws(Diagnostic) -> [Expression.Iterator] {
    var iterators: [Expression.Iterator] = []
    repeat {
      guard let length = nameLength(before: "in") else { throw unexpected("a name and ‘in’") }
      let name = takeName(length)
      try expect(word: "in")
      let lower = try expression()
      let domain: Expression.Iterator.Domain =
        eat(sign: "..") ? .between(lower, try expression()) : .elements(lower)
      iterators.append(Expression.Iterator(name: name, domain: domain))
      bind(name)
    } while eat(sign: ",")
    return iterators
  }

  /// Rule 55: `function(a: number, b) body`, `function(a) external { … }`.
  mutating func functionDefinition() throws(Diagnostic) -> Expression {
    let start = place
    try expect(word: "function")
    try expect(sign: "(")
    var parameters: [Expression.FunctionExpression.Parameter] = []
    if !eat(sign: ")") {
      repeat { parameters.append(try formalParameter()) } while eat(sign: ",")
      try expect(sign: ")")
    }
    let isExternal = eat(word: "external")
    let body = try scoped(parameters.map(\.name)) { parser throws(Diagnostic) in
      try parser.expression()
    }
    return Expression(
      .function(.init(parameters: parameters, body: body, isExternal: isExternal)),
      at: range(from: start)
    )
  }

  /// Rule 56: a name, perhaps with a type.
  private mutating func formalParameter() throws(Diagnostic)
    -> Expression.FunctionExpression.Parameter
  {
    for closing in [":", ",", ")"] {
      guard let length = nameLength(before: closing) else { continue }
      let name = takeName(length)
      return .init(name: name, type: eat(sign: ":") ? try type() : nil)
    }
    throw unexpected("a parameter's name")
  }

  // MARK: Types

  /// Rule 52: a type by name, or `list<…>`, `range<…>`, `context<…>`, `function<…> -> …`.
  mutating func type() throws(Diagnostic) -> TypeReference {
    try nested { parser throws(Diagnostic) in try parser.typeInside() }
  }

  private mutating func typeInside() throws(Diagnostic) -> TypeReference {
    guard case .word(let word) = current.kind else { throw unexpected("a type") }
    guard peek(1).kind == .sign("<") else { return try typeName() }
    switch word {
    case "list", "range":
      advance()
      advance()
      let element = try type()
      try closeAngle()
      return word == "list" ? .list(element) : .range(element)
    case "context":
      advance()
      return .context(try fields())
    case "function":
      advance()
      return try functionType()
    default: return try typeName()
    }
  }

  private mutating func fields() throws(Diagnostic) -> [TypeReference.Field] {
    try expect(sign: "<")
    var fields: [TypeReference.Field] = []
    repeat {
      guard let length = nameLength(before: ":") else { throw unexpected("a key and ‘:’") }
      let name = takeName(length)
      try expect(sign: ":")
      fields.append(TypeReference.Field(name: name, type: try type()))
    } while eat(sign: ",")
    try closeAngle()
    return fields
  }

  private mutating func functionType() throws(Diagnostic) -> TypeReference {
    try expect(sign: "<")
    var parameters: [TypeReference] = []
    if !at(sign: ">") {
      repeat { parameters.append(try type()) } while eat(sign: ",")
    }
    try closeAngle()
    try expect(sign: "->")
    return .function(parameters, result: try type())
  }

  private mutating func closeAngle() throws(Diagnostic) { try expect(sign: ">") }

  /// A name of words and dots; the words of built-in types with `and` are read as far as they go.
  private mutating func typeName() throws(Diagnostic) -> TypeReference {
    for name in Self.longTypes where matches(name) {
      place += name.count
      return .named(name.joined(separator: " "))
    }
    var text = ""
    while true {
      if case .word(let word) = current.kind, text.isEmpty || !Keyword.continuing.contains(word) {
        if !text.isEmpty, current.hasSpaceBefore, !text.hasSuffix(".") { text += " " }
        text += word
        advance()
      } else if !text.isEmpty, at(sign: "."), case .word = peek(1).kind {
        text += "."
        advance()
      } else {
        break
      }
    }
    guard !text.isEmpty else { throw unexpected("a type") }
    return .named(text)
  }

  private func matches(_ words: [String]) -> Bool {
    words.enumerated().allSatisfy { peek($0.offset).kind == .word($0.element) }
  }

  private static let longTypes = [
    ["date", "and", "time"], ["years", "and", "months", "duration"],
    ["days", "and", "time", "duration"],
  ]
}
