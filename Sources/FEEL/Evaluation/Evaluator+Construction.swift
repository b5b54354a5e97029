extension Evaluation {
  mutating func list(_ elements: [Expression], in scope: Scope) -> Value {
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(evaluate(element, in: scope)) }
    return .list(values)
  }

  /// A context whose entries see the ones before them; null when a key stands twice (suite 0057).
  mutating func context(
    _ entries: [Expression.ContextEntry],
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    var context = Context()
    for entry in entries {
      guard context[entry.key] == nil else {
        return null(.malformedLiteral(entry.key, kind: "context key"), at: entry.value.range)
      }
      context[entry.key] = entryValue(entry, in: scope.extended(by: context))
    }
    return .context(context)
  }

  /// The value of an entry.
  ///
  /// A lambda takes the key as its name, by which its body can call it, unless the name already means
  /// something there.
  private mutating func entryValue(_ entry: Expression.ContextEntry, in scope: Scope) -> Value {
    let value = evaluate(entry.value, in: scope)
    guard case .function(var function) = value, function.name.isEmpty,
      scope[entry.key] == nil, Builtin.named(entry.key).isEmpty
    else { return value }
    function.name = entry.key
    return .function(function)
  }

  /// A range whose ends have one ordered kind or are null; `(= a)` and `(!= a)` take any kind.
  ///
  /// Nil, with a note, for other ends.
  mutating func range(
    _ ends: Expression.RangeExpression,
    in scope: Scope,
    at range: SourceRange
  ) -> ValueRange? {
    let lower = ends.lower.map { evaluate($0, in: scope) }
    let isOne = ends.form == .comparison && ends.lower != nil && ends.upper != nil
    let value = ValueRange(
      lower: lower,
      includesLower: ends.includesLower,
      upper: isOne ? lower : ends.upper.map { evaluate($0, in: scope) },
      includesUpper: ends.includesUpper,
      form: ends.form
    )
    if isOne || value.isWellFormed { return value }
    noteOperands("..", [value.lower, value.upper].compactMap { $0 }, at: range)
    return nil
  }

  /// A function value that keeps the scope in which it is written.
  mutating func lambda(
    _ function: Expression.FunctionExpression,
    in scope: Scope,
    at range: SourceRange
  ) -> Value {
    var parameters: [Function.Parameter] = []
    for parameter in function.parameters {
      guard let type = parameter.type.map({ resolve($0) }) ?? .some(.any) else {
        return unknownType(parameter.type, at: range)
      }
      parameters.append(Function.Parameter(name: parameter.name, type: type))
    }
    guard !function.isExternal else { return external(parameters, at: range) }
    return .function(Function(parameters: parameters, body: .expression(function.body, scope)))
  }

  /// A function of another language: it can be passed on, and is null when invoked.
  private func external(_ parameters: [Function.Parameter], at range: SourceRange) -> Value {
    let body = Function.Body.native { _, evaluation in
      evaluation.null(.notAFunction("external"), at: range)
    }
    return .function(Function(parameters: parameters, body: body))
  }
}

extension ValueRange {
  /// Whether the ends can be compared with each other and with other values.
  fileprivate var isWellFormed: Bool {
    switch (lower, upper) {
    case (nil, nil), (.null?, nil), (nil, .null?), (.null?, .null?): true
    case (let end?, nil), (let end?, .null?), (nil, let end?), (.null?, let end?):
      end.ordering(to: end) != nil
    case (let lower?, let upper?): lower.ordering(to: upper) != nil
    }
  }
}
