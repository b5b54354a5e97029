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

extension ElementCompiler {
  /// Throws where an element rests on something that is not there.
  func checkAuthorities() throws(ModelError) {
    var known: Set<String> = []
    let sources = model.knowledgeSources
    let headers =
      sources.map(\.header) + model.inputData.map(\.header) + model.decisions.map(\.header)
      + model.businessKnowledgeModels.map(\.header)
    for header in headers { known.insert(header.id) }
    for source in sources {
      try check(source.authorities, among: known, at: .init("knowledgeSource", source.header))
    }
    for decision in model.decisions {
      try check(decision.authorities, among: known, at: .init("decision", decision.header))
    }
    for item in model.businessKnowledgeModels {
      try check(item.authorities, among: known, at: .init("businessKnowledgeModel", item.header))
    }
  }

  private func check(
    _ references: [ElementReference],
    among known: Set<String>,
    at place: ModelError.Element
  ) throws(ModelError) {
    for reference in references {
      let isKnown =
        reference.namespace == model.namespace
        ? known.contains(reference.id)
        : imports.contains { $0.namespace == reference.namespace }
      guard isKnown else { throw unresolved(reference, at: place) }
    }
  }
}
