extension Evaluation {
  /// The type that a text names: a built-in one or one of `types`; nil when there is none.
  public func resolve(_ type: TypeReference) -> FEELType? {
    switch type {
    case .named(let name): return types[name] ?? FEELType(builtinName: name)
    case .list(let element): return resolve(element).map { .list($0) }
    case .range(let end): return resolve(end).map { .range($0) }
    case .context(let fields):
      var resolved: [FEELType.Field] = []
      for field in fields {
        guard let type = resolve(field.type) else { return nil }
        resolved.append(FEELType.Field(name: field.name, type: type))
      }
      return .context(resolved)
    case .function(let parameters, let result):
      var resolved: [FEELType] = []
      for parameter in parameters {
        guard let type = resolve(parameter) else { return nil }
        resolved.append(type)
      }
      return resolve(result).map { .function(resolved, result: $0) }
    }
  }

  /// `instance of`: null is an instance of `Null` alone (DMN 1.5, 10.3.2.3.9, suite 0070).
  mutating func isInstance(
    _ value: Value,
    of reference: TypeReference,
    at range: SourceRange
  ) -> Value {
    guard let type = resolve(reference) else { return unknownType(reference, at: range) }
    if case .null = value { return .boolean(type == .null) }
    return .boolean(value.conforms(to: type))
  }

  /// Null, with the names of the types that are unknown.
  mutating func unknownType(_ reference: TypeReference?, at range: SourceRange) -> Value {
    var result = Value.null
    for name in reference?.names ?? [] where resolve(.named(name)) == nil {
      result = null(.unknownType(name), at: range)
    }
    return result
  }
}

extension TypeReference {
  /// All names in it.
  fileprivate var names: [String] {
    switch self {
    case .named(let name): [name]
    case .list(let type), .range(let type): type.names
    case .context(let fields): fields.flatMap(\.type.names)
    case .function(let parameters, let result): parameters.flatMap(\.names) + result.names
    }
  }
}
