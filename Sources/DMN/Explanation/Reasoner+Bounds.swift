public import FEEL

extension Reasoner {
  /// The least value of a numeric input from which on a decision no longer has an outcome, whatever
  /// the unknown facts are.
  ///
  /// - Parameters:
  ///   - input: The input, whose value among the facts does not count.
  ///   - outcome: The outcome that ends.
  ///   - decision: The decision.
  ///   - facts: What is known besides.
  /// - Returns: The numbers from there on; nil when the decision never has the outcome or has it up to
  ///   the greatest numbers.
  /// - Complexity: A verdict for each class of the input's values.
  public func range(
    of input: String,
    ending outcome: Value,
    of decision: String,
    _ facts: CaseFacts
  ) -> NumberRange? {
    guard let index = diagrams.space.index(of: input) else { return nil }
    var found: NumberRange?
    for candidate in inputs[index].classes.reversed() {
      var supposed = facts
      supposed[input] = .value(candidate.representative)
      let outcomes = verdict(on: decision, supposed)?.outcomes ?? []
      if outcomes.contains(where: { $0.isIdentical(to: outcome) }) { return found }
      switch candidate.extent {
      case .numbers(let range): found = found.map { range.joined($0) } ?? range
      case .value(.number(let number)):
        found = found.map { NumberRange(number).joined($0) } ?? NumberRange(number)
      case .value, .otherStrings: return nil
      }
    }
    return nil
  }
}
