extension StorageReader {
  package mutating func expression() throws(StorageError) -> Expression {
    Expression(try nested { (reader) throws(StorageError) in try reader.node() })
  }

  private mutating func node() throws(StorageError) -> Expression.Node {
    let tag = try byte()
    switch tag {
    case 0: return .null
    case 1: return .boolean(try bool())
    case 2: return .number(try number())
    case 3: return .string(try text())
    case 4: return .atLiteral(try text())
    case 5: return .name(try text())
    case 6: return .tested
    case 7: return .list(try expressions())
    case 8: return .context(try entries())
    case 9: return .range(try range())
    case 10: return .negation(try expression())
    case 11:
      let symbol = try symbol()
      return .binary(symbol, try expression(), try expression())
    case 12: return .between(try expression(), try expression(), try expression())
    case 13: return .membership(try expression(), try unaryTests())
    default: return try node(of: tag)
    }
  }

  private mutating func node(of tag: UInt8) throws(StorageError) -> Expression.Node {
    switch tag {
    case 14:
      let name = try text()
      return .path(try expression(), name)
    case 15: return .filter(try expression(), try expression())
    case 16: return .invocation(try expression(), .positional(try expressions()))
    case 17: return .invocation(try expression(), .named(try entries()))
    case 18:
      return .conditional(try expression(), then: try expression(), else: try expression())
    case 19: return .iteration(try iterators(), try expression())
    case 20:
      guard let quantifier = Expression.Quantifier(rawValue: try text()) else { throw damage }
      return .quantified(quantifier, try iterators(), try expression())
    default: throw damage
    }
  }

  /// The tests of an input entry.
  package mutating func tests() throws(StorageError) -> UnaryTests {
    switch try byte() {
    case 0: return .any
    case 1: return .oneOf(try unaryTests())
    case 2: return .noneOf(try unaryTests())
    default: throw damage
    }
  }

  package mutating func expressions() throws(StorageError) -> [Expression] {
    try elements { (reader) throws(StorageError) in try reader.expression() }
  }

  private mutating func entries() throws(StorageError) -> [Expression.ContextEntry] {
    try elements { (reader) throws(StorageError) in
      Expression.ContextEntry(key: try reader.text(), value: try reader.expression())
    }
  }

  private mutating func symbol() throws(StorageError) -> Expression.BinaryOperator {
    guard let symbol = Expression.BinaryOperator(rawValue: try text()) else { throw damage }
    return symbol
  }

  private mutating func unaryTests() throws(StorageError) -> [UnaryTest] {
    try elements { (reader) throws(StorageError) in
      switch try reader.byte() {
      case 0:
        let symbol = try reader.symbol()
        return .comparison(symbol, try reader.expression())
      case 1: return .range(try reader.range())
      case 2: return .expression(try reader.expression())
      default: throw reader.damage
      }
    }
  }

  private mutating func range() throws(StorageError) -> Expression.RangeExpression {
    let lower = try optional { (reader) throws(StorageError) in try reader.expression() }
    let upper = try optional { (reader) throws(StorageError) in try reader.expression() }
    return Expression.RangeExpression(
      lower: lower,
      includesLower: try bool(),
      upper: upper,
      includesUpper: try bool(),
      form: try bool() ? .comparison : .interval
    )
  }

  private mutating func iterators() throws(StorageError) -> [Expression.Iterator] {
    try elements { (reader) throws(StorageError) in
      let name = try reader.text()
      switch try reader.byte() {
      case 0: return .init(name: name, domain: .elements(try reader.expression()))
      case 1:
        return .init(name: name, domain: .between(try reader.expression(), try reader.expression()))
      default: throw reader.damage
      }
    }
  }
}
