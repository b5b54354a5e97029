public import FEEL

/// A decision table with its expressions parsed (DMN 1.5, 8).
public struct CompiledTable: Sendable {
  /// What counts when several rules match.
  public let hitPolicy: HitPolicy
  /// The input columns.
  public let inputs: [CompiledInputClause]
  /// The output columns, at least one.
  public let outputs: [CompiledOutputClause]
  /// The names of the annotation columns.
  public let annotations: [String]
  /// The rules, in order.
  public let rules: [CompiledRule]
  /// The line of the table in its file.
  public let line: Int
  /// Finds the rules that can match; nil where all are to be gone through.
  let index: RuleIndex?
}

/// An input column.
public struct CompiledInputClause: Sendable {
  /// The expression whose value is tested.
  public var expression: Expression
  /// The values that it may have, nil when all.
  public var allowed: UnaryTests?
  /// The type to which the value is brought.
  public var type: CompiledType
  /// The text of the expression.
  public var text: ExpressionText
}

/// An output column.
public struct CompiledOutputClause: Sendable {
  /// The name of the component; of a table with one output the name or label, perhaps empty.
  public var name: String
  /// The type to which the values are brought.
  public var type: CompiledType
  /// The values that it may have, the most important first; empty when none are listed.
  public var order: [UnaryTest]
  /// Whether `order` limits the values; values of the type alone only rank them.
  public var isLimited: Bool
  /// The value when no rule matches.
  public var defaultEntry: Expression?
}

/// A rule.
public struct CompiledRule: Sendable {
  /// The id, perhaps empty.
  public var id: String
  /// The place in the table, from 1.
  public var number: Int
  /// A test for each input column.
  public var tests: [UnaryTests]
  /// A value for each output column.
  public var outputs: [Expression]
  /// A text for each annotation column; short when the file leaves some out.
  public var annotations: [String]
  /// The texts of the tests.
  public var testTexts: [ExpressionText]
  /// The texts of the outputs.
  public var outputTexts: [ExpressionText]
  /// The line of the rule in its file.
  public var line: Int
}
