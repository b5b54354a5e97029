internal import FEEL

/// An input entry that compares the value with constants of one kind.
///
/// For a value of that kind it says what evaluating the tests would say, and evaluating them would
/// leave no note.
enum EntryCondition {
  /// Holds for every value.
  case always
  /// Holds for no value but null.
  case never
  /// Holds for numbers in one of the ranges, or in none.
  case numbers([NumberRange], isNegated: Bool)
  /// Holds for one of the texts, or for all others.
  case texts([String], isNegated: Bool)
  /// Holds for one of the truth values, or for the other.
  case truths([Bool], isNegated: Bool)

  /// Reads the tests of an entry; nil when they are more than comparisons with constants of one kind.
  init?(_ tests: UnaryTests) {
    let list: [UnaryTest]
    let isNegated: Bool
    switch tests {
    case .any:
      self = .always
      return
    case .oneOf(let tests): (list, isNegated) = (tests, false)
    case .noneOf(let tests): (list, isNegated) = (tests, true)
    }
    var parts = Parts()
    for test in list {
      guard parts.add(test, isAlone: list.count == 1) else { return nil }
    }
    switch (parts.ranges.isEmpty, parts.texts.isEmpty, parts.truths.isEmpty) {
    case (true, true, true): self = isNegated ? .always : .never
    case (false, true, true): self = .numbers(parts.ranges, isNegated: isNegated)
    case (true, false, true):
      self = .texts(parts.texts, isNegated: isNegated != parts.isInverted)
    case (true, true, false):
      self = .truths(parts.truths, isNegated: isNegated != parts.isInverted)
    default: return nil
    }
  }

  /// The constants of an entry by kind.
  private struct Parts {
    var ranges: [NumberRange] = []
    var texts: [String] = []
    var truths: [Bool] = []
    /// Whether the only test is `!=` with a text or truth value.
    var isInverted = false

    /// Adds a test; false when it is none that can be indexed.
    mutating func add(_ test: UnaryTest, isAlone: Bool) -> Bool {
      switch test {
      case .comparison(.notEqual, let end):
        guard let value = end.constantValue else { return false }
        if case .number(let number) = value {
          ranges += [NumberRange(upper: number), NumberRange(lower: number)]
          return true
        }
        isInverted = true
        return isAlone && add(value, isNullAllowed: false)
      case .comparison(.equal, let end):
        return end.constantValue.map { add($0, isNullAllowed: false) } ?? false
      case .comparison(let symbol, let end):
        guard case .number(let number)? = end.constantValue,
          let range = NumberRange(symbol, number)
        else { return false }
        ranges.append(range)
        return true
      case .range(let ends): return add(ends)
      case .expression(let expression):
        if case .range(let ends) = expression.node { return add(ends) }
        return expression.constantValue.map { add($0, isNullAllowed: true) } ?? false
      }
    }

    private mutating func add(_ value: Value, isNullAllowed: Bool) -> Bool {
      switch value {
      case .null: return isNullAllowed
      case .number(let number): ranges.append(NumberRange(number))
      case .string(let text): texts.append(text)
      case .boolean(let truth): truths.append(truth)
      default: return false
      }
      return true
    }

    private mutating func add(_ ends: Expression.RangeExpression) -> Bool {
      guard ends.form == .interval, case .number(let lower)? = ends.lower?.constantValue,
        case .number(let upper)? = ends.upper?.constantValue, lower <= upper
      else { return false }
      ranges.append(
        NumberRange(
          lower: lower,
          includesLower: ends.includesLower,
          upper: upper,
          includesUpper: ends.includesUpper
        )
      )
      return true
    }
  }
}

extension NumberRange {
  /// The numbers that stand to another as an operator says; nil for other operators than the four of
  /// order.
  fileprivate init?(_ symbol: Expression.BinaryOperator, _ end: Number) {
    switch symbol {
    case .less: self.init(upper: end)
    case .lessOrEqual: self.init(upper: end, includesUpper: true)
    case .greater: self.init(lower: end)
    case .greaterOrEqual: self.init(lower: end, includesLower: true)
    case .equal, .notEqual, .or, .and, .add, .subtract, .multiply, .divide, .power: return nil
    }
  }
}
