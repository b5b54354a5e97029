extension EvaluationNote.Reason: CustomStringConvertible {
  /// One sentence.
  public var description: String {
    switch self {
    case .unknownName(let name): "There is no ‘\(name)’ here."
    case .unknownProperty(let name, let kind): "A value of kind \(kind) has no ‘\(name)’."
    case .notAFunction(let name): "‘\(name)’ is no function."
    case .operandTypes(let sign, let kinds):
      "‘\(sign)’ has no meaning for \(Self.list(kinds))."
    case .arguments(let function, let kinds):
      kinds.isEmpty
        ? "‘\(function)’ needs arguments."
        : "‘\(function)’ takes no arguments such as \(Self.list(kinds))."
    case .argumentValue(let function, let parameter):
      "‘\(function)’ does not take this value of ‘\(parameter)’."
    case .divisionByZero: "Division by zero."
    case .outOfRange(let what): "\(what) is out of range."
    case .malformedLiteral(let text, let kind): "‘\(text)’ is no \(kind)."
    case .conditionNotBoolean(let kind): "A condition is \(kind), neither true nor false."
    case .typeMismatch(let expected, let kind): "\(expected) was expected, \(kind) came."
    case .notAllowed(let value): "\(value) is not among the allowed values."
    case .unknownType(let name): "There is no type ‘\(name)’."
    case .indexOutOfBounds(let index, let count):
      "There is no element \(index) in a list of \(count)."
    case .limit(let what): "The evaluation was given up at the limit of \(what)."
    case .model(let what): "In the model: \(what)."
    }
  }

  private static func list(_ kinds: [String]) -> String {
    guard let last = kinds.last, kinds.count > 1 else { return kinds.first ?? "nothing" }
    return "\(kinds.dropLast().joined(separator: ", ")) and \(last)"
  }
}
