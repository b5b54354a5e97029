extension Expression {
  /// Whether `?` stands in it.
  var mentionsTested: Bool { mentions(.tested) }

  /// Whether a name stands in it, bound inside or not.
  func mentions(name: String) -> Bool { mentions(.name(name)) }

  /// Whether a form without parts stands in it; without recursion, as chains of operators are deep.
  private func mentions(_ wanted: Node) -> Bool {
    var open = [self]
    while let next = open.popLast() {
      let parts = next.parts
      if parts.isEmpty, next.node == wanted { return true }
      open += parts
    }
    return false
  }

  /// The expressions directly inside.
  package var parts: [Expression] {
    switch node {
    case .null, .boolean, .number, .string, .atLiteral, .name, .tested: []
    case .list(let elements): elements
    case .context(let entries): entries.map(\.value)
    case .range(let ends): ends.parts
    case .negation(let operand), .path(let operand, _), .instanceOf(let operand, _): [operand]
    case .binary(_, let left, let right), .filter(let left, let right): [left, right]
    case .between(let operand, let lower, let upper): [operand, lower, upper]
    case .membership(let operand, let tests): [operand] + tests.flatMap(\.parts)
    case .invocation(let callee, .positional(let arguments)): [callee] + arguments
    case .invocation(let callee, .named(let arguments)): [callee] + arguments.map(\.value)
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .iteration(let iterators, let body), .quantified(_, let iterators, let body):
      iterators.flatMap(\.domain.parts) + [body]
    case .function(let function): [function.body]
    }
  }
}

extension Expression.RangeExpression {
  var parts: [Expression] { [lower, upper].compactMap { $0 } }
}

extension Expression.Iterator.Domain {
  var parts: [Expression] {
    switch self {
    case .elements(let expression): [expression]
    case .between(let lower, let upper): [lower, upper]
    }
  }
}

extension UnaryTest {
  var parts: [Expression] {
    switch self {
    case .comparison(_, let end): [end]
    case .range(let ends): ends.parts
    case .expression(let expression): [expression]
    }
  }
}
