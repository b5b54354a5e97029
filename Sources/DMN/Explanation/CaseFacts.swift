public import FEEL

/// What is known of a case: values and intervals by input.
///
/// An input that is not there is unknown, which
/// is not false.
public struct CaseFacts: Sendable {
  /// The known inputs.
  public private(set) var known: [String: Knowledge] = [:]

  /// Creates facts of nothing.
  public init() {}

  /// What is known of an input; nil when nothing is.
  public subscript(name: String) -> Knowledge? {
    get { known[name] }
    set { known[name] = newValue }
  }
}

/// What is known of an input.
public enum Knowledge: Sendable {
  /// Its value.
  case value(Value)
  /// An interval in which its number lies.
  case numbers(NumberRange)
}

/// Why something is no fact of a model.
public enum FactError: Error, Sendable {
  /// The model has no such input.
  case unknownInput(String, known: [String])
  /// The value is not of the input's type.
  case wrongType(input: String, value: Value, expected: FEELType)
  /// The value (or part of the interval) is not among the allowed ones.
  case notAllowed(input: String, value: String, allowed: String)
  /// The interval holds no number.
  case emptyInterval(input: String, value: String)
}

extension CaseFacts {
  /// Adds what is known of an input after checking it against the model.
  ///
  /// - Throws: `FactError` when the model has no such input, or the value is not of its type or not
  ///   among its allowed values; an interval must lie in the allowed ones where these are closed by
  ///   ends of their own.
  public mutating func state(
    _ name: String,
    _ knowledge: Knowledge,
    in model: ReasoningModel
  ) throws(FactError) {
    guard let input = model.inputs.first(where: { $0.name == name }) else {
      throw .unknownInput(name, known: model.inputs.map(\.name))
    }
    switch knowledge {
    case .value(let value):
      guard value.conforms(to: input.type), value.type != .null else {
        throw .wrongType(input: name, value: value, expected: input.type)
      }
      if !input.allows(value) { throw input.refusal(of: value.feelText) }
      known[name] = knowledge
    case .numbers(let range):
      known[name] = .numbers(try input.checked(range))
    }
  }
}

extension CompiledInput {
  fileprivate func refusal(of value: String) -> FactError {
    .notAllowed(input: name, value: value, allowed: allowedValues?.description ?? "")
  }

  /// The interval as it is, when its own ends are allowed and some value in it is.
  fileprivate func checked(_ range: NumberRange) throws(FactError) -> NumberRange {
    guard type == .number else {
      throw .wrongType(input: name, value: .string(range.description), expected: type)
    }
    guard !range.isEmpty else { throw .emptyInterval(input: name, value: range.description) }
    for end in [range.lower, range.upper] {
      if let end, !allows(.number(end)) { throw refusal(of: range.description) }
    }
    if let allowedRange, range.intersection(allowedRange).isEmpty {
      throw refusal(of: range.description)
    }
    return range
  }

  /// The allowed values when they are one range of numbers.
  fileprivate var allowedRange: NumberRange? {
    guard case .oneOf(let tests)? = allowedValues, tests.count == 1 else { return nil }
    switch tests[0] {
    case .range(let range): return NumberRange(range)
    case .comparison(let op, let end):
      guard case .number(let number)? = end.constantValue else { return nil }
      switch op {
      case .greater: return NumberRange(lower: number)
      case .greaterOrEqual: return NumberRange(lower: number, includesLower: true)
      case .less: return NumberRange(upper: number)
      case .lessOrEqual: return NumberRange(upper: number, includesUpper: true)
      case .equal, .notEqual, .or, .and, .add, .subtract, .multiply, .divide, .power: return nil
      }
    case .expression(let expression):
      guard case .range(let range) = expression.node else { return nil }
      return NumberRange(range)
    }
  }
}

extension NumberRange {
  /// The range of an expression with constant ends.
  fileprivate init?(_ range: Expression.RangeExpression) {
    var ends: [Number?] = []
    for end in [range.lower, range.upper] {
      switch end?.constantValue {
      case .number(let number)?: ends.append(number)
      case nil where end == nil: ends.append(nil)
      default: return nil
      }
    }
    self.init(
      lower: ends[0],
      includesLower: range.includesLower,
      upper: ends[1],
      includesUpper: range.includesUpper
    )
  }
}
