internal import FEEL
internal import Testing

/// An evaluation of a text: its value and the notes on the way.
struct Evaluated {
  let value: Value
  let notes: [EvaluationNote]

  /// Reads and evaluates a text with the names of a scope.
  init(
    _ text: String,
    in scope: Scope = Scope(),
    types: [String: FEELType] = [:],
    budget: Int = 1_000_000
  ) throws {
    var parser = Parser(text, names: KnownNames(scope.names))
    let expression = try parser.parseExpression()
    var evaluation = Evaluation(types: types, budget: budget)
    value = evaluation.evaluate(expression, in: scope)
    notes = evaluation.notes
  }

  /// The reasons of the notes.
  var reasons: [EvaluationNote.Reason] { notes.map(\.reason) }
}

/// Checks a row `expression => text of its value`.
func expectRow(
  _ row: String,
  in scope: Scope = Scope(),
  types: [String: FEELType] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let parts = row.split(separator: " => ", maxSplits: 1).map(String.init)
  try #require(
    parts.count == 2,
    "a row needs an expression and a value",
    sourceLocation: sourceLocation
  )
  let evaluated = try Evaluated(parts[0], in: scope, types: types)
  let expected = parts[1].drop { $0 == " " }
  #expect(
    evaluated.value.feelText == expected,
    "\(evaluated.reasons)",
    sourceLocation: sourceLocation
  )
}

extension Value {
  /// The value of a text without names.
  init(feel text: String) throws {
    self = try Evaluated(text).value
  }
}
