internal import FEEL

extension Evaluation {
  /// The value of logic in a scope (DMN 1.5, 10.2 and 10.3.2).
  mutating func evaluate(
    _ logic: CompiledLogic,
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Value {
    guard depth < Evaluation.maximumDepth else { return null(.limit("depth")) }
    depth += 1
    defer { depth -= 1 }
    switch logic {
    case .none: return .null
    case .expression(let expression): return evaluate(expression, in: scope)
    case .table(let table): return decide(table, in: scope, &places).value
    case .context(let entries, let result): return context(entries, result, in: scope, &places)
    case .invocation(let function, let bindings):
      return invoke(function, bindings, in: scope, &places)
    case .function(let function): return .function(function.value(in: scope, types: types))
    case .list(let elements): return list(elements, in: scope, &places)
    case .relation(let columns, let rows): return relation(columns, rows, in: scope, &places)
    case .conditional(let condition, let then, let otherwise):
      return choose(condition, then, otherwise, in: scope, &places)
    case .filter(let list, let match): return filter(list, match, in: scope, &places)
    case .iterator(let iterator): return iterate(iterator, in: scope, &places)
    case .typed(let logic, let type): return coerce(evaluate(logic, in: scope, &places), to: type)
    case .invalid(let problem): return null(.model(String(describing: problem)))
    case .foreign(let language): return null(.model("expression language \(language)"))
    }
  }

  /// An entry's value, brought to its type.
  private mutating func value(
    of entry: CompiledEntry,
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Value {
    let start = notes.count
    let value = coerce(evaluate(entry.logic, in: scope, &places), to: entry.type)
    places.add(entry.text, from: start, to: notes.count)
    return value
  }

  private mutating func context(
    _ entries: [CompiledEntry],
    _ result: CompiledLogic?,
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Value {
    var context = Context()
    for entry in entries {
      let inner = scope.extended(by: context)
      let value = value(of: entry, in: inner, &places)
      context[entry.name] = value.named(entry.name, in: inner)
    }
    guard let result else { return .context(context) }
    return evaluate(result, in: scope.extended(by: context), &places)
  }

  private mutating func list(
    _ elements: [CompiledLogic],
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Value {
    var values: [Value] = []
    for element in elements { values.append(evaluate(element, in: scope, &places)) }
    return .list(values)
  }

  private mutating func relation(
    _ columns: [CompiledColumn],
    _ rows: [[CompiledLogic]],
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Value {
    var values: [Value] = []
    for row in rows {
      var context = Context()
      for (column, cell) in zip(columns, row) {
        context[column.name] = coerce(evaluate(cell, in: scope, &places), to: column.type)
      }
      values.append(.context(context))
    }
    return .list(values)
  }

  /// Null counts as false, and another kind than a truth value makes it null (suite 1150).
  private mutating func choose(
    _ condition: CompiledLogic,
    _ then: CompiledLogic,
    _ otherwise: CompiledLogic,
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Value {
    switch evaluate(condition, in: scope, &places) {
    case .boolean(true): return evaluate(then, in: scope, &places)
    case .boolean(false): return evaluate(otherwise, in: scope, &places)
    case .null:
      _ = null(.conditionNotBoolean(kind: Value.null.kind))
      return evaluate(otherwise, in: scope, &places)
    case let other: return null(.conditionNotBoolean(kind: other.kind))
    }
  }
}

extension Value {
  /// A function that has no name takes that of its entry, by which it can call itself.
  fileprivate func named(_ name: String, in scope: Scope) -> Value {
    guard case .function(var function) = self, function.name.isEmpty, scope[name] == nil,
      Builtin.named(name).isEmpty
    else { return self }
    function.name = name
    return .function(function)
  }
}

extension ModelProblem: CustomStringConvertible {
  /// The element, the text and what is wrong with it, in one line.
  public var description: String {
    "\(element), line \(text.line): “\(text.text)”: \(diagnostic.reason)"
  }
}
