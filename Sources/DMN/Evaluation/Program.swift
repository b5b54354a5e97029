internal import FEEL

/// All that a model can evaluate, its own elements and those of imported models.
struct Program: Sendable {
  /// The input data by reference.
  var inputs: [ElementReference: InputNode] = [:]
  /// The decisions by reference.
  var decisions: [ElementReference: DecisionNode] = [:]
  /// Under which names of imports, from the outermost on, a namespace is reached.
  var importPaths: [String: [String]] = [:]

  /// The decisions that one needs, each behind those that it requires, itself the last.
  ///
  /// - Parameters:
  ///   - roots: The decisions.
  ///   - given: What has a value already; nothing is needed for it.
  /// - Returns: The decisions to evaluate.
  /// - Complexity: O(n) in the number of decisions and requirements on the way.
  func needed(
    for roots: [ElementReference],
    given: Set<ElementReference> = []
  ) -> [DecisionNode] {
    // Most decisions read input data alone and are evaluated very often.
    if roots.count == 1, let node = decisions[roots[0]],
      node.requirements.allSatisfy({ decisions[$0.source] == nil })
    {
      return given.contains(roots[0]) ? [] : [node]
    }
    let order = try? RequirementGraph { reference in
      decisions[reference]?.requirements.map(\.source).filter { !given.contains($0) } ?? []
    }.sorted(roots)
    return order?.compactMap { given.contains($0) ? nil : decisions[$0] } ?? []
  }
}

/// Input data in a program.
struct InputNode: Sendable {
  /// The name of the variable.
  var name: String
  /// The type of the values.
  var type: CompiledType
}

/// A decision in a program.
struct DecisionNode: Sendable {
  /// Its reference.
  var reference: ElementReference
  /// The decision.
  var decision: CompiledDecision
  /// The input data and decisions that it sees.
  var requirements: [Requirement]
  /// The functions that it sees.
  var knowledge: [KnownFunction]
  /// The types of its model.
  var types: [String: FEELType]

  /// An element under the name by which logic sees it.
  struct Requirement: Sendable {
    /// The name of the import, nil for an element of the model itself.
    var prefix: String?
    /// The name.
    var name: String
    /// The element.
    var source: ElementReference
  }
}

/// A function under the name by which logic sees it.
struct KnownFunction: Sendable {
  /// The name of the import, nil for a function of the model itself.
  var prefix: String?
  /// The name.
  var name: String
  /// The function.
  var function: Function
}

/// What a decision service evaluates.
struct ServiceBody: Sendable {
  /// The parameters, in order.
  var parameters: [ElementReference]
  /// The types of the parameters.
  var types: [CompiledType]
  /// The decisions to evaluate, each behind those that it requires.
  var decisions: [DecisionNode]
  /// The decisions whose values are the result.
  var outputs: [(name: String, reference: ElementReference)]
  /// The type of the result.
  var result: CompiledType
}
