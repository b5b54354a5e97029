extension Expression {
  /// The names that it reads from its scope: those that it does not bind itself.
  ///
  /// Inside a filter every name may also be an entry of the elements; such names are counted as free.
  public var freeNames: Set<String> {
    switch node {
    case .name(let name): return [name]
    case .context(let entries):
      var bound: Set<String> = []
      var free: Set<String> = []
      for entry in entries {
        free.formUnion(entry.value.freeNames.subtracting(bound))
        bound.insert(entry.key)
      }
      return free
    case .filter(let operand, let test):
      return operand.freeNames.union(test.freeNames.subtracting(["item"]))
    case .iteration(let iterators, let body):
      return Self.free(iterators, body, bound: ["partial"])
    case .quantified(_, let iterators, let body): return Self.free(iterators, body, bound: [])
    case .function(let function):
      return function.body.freeNames.subtracting(function.parameters.map(\.name))
    case .null, .boolean, .number, .string, .atLiteral, .tested, .list, .range, .negation, .binary,
      .between, .membership, .instanceOf, .path, .invocation, .conditional:
      return parts.reduce(into: []) { $0.formUnion($1.freeNames) }
    }
  }

  private static func free(
    _ iterators: [Iterator],
    _ body: Expression,
    bound: Set<String>
  ) -> Set<String> {
    var bound = bound
    var free: Set<String> = []
    for iterator in iterators {
      let names = iterator.domain.parts.reduce(into: Set<String>()) { $0.formUnion($1.freeNames) }
      free.formUnion(names.subtracting(bound))
      bound.insert(iterator.name)
    }
    return free.union(body.freeNames.subtracting(bound))
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
