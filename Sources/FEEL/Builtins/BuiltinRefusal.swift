/// Why a built-in gives null instead of a result.
///
/// Inside the built-ins a refusal is thrown; the row that runs the body turns it into null and a note,
/// so that FEEL evaluation itself never throws.
struct BuiltinRefusal: Error {
  /// What the note will say.
  var reason: EvaluationNote.Reason

  /// Creates a refusal.
  init(_ reason: EvaluationNote.Reason) { self.reason = reason }
}

extension Evaluation {
  /// Takes steps off the budget; refuses when there are not that many.
  ///
  /// Whatever goes through a list or makes one calls this first, so that no expression can hold the
  /// engine longer than its budget allows.
  mutating func charge(_ steps: Int) throws(BuiltinRefusal) {
    guard steps <= budget else {
      budget = 0
      throw BuiltinRefusal(.limit("steps"))
    }
    budget -= steps
  }
}
