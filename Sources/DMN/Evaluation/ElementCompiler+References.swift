internal import FEEL

extension ElementCompiler {
  /// The elements that logic sees by their names.
  func requirements(
    _ references: [ElementReference],
    at place: ModelError.Element,
    isInput: Bool
  ) throws(ModelError) -> [DecisionNode.Requirement] {
    try references.map { reference throws(ModelError) in
      if reference.namespace == model.namespace {
        let found =
          isInput
          ? index.inputs[reference]?.variable.name : index.decisions[reference]?.variable.name
        guard let name = found else { throw unresolved(reference, at: place) }
        return DecisionNode.Requirement(prefix: nil, name: name, source: reference)
      }
      let (prefix, name) = try imported(reference, at: place)
      return DecisionNode.Requirement(prefix: prefix, name: name, source: reference)
    }
  }

  /// The functions that logic sees by their names.
  func functions(
    _ references: [ElementReference],
    at place: ModelError.Element
  ) throws(ModelError) -> [KnownFunction] {
    try references.map { reference throws(ModelError) in
      if reference.namespace == model.namespace {
        guard let function = parts.functions[reference], let name = index.name(of: reference) else {
          throw unresolved(reference, at: place)
        }
        return KnownFunction(prefix: nil, name: name, function: function)
      }
      let (prefix, name) = try imported(reference, at: place)
      let entry = imports.first { $0.namespace == reference.namespace }
      guard let function = entry?.parts.functions[reference] else {
        throw unresolved(reference, at: place)
      }
      return KnownFunction(prefix: prefix, name: name, function: function)
    }
  }

  private func imported(
    _ reference: ElementReference,
    at place: ModelError.Element
  ) throws(ModelError) -> (prefix: String?, name: String) {
    guard let entry = imports.first(where: { $0.namespace == reference.namespace }),
      let name = entry.parts.names[reference]
    else { throw unresolved(reference, at: place) }
    return (entry.name.isEmpty ? nil : entry.name, name)
  }

  private func unresolved(
    _ reference: ElementReference,
    at place: ModelError.Element
  ) -> ModelError {
    let isOwn = reference.namespace == model.namespace
    let text = (isOwn ? "" : reference.namespace) + "#" + reference.id
    return error(place, .unresolvedReference(text))
  }
}

extension DecisionNode.Requirement {
  /// The names that a parser must know.
  var names: [String] { [prefix, name].compactMap { $0 } }
  /// The name behind that of the import.
  var qualifiedName: String { prefix.map { $0 + "." + name } ?? name }
}

extension KnownFunction {
  /// The names that a parser must know.
  var names: [String] { [prefix, name].compactMap { $0 } }
}
