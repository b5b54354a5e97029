public import FEEL

/// The finite abstraction of a model's inputs: each split into classes of values between which no
/// expression of the model tells a difference.
public struct InputSpace: Sendable {
  /// The inputs, in the order of the model.
  public internal(set) var inputs: [Input]

  init(inputs: [Input]) { self.inputs = inputs }

  /// An input with its classes.
  public struct Input: Sendable {
    /// The name.
    public var name: String
    /// The type.
    public var type: FEELType
    /// The question that asks for it; nil when the model has none.
    public var question: String?
    /// The classes; ordered upwards for numbers.
    ///
    /// Empty when the input cannot be split.
    public var classes: [ValueClass]
    /// The variable of the diagrams that holds the class.
    var variable: Int
    /// The variable that tells whether the input was stated at all, where a table asks that.
    var statedVariable: Int?
  }

  /// Values between which no expression of the model tells a difference.
  public struct ValueClass: Sendable {
    /// The values.
    public var extent: Extent
    /// One of the values.
    public var representative: Value
  }

  /// Which values a class holds.
  public enum Extent: Sendable {
    /// One value.
    case value(Value)
    /// All numbers of a range.
    case numbers(NumberRange)
    /// All strings besides those that the model names.
    case otherStrings
  }

  /// The place of an input by its name.
  ///
  /// - Complexity: O(n) in the number of inputs.
  public func index(of name: String) -> Int? { inputs.firstIndex { $0.name == name } }
}

/// The numbers between two ends, either of which may be missing.
public struct NumberRange: Sendable, Hashable {
  /// The lower end; nil when there is none.
  public var lower: Number?
  /// Whether the lower end belongs to the range.
  public var includesLower: Bool
  /// The upper end; nil when there is none.
  public var upper: Number?
  /// Whether the upper end belongs to the range.
  public var includesUpper: Bool

  /// Creates a range.
  public init(
    lower: Number? = nil,
    includesLower: Bool = false,
    upper: Number? = nil,
    includesUpper: Bool = false
  ) {
    self.lower = lower
    self.includesLower = lower != nil && includesLower
    self.upper = upper
    self.includesUpper = upper != nil && includesUpper
  }

  /// The range of one number.
  public init(_ number: Number) {
    self.init(lower: number, includesLower: true, upper: number, includesUpper: true)
  }

  /// Whether no number lies in the range.
  public var isEmpty: Bool {
    guard let lower, let upper else { return false }
    return upper < lower || (upper == lower && !(includesLower && includesUpper))
  }

  /// The number, when the range holds one alone.
  public var single: Number? {
    guard let lower, lower == upper, includesLower, includesUpper else { return nil }
    return lower
  }

  /// Whether a number lies in the range.
  public func contains(_ number: Number) -> Bool {
    if let lower, number < lower || (number == lower && !includesLower) { return false }
    if let upper, number > upper || (number == upper && !includesUpper) { return false }
    return true
  }

  /// The numbers that lie in both ranges.
  public func intersection(_ other: NumberRange) -> NumberRange {
    var result = self
    if let end = other.lower, lower.map({ end > $0 || (end == $0 && !other.includesLower) }) ?? true
    {
      (result.lower, result.includesLower) = (end, other.includesLower)
    }
    if let end = other.upper, upper.map({ end < $0 || (end == $0 && !other.includesUpper) }) ?? true
    {
      (result.upper, result.includesUpper) = (end, other.includesUpper)
    }
    return result
  }

  /// The range from the start of this one to the end of a later one.
  func joined(_ later: NumberRange) -> NumberRange {
    NumberRange(
      lower: lower,
      includesLower: includesLower,
      upper: later.upper,
      includesUpper: later.includesUpper
    )
  }

  /// A number in the range: its only one, its middle, or one beyond its only end.
  var representative: Number {
    switch (lower, upper) {
    case (nil, nil): .zero
    case (let lower?, nil): includesLower ? lower : lower.adding(.one) ?? lower
    case (nil, let upper?): includesUpper ? upper : upper.subtracting(.one) ?? upper
    case (let lower?, let upper?):
      if let sum = lower.adding(upper), let middle = sum.divided(by: Number(2)) {
        middle
      } else {
        lower
      }
    }
  }
}

extension NumberRange: CustomStringConvertible {
  /// As facts are written: `12`, `< 10`, `>= 8`, `[3..6)`; all numbers are `any`.
  public var description: String {
    switch (lower, upper) {
    case (nil, nil): "any"
    case (let lower?, nil): "\(includesLower ? ">=" : ">") \(lower)"
    case (nil, let upper?): "\(includesUpper ? "<=" : "<") \(upper)"
    case (let lower?, let upper?):
      if let single {
        single.description
      } else {
        "\(includesLower ? "[" : "(")\(lower)..\(upper)\(includesUpper ? "]" : ")")"
      }
    }
  }
}
