/// Sums and differences; where one operand is a date and the other has a time, the date is its
/// midnight in UTC (DMN 1.5, 10.3.2.16, table 53, and suite 0100).
extension Value {
  func plus(_ other: Value) -> ArithmeticResult {
    switch (self, other) {
    case (.number(let left), .number(let right)): ArithmeticResult(left.adding(right))
    case (.string(let left), .string(let right)): .value(.string(left + right))
    case (.yearsAndMonths(let left), .yearsAndMonths(let right)):
      ArithmeticResult(months: left.months.checkedSum(right.months))
    case (.daysAndTime(let left), .daysAndTime(let right)):
      ArithmeticResult(nanoseconds: left.nanoseconds.checkedSum(right.nanoseconds))
    case (_, .yearsAndMonths(let duration)): moved(byMonths: duration.months)
    case (.yearsAndMonths(let duration), _): other.moved(byMonths: duration.months)
    case (_, .daysAndTime(let duration)): moved(byNanoseconds: duration.nanoseconds)
    case (.daysAndTime(let duration), _): other.moved(byNanoseconds: duration.nanoseconds)
    default: .undefined
    }
  }

  func minus(_ other: Value) -> ArithmeticResult {
    switch (self, other) {
    case (.number(let left), .number(let right)): ArithmeticResult(left.subtracting(right))
    case (.yearsAndMonths(let left), .yearsAndMonths(let right)):
      ArithmeticResult(months: left.months.checkedDifference(right.months))
    case (.daysAndTime(let left), .daysAndTime(let right)):
      ArithmeticResult(nanoseconds: left.nanoseconds.checkedDifference(right.nanoseconds))
    case (_, .yearsAndMonths(let duration)):
      0.checkedDifference(duration.months).map(moved(byMonths:)) ?? .outOfRange
    case (_, .daysAndTime(let duration)):
      Int128(0).checkedDifference(duration.nanoseconds).map(moved(byNanoseconds:)) ?? .outOfRange
    case (.time(let left), .time(let right)): left.minus(right)
    default: dayMinus(other)
    }
  }

  private func dayMinus(_ other: Value) -> ArithmeticResult {
    switch (self, other) {
    case (.date(let left), .date(let right)):
      return ArithmeticResult(
        nanoseconds: Int128(left.epochDay - right.epochDay) * .nanosecondsOfDay
      )
    case (.dateAndTime, .dateAndTime), (.dateAndTime, .date), (.date, .dateAndTime):
      guard let left = atMidnight, let right = other.atMidnight,
        let difference = left.difference(from: right)
      else { return .undefined }
      return ArithmeticResult(nanoseconds: difference)
    default: return .undefined
    }
  }

  private var atMidnight: DateAndTime? {
    switch converted(to: .dateAndTime) {
    case .dateAndTime(let value)?: value
    default: nil
    }
  }

  private func moved(byMonths months: Int) -> ArithmeticResult {
    switch self {
    case .date(let date): ArithmeticResult(date.adding(months: months))
    case .dateAndTime(let value): ArithmeticResult(value.adding(months: months))
    case .null, .boolean, .number, .string, .time, .yearsAndMonths, .daysAndTime, .list, .context,
      .range, .function:
      .undefined
    }
  }

  private func moved(byNanoseconds nanoseconds: Int128) -> ArithmeticResult {
    switch self {
    case .date(let date):
      ArithmeticResult(nanoseconds.wholeDays.flatMap { date.adding(days: $0) })
    case .dateAndTime(let value): ArithmeticResult(value.adding(nanoseconds: nanoseconds))
    case .time(let time): .value(.time(time.adding(nanoseconds: nanoseconds)))
    case .null, .boolean, .number, .string, .yearsAndMonths, .daysAndTime, .list, .context, .range,
      .function:
      .undefined
    }
  }
}

extension TimeOfDay {
  /// The time between two times that can be compared (see `Value.ordering(to:)`).
  fileprivate func minus(_ other: TimeOfDay) -> ArithmeticResult {
    let local = Int128(nanosecondOfDay) - Int128(other.nanosecondOfDay)
    switch (zone, other.zone) {
    case (nil, nil): return ArithmeticResult(nanoseconds: local)
    case (.offset(let left)?, .offset(let right)?):
      return ArithmeticResult(nanoseconds: local - Int128(left - right) * 1_000_000_000)
    case (let left?, let right?):
      return left == right ? ArithmeticResult(nanoseconds: local) : .undefined
    case (nil, _?), (_?, nil): return .undefined
    }
  }
}

extension FixedWidthInteger {
  /// The sum, nil when it overflows.
  fileprivate func checkedSum(_ other: Self) -> Self? {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? nil : sum
  }

  /// The difference, nil when it overflows.
  fileprivate func checkedDifference(_ other: Self) -> Self? {
    let (difference, overflow) = subtractingReportingOverflow(other)
    return overflow ? nil : difference
  }
}

extension Int128 {
  fileprivate static var nanosecondsOfDay: Int128 { 86_400_000_000_000 }

  /// Nanoseconds as whole days, rounded down; nil when too many.
  fileprivate var wholeDays: Int? {
    let (days, rest) = quotientAndRemainder(dividingBy: .nanosecondsOfDay)
    return Int(exactly: rest < 0 ? days - 1 : days)
  }
}
