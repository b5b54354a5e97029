/// The elements of a model by id, checked for those that stand twice.
struct ElementIndex {
  /// The input data.
  private(set) var inputs: [ElementReference: InputData] = [:]
  /// The decisions.
  private(set) var decisions: [ElementReference: Decision] = [:]
  /// The business knowledge models.
  private(set) var knowledge: [ElementReference: BusinessKnowledgeModel] = [:]
  /// The decision services.
  private(set) var services: [ElementReference: DecisionService] = [:]
  /// The references of all but input data, in the order of the file by kind.
  private(set) var compiled: [ElementReference] = []
  private let model: DecisionModel
  private var lines: [String: Int] = [:]
  private var names: [String: Int] = [:]

  /// Enters all elements of a model.
  init(_ model: DecisionModel) throws(ModelError) {
    self.model = model
    for input in model.inputData {
      inputs[try enter(input.header, "inputData", input.variable)] = input
    }
    for item in model.businessKnowledgeModels {
      let reference = try enter(item.header, "businessKnowledgeModel", item.variable)
      knowledge[reference] = item
      compiled.append(reference)
    }
    for decision in model.decisions {
      let reference = try enter(decision.header, "decision", decision.variable)
      decisions[reference] = decision
      compiled.append(reference)
    }
    for service in model.decisionServices {
      let reference = try enter(service.header, "decisionService", service.variable)
      services[reference] = service
      compiled.append(reference)
    }
  }

  /// What an element requires among those that are compiled.
  func requirements(of reference: ElementReference) -> [ElementReference] {
    let all: [ElementReference]
    if let decision = decisions[reference] {
      all = decision.requiredDecisions + decision.requiredKnowledge
    } else if let item = knowledge[reference] {
      all = item.requiredKnowledge
    } else if let service = services[reference] {
      all = service.outputDecisions + service.encapsulatedDecisions
    } else {
      all = []
    }
    return all.filter { $0.namespace == model.namespace && inputs[$0] == nil }
  }

  /// The name under which logic sees an element, nil when there is no such element.
  func name(of reference: ElementReference) -> String? {
    inputs[reference]?.variable.name ?? decisions[reference]?.variable.name
      ?? knowledge[reference]?.variable.name ?? services[reference]?.variable.name
  }

  /// The place of an element, for errors.
  func place(of reference: ElementReference) -> ModelError.Element {
    if let decision = decisions[reference] { return .init("decision", decision.header) }
    if let item = knowledge[reference] { return .init("businessKnowledgeModel", item.header) }
    if let service = services[reference] { return .init("decisionService", service.header) }
    if let input = inputs[reference] { return .init("inputData", input.header) }
    return ModelError.Element(tag: "", line: 1)
  }

  /// The reference of an element; one without id has an id that nothing can refer to.
  func reference(of header: ElementHeader, _ tag: String) -> ElementReference {
    let id = header.id.isEmpty ? " \(tag) \(header.name)" : header.id
    return ElementReference(namespace: model.namespace, id: id)
  }

  private mutating func enter(
    _ header: ElementHeader,
    _ tag: String,
    _ variable: Variable
  ) throws(ModelError) -> ElementReference {
    let reference = reference(of: header, tag)
    if let line = lines.updateValue(header.line, forKey: reference.id) {
      throw error(tag, header, .duplicateID(header.id, otherLine: line))
    }
    if let line = names.updateValue(header.line, forKey: variable.name) {
      throw error(tag, header, .duplicateName(variable.name, otherLine: line))
    }
    return reference
  }

  private func error(
    _ tag: String,
    _ header: ElementHeader,
    _ reason: ModelError.Reason
  ) -> ModelError {
    ModelError(model: model.name, element: .init(tag, header), reason: reason)
  }
}

extension ModelError.Element {
  /// Names an element by its header.
  init(_ tag: String, _ header: ElementHeader) {
    self.init(tag: tag, name: header.name, line: header.line)
  }
}
