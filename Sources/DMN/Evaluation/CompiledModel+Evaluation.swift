public import FEEL

extension CompiledModel {
  /// Evaluates a decision and those that it requires.
  ///
  /// - Parameters:
  ///   - name: The decision's name.
  ///   - inputs: Values of input data by name. One that is missing is null, one that is not of its type
  ///     or not allowed is null with a note. Inputs of imported models stand in a context under the
  ///     import's name, or under their own name.
  /// - Returns: The result, with those of the decisions before it; null with a note when the model has
  ///   no such decision.
  public func evaluate(decision name: String, inputs: Context) -> DecisionResult {
    guard let node = node(named: name) else {
      let note = EvaluationNote(.unknownName(name))
      let notes = [DecisionNote(element: name, text: nil, note: note)]
      return DecisionResult(id: "", name: name, value: .null, notes: notes)
    }
    let nodes = program.needed(for: [node.reference])
    var run = ModelRun(self, inputs: inputs)
    run.evaluate(nodes)
    var results = nodes.compactMap { run.results[$0.reference] }
    guard var result = results.popLast() else {
      return DecisionResult(id: node.decision.id, name: name, value: .null)
    }
    result.required = results
    return result
  }

  /// Evaluates all decisions of the model, each once.
  ///
  /// - Parameter inputs: Values of input data by name, as `evaluate(decision:inputs:)` takes them.
  /// - Returns: A result for each of `decisions`, in that order, each without those of others.
  public func evaluateAll(inputs: Context) -> [DecisionResult] {
    let own = decisions.compactMap { references[$0.name] }
    var run = ModelRun(self, inputs: inputs)
    run.evaluate(program.needed(for: own))
    return own.compactMap { run.results[$0] }
  }

  private func node(named name: String) -> DecisionNode? {
    references[name].flatMap { program.decisions[$0] }
  }
}

extension CompiledModel {
  /// Invokes a decision service (DMN 1.5, 10.4).
  ///
  /// - Parameters:
  ///   - name: The service's name.
  ///   - inputs: Values of its parameters by name; one that is missing is null, one that is not of its
  ///     type or not allowed is null with a note.
  /// - Returns: The value of the output decision, or a context of several, and the results of all
  ///   decisions that were evaluated; null with a note when the model has no such service.
  public func invoke(service name: String, inputs: Context) -> DecisionResult {
    guard let service = services.first(where: { $0.name == name }) else {
      let note = EvaluationNote(.notAFunction(name))
      let notes = [DecisionNote(element: name, text: nil, note: note)]
      return DecisionResult(id: "", name: name, value: .null, notes: notes)
    }
    var evaluation = Evaluation(types: types)
    var values: [ElementReference: Value] = [:]
    for (parameter, (reference, type)) in zip(
      service.parameters,
      zip(service.body.parameters, service.body.types)
    ) {
      values[reference] = evaluation.coerce(inputs[parameter.name] ?? .null, to: type)
    }
    var run = ModelRun(self, values: values)
    run.evaluate(service.body.decisions)
    let outputs = service.body.outputs.map { output in
      (key: output.name, value: run.results[output.reference]?.value ?? .null)
    }
    let value = evaluation.coerce(ServiceBody.value(of: outputs), to: service.body.result)
    let notes = evaluation.notes.map { DecisionNote(element: name, text: nil, note: $0) }
    return DecisionResult(
      id: service.id,
      name: name,
      value: value,
      notes: notes,
      required: service.body.decisions.compactMap { run.results[$0.reference] }
    )
  }
}

extension ServiceBody {
  /// The value of one output, or a context of several.
  static func value(of outputs: [(key: String, value: Value)]) -> Value {
    guard outputs.count != 1 else { return outputs[0].value }
    return .context(Context(outputs))
  }

  /// The service as a function.
  func function(named name: String, _ parameters: [Function.Parameter]) -> Function {
    Function(
      name: name,
      parameters: parameters,
      result: result.type,
      body: .native { arguments, evaluation in evaluation.invoke(self, arguments) }
    )
  }
}

extension Evaluation {
  fileprivate mutating func invoke(_ service: ServiceBody, _ arguments: [Value]) -> Value {
    var values: [ElementReference: Value] = [:]
    for (place, reference) in service.parameters.enumerated() where place < arguments.count {
      values[reference] = coerce(arguments[place], to: service.types[place])
    }
    for node in service.decisions {
      values[node.reference] = isolated(types: node.types) { inner in
        var places = NotePlaces()
        return inner.evaluate(node, values, &places).value
      }
    }
    let outputs = service.outputs.map { (key: $0.name, value: values[$0.reference] ?? .null) }
    return coerce(ServiceBody.value(of: outputs), to: service.result)
  }
}
