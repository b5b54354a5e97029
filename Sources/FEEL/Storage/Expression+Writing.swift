extension StorageWriter {
  /// What an expression says; where it stood in its text is left out.
  package mutating func append(_ expression: Expression) throws(StorageError) {
    switch expression.node {
    case .null: append(UInt8(0))
    case .boolean(let truth):
      append(UInt8(1))
      append(truth)
    case .number(let number):
      append(UInt8(2))
      append(number)
    case .string(let text): append(UInt8(3), text)
    case .atLiteral(let text): append(UInt8(4), text)
    case .name(let name): append(UInt8(5), name)
    case .tested: append(UInt8(6))
    case .list(let elements):
      append(UInt8(7))
      try append(elements)
    case .context(let entries):
      append(UInt8(8))
      try append(entries)
    case .range(let range):
      append(UInt8(9))
      try append(range)
    case .negation(let operand):
      append(UInt8(10))
      try append(operand)
    case .binary(let symbol, let left, let right):
      append(UInt8(11), symbol.rawValue)
      try append(left)
      try append(right)
    case .between(let operand, let lower, let upper):
      append(UInt8(12))
      for part in [operand, lower, upper] { try append(part) }
    case .membership(let operand, let tests):
      append(UInt8(13))
      try append(operand)
      try append(tests)
    default: try appendRest(of: expression)
    }
  }

  private mutating func appendRest(of expression: Expression) throws(StorageError) {
    switch expression.node {
    case .path(let base, let name):
      append(UInt8(14), name)
      try append(base)
    case .filter(let base, let condition):
      append(UInt8(15))
      try append(base)
      try append(condition)
    case .invocation(let callee, .positional(let arguments)):
      append(UInt8(16))
      try append(callee)
      try append(arguments)
    case .invocation(let callee, .named(let arguments)):
      append(UInt8(17))
      try append(callee)
      try append(arguments)
    case .conditional(let condition, let then, let otherwise):
      append(UInt8(18))
      for part in [condition, then, otherwise] { try append(part) }
    case .iteration(let iterators, let body):
      append(UInt8(19))
      try append(iterators)
      try append(body)
    case .quantified(let quantifier, let iterators, let body):
      append(UInt8(20), quantifier.rawValue)
      try append(iterators)
      try append(body)
    case .instanceOf, .function, .null, .boolean, .number, .string, .atLiteral, .name, .list,
      .context, .range, .negation, .binary, .between, .membership, .tested:
      // Types as written and lambdas stand in no decision that reasoning can tell apart.
      throw .notStorable
    }
  }

  /// The tests of an input entry.
  package mutating func append(_ tests: UnaryTests) throws(StorageError) {
    switch tests {
    case .any: append(UInt8(0))
    case .oneOf(let tests):
      append(UInt8(1))
      try append(tests)
    case .noneOf(let tests):
      append(UInt8(2))
      try append(tests)
    }
  }

  package mutating func append(_ expressions: [Expression]) throws(StorageError) {
    append(count: expressions.count)
    for expression in expressions { try append(expression) }
  }

  private mutating func append(_ tag: UInt8, _ text: String) {
    append(tag)
    append(text)
  }

  private mutating func append(_ entries: [Expression.ContextEntry]) throws(StorageError) {
    append(count: entries.count)
    for entry in entries {
      append(entry.key)
      try append(entry.value)
    }
  }

  private mutating func append(_ tests: [UnaryTest]) throws(StorageError) {
    append(count: tests.count)
    for test in tests {
      switch test {
      case .comparison(let symbol, let end):
        append(UInt8(0), symbol.rawValue)
        try append(end)
      case .range(let range):
        append(UInt8(1))
        try append(range)
      case .expression(let expression):
        append(UInt8(2))
        try append(expression)
      }
    }
  }

  private mutating func append(_ range: Expression.RangeExpression) throws(StorageError) {
    for end in [range.lower, range.upper] {
      try append(end) { (writer, end) throws(StorageError) in try writer.append(end) }
    }
    append(range.includesLower)
    append(range.includesUpper)
    append(range.form == .comparison)
  }

  private mutating func append(_ iterators: [Expression.Iterator]) throws(StorageError) {
    append(count: iterators.count)
    for iterator in iterators {
      append(iterator.name)
      switch iterator.domain {
      case .elements(let list):
        append(UInt8(0))
        try append(list)
      case .between(let lower, let upper):
        append(UInt8(1))
        try append(lower)
        try append(upper)
      }
    }
  }
}
