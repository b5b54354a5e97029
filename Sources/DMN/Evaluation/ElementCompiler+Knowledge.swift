internal import FEEL

extension ElementCompiler {
  /// A business knowledge model as a function.
  mutating func compile(_ item: BusinessKnowledgeModel) throws(ModelError) -> Function {
    let place = ModelError.Element("businessKnowledgeModel", item.header)
    let name = item.variable.name
    let knowledge = try functions(item.requiredKnowledge, at: place)
    let names = pathNames.adding(knowledge.flatMap(\.names)).adding([name])
    let definition = item.logic ?? FunctionDefinition(parameters: [], body: nil)
    let function = try logic(at: place) { compiler throws(ModelError) in
      var function = try compiler.function(definition, name: name, names: names)
      if function.result == .any {
        function.result = try compiler.resultType(item.variable.typeName)
      }
      return function
    }
    return function.value(in: Scope.of(knowledge), types: parts.types)
  }

  /// A decision service with its function.
  mutating func compile(
    _ service: DecisionService,
    _ program: Program
  ) throws(ModelError) -> CompiledService {
    let place = ModelError.Element("decisionService", service.header)
    let inputs = try requirements(service.inputData, at: place, isInput: true)
    let given = try requirements(service.inputDecisions, at: place, isInput: false)
    let outputs = try requirements(service.outputDecisions, at: place, isInput: false)
    _ = try requirements(service.encapsulatedDecisions, at: place, isInput: false)
    guard !outputs.isEmpty else { throw error(place, .missingElement(["outputDecision"])) }
    let inputTypes = inputs.map { program.inputs[$0.source]?.type ?? .any }
    let givenTypes = try types(of: given, program, at: place)
    let result = try logic(at: place) { compiler throws(ModelError) in
      try compiler.resultType(service.variable.typeName)
    }
    let body = ServiceBody(
      parameters: (inputs + given).map(\.source),
      types: inputTypes + givenTypes,
      decisions: program.needed(for: outputs.map(\.source), given: Set(given.map(\.source))),
      outputs: outputs.map { ($0.name, $0.source) },
      result: result
    )
    let parameters = zip(inputs + given, body.types).map { requirement, type in
      Function.Parameter(name: requirement.name, type: type.type)
    }
    return CompiledService(
      id: service.header.id,
      name: service.variable.name,
      parameters: parameters,
      outputDecisions: outputs.map(\.name),
      function: body.function(named: service.variable.name, parameters),
      body: body
    )
  }

  /// The types of decisions that a service takes as parameters, which may not be compiled yet.
  private mutating func types(
    of requirements: [DecisionNode.Requirement],
    _ program: Program,
    at place: ModelError.Element
  ) throws(ModelError) -> [CompiledType] {
    var types: [CompiledType] = []
    for requirement in requirements {
      if let node = program.decisions[requirement.source] {
        types.append(node.decision.declaredType)
      } else {
        let variable = index.decisions[requirement.source]?.variable
        types.append(try self.types.type(variable?.typeName, at: place))
      }
    }
    return types
  }
}
