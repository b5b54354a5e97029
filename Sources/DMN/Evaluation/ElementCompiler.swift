internal import FEEL

/// Compiles the elements of one model, each behind those that it requires.
struct ElementCompiler {
  /// What other models can use.
  private(set) var parts = ModelCompiler.CompiledParts()
  /// The expressions that cannot be parsed.
  private(set) var problems: [ModelProblem] = []
  let model: DecisionModel
  let imports: [ImportedParts]
  let index: ElementIndex
  var types: TypeTable
  /// The names that stand behind dots, known everywhere.
  let pathNames: KnownNames
  /// How many functions stand inside each other at most in one that is known already.
  private var depths: [ElementReference: Int] = [:]

  /// The longest chain of elements, each requiring the next.
  static let maximumDepth = 1_000

  /// Checks names, ids and types.
  init(_ model: DecisionModel, imports: [ImportedParts]) throws(ModelError) {
    self.model = model
    self.imports = imports
    try ElementCompiler.checkNames(of: model)
    index = try ElementIndex(model)
    types = try TypeTable(model, imports: imports.map { ($0.name, $0.parts.resolved) })
    parts.resolved = types.resolved
    parts.types = types.feelTypes
    parts.partNames = model.partNames
    for entry in imports { parts.partNames.formUnion(entry.parts.partNames) }
    pathNames = KnownNames(parts.partNames.filter { !$0.isPlainName })
  }

  /// Compiles all elements.
  mutating func compile(into program: inout Program) throws(ModelError) {
    for input in model.inputData { try compile(input, into: &program) }
    let graph = RequirementGraph(requirements: index.requirements)
    let order: [ElementReference]
    do {
      order = try graph.sorted(index.compiled)
    } catch {
      let names = error.elements.map { index.name(of: $0) ?? $0.id }
      let place = error.elements.first.map { index.place(of: $0) }
      throw self.error(place ?? .init(tag: "", line: 1), .cycle(names))
    }
    try checkAuthorities()
    for reference in order { try compile(reference, into: &program) }
  }

  /// An error in this model.
  func error(_ element: ModelError.Element, _ reason: ModelError.Reason) -> ModelError {
    ModelError(model: model.name, element: element, reason: reason)
  }

  private mutating func compile(
    _ input: InputData,
    into program: inout Program
  ) throws(ModelError) {
    let place = ModelError.Element("inputData", input.header)
    let type = try types.type(input.variable.typeName, at: place)
    let compiled = CompiledInput(
      id: input.header.id,
      name: input.variable.name,
      description: input.header.description,
      type: type.type,
      allowedValues: type.tests,
      declaredType: type
    )
    parts.inputs.append(compiled)
    let reference = index.reference(of: input.header, "inputData")
    parts.names[reference] = compiled.name
    program.inputs[reference] = InputNode(name: compiled.name, type: type)
  }

  private mutating func compile(
    _ reference: ElementReference,
    into program: inout Program
  ) throws(ModelError) {
    try checkDepth(of: reference)
    parts.names[reference] = index.name(of: reference)
    if let decision = index.decisions[reference] {
      let node = try compile(decision, reference)
      program.decisions[reference] = node
      parts.decisions.append(node.decision)
      parts.references[node.decision.name] = reference
      parts.references[decision.header.name] = parts.references[decision.header.name] ?? reference
    } else if let item = index.knowledge[reference] {
      parts.functions[reference] = try compile(item)
    } else if let service = index.services[reference] {
      let compiled = try compile(service, program)
      parts.services.append(compiled)
      parts.functions[reference] = compiled.function
    }
  }

  /// Imports have names of their own; several may have none.
  private static func checkNames(of model: DecisionModel) throws(ModelError) {
    var lines: [String: Int] = [:]
    for entry in model.imports where !entry.name.isEmpty {
      guard let line = lines.updateValue(entry.line, forKey: entry.name) else { continue }
      let place = ModelError.Element(tag: "import", name: entry.name, line: entry.line)
      throw ModelError(
        model: model.name,
        element: place,
        reason: .duplicateName(entry.name, otherLine: line)
      )
    }
  }

  private mutating func checkDepth(of reference: ElementReference) throws(ModelError) {
    let depth = index.requirements(of: reference).reduce(0) { max($0, depths[$1] ?? 0) } + 1
    guard depth <= Self.maximumDepth else {
      throw error(index.place(of: reference), .tooDeep(maximum: Self.maximumDepth))
    }
    depths[reference] = depth
  }

  // MARK: Logic

  /// Compiles logic of an element and keeps what cannot be parsed.
  mutating func logic<Result>(
    at place: ModelError.Element,
    _ compile: (inout LogicCompiler) throws(ModelError) -> Result
  ) throws(ModelError) -> Result {
    var compiler = LogicCompiler(types: types, element: place)
    let result = try compile(&compiler)
    types = compiler.types
    problems += compiler.problems
    return result
  }

  private mutating func compile(
    _ decision: Decision,
    _ reference: ElementReference
  ) throws(ModelError) -> DecisionNode {
    let place = ModelError.Element("decision", decision.header)
    let inputs = try requirements(decision.requiredInputs, at: place, isInput: true)
    let decisions = try requirements(decision.requiredDecisions, at: place, isInput: false)
    let knowledge = try functions(decision.requiredKnowledge, at: place)
    let names = pathNames.adding((inputs + decisions).flatMap(\.names))
      .adding(knowledge.flatMap(\.names))
    let type = try types.type(decision.variable.typeName, at: place)
    let logic = try logic(at: place) { compiler throws(ModelError) in
      guard let logic = decision.logic?.typed(decision.variable.typeName) else {
        return CompiledLogic.none
      }
      return try compiler.compile(logic, names: names).without(type)
    }
    let compiled = CompiledDecision(
      id: decision.header.id,
      name: decision.variable.name,
      type: type.type,
      question: decision.question,
      requiredInputs: inputs.map(\.qualifiedName),
      requiredDecisions: decisions.map(\.qualifiedName),
      logic: logic,
      declaredType: type,
      text: decision.logic?.literalText,
      line: decision.header.line
    )
    return DecisionNode(
      reference: reference,
      decision: compiled,
      requirements: inputs + decisions,
      knowledge: knowledge,
      types: parts.types
    )
  }
}

extension BoxedExpression {
  /// The text of a single expression.
  var literalText: ExpressionText? {
    if case .literal(let literal) = self { literal.text } else { nil }
  }

  /// A table that says nothing of its type has that of its decision.
  fileprivate func typed(_ name: String?) -> BoxedExpression {
    guard case .decisionTable(var table) = self, table.typeName == nil else { return self }
    table.typeName = name
    return .decisionTable(table)
  }
}

extension CompiledLogic {
  /// The logic without a type that its decision has too, so that values are brought to it once.
  fileprivate func without(_ type: CompiledType) -> CompiledLogic {
    guard case .typed(let logic, let own) = self,
      own == type || (own.constraint == nil && own.type == type.type)
    else { return self }
    return logic
  }
}
