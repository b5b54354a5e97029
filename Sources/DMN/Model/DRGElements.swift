/// A fact of the case (DMN 1.5, 6.3.11).
public struct InputData: Sendable {
  /// Id, name, question, line.
  public var header: ElementHeader
  /// Name and type in expressions.
  public var variable: Variable

  /// Creates input data.
  public init(header: ElementHeader, variable: Variable) {
    self.header = header
    self.variable = variable
  }
}

/// A decision (DMN 1.5, 6.3.7).
public struct Decision: Sendable {
  /// Id, name, description, line.
  public var header: ElementHeader
  /// Name and type in expressions.
  public var variable: Variable
  /// The question that it answers.
  public var question: String?
  /// What the answers can be, in words.
  public var allowedAnswers: String?
  /// The input data that it reads.
  public var requiredInputs: [ElementReference]
  /// The decisions that it reads.
  public var requiredDecisions: [ElementReference]
  /// The business knowledge models and decision services that it may invoke.
  public var requiredKnowledge: [ElementReference]
  /// The knowledge sources (or other elements) that it rests on.
  public var authorities: [ElementReference]
  /// Its logic; nil when the model has none.
  public var logic: BoxedExpression?

  /// Creates a decision.
  public init(header: ElementHeader, variable: Variable) {
    self.header = header
    self.variable = variable
    requiredInputs = []
    requiredDecisions = []
    requiredKnowledge = []
    authorities = []
  }
}

/// Logic that decisions invoke (DMN 1.5, 6.3.9).
public struct BusinessKnowledgeModel: Sendable {
  /// Id, name, description, line.
  public var header: ElementHeader
  /// Name and type in expressions.
  public var variable: Variable
  /// The function that it is; nil when the model has none.
  public var logic: FunctionDefinition?
  /// The business knowledge models and decision services that it may invoke.
  public var requiredKnowledge: [ElementReference]
  /// The knowledge sources that it rests on.
  public var authorities: [ElementReference]

  /// Creates a business knowledge model.
  public init(header: ElementHeader, variable: Variable) {
    self.header = header
    self.variable = variable
    requiredKnowledge = []
    authorities = []
  }
}

/// Decisions offered together as one function (DMN 1.5, 6.3.10).
public struct DecisionService: Sendable {
  /// Id, name, description, line.
  public var header: ElementHeader
  /// Name and type in expressions.
  public var variable: Variable
  /// The decisions whose values are the result.
  public var outputDecisions: [ElementReference]
  /// The decisions that are evaluated inside.
  public var encapsulatedDecisions: [ElementReference]
  /// The decisions whose values are parameters, after the input data.
  public var inputDecisions: [ElementReference]
  /// The input data that are parameters.
  public var inputData: [ElementReference]

  /// Creates a decision service.
  public init(header: ElementHeader, variable: Variable) {
    self.header = header
    self.variable = variable
    outputDecisions = []
    encapsulatedDecisions = []
    inputDecisions = []
    inputData = []
  }
}

/// What logic rests on: a guideline, a study, a body (DMN 1.5, 6.3.12).
public struct KnowledgeSource: Sendable {
  /// Id, name, description, line.
  public var header: ElementHeader
  /// What kind of source it is.
  public var type: String?
  /// Where it is found.
  public var locationURI: String?
  /// The knowledge sources (or other elements) that it rests on itself.
  public var authorities: [ElementReference]

  /// Creates a knowledge source.
  public init(header: ElementHeader) {
    self.header = header
    authorities = []
  }
}

/// A type of the model (DMN 1.5, 7.3.3).
public struct ItemDefinition: Sendable {
  /// The name.
  public var name: String
  /// The type that it stands for or restricts; nil for one with components.
  public var typeName: String?
  /// Whether it is a list of that.
  public var isCollection: Bool
  /// The values that it allows, as unary tests; for a collection, of each element (`allowedValues`).
  public var allowedValues: ExpressionText?
  /// The values that it allows as a whole (`typeConstraint`).
  public var typeConstraint: ExpressionText?
  /// The entries, in order.
  public var components: [ItemDefinition]
  /// The function type that it stands for.
  public var function: FunctionItem?
  /// The line of its start tag.
  public var line: Int

  /// Creates a type.
  public init(name: String, line: Int) {
    self.name = name
    isCollection = false
    components = []
    self.line = line
  }

  /// A function type.
  public struct FunctionItem: Sendable {
    /// The formal parameters.
    public var parameters: [Variable]
    /// The name of the result's type.
    public var outputTypeName: String?

    /// Creates a function type.
    public init(parameters: [Variable], outputTypeName: String?) {
      self.parameters = parameters
      self.outputTypeName = outputTypeName
    }
  }
}
