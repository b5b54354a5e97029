/// Decision logic as the model draws it (DMN 1.5, 7.3 and 10.2).
public indirect enum BoxedExpression: Sendable {
  /// A FEEL text.
  case literal(LiteralExpression)
  /// Rules over inputs.
  case decisionTable(DecisionTable)
  /// Named entries, each seeing those before it.
  case context(BoxedContext)
  /// A call with bindings.
  case invocation(BoxedInvocation)
  /// A function.
  case function(FunctionDefinition)
  /// Values in order.
  case list([BoxedExpression], typeName: String?)
  /// Rows of named columns.
  case relation(Relation)
  /// If, then, else.
  case conditional(if: BoxedExpression, then: BoxedExpression, else: BoxedExpression)
  /// The elements of a list that match.
  case filter(in: BoxedExpression, match: BoxedExpression)
  /// For, some or every.
  case iterator(BoxedIterator)
  /// A relation, conditional, filter or iterator with the name of the type of its value.
  case typed(BoxedExpression, typeName: String)
}

/// A FEEL text with its type.
public struct LiteralExpression: Sendable, Hashable {
  /// The text; empty when the model has none.
  public var text: ExpressionText
  /// The name of the type of its value.
  public var typeName: String?
  /// The expression language when it is not FEEL.
  public var language: String?

  /// Creates a literal expression.
  public init(text: ExpressionText, typeName: String? = nil, language: String? = nil) {
    self.text = text
    self.typeName = typeName
    self.language = language
  }
}

/// Named entries and, perhaps, a result (DMN 1.5, 7.3.5 and 10.2.1.4).
public struct BoxedContext: Sendable {
  /// The entries, in order.
  public var entries: [Entry]
  /// The result cell; without it the context itself is the value.
  public var result: BoxedExpression?
  /// The name of the type of its value.
  public var typeName: String?

  /// Creates a boxed context.
  public init(entries: [Entry], result: BoxedExpression?, typeName: String? = nil) {
    self.entries = entries
    self.result = result
    self.typeName = typeName
  }

  /// A named entry.
  public struct Entry: Sendable {
    /// Name and type.
    public var variable: Variable
    /// The value.
    public var value: BoxedExpression

    /// Creates an entry.
    public init(variable: Variable, value: BoxedExpression) {
      self.variable = variable
      self.value = value
    }
  }
}

/// A call with bindings (DMN 1.5, 7.3.6).
public struct BoxedInvocation: Sendable {
  /// What is called.
  public var function: BoxedExpression
  /// The arguments by parameter.
  public var bindings: [BoxedContext.Entry]
  /// The name of the type of its value.
  public var typeName: String?

  /// Creates an invocation.
  public init(function: BoxedExpression, bindings: [BoxedContext.Entry], typeName: String? = nil) {
    self.function = function
    self.bindings = bindings
    self.typeName = typeName
  }
}

/// A function (DMN 1.5, 7.3.7).
public struct FunctionDefinition: Sendable {
  /// The formal parameters.
  public var parameters: [Variable]
  /// The body; of a Java or PMML function the context that names it.
  public var body: BoxedExpression?
  /// In what the body is written.
  public var kind: Kind
  /// The name of the function's type.
  public var typeName: String?

  /// Creates a function.
  public init(
    parameters: [Variable],
    body: BoxedExpression?,
    kind: Kind = .feel,
    typeName: String? = nil
  ) {
    self.parameters = parameters
    self.body = body
    self.kind = kind
    self.typeName = typeName
  }

  /// In what a body is written.
  public enum Kind: String, Sendable, Hashable {
    case feel = "FEEL"
    case java = "Java"
    case pmml = "PMML"
  }
}

/// Rows of named columns: a list of contexts (DMN 1.5, 7.3.8).
public struct Relation: Sendable {
  /// The columns, in order.
  public var columns: [Variable]
  /// The rows, each with a cell for every column.
  public var rows: [[BoxedExpression]]

  /// Creates a relation.
  public init(columns: [Variable], rows: [[BoxedExpression]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// For, some or every over a list (DMN 1.5, 7.3.12 to 7.3.14).
public struct BoxedIterator: Sendable {
  /// What is made of the elements.
  public var kind: Kind
  /// The name of the element.
  public var variable: String
  /// The list.
  public var domain: BoxedExpression
  /// What is returned or tested for each element.
  public var body: BoxedExpression

  /// Creates an iterator.
  public init(kind: Kind, variable: String, domain: BoxedExpression, body: BoxedExpression) {
    self.kind = kind
    self.variable = variable
    self.domain = domain
    self.body = body
  }

  /// What is made of the elements.
  public enum Kind: String, Sendable, Hashable {
    case `for`, some, every
  }
}
