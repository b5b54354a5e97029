public import FEEL

/// Something wrong with a decision table, with a patient in whom it shows.
public struct TableFinding: Sendable {
  /// The decision.
  public var decision: String
  /// What is wrong.
  public var problem: Problem
  /// Values of inputs in which it shows, in the order of the model; null for an input that is not
  /// stated, and others do not matter.
  ///
  /// Empty where no patient shows it: a rule that never matches, a value that cannot be.
  public var witness: [(input: String, value: Value)]
  /// The line of the rule or the table.
  public var line: Int

  /// What can be wrong with a table; rules are counted from 1.
  public enum Problem: Sendable, Hashable {
    /// No rule matches.
    case gap
    /// No rule matches at one number, while rules match on both sides of it.
    case missedBoundary(input: String, at: Number)
    /// Several rules match where one at most, or several with equal outputs, may.
    case overlap(rules: [Int])
    /// Several rules match at one number alone.
    case doubledBoundary(rules: [Int], input: String, at: Number)
    /// The rule matches, but never counts: an earlier or more important one always does.
    case masked(rule: Int)
    /// The rule never matches.
    case neverMatches(rule: Int)
    /// Without the rule every outcome would be the same.
    case redundant(rule: Int)
    /// An entry tests for a value that its column cannot have.
    case testNotAllowed(rule: Int, column: String, value: String)
    /// An output that is not among the allowed ones.
    case outputNotAllowed(rule: Int, value: String)
    /// The table's logic is not finite over the inputs, so that it was not analysed.
    case notAnalysed
  }
}

extension TableFinding: CustomStringConvertible {
  /// One sentence with the witness.
  public var description: String {
    let patient = witness.map { "\($0.input) \($0.value.feelText)" }.joined(separator: ", ")
    return "‘\(decision)’: \(problem)\(patient.isEmpty ? "" : "; for example \(patient)")"
  }
}

extension TableFinding.Problem: CustomStringConvertible {
  /// What is wrong, without the witness.
  public var description: String {
    switch self {
    case .gap: "no rule matches"
    case .missedBoundary(let input, let number):
      "no rule matches where \(input) is exactly \(number)"
    case .overlap(let rules): "rules \(Self.list(rules)) match together"
    case .doubledBoundary(let rules, let input, let number):
      "rules \(Self.list(rules)) match together where \(input) is exactly \(number)"
    case .masked(let rule): "rule \(rule) never counts: another one always comes before it"
    case .neverMatches(let rule): "rule \(rule) never matches"
    case .redundant(let rule): "rule \(rule) changes nothing: without it all outcomes are the same"
    case .testNotAllowed(let rule, let column, let value):
      "rule \(rule) tests \(column) for \(value), which it cannot be"
    case .outputNotAllowed(let rule, let value):
      "rule \(rule) gives \(value), which is not among the allowed outputs"
    case .notAnalysed:
      "the table reads values that cannot be split into classes and was not analysed"
    }
  }

  private static func list(_ rules: [Int]) -> String {
    rules.map(String.init).joined(separator: " and ")
  }
}
