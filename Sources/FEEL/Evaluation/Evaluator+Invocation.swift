extension Evaluation {
  /// `f(a, b)` and `f(x: a, y: b)` (DMN 1.5, 10.3.2.13, table 59).
  mutating func invoke(
    _ callee: Expression,
    _ arguments: Expression.Arguments,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    if case .name(let name) = callee.node {
      // A variable does not hide the built-in function of its name, such as `date` or `count`.
      if case .function(let function)? = scope[name] {
        return invoke(Callee(function), arguments, in: scope, at: range)
      }
      let rows = Builtin.named(name)
      guard !rows.isEmpty else { return null(.notAFunction(name), at: callee.range) }
      return invoke(.builtin(name, rows), arguments, in: scope, at: range)
    }
    guard case .function(let function) = evaluate(callee, in: scope) else {
      return null(.notAFunction(callee.nameOrEmpty), at: callee.range)
    }
    return invoke(Callee(function), arguments, in: scope, at: range)
  }

  /// The result of a function for arguments in the order of its parameters.
  ///
  /// Null, with a note, when their number is wrong or one has not the type that is declared.
  public mutating func invoke(
    _ function: Function,
    _ arguments: [Value],
    at range: SourceRange = .none
  ) -> Value {
    call(Callee(function), .positional(arguments), at: range)
  }

  private mutating func invoke(
    _ callee: Callee,
    _ arguments: Expression.Arguments,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    switch arguments {
    case .positional(let expressions):
      var values: [Value] = []
      values.reserveCapacity(expressions.count)
      for expression in expressions { values.append(evaluate(expression, in: scope)) }
      return call(callee, .positional(values), at: range)
    case .named(let entries):
      var values: [(key: String, value: Value)] = []
      values.reserveCapacity(entries.count)
      for entry in entries { values.append((entry.key, evaluate(entry.value, in: scope))) }
      return call(callee, .named(values), at: range)
    }
  }

  private mutating func call(
    _ callee: Callee,
    _ arguments: ArgumentValues,
    at range: SourceRange
  ) -> Value {
    switch callee {
    case .builtin(let name, let table):
      let rows = arguments.preferred(of: table)
      for row in rows {
        if let bound = row.bound(arguments, exactly: true) { return run(row, bound, at: range) }
      }
      for row in rows {
        if let bound = row.bound(arguments, exactly: false) { return run(row, bound, at: range) }
      }
      return null(.arguments(function: name, kinds: arguments.kinds), at: range)
    case .defined(let function):
      if let ordered = arguments.ordered(for: function) { return run(function, ordered, at: range) }
      return null(.arguments(function: function.name, kinds: arguments.kinds), at: range)
    }
  }

  /// Runs a built-in; its notes, which know no place, get that of the call.
  private mutating func run(_ row: Builtin, _ values: [Value?], at range: SourceRange) -> Value {
    let before = notes.count
    let result = row.body(values, &self)
    if notes.count > before { locateNotes(from: before, at: range) }
    return result
  }

  /// Runs a lambda or a function of the model for as many values as it has parameters.
  private mutating func run(_ function: Function, _ values: [Value], at range: SourceRange) -> Value
  {
    guard let arguments = converted(values, for: function, at: range) else { return .null }
    let result: Value
    switch function.body {
    case .expression(let body, let scope):
      result = evaluate(body, in: scope.extended(for: function, arguments))
    case .native(let body):
      guard depth < Evaluation.maximumDepth else { return null(.limit("depth"), at: range) }
      depth += 1
      result = body(arguments, &self)
      depth -= 1
    case .builtin(let rows):
      return call(.builtin(function.name, rows), .positional(values), at: range)
    }
    return result.converted(to: function.result)
      ?? null(.typeMismatch(expected: function.result.description, kind: result.kind), at: range)
  }

  private mutating func converted(
    _ values: [Value],
    for function: Function,
    at range: SourceRange
  ) -> [Value]? {
    guard function.parameters.contains(where: { $0.type != .any }) else { return values }
    var converted: [Value] = []
    converted.reserveCapacity(values.count)
    for (value, parameter) in zip(values, function.parameters) {
      guard let argument = value.converted(to: parameter.type) else {
        let expected = parameter.type.description
        _ = null(.typeMismatch(expected: expected, kind: value.kind), at: range)
        return nil
      }
      converted.append(argument)
    }
    return converted
  }
}

/// What is called: rows of the table of built-ins, or a function with parameters of its own.
private enum Callee {
  case builtin(String, [Builtin])
  case defined(Function)

  init(_ function: Function) {
    if case .builtin(let rows) = function.body {
      self = .builtin(function.name, rows)
    } else {
      self = .defined(function)
    }
  }
}

extension ArgumentValues {
  /// One value for each parameter in their order; nil unless each is given once and no other.
  fileprivate func ordered(for function: Function) -> [Value]? {
    guard count == function.parameters.count else { return nil }
    switch self {
    case .positional(let values): return values
    case .named(let values):
      var ordered: [Value] = []
      for parameter in function.parameters {
        guard let given = values.first(where: { $0.key == parameter.name }) else { return nil }
        ordered.append(given.value)
      }
      return ordered
    }
  }
}

extension Scope {
  /// The scope of a lambda's body: its own name, if it has one, and its parameters.
  fileprivate func extended(for function: Function, _ arguments: [Value]) -> Scope {
    let own = function.name.isEmpty ? self : extended(by: function.name, .function(function))
    guard function.parameters.count > 1 else {
      guard let only = function.parameters.first, let value = arguments.first else { return own }
      return own.extended(by: only.name, value)
    }
    let names = zip(function.parameters, arguments).map { (key: $0.name, value: $1) }
    return own.extended(by: Context(names))
  }
}

extension Expression {
  /// The name that is called, for a note.
  fileprivate var nameOrEmpty: String {
    switch node {
    case .name(let name), .path(_, let name): name
    default: ""
    }
  }
}
