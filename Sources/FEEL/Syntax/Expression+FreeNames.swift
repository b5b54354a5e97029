extension Expression {
  /// The names that it reads from its scope: those that it does not bind itself.
  ///
  /// Inside a filter every name may also be an entry of the elements; such names are counted as free.
  public var freeNames: Set<String> {
    var free: Set<String> = []
    // Without recursion, as chains of operators are deep.
    var open = [(expression: self, bound: Set<String>())]
    while let (expression, bound) = open.popLast() {
      if case .name(let name) = expression.node {
        if !bound.contains(name) { free.insert(name) }
      } else {
        for part in expression.partsWithNames {
          open.append((part.expression, part.names.isEmpty ? bound : bound.union(part.names)))
        }
      }
    }
    return free
  }

  /// The expressions directly inside, each with the names that this expression binds for it.
  private var partsWithNames: [(expression: Expression, names: [String])] {
    switch node {
    case .context(let entries):
      entries.enumerated().map { ($1.value, entries[..<$0].map(\.key)) }
    case .filter(let operand, let test): [(operand, []), (test, ["item"])]
    case .iteration(let iterators, let body):
      Self.parts(of: iterators) + [(body, iterators.map(\.name) + ["partial"])]
    case .quantified(_, let iterators, let body):
      Self.parts(of: iterators) + [(body, iterators.map(\.name))]
    case .function(let function): [(function.body, function.parameters.map(\.name))]
    case .null, .boolean, .number, .string, .atLiteral, .name, .tested, .list, .range, .negation,
      .binary, .between, .membership, .instanceOf, .path, .invocation, .conditional:
      parts.map { ($0, []) }
    }
  }

  /// The domains of iterators, each with the names before it.
  private static func parts(of iterators: [Iterator]) -> [(expression: Expression, names: [String])]
  {
    iterators.enumerated().flatMap { place, iterator in
      iterator.domain.parts.map { ($0, iterators[..<place].map(\.name)) }
    }
  }
}

extension UnaryTests {
  /// The names that the tests read from their scope.
  public var freeNames: Set<String> {
    switch self {
    case .any: []
    case .oneOf(let tests), .noneOf(let tests):
      tests.flatMap(\.parts).reduce(into: []) { $0.formUnion($1.freeNames) }
    }
  }
}
