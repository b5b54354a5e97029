internal import FEEL
internal import Testing

/// One line of a table: an expression, and an expression that gives the same.
struct BuiltinExample: Sendable, CustomTestStringConvertible {
  let text: String
  let result: String

  init(_ text: String, _ result: String) {
    self.text = text
    self.result = result
  }

  var testDescription: String { "\(text) = \(result)" }

  /// Expects that both expressions give identical values.
  func check(at location: SourceLocation = #_sourceLocation) throws {
    let value = try evaluated(text).value
    let expected = try evaluated(result).value
    #expect(
      value.isIdentical(to: expected),
      "\(text) gave \(value.feelText), not \(expected.feelText)",
      sourceLocation: location
    )
  }
}

/// One line of a table of refusals: an expression that gives null, and why.
struct BuiltinRefusalExample: Sendable, CustomTestStringConvertible {
  let text: String
  let reason: EvaluationNote.Reason?

  init(_ text: String, _ reason: EvaluationNote.Reason? = nil) {
    self.text = text
    self.reason = reason
  }

  var testDescription: String { text }

  /// Expects null with the reason, or with any note where none is given.
  func check(at location: SourceLocation = #_sourceLocation) throws {
    let (value, notes) = try evaluated(text)
    #expect(
      value.isIdentical(to: .null),
      "\(text) gave \(value.feelText)",
      sourceLocation: location
    )
    let reasons = notes.map(\.reason)
    if let reason {
      #expect(reasons.contains(reason), "\(reasons)", sourceLocation: location)
    } else {
      #expect(!reasons.isEmpty, "\(text) gave null without a note", sourceLocation: location)
    }
  }
}

/// The value of an expression without names in scope, and the notes that it left.
func evaluated(
  _ text: String,
  budget: Int = 1_000_000
) throws -> (value: Value, notes: [EvaluationNote]) {
  var parser = Parser(text)
  let expression = try parser.parseExpression()
  var evaluation = Evaluation(budget: budget)
  return (evaluation.evaluate(expression, in: Scope()), evaluation.notes)
}

/// Calls a row of the table of built-ins that takes so many arguments.
func call(
  _ name: String,
  _ arguments: [Value],
  row: Int = 0,
  budget: Int = 1_000_000
) throws -> (value: Value, evaluation: Evaluation) {
  let rows = Builtin.named(name)
  try #require(row < rows.count)
  var evaluation = Evaluation(budget: budget)
  return (rows[row].body(arguments, &evaluation), evaluation)
}

extension Value {
  /// A list of whole numbers.
  static func numbers(_ numbers: some Sequence<Int>) -> Value {
    .list(numbers.map { .number(Number($0)) })
  }

  /// The elements of a list; none of any other value.
  var elements: [Value] {
    if case .list(let elements) = self { elements } else { [] }
  }
}
