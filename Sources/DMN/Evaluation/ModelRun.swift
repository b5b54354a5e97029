internal import FEEL

/// One evaluation of a model's decisions for given inputs, each decision once.
struct ModelRun {
  private let program: Program
  private let namespace: String
  private let inputs: Context
  private var values: [ElementReference: Value] = [:]
  /// The results so far.
  private(set) var results: [ElementReference: DecisionResult] = [:]
  private var budget = Evaluation().budget

  /// Begins with nothing evaluated.
  init(_ model: CompiledModel, inputs: Context) {
    program = model.program
    namespace = model.model.namespace
    self.inputs = inputs
  }

  /// Begins with values for the parameters of a service.
  init(_ model: CompiledModel, values: [ElementReference: Value]) {
    self.init(model, inputs: Context())
    self.values = values
  }

  /// Evaluates decisions that stand behind those that they require.
  mutating func evaluate(_ nodes: [DecisionNode]) {
    for node in nodes where results[node.reference] == nil { evaluate(node) }
  }

  private mutating func evaluate(_ node: DecisionNode) {
    var notes: [DecisionNote] = []
    for requirement in node.requirements where values[requirement.source] == nil {
      values[requirement.source] = input(requirement.source, &notes)
    }
    var evaluation = Evaluation(types: node.types, budget: budget)
    var places = NotePlaces()
    let (value, matched) = evaluation.evaluate(node, values, &places)
    budget = evaluation.budget
    for (place, note) in evaluation.notes.enumerated() {
      let text = places.text(ofNote: place)
      notes.append(DecisionNote(element: node.decision.name, text: text, note: note))
    }
    values[node.reference] = value
    results[node.reference] = DecisionResult(
      id: node.decision.id,
      name: node.decision.name,
      value: value,
      notes: notes,
      matchedRules: matched
    )
  }

  /// The value of input data, null with a note when it is not of its type.
  private func input(_ reference: ElementReference, _ notes: inout [DecisionNote]) -> Value {
    guard let node = program.inputs[reference] else { return .null }
    let given = given(node.name, in: reference.namespace) ?? .null
    var evaluation = Evaluation()
    let value = evaluation.coerce(given, to: node.type)
    notes += evaluation.notes.map { DecisionNote(element: node.name, text: nil, note: $0) }
    return value
  }

  /// The value of an imported input stands in contexts with the names of the imports, or under its own
  /// name beside the inputs of the model.
  private func given(_ name: String, in namespace: String) -> Value? {
    var level = inputs
    for prefix in program.importPaths[namespace] ?? [] where !prefix.isEmpty {
      guard case .context(let inner)? = level[prefix] else { return inputs[name] }
      level = inner
    }
    return level[name] ?? inputs[name]
  }
}

extension Evaluation {
  /// The value of a decision whose requirements have values, and the rules that matched.
  mutating func evaluate(
    _ node: DecisionNode,
    _ values: [ElementReference: Value],
    _ places: inout NotePlaces
  ) -> (value: Value, matched: [Int]) {
    var names = QualifiedNames()
    for known in node.knowledge {
      names.add(.function(known.function), known.name, behind: known.prefix)
    }
    for requirement in node.requirements {
      let value = values[requirement.source] ?? .null
      names.add(value, requirement.name, behind: requirement.prefix)
    }
    let (value, matched) = evaluate(matching: node.decision.logic, in: names.scope, &places)
    let coerced = coerce(value, to: node.decision.declaredType)
    places.add(node.decision.text, from: 0, to: notes.count)
    return (coerced, matched)
  }

  private mutating func evaluate(
    matching logic: CompiledLogic,
    in scope: Scope,
    _ places: inout NotePlaces
  ) -> (value: Value, matched: [Int]) {
    switch logic {
    case .table(let table): return decide(table, in: scope, &places)
    case .typed(.table(let table), let type):
      let (value, matched) = decide(table, in: scope, &places)
      return (coerce(value, to: type), matched)
    default: return (evaluate(logic, in: scope, &places), [])
    }
  }
}
