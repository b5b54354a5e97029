public import FEEL

/// A decision model ready to be evaluated: expressions parsed once, types and references resolved,
/// the order of evaluation known.
///
/// ```swift
/// let model = try CompiledModel(DecisionModelReader().read(path: "triage.dmn"))
/// let result = model.evaluate(decision: "Urgency", inputs: facts)
/// ```
///
/// An expression that cannot be parsed makes its decision null with a note; it stands among
/// `problems`, and does not keep the other decisions from being evaluated.
public struct CompiledModel: Sendable {
  /// The model as its file has it.
  public let model: DecisionModel
  /// The input data of the model, in the order of the file.
  public let inputs: [CompiledInput]
  /// The decisions of the model, in an order in which each follows those that it requires.
  public let decisions: [CompiledDecision]
  /// The decision services of the model, in an order in which each follows those that it requires.
  public let services: [CompiledService]
  /// The types of the model by name, for `instance of` and the parameters of functions.
  public let types: [String: FEELType]
  /// The expressions of the model that cannot be parsed.
  public let problems: [ModelProblem]
  /// What is evaluated, with the parts of imported models.
  let program: Program
  /// The decisions of the model by name.
  let references: [String: ElementReference]

  /// Compiles a model.
  ///
  /// - Parameter model: The model with its imports inside.
  /// - Throws: Where a reference leads nowhere, a type is unknown, names or ids stand twice, elements
  ///   require each other in a circle, or the allowed values of a type cannot be parsed.
  /// - Complexity: O(n) in the size of the model and its imports, with a factor for the types in use.
  public init(_ model: DecisionModel) throws(ModelError) {
    var compiler = ModelCompiler()
    let own = try compiler.compile(model)
    self.model = model
    inputs = own.inputs
    decisions = own.decisions
    services = own.services
    types = own.types
    problems = compiler.problems
    program = compiler.program
    references = own.references
  }

  /// Whether a name is that of an input or of a decision.
  public func isCaseName(_ name: String) -> Bool {
    inputs.contains { $0.name == name } || decisions.contains { $0.name == name }
  }
}

/// Input data of a compiled model (DMN 1.5, 6.3.11).
public struct CompiledInput: Sendable {
  /// The id.
  public var id: String
  /// The name.
  public var name: String
  /// What asks for it.
  public var description: String?
  /// The type of its values.
  public var type: FEELType
  /// The values that it may have, nil when every value of the type may be.
  ///
  /// They are those of the item definition that is its type.
  public var allowedValues: UnaryTests?
  /// The type with all that its values must pass.
  public var declaredType: CompiledType
}

/// A decision of a compiled model (DMN 1.5, 6.3.7).
public struct CompiledDecision: Sendable {
  /// The id.
  public var id: String
  /// The name.
  public var name: String
  /// The type of its value.
  public var type: FEELType
  /// The question that it answers.
  public var question: String?
  /// The names of the input data that it reads; imported ones stand behind the import's name and a dot.
  public var requiredInputs: [String]
  /// The names of the decisions that it reads; imported ones stand behind the import's name and a dot.
  public var requiredDecisions: [String]
  /// Its logic.
  public var logic: CompiledLogic
  /// The type with all that its value must pass.
  public var declaredType: CompiledType
  /// The text of the logic when that is one expression.
  public var text: ExpressionText?
  /// The line of the decision in its file.
  public var line: Int
}

/// A decision service of a compiled model (DMN 1.5, 6.3.10).
public struct CompiledService: Sendable {
  /// The id.
  public var id: String
  /// The name.
  public var name: String
  /// The names of its parameters with their types: the input data, then the input decisions.
  public var parameters: [Function.Parameter]
  /// The names of the decisions whose values are the result.
  public var outputDecisions: [String]
  /// The service as a function.
  let function: Function
  let body: ServiceBody
}

/// An expression of a model that cannot be parsed.
public struct ModelProblem: Error, Sendable, Hashable {
  /// The decision or business knowledge model in which it stands.
  public var element: String
  /// The text, with its line in the file.
  public var text: ExpressionText
  /// What is wrong with it, and where in the text.
  public var diagnostic: Diagnostic
}
