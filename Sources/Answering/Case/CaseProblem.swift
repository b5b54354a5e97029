/// Why a fact, or a question about a decision, cannot be taken.
public struct CaseProblem: Error, Hashable, Sendable {
  /// The fact or decision.
  public var id: String
  /// The site, when it is one of several.
  public var site: String?
  /// Line of the file, from 1; nil for an argument.
  public var line: Int?
  /// What is wrong.
  public var reason: Reason

  /// Names a problem and its place.
  public init(id: String, site: String? = nil, line: Int? = nil, reason: Reason) {
    self.id = id
    self.site = site
    self.line = line
    self.reason = reason
  }

  /// What can be wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no such fact; the one with the nearest name.
    case unknownFact(nearest: String?)
    /// The value is of another type than the fact.
    case wrongType(value: String, expected: String)
    /// The value is outside of what is allowed.
    case notAllowed(value: String, allowed: String)
    /// The interval holds no number.
    case emptyInterval(value: String)
    /// The text is no number and no interval.
    case notANumber(value: String)
    /// The fact belongs to the patient and stands with a site.
    case notOfASite
    /// There is no such decision; those that there are.
    case unknownDecision(known: [String])
    /// The decision has no such outcome; those that it has.
    case unknownOutcome(String, known: [String])
    /// The protocol has no decision model.
    case noModel
  }
}

extension CaseProblem {
  /// Whether what was asked of the case is at fault, and not its facts.
  public var isAboutTheQuestion: Bool {
    switch reason {
    case .unknownDecision, .unknownOutcome: true
    case .unknownFact, .wrongType, .notAllowed, .emptyInterval, .notANumber, .notOfASite, .noModel:
      false
    }
  }
}

/// Everything that is wrong with a case, at least one problem.
public struct CaseError: Error, Sendable {
  /// In the order in which the facts were stated.
  public var problems: [CaseProblem]

  /// Takes problems.
  public init(_ problems: [CaseProblem]) {
    self.problems = problems
  }
}

extension CaseProblem: CustomStringConvertible {
  /// Place, what is wrong, and what is allowed.
  public var description: String {
    let place = line.map { "line \($0): " } ?? ""
    let subject = site.map { "\(id) of \($0)" } ?? id
    return "\(place)\(subject)\(reason)"
  }
}

extension CaseProblem.Reason: CustomStringConvertible {
  /// What is wrong, behind the name of the fact.
  public var description: String {
    switch self {
    case .unknownFact(let nearest):
      " is no fact of this protocol" + (nearest.map { "; did you mean ‘\($0)’?" } ?? ".")
    case .wrongType(let value, let expected): ": ‘\(value)’ is not \(expected)."
    case .notAllowed(let value, let allowed): ": \(value) is not allowed; allowed is \(allowed)."
    case .emptyInterval(let value): ": no number lies in ‘\(value)’."
    case .notANumber(let value):
      ": ‘\(value)’ is no number and no interval such as < 10, >= 8, 25..28 or [3..6)."
    case .notOfASite: " belongs to the patient, not to a site; state it outside of ‘sites’."
    case .unknownDecision(let known):
      " is no decision of this protocol; decisions are \(known.joined(separator: ", "))."
    case .unknownOutcome(let outcome, let known):
      " has no outcome ‘\(outcome)’; outcomes are \(known.joined(separator: ", "))."
    case .noModel: " cannot be decided: the protocol has no decisions.dmn."
    }
  }
}
