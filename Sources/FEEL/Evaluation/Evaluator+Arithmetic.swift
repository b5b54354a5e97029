extension Evaluation {
  /// The arithmetic operators (DMN 1.5, 10.3.2.16, tables 53 to 57, and suite 0100).
  mutating func calculate(
    _ symbol: Expression.BinaryOperator,
    _ left: Value,
    _ right: Value,
    at range: SourceRange
  ) -> Value {
    if symbol == .divide, right.isZeroDivisor, left.isDivisible {
      return null(.divisionByZero, at: range)
    }
    if case (.string(let first), .string(let second)) = (left, right) {
      // Doubling a text forty times would fill every memory.
      guard spend(first.utf8.count + second.utf8.count, at: range) else { return .null }
    }
    if symbol == .power, case .number = left, case .number(let exponent) = right {
      guard spend(exponent.isInteger ? 5 : Number.seriesSteps, at: range) else { return .null }
    }
    switch symbol.applied(to: left, right) {
    case .value(let value): return value
    case .outOfRange: return null(.outOfRange(symbol.rawValue), at: range)
    case .undefined:
      noteOperands(symbol.rawValue, [left, right], at: range)
      return .null
    }
  }

  /// `-a` for numbers and durations.
  mutating func negate(_ operand: Value, at range: SourceRange) -> Value {
    switch operand {
    case .number(let number): return .number(number.negated)
    case .yearsAndMonths, .daysAndTime:
      return calculate(.multiply, operand, .number(Number(-1)), at: range)
    case .null, .boolean, .string, .date, .time, .dateAndTime, .list, .context, .range, .function:
      noteOperands("-", [operand], at: range)
      return .null
    }
  }
}

/// What an arithmetic operator gives.
enum ArithmeticResult {
  case value(Value)
  /// The operands are right and the result has no representation.
  case outOfRange
  /// The operator has no meaning for these operands.
  case undefined

  init(_ value: Value?) {
    self = value.map(ArithmeticResult.value) ?? .outOfRange
  }

  init(_ number: Number?) { self.init(number.map(Value.number)) }

  init(_ date: CalendarDate?) { self.init(date.map(Value.date)) }

  init(_ dateAndTime: DateAndTime?) { self.init(dateAndTime.map(Value.dateAndTime)) }

  /// Nanoseconds as a duration.
  init(nanoseconds: Int128?) {
    self.init(nanoseconds.map { Value.daysAndTime(DaysAndTimeDuration(nanoseconds: $0)) })
  }

  /// Months as a duration.
  init(months: Int?) {
    self.init(months.map { Value.yearsAndMonths(YearsAndMonthsDuration(months: $0)) })
  }
}

extension Expression.BinaryOperator {
  fileprivate func applied(to left: Value, _ right: Value) -> ArithmeticResult {
    switch self {
    case .add: left.plus(right)
    case .subtract: left.minus(right)
    case .multiply: left.times(right)
    case .divide: left.dividedBy(right)
    case .power: left.toThePower(right)
    case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .undefined
    }
  }
}

extension Value {
  fileprivate var isZeroDivisor: Bool {
    switch self {
    case .number(let number): number.isZero
    case .yearsAndMonths(let duration): duration.months == 0
    case .daysAndTime(let duration): duration.nanoseconds == 0
    case .null, .boolean, .string, .date, .time, .dateAndTime, .list, .context, .range, .function:
      false
    }
  }

  fileprivate var isDivisible: Bool {
    switch self {
    case .number, .yearsAndMonths, .daysAndTime: true
    case .null, .boolean, .string, .date, .time, .dateAndTime, .list, .context, .range, .function:
      false
    }
  }

  fileprivate func times(_ other: Value) -> ArithmeticResult {
    switch (self, other) {
    case (.number(let left), .number(let right)): ArithmeticResult(left.multiplied(by: right))
    case (.number(let factor), .yearsAndMonths(let duration)),
      (.yearsAndMonths(let duration), .number(let factor)):
      ArithmeticResult(months: Number(duration.months).multiplied(by: factor)?.wholePart)
    case (.number(let factor), .daysAndTime(let duration)),
      (.daysAndTime(let duration), .number(let factor)):
      ArithmeticResult(nanoseconds: duration.number?.multiplied(by: factor)?.wholeInt128)
    default: .undefined
    }
  }

  fileprivate func dividedBy(_ other: Value) -> ArithmeticResult {
    switch (self, other) {
    case (.number(let left), .number(let right)): ArithmeticResult(left.divided(by: right))
    case (.yearsAndMonths(let duration), .number(let divisor)):
      ArithmeticResult(months: Number(duration.months).divided(by: divisor)?.wholePart)
    case (.daysAndTime(let duration), .number(let divisor)):
      ArithmeticResult(nanoseconds: duration.number?.divided(by: divisor)?.wholeInt128)
    case (.yearsAndMonths(let left), .yearsAndMonths(let right)):
      ArithmeticResult(Number(left.months).divided(by: Number(right.months)))
    case (.daysAndTime(let left), .daysAndTime(let right)):
      ArithmeticResult(right.number.flatMap { left.number?.divided(by: $0) })
    default: .undefined
    }
  }

  fileprivate func toThePower(_ other: Value) -> ArithmeticResult {
    guard case (.number(let base), .number(let exponent)) = (self, other) else { return .undefined }
    return ArithmeticResult(base.raised(to: exponent))
  }
}

extension DaysAndTimeDuration {
  /// The nanoseconds as a number.
  fileprivate var number: Number? {
    Int(exactly: nanoseconds).map { Number($0) } ?? Number(String(nanoseconds))
  }
}

extension Number {
  /// The number without its fraction, nil when too large.
  fileprivate var wholePart: Int? { rounded(.down, scale: 0)?.int }

  /// The number without its fraction, nil when too large.
  fileprivate var wholeInt128: Int128? {
    guard let whole = rounded(.down, scale: 0) else { return nil }
    return whole.int.map { Int128($0) } ?? Int128(whole.description)
  }
}
