/// Rules over inputs (DMN 1.5, 8).
public struct DecisionTable: Sendable {
  /// What counts when several rules match.
  public var hitPolicy: HitPolicy
  /// The input columns.
  public var inputs: [InputClause]
  /// The output columns, at least one.
  public var outputs: [OutputClause]
  /// The names of the annotation columns.
  public var annotations: [String]
  /// The rules, in order.
  public var rules: [DecisionRule]
  /// How a modeller draws it; it means the same in each.
  public var orientation: Orientation
  /// The name of the type of its value.
  public var typeName: String?
  /// The line of its start tag.
  public var line: Int

  /// Creates a table without columns and rules.
  public init(hitPolicy: HitPolicy, line: Int) {
    self.hitPolicy = hitPolicy
    inputs = []
    outputs = []
    annotations = []
    rules = []
    orientation = .ruleAsRow
    self.line = line
  }

  /// How a modeller draws a table (DMN 1.5, 8.2).
  public enum Orientation: String, Sendable, Hashable {
    case ruleAsRow = "Rule-as-Row"
    case ruleAsColumn = "Rule-as-Column"
    case crossTable = "CrossTable"
  }
}

/// What counts when several rules match (DMN 1.5, 8.2.10 and table 37).
public enum HitPolicy: Sendable, Hashable {
  /// One rule at most matches.
  case unique
  /// All rules that match have the same outputs.
  case any
  /// The match whose outputs stand first in the output values.
  case priority
  /// The first match in the order of the rules.
  case first
  /// All matches in no order, or their aggregate.
  case collect(Aggregation?)
  /// All matches in the order of the rules.
  case ruleOrder
  /// All matches in the order of the output values.
  case outputOrder
}

/// What a collecting table makes of its matches.
public enum Aggregation: String, Sendable, Hashable {
  case sum = "SUM"
  case count = "COUNT"
  case minimum = "MIN"
  case maximum = "MAX"
}

/// An input column.
public struct InputClause: Sendable, Hashable {
  /// The heading, when it differs from the expression.
  public var label: String?
  /// The expression whose value is tested.
  public var expression: LiteralExpression
  /// The values that it may have, as unary tests.
  public var allowedValues: ExpressionText?

  /// Creates an input column.
  public init(
    label: String? = nil,
    expression: LiteralExpression,
    allowedValues: ExpressionText? = nil
  ) {
    self.label = label
    self.expression = expression
    self.allowedValues = allowedValues
  }
}

/// An output column.
public struct OutputClause: Sendable, Hashable {
  /// The name of the component; nil in a table with one output.
  public var name: String?
  /// The heading.
  public var label: String?
  /// The name of the type of its values.
  public var typeName: String?
  /// The values that it may have, as unary tests, the most important first.
  public var allowedValues: ExpressionText?
  /// The value when no rule matches.
  public var defaultEntry: LiteralExpression?

  /// Creates an output column.
  public init(name: String? = nil, label: String? = nil, typeName: String? = nil) {
    self.name = name
    self.label = label
    self.typeName = typeName
  }
}

/// One rule of a table.
public struct DecisionRule: Sendable, Hashable {
  /// The id, perhaps empty.
  public var id: String
  /// A test for each input column, as unary tests.
  public var inputEntries: [ExpressionText]
  /// A value for each output column.
  public var outputEntries: [ExpressionText]
  /// A text for each annotation column; short when the file leaves some out.
  public var annotationEntries: [String]
  /// The line of its start tag.
  public var line: Int

  /// Creates a rule.
  public init(
    id: String,
    inputEntries: [ExpressionText],
    outputEntries: [ExpressionText],
    annotationEntries: [String] = [],
    line: Int
  ) {
    self.id = id
    self.inputEntries = inputEntries
    self.outputEntries = outputEntries
    self.annotationEntries = annotationEntries
    self.line = line
  }
}
