internal import FEEL

/// Where and how a model reads one input, which is what its classes follow from.
struct InputUses {
  /// The constants with which the input is compared.
  var constants: [Value] = []
  /// The tests of table columns that read the input alone.
  var tests: [UnaryTests] = []
  /// Whether the input stands in an expression with others, so that no two classes can be joined.
  var isEntangled = false
  /// Whether the input is one of infinitely many values, which an expression may only compare.
  var isOrdered = false
  /// Whether a table tests the input for null.
  var isAskedWhetherStated = false
}

extension InputUses {
  /// The uses of every input of a model, by name.
  static func all(in model: CompiledModel) -> [String: InputUses] {
    var uses: [String: InputUses] = [:]
    for input in model.inputs {
      uses[input.name] = InputUses(isOrdered: input.type != .boolean && input.type != .string)
      if let allowed = input.allowedValues { uses[input.name]?.add(allowed) }
    }
    for decision in model.decisions {
      for name in decision.requiredInputs {
        uses[name]?.add(decision.logic, name: name)
      }
    }
    return uses
  }

  private mutating func add(_ logic: CompiledLogic, name: String) {
    if let table = logic.decisionTable {
      for (column, clause) in table.inputs.enumerated() {
        let tests = table.rules.map { $0.tests[column] }
        if clause.expression.node == .name(name) {
          tests.forEach { add($0) }
          if tests.contains(where: \.namesNull) { isAskedWhetherStated = true }
        } else {
          add(clause.expression, name: name)
        }
        for test in tests where test.freeNames.contains(name) { isEntangled = true }
      }
      for rule in table.rules {
        for output in rule.outputs { add(output, name: name) }
      }
    } else if let expression = logic.feelExpression {
      add(expression, name: name)
    } else {
      isEntangled = true
    }
  }

  /// Whether an expression only compares the input with constants, so that classes can be told.
  func canSplit(_ expression: Expression, name: String) -> Bool {
    var copy = self
    return copy.collect(expression, name: name)
  }

  /// Adds the tests of a column that reads the input alone.
  private mutating func add(_ tests: UnaryTests) {
    self.tests.append(tests)
    for test in tests.list {
      switch test {
      case .comparison(_, let end): add(constant: end)
      case .range(let range): [range.lower, range.upper].forEach { $0.map { add(constant: $0) } }
      case .expression(let expression): add(constant: expression)
      }
    }
  }

  private mutating func add(constant: Expression) {
    switch constant.constantValue {
    case .null?: break
    case let value?: constants.append(value)
    case nil:
      if case .list(let elements) = constant.node {
        elements.forEach { add(constant: $0) }
      } else if case .range(let range) = constant.node {
        [range.lower, range.upper].forEach { $0.map { add(constant: $0) } }
      } else {
        add(constant, name: "?")
        isEntangled = true
      }
    }
  }

  /// Adds an expression that may read the input anywhere.
  private mutating func add(_ expression: Expression, name: String) {
    guard expression.freeNames.contains(name) || name == "?" else { return }
    // What cannot be split is told apart by no diagram, and so tells no classes apart.
    var copy = self
    guard copy.collect(expression, name: name) else { return }
    self = copy
    isEntangled = true
  }

  /// Collects what a name is compared with; false when it is used in another way.
  private mutating func collect(_ expression: Expression, name: String) -> Bool {
    func isSubject(_ part: Expression) -> Bool {
      part.node == .name(name) || (name == "?" && part.node == .tested)
    }
    switch expression.node {
    case .null, .boolean, .number, .string, .atLiteral: return true
    case .name, .tested: return !isOrdered || !isSubject(expression)
    case .binary(let op, let left, let right):
      switch op {
      case .and, .or: return collect(left, name: name) && collect(right, name: name)
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
        for (one, other) in [(left, right), (right, left)] where isSubject(one) {
          guard let value = other.constantValue else { return false }
          if case .null = value { return true }
          constants.append(value)
          return true
        }
        return collect(left, name: name) && collect(right, name: name)
      case .add, .subtract, .multiply, .divide, .power:
        return !expression.reads(name)
      }
    case .between(let value, let low, let high):
      guard isSubject(value) else { return !expression.reads(name) }
      guard let low = low.constantValue, let high = high.constantValue else { return false }
      constants += [low, high]
      return true
    case .membership(let value, let tests):
      guard isSubject(value) else { return !expression.reads(name) }
      add(.oneOf(tests))
      return !tests.contains { UnaryTests.oneOf([$0]).freeNames.contains(name) }
    case .conditional(let condition, let then, let otherwise):
      return collect(condition, name: name) && collect(then, name: name)
        && collect(otherwise, name: name)
    case .list(let elements):
      return elements.allSatisfy { collect($0, name: name) }
    case .context(let entries):
      return entries.allSatisfy { collect($0.value, name: name) }
    case .invocation(let function, .positional(let arguments)) where function.node == .name("not"):
      return arguments.allSatisfy { collect($0, name: name) }
    case .range, .negation, .instanceOf, .path, .filter, .invocation, .iteration, .quantified,
      .function:
      return !expression.reads(name)
    }
  }
}

extension Expression {
  /// The value of a literal; nil for everything else.
  var constantValue: Value? {
    switch node {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .number(let value): .number(value)
    case .string(let value): .string(value)
    case .negation(let inner):
      if case .number(let value) = inner.node { .number(value.negated) } else { nil }
    default: nil
    }
  }

  fileprivate func reads(_ name: String) -> Bool {
    name == "?" ? description.contains("?") : freeNames.contains(name)
  }
}

extension UnaryTests {
  /// The single tests.
  var list: [UnaryTest] {
    switch self {
    case .any: []
    case .oneOf(let tests), .noneOf(let tests): tests
    }
  }

  /// Whether one of the tests is for null.
  var namesNull: Bool {
    list.contains { test in
      switch test {
      case .comparison(_, let end), .expression(let end): end.node == .null
      case .range: false
      }
    }
  }
}
