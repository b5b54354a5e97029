internal import FEEL

/// Names that no FEEL text can contain, for the parts of boxed expressions.
private enum Reserved {
  static let function = " function"
  static let list = " list"
  static let body = " body"

  static func argument(_ place: Int) -> String { " argument \(place)" }
}

extension Evaluation {
  /// A boxed invocation (DMN 1.5, 7.3.6): a call with named arguments.
  mutating func invoke(
    _ callee: CompiledLogic,
    _ bindings: [CompiledEntry],
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Value {
    guard case .function(let function) = evaluate(callee, in: scope, &places) else {
      return null(.notAFunction(callee.name))
    }
    var values: [String: Value] = [Reserved.function: .function(function)]
    var arguments: [Expression.ContextEntry] = []
    for (place, binding) in bindings.enumerated() {
      let start = notes.count
      let name = Reserved.argument(place)
      values[name] = coerce(evaluate(binding.logic, in: scope, &places), to: binding.type)
      places.add(binding.text, from: start, to: notes.count)
      arguments.append(.init(key: binding.name, value: Expression(.name(name))))
    }
    let call = Expression.Node.invocation(.init(.name(Reserved.function)), .named(arguments))
    return evaluate(Expression(call), in: scope.extended(by: values))
  }

  /// A boxed filter (DMN 1.5, 7.3.11), which means what `list[match]` means.
  mutating func filter(
    _ list: CompiledLogic,
    _ match: CompiledLogic,
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Value {
    let value = evaluate(list, in: scope, &places)
    let (condition, inner) = expression(of: match, "item", in: scope)
    let filter = Expression.Node.filter(.init(.name(Reserved.list)), condition)
    return evaluate(Expression(filter), in: inner.extended(by: Reserved.list, value))
  }

  /// A boxed iterator (DMN 1.5, 7.3.12 to 7.3.14), which means what `for`, `some` and `every` mean.
  mutating func iterate(
    _ iterator: CompiledIterator,
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> Value {
    let value = evaluate(iterator.domain, in: scope, &places)
    let (body, inner) = expression(of: iterator.body, iterator.variable, in: scope)
    let domain = Expression.Iterator(
      name: iterator.variable,
      domain: .elements(Expression(.name(Reserved.list)))
    )
    let node: Expression.Node =
      switch iterator.kind {
      case .for: .iteration([domain], body)
      case .some: .quantified(.some, [domain], body)
      case .every: .quantified(.every, [domain], body)
      }
    return evaluate(Expression(node), in: inner.extended(by: Reserved.list, value))
  }

  /// The logic as an expression over an element's name: what is no expression becomes a call.
  private func expression(
    of logic: CompiledLogic,
    _ name: String,
    in scope: Scope
  ) -> (expression: Expression, scope: Scope) {
    if case .expression(let expression) = logic { return (expression, scope) }
    let body = Function.Body.native { values, evaluation in
      let element = values.first ?? .null
      var inner = scope
      if name == "item", case .context(let context) = element {
        inner = inner.extended(by: context)
      }
      var places = NotePlaces()
      return evaluation.evaluate(logic, in: inner.extended(by: name, element), &places)
    }
    let function = Function(parameters: [.init(name: name)], body: body)
    let call = Expression.Node.invocation(
      Expression(.name(Reserved.body)),
      .positional([Expression(.name(name))])
    )
    return (Expression(call), scope.extended(by: Reserved.body, .function(function)))
  }
}

extension CompiledLogic {
  /// The name that is called, for a note.
  fileprivate var name: String {
    guard case .expression(let expression) = self else { return "" }
    return String(describing: expression)
  }
}
