/// Writes trees as FEEL texts that read as the same trees.
///
/// Names are written as they are: to read them again the parser must know those with signs in them.
struct ExpressionPrinter {
  /// The text of an expression, in brackets where it binds less closely than its place asks.
  func text(_ expression: Expression, _ place: Binding = .open) -> String {
    let text = plain(expression.node)
    return Binding(expression.node) < place ? "(\(text))" : text
  }

  private func plain(_ node: Expression.Node) -> String {
    switch node {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.description
    case .string(let text): Self.quoted(text)
    case .atLiteral(let text): "@\(Self.quoted(text))"
    case .name(let name): name
    case .tested: "?"
    case .list(let elements): "[\(elements.map { text($0) }.joined(separator: ", "))]"
    case .context(let entries): "{\(entries.map(entry).joined(separator: ", "))}"
    case .range(let ends): range(ends)
    case .negation(let operand): "-\(text(operand, .negation))"
    case .binary: binary(node)
    case .between(let value, let low, let high):
      "\(text(value, .comparison)) between \(text(low, .addition)) and \(text(high, .addition))"
    case .membership(let value, let tests): "\(text(value, .comparison)) in \(bracketed(tests))"
    case .instanceOf(let value, let type): "\(text(value, .instance)) instance of \(type)"
    case .path(let operand, let name): "\(text(operand, .postfix)).\(name)"
    case .filter(let operand, let test): "\(text(operand, .postfix))[\(text(test))]"
    case .invocation(let callee, let arguments):
      "\(text(callee, .postfix))(\(self.arguments(arguments)))"
    case .conditional(let condition, let then, let otherwise):
      "if \(text(condition)) then \(text(then)) else \(text(otherwise))"
    case .iteration(let iterators, let body):
      "for \(list(iterators)) return \(text(body))"
    case .quantified(let quantifier, let iterators, let body):
      "\(quantifier.rawValue) \(list(iterators)) satisfies \(text(body))"
    case .function(let function): self.function(function)
    }
  }

  /// The operators of a chain from left to right, without recursion, as chains are long.
  private func binary(_ expression: Expression.Node) -> String {
    var pieces: [String] = []
    var node = expression
    while case .binary(let sign, let left, let right) = node {
      let own = Binding(sign)
      pieces.append(" \(sign.rawValue) \(text(right, own.next))")
      guard case .binary = left.node, Binding(left.node) >= own else {
        pieces.append(text(left, own))
        break
      }
      node = left.node
    }
    return pieces.reversed().joined()
  }

  private func entry(_ entry: Expression.ContextEntry) -> String {
    let isWord = entry.key.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A
    }
    let key = isWord && !entry.key.isEmpty ? entry.key : Self.quoted(entry.key)
    return "\(key): \(text(entry.value))"
  }

  private func range(_ ends: Expression.RangeExpression) -> String {
    guard ends.form == .comparison else {
      let lower = ends.lower.map { text($0, .addition) } ?? ""
      let upper = ends.upper.map { text($0, .addition) } ?? ""
      return "\(ends.includesLower ? "[" : "(")\(lower)..\(upper)\(ends.includesUpper ? "]" : ")")"
    }
    switch (ends.lower, ends.upper) {
    case (let lower?, nil): return "(\(ends.includesLower ? ">=" : ">") \(text(lower, .addition)))"
    case (nil, let upper?): return "(\(ends.includesUpper ? "<=" : "<") \(text(upper, .addition)))"
    case (let lower?, _?):
      return "(\(ends.includesLower ? "=" : "!=") \(text(lower, .addition)))"
    case (nil, nil): return "null"
    }
  }

  private func bracketed(_ tests: [UnaryTest]) -> String {
    if tests.count == 1, case .range(let range) = tests[0] { return self.range(range) }
    return "(\(tests.map(test).joined(separator: ", ")))"
  }

  /// The text of one test.
  func test(_ test: UnaryTest) -> String {
    switch test {
    case .comparison(let sign, let end): "\(sign.rawValue) \(text(end, .addition))"
    case .range(let range): self.range(range)
    case .expression(let expression): text(expression)
    }
  }

  private func arguments(_ arguments: Expression.Arguments) -> String {
    switch arguments {
    case .positional(let values): values.map { text($0) }.joined(separator: ", ")
    case .named(let entries):
      entries.map { "\($0.key): \(text($0.value))" }.joined(separator: ", ")
    }
  }

  private func list(_ iterators: [Expression.Iterator]) -> String {
    iterators.map { iterator in
      switch iterator.domain {
      case .elements(let elements): "\(iterator.name) in \(text(elements, .disjunction))"
      case .between(let lower, let upper):
        "\(iterator.name) in \(text(lower, .disjunction))..\(text(upper, .disjunction))"
      }
    }.joined(separator: ", ")
  }

  private func function(_ function: Expression.FunctionExpression) -> String {
    let parameters = function.parameters.map { parameter in
      parameter.type.map { "\(parameter.name): \($0)" } ?? parameter.name
    }
    let external = function.isExternal ? " external" : ""
    return "function(\(parameters.joined(separator: ", ")))\(external) \(text(function.body))"
  }

  /// A string literal.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// How closely an expression binds; `open` is everything up to the next sign of its surroundings.
  enum Binding: Int, Comparable {
    case open, disjunction, conjunction, comparison, addition, multiplication, exponentiation
    case negation, instance, postfix

    static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }

    var next: Binding { Binding(rawValue: rawValue + 1) ?? .postfix }

    init(_ sign: Expression.BinaryOperator) {
      self =
        switch sign {
        case .or: .disjunction
        case .and: .conjunction
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
        case .add, .subtract: .addition
        case .multiply, .divide: .multiplication
        case .power: .exponentiation
        }
    }

    init(_ node: Expression.Node) {
      self =
        switch node {
        case .binary(let sign, _, _): Binding(sign)
        case .between, .membership: .comparison
        case .negation: .negation
        case .number(let number): number.isNegative ? .negation : .postfix
        case .conditional, .iteration, .quantified, .function: .open
        case .instanceOf: .instance
        case .null, .boolean, .string, .atLiteral, .name, .list, .context, .range, .path, .filter,
          .invocation, .tested:
          .postfix
        }
    }
  }
}

extension Expression: CustomStringConvertible {
  /// A FEEL text that reads as the same tree where the names in it are known.
  public var description: String { ExpressionPrinter().text(self) }
}

extension UnaryTests: CustomStringConvertible {
  /// A FEEL text that reads as the same tests where the names in it are known.
  public var description: String {
    func list(_ tests: [UnaryTest]) -> String {
      tests.map { ExpressionPrinter().test($0) }.joined(separator: ", ")
    }
    return switch self {
    case .any: "-"
    // In brackets it is the function; without them it would be the negation of the tests.
    case .oneOf(let tests) where tests.count == 1 && list(tests).hasPrefix("not("):
      "(\(list(tests)))"
    case .oneOf(let tests): list(tests)
    case .noneOf(let tests): "not(\(list(tests)))"
    }
  }
}

extension TypeReference: CustomStringConvertible {
  /// A FEEL text that reads as the same type.
  public var description: String {
    switch self {
    case .named(let name): name
    case .list(let element): "list<\(element)>"
    case .range(let element): "range<\(element)>"
    case .context(let fields):
      "context<\(fields.map { "\($0.name): \($0.type)" }.joined(separator: ", "))>"
    case .function(let parameters, let result):
      "function<\(parameters.map(\.description).joined(separator: ", "))> -> \(result)"
    }
  }
}
