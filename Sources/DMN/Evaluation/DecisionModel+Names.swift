extension DecisionModel {
  /// The names of components, entries, columns and elements, which can stand behind a dot.
  var partNames: Set<String> {
    var names: Set<String> = []
    for definition in itemDefinitions { definition.addNames(to: &names) }
    for input in inputData { names.insert(input.variable.name) }
    for item in businessKnowledgeModels {
      names.insert(item.variable.name)
      item.logic?.body?.addNames(to: &names)
    }
    for decision in decisions {
      names.insert(decision.variable.name)
      decision.logic?.addNames(to: &names)
    }
    for service in decisionServices { names.insert(service.variable.name) }
    return names
  }
}

extension String {
  /// Whether a parser reads it as one name without knowing it.
  var isPlainName: Bool {
    utf8.allSatisfy { byte in
      byte >= 0x80 || byte == UInt8(ascii: "_") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    }
  }
}

extension ItemDefinition {
  fileprivate func addNames(to names: inout Set<String>) {
    for component in components {
      names.insert(component.name)
      component.addNames(to: &names)
    }
  }
}

extension BoxedExpression {
  fileprivate func addNames(to names: inout Set<String>) {
    switch self {
    case .literal: break
    case .decisionTable(let table): names.formUnion(table.outputs.compactMap(\.name))
    case .context(let context):
      for entry in context.entries {
        names.insert(entry.variable.name)
        entry.value.addNames(to: &names)
      }
      context.result?.addNames(to: &names)
    case .invocation(let invocation):
      for binding in invocation.bindings { binding.value.addNames(to: &names) }
    case .function(let function): function.body?.addNames(to: &names)
    case .list(let elements, _):
      for element in elements { element.addNames(to: &names) }
    case .relation(let relation):
      names.formUnion(relation.columns.map(\.name))
      for cell in relation.rows.joined() { cell.addNames(to: &names) }
    case .conditional(let condition, let then, let otherwise):
      for part in [condition, then, otherwise] { part.addNames(to: &names) }
    case .filter(let list, let match):
      for part in [list, match] { part.addNames(to: &names) }
    case .iterator(let iterator):
      for part in [iterator.domain, iterator.body] { part.addNames(to: &names) }
    case .typed(let expression, _): expression.addNames(to: &names)
    }
  }
}
