public import FEEL

/// What the rules of a decision table say.
///
/// A stored one is read when it is asked: a case is decided by diagrams, and few rules have to speak.
public struct ReasoningTable: Sendable {
  /// The names of the annotation columns.
  public let annotationColumns: [String]
  /// The number of rules.
  public let ruleCount: Int
  /// The number of input columns.
  public let columnCount: Int
  private let content: Content

  private enum Content {
    case read(annotations: [[String]], Logic)
    /// Where the annotations and the logic begin.
    case stored(annotations: StorageReader, logic: StorageReader)
  }

  /// What decides: the input columns, and the rules.
  public struct Logic: Sendable {
    /// The input columns.
    public var inputs: [Clause]
    /// The rules, in order.
    public var rules: [Rule]
  }

  /// An input column.
  public struct Clause: Sendable {
    /// The expression whose value is tested.
    public var expression: Expression
    /// The expression as text.
    public var text: String
  }

  /// A rule.
  public struct Rule: Sendable {
    /// For each input column the test as text; nil where every value passes.
    public var tests: [String?]
    /// A value for each output column.
    public var outputs: [Expression]
  }

  /// What the rules of a stored table say; the readers stand where that begins.
  init(
    annotationColumns: [String],
    ruleCount: Int,
    columnCount: Int,
    annotations: StorageReader,
    logic: StorageReader
  ) {
    self.annotationColumns = annotationColumns
    self.ruleCount = ruleCount
    self.columnCount = columnCount
    content = .stored(annotations: annotations, logic: logic)
  }

  /// Takes the rules of a compiled table.
  init(_ table: CompiledTable) {
    annotationColumns = table.annotations
    ruleCount = table.rules.count
    columnCount = table.inputs.count
    content = .read(
      annotations: table.rules.map(\.annotations),
      Logic(
        inputs: table.inputs.map {
          Clause(expression: $0.expression, text: $0.expression.description)
        },
        rules: table.rules.map { rule in
          Rule(tests: rule.tests.map(\.testedText), outputs: rule.outputs)
        }
      )
    )
  }

  /// The texts of a rule (from 0) for the annotation columns; fewer when the file leaves some out,
  /// none for a rule that is not there.
  ///
  /// - Complexity: Of a stored table, O(n) in the rules before.
  public func annotations(of rule: Int) -> [String] {
    guard (0..<ruleCount).contains(rule) else { return [] }
    switch content {
    case .read(let annotations, _): return annotations[rule]
    case .stored(var reader, _):
      do {
        for _ in 0..<rule { try reader.skipTexts() }
        return try reader.texts()
      } catch {
        return []
      }
    }
  }

  /// The columns and rules; nil when what was stored is no longer readable.
  ///
  /// - Complexity: Of a stored table, O(n) in what the rules say.
  public var logic: Logic? {
    switch content {
    case .read(_, let logic): return logic
    case .stored(_, var reader):
      return try? reader.logic(rules: ruleCount, columns: columnCount)
    }
  }
}

extension UnaryTests {
  /// As it is written; nil where every value passes.
  fileprivate var testedText: String? {
    if case .any = self { nil } else { description }
  }
}
