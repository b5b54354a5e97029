/// A decision model as its file has it (DMN 1.5, 6.3 `Definitions`), whichever version of DMN it was written in.
///
/// Expressions stand as texts with their places; `CompiledModel` parses them once.
public struct DecisionModel: Sendable {
  /// The name.
  public var name: String
  /// The namespace, which with an element's id makes a reference from another model.
  public var namespace: String
  /// The models whose elements this one uses, each under a name of its own.
  public var imports: [ModelImport]
  /// The types.
  public var itemDefinitions: [ItemDefinition]
  /// What is known of the case.
  public var inputData: [InputData]
  /// What is decided.
  public var decisions: [Decision]
  /// Logic that decisions invoke.
  public var businessKnowledgeModels: [BusinessKnowledgeModel]
  /// Decisions offered together as one function.
  public var decisionServices: [DecisionService]
  /// What the logic rests on.
  public var knowledgeSources: [KnowledgeSource]

  /// Creates a model without elements.
  public init(name: String, namespace: String) {
    self.name = name
    self.namespace = namespace
    imports = []
    itemDefinitions = []
    inputData = []
    decisions = []
    businessKnowledgeModels = []
    decisionServices = []
    knowledgeSources = []
  }
}

/// Another model under a name of its own (DMN 1.5, 6.3.3 and 13.5).
public struct ModelImport: Sendable {
  /// The name, which stands before a dot in expressions; empty when the elements come unqualified.
  public var name: String
  /// The imported model.
  public var model: DecisionModel
  /// The line of the import.
  public var line: Int

  /// Creates an import.
  public init(name: String, model: DecisionModel, line: Int) {
    self.name = name
    self.model = model
    self.line = line
  }
}

/// A reference to an element: `#id` in this model or `namespace#id` in an imported one.
public struct ElementReference: Sendable, Hashable {
  /// The namespace of the model that has the element.
  public var namespace: String
  /// The element's id.
  public var id: String

  /// Creates a reference.
  public init(namespace: String, id: String) {
    self.namespace = namespace
    self.id = id
  }
}

/// What every element of a model has.
public struct ElementHeader: Sendable, Hashable {
  /// The id, unique in its model.
  public var id: String
  /// The name, its words separated by single spaces.
  public var name: String
  /// The label, when it differs from the name.
  public var label: String?
  /// The description: for input data the question that asks for it.
  public var description: String?
  /// The line of its start tag.
  public var line: Int

  /// Creates a header.
  public init(id: String, name: String, label: String? = nil, description: String? = nil, line: Int)
  {
    self.id = id
    self.name = name
    self.label = label
    self.description = description
    self.line = line
  }
}

/// A variable: the name under which expressions see an element, and its type (DMN 1.5, 7.3.4).
public struct Variable: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The type's name, nil when it is not stated.
  public var typeName: String?

  /// Creates a variable.
  public init(name: String, typeName: String? = nil) {
    self.name = name
    self.typeName = typeName
  }
}

/// Text of an expression, and where it stands.
public struct ExpressionText: Sendable, Hashable {
  /// The text, spaces at its ends left out.
  public var text: String
  /// The line of the text's first character.
  public var line: Int

  /// Creates a text.
  public init(_ text: String, line: Int) {
    self.text = text
    self.line = line
  }
}
