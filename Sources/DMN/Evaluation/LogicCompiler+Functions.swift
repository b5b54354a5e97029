internal import FEEL

extension LogicCompiler {
  /// Compiles a function that stands in logic.
  mutating func compile(
    _ definition: FunctionDefinition,
    names: KnownNames
  ) throws(ModelError) -> CompiledLogic {
    .function(try function(definition, name: "", names: names))
  }

  /// Compiles a function.
  ///
  /// - Parameters:
  ///   - definition: The function.
  ///   - name: Its name, by which it can call itself; empty for none.
  ///   - names: The names that it sees besides its parameters.
  /// - Returns: The compiled function.
  /// - Throws: Where a type is unknown.
  mutating func function(
    _ definition: FunctionDefinition,
    name: String,
    names: KnownNames
  ) throws(ModelError) -> CompiledFunction {
    var types: [CompiledType] = []
    for parameter in definition.parameters { types.append(try type(parameter.typeName)) }
    let parameters = zip(definition.parameters, types).map { parameter, type in
      Function.Parameter(name: parameter.name, type: type.type)
    }
    return CompiledFunction(
      name: name,
      parameters: parameters,
      types: types,
      result: try resultType(definition.typeName),
      body: try body(definition, names: names.adding(parameters.map(\.name)))
    )
  }

  /// The type of a function's result: that of a function type, else the type itself, as models of
  /// DMN 1.2 write it.
  mutating func resultType(_ name: String?) throws(ModelError) -> CompiledType {
    let type = try type(name)
    guard case .function(_, let result) = type.type else { return type }
    return CompiledType(result)
  }

  private mutating func body(
    _ definition: FunctionDefinition,
    names: KnownNames
  ) throws(ModelError) -> CompiledFunction.Body {
    switch definition.kind {
    case .feel:
      guard let body = definition.body else { return .logic(.none) }
      return .logic(try compile(body, names: names))
    case .pmml: return .foreign(language: definition.kind.rawValue)
    case .java:
      guard case .context(let context)? = definition.body else {
        return .foreign(language: definition.kind.rawValue)
      }
      return .java(
        className: try entry("class", of: context, names: names),
        signature: try entry("method signature", of: context, names: names)
      )
    }
  }

  private mutating func entry(
    _ name: String,
    of context: BoxedContext,
    names: KnownNames
  ) throws(ModelError) -> CompiledLogic {
    guard let entry = context.entries.first(where: { $0.variable.name == name }) else {
      return .none
    }
    return try compile(entry.value, names: names)
  }

  /// `function(x) external { java: { class: "…", method signature: "…" } }`, nil for all else.
  mutating func java(_ expression: Expression) throws(ModelError) -> CompiledFunction? {
    guard case .function(let function) = expression.node, function.isExternal,
      case .context(let outer) = function.body.node,
      let java = outer.first(where: { $0.key == "java" }),
      case .context(let entries) = java.value.node
    else { return nil }
    var types: [CompiledType] = []
    for parameter in function.parameters {
      types.append(try type(parameter.type.map { String(describing: $0) }))
    }
    return CompiledFunction(
      name: "",
      parameters: zip(function.parameters, types).map { .init(name: $0.name, type: $1.type) },
      types: types,
      result: .any,
      body: .java(
        className: entries.value("class"),
        signature: entries.value("method signature")
      )
    )
  }
}

extension [Expression.ContextEntry] {
  fileprivate func value(_ key: String) -> CompiledLogic {
    first { $0.key == key }.map { .expression($0.value) } ?? .none
  }
}
