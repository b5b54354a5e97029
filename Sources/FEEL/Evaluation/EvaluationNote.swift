/// Why an evaluation became null, or what was odd on its way.
public struct EvaluationNote: Sendable, Hashable {
  /// What happened.
  public var reason: Reason
  /// Where in the expression it happened.
  public var range: SourceRange

  /// Creates a note.
  public init(_ reason: Reason, at range: SourceRange = .none) {
    self.reason = reason
    self.range = range
  }

  /// What can happen; texts are made at the edge.
  public enum Reason: Sendable, Hashable {
    /// No such name is in scope.
    case unknownName(String)
    /// No such entry of a context, or no such property of a value of that kind.
    case unknownProperty(String, of: String)
    /// No such function, or what was invoked is none.
    case notAFunction(String)
    /// The operator has no meaning for operands of these kinds.
    case operandTypes(operator: String, kinds: [String])
    /// A function takes no such arguments.
    case arguments(function: String, kinds: [String])
    /// An argument has the right kind and a value that the function does not take.
    case argumentValue(function: String, parameter: String)
    /// Division by zero.
    case divisionByZero
    /// The result has no representation (too large, or not real).
    case outOfRange(String)
    /// A text that is no literal of the kind asked for.
    case malformedLiteral(String, kind: String)
    /// A condition was neither true nor false.
    case conditionNotBoolean(kind: String)
    /// A value has not the type that is declared for it.
    case typeMismatch(expected: String, kind: String)
    /// A value is not among the allowed ones.
    case notAllowed(String)
    /// No such type.
    case unknownType(String)
    /// A filter's index is outside the list.
    case indexOutOfBounds(Int, count: Int)
    /// Evaluation went deeper or longer than allowed.
    case limit(String)
    /// Something of the decision model: what and where.
    case model(String)
  }
}
