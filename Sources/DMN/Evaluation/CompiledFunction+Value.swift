internal import FEEL

extension CompiledFunction {
  /// The function as a value, with the scope and the types that its body sees.
  func value(in scope: Scope, types: [String: FEELType]) -> Function {
    Function(
      name: name,
      parameters: parameters,
      result: result.type,
      body: .native { values, evaluation in
        evaluation.isolated(types: types) { inner in
          inner.call(self, values, in: scope, types: types)
        }
      }
    )
  }
}

extension Evaluation {
  /// Evaluates a part of the model that has types and texts of its own.
  ///
  /// Its notes come out without places, which would be places in other texts than the caller's.
  mutating func isolated(
    types: [String: FEELType],
    _ evaluate: (inout Evaluation) -> Value
  ) -> Value {
    var inner = Evaluation(types: types, budget: budget)
    inner.depth = depth
    let value = evaluate(&inner)
    budget = inner.budget
    for note in inner.notes { _ = null(note.reason) }
    return value
  }

  fileprivate mutating func call(
    _ function: CompiledFunction,
    _ values: [Value],
    in scope: Scope,
    types: [String: FEELType]
  ) -> Value {
    for (value, type) in zip(values, function.types) {
      guard let constraint = type.constraint, !allows(constraint, value) else { continue }
      return null(.notAllowed(value.feelText))
    }
    switch function.body {
    case .logic(let logic):
      var inner = scope
      if !function.name.isEmpty {
        let own = function.value(in: scope, types: types)
        inner = inner.extended(by: function.name, .function(own))
      }
      let names = zip(function.parameters, values).map { (key: $0.name, value: $1) }
      var places = NotePlaces()
      let value = evaluate(logic, in: inner.extended(by: Context(names)), &places)
      return coerce(value, to: function.result)
    case .java(let className, let signature):
      var places = NotePlaces()
      let named = [className, signature].map { evaluate($0, in: scope, &places) }
      guard case .string(let className) = named[0], case .string(let signature) = named[1] else {
        return null(.notAFunction("external"))
      }
      return invokeJava(className, signature, values)
    case .foreign(let language): return null(.notAFunction(language))
    }
  }
}

extension Scope {
  /// The scope of functions under their names, imported ones behind the names of the imports.
  static func of(_ functions: [KnownFunction]) -> Scope {
    var names = QualifiedNames()
    for known in functions {
      names.add(.function(known.function), known.name, behind: known.prefix)
    }
    return names.scope
  }
}

/// Names with values, some of them behind the name of an import.
struct QualifiedNames {
  private var plain: [String: Value] = [:]
  private var prefixed: [String: Context] = [:]

  /// Adds a value under its name.
  mutating func add(_ value: Value, _ name: String, behind prefix: String?) {
    if let prefix {
      prefixed[prefix, default: Context()][name] = value
    } else {
      plain[name] = value
    }
  }

  /// All of them as a scope.
  var scope: Scope { Scope(plain.merging(prefixed.mapValues(Value.context)) { own, _ in own }) }
}
