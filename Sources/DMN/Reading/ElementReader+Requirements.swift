extension ElementReader {
  /// The model that `definitions` holds.
  func model(_ root: XMLElement, imports: [ModelImport]) throws(ModelError) -> DecisionModel {
    var model = DecisionModel(name: try name(of: root), namespace: namespace)
    model.imports = imports
    for element in root.children where element.namespace == root.namespace {
      switch element.name {
      case "itemDefinition": model.itemDefinitions.append(try itemDefinition(element))
      case "inputData": model.inputData.append(try inputData(element))
      case "decision": model.decisions.append(try decision(element))
      case "businessKnowledgeModel":
        model.businessKnowledgeModels.append(try businessKnowledgeModel(element))
      case "decisionService": model.decisionServices.append(try decisionService(element))
      case "knowledgeSource": model.knowledgeSources.append(try knowledgeSource(element))
      default: break
      }
    }
    return model
  }

  private func inputData(_ element: XMLElement) throws(ModelError) -> InputData {
    InputData(header: try header(element), variable: try variable(of: element))
  }

  private func decision(_ element: XMLElement) throws(ModelError) -> Decision {
    var decision = Decision(header: try header(element), variable: try variable(of: element))
    decision.question = element.child("question")?.trimmedText
    decision.allowedAnswers = element.child("allowedAnswers")?.trimmedText
    for requirement in element.children("informationRequirement") {
      try requireOne(of: ["requiredInput", "requiredDecision"], in: requirement)
    }
    decision.requiredInputs = try references("informationRequirement", "requiredInput", of: element)
    decision.requiredDecisions =
      try references("informationRequirement", "requiredDecision", of: element)
    decision.requiredKnowledge = try requiredKnowledge(element)
    decision.authorities = try authorities(element)
    decision.logic = try expression(in: element)
    return decision
  }

  private func businessKnowledgeModel(
    _ element: XMLElement
  ) throws(ModelError) -> BusinessKnowledgeModel {
    var result = BusinessKnowledgeModel(
      header: try header(element),
      variable: try variable(of: element)
    )
    if let logic = element.child("encapsulatedLogic") { result.logic = try function(logic) }
    result.requiredKnowledge = try requiredKnowledge(element)
    result.authorities = try authorities(element)
    return result
  }

  private func decisionService(_ element: XMLElement) throws(ModelError) -> DecisionService {
    var service = DecisionService(header: try header(element), variable: try variable(of: element))
    service.outputDecisions = try references("outputDecision", of: element)
    service.encapsulatedDecisions = try references("encapsulatedDecision", of: element)
    service.inputDecisions = try references("inputDecision", of: element)
    service.inputData = try references("inputData", of: element)
    return service
  }

  private func knowledgeSource(_ element: XMLElement) throws(ModelError) -> KnowledgeSource {
    var source = KnowledgeSource(header: try header(element))
    source.type = element.child("type")?.trimmedText
    source.locationURI = element["locationURI"].flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    source.authorities = try authorities(element)
    return source
  }

  private func requiredKnowledge(_ element: XMLElement) throws(ModelError) -> [ElementReference] {
    for requirement in element.children("knowledgeRequirement") {
      try requireOne(of: ["requiredKnowledge"], in: requirement)
    }
    return try references("knowledgeRequirement", "requiredKnowledge", of: element)
  }

  private func authorities(_ element: XMLElement) throws(ModelError) -> [ElementReference] {
    let kinds = ["requiredAuthority", "requiredDecision", "requiredInput"]
    let found = try kinds.map { kind throws(ModelError) in
      try references("authorityRequirement", kind, of: element)
    }
    return Array(found.joined())
  }

  private func requireOne(of names: [String], in element: XMLElement) throws(ModelError) {
    guard names.contains(where: { element.child($0) != nil }) else {
      throw error(element, .missingElement(names))
    }
  }
}
