extension Builtin {
  /// The functions that make dates, times and durations (DMN 1.5, 10.3.4.1), those that ask about them
  /// (10.3.4.6 and 10.3.4.8), and `now` and `today`.
  static let temporal: [Builtin] =
    dateConversion + timeConversion + dateAndTimeConversion + durationConversion + calendar + clock

  private static let dateConversion: [Builtin] = [
    .literal("date", kind: "date") { CalendarDate($0).map(Value.date) },
    .row("date", [Parameter("from", .date)]) { call, _ in call.value(0) },
    .row("date", [Parameter("from", .dateAndTime)]) { call, _ throws(BuiltinRefusal) in
      .date(try call.day(0))
    },
    .row(
      "date",
      [Parameter("year", .number), Parameter("month", .number), Parameter("day", .number)]
    ) { call, _ throws(BuiltinRefusal) in
      let year = try call.component(0)
      let month = try call.component(1)
      guard let date = CalendarDate(year: year, month: month, day: try call.component(2))
      else { throw call.outOfRange }
      return .date(date)
    },
  ]

  private static let timeConversion: [Builtin] = [
    .literal("time", kind: "time") { TimeOfDay($0).map(Value.time) },
    .row("time", [Parameter("from", .time)]) { call, _ in call.value(0) },
    .row("time", [Parameter("from", .date)]) { call, _ throws(BuiltinRefusal) in
      .time(try call.midnight(zone: .offset(seconds: 0)))
    },
    .row("time", [Parameter("from", .dateAndTime)]) { call, _ throws(BuiltinRefusal) in
      guard case .dateAndTime(let moment) = call[0] else { throw call.refusal }
      return .time(moment.time)
    },
    .row(
      "time",
      [
        Parameter("hour", .number), Parameter("minute", .number), Parameter("second", .number),
        Parameter("offset", .daysAndTime, isOptional: true, acceptsNull: true),
      ]
    ) { call, _ throws(BuiltinRefusal) in .time(try call.timeOfComponents()) },
  ]

  private static let dateAndTimeConversion: [Builtin] = [
    .row("date and time", [Parameter("from", .string)]) { call, _ throws(BuiltinRefusal) in
      let text = try call.string(0)
      if let moment = DateAndTime(text) { return .dateAndTime(moment) }
      guard let date = CalendarDate(text) else {
        throw BuiltinRefusal(.malformedLiteral(text, kind: "date and time"))
      }
      return .dateAndTime(DateAndTime(date: date, time: try call.midnight(zone: nil)))
    },
    .row("date and time", [Parameter("from", .dateAndTime)]) { call, _ in call.value(0) },
    .row("date and time", [Parameter("date", .date), Parameter("time", .time)], joinDateAndTime),
    .row(
      "date and time",
      [Parameter("date", .dateAndTime), Parameter("time", .time)],
      joinDateAndTime
    ),
  ]

  private static let durationConversion: [Builtin] = [
    .literal("duration", kind: "duration") { text in
      DaysAndTimeDuration(text).map(Value.daysAndTime)
        ?? YearsAndMonthsDuration(text).map(Value.yearsAndMonths)
    },
    .row(
      "years and months duration",
      [Parameter("from", .date), Parameter("to", .date)],
      monthsBetween
    ),
    .row(
      "years and months duration",
      [Parameter("from", .dateAndTime), Parameter("to", .dateAndTime)],
      monthsBetween
    ),
  ]

  /// The row that makes a value of its literal.
  private static func literal(
    _ name: String,
    kind: String,
    _ read: @escaping @Sendable (String) -> Value?
  ) -> Builtin {
    .row(name, [Parameter("from", .string)]) { call, _ throws(BuiltinRefusal) in
      let text = try call.string(0)
      guard let value = read(text) else {
        throw BuiltinRefusal(.malformedLiteral(text, kind: kind))
      }
      return value
    }
  }

  /// `date and time(date, time)`: the time of the first argument, if it has one, is left out.
  private static func joinDateAndTime(
    _ call: BuiltinCall,
    _ evaluation: inout Evaluation
  ) throws(BuiltinRefusal) -> Value {
    guard case .time(let time) = call[1] else { throw call.refusal }
    return .dateAndTime(DateAndTime(date: try call.day(0), time: time))
  }

  /// `years and months duration(from, to)`: whole months between two days, times left out, rounded
  /// towards zero (suite 1121).
  private static func monthsBetween(
    _ call: BuiltinCall,
    _ evaluation: inout Evaluation
  ) throws(BuiltinRefusal) -> Value {
    let from = try call.day(0)
    let to = try call.day(1)
    var months = (to.year - from.year) * 12 + to.month - from.month
    if months > 0, to.day < from.day { months -= 1 }
    if months < 0, to.day > from.day { months += 1 }
    return .yearsAndMonths(YearsAndMonthsDuration(months: months))
  }
}

extension BuiltinCall {
  /// The day of a date, or of a date and time as written in its own zone.
  func day(_ place: Int) throws(BuiltinRefusal) -> CalendarDate {
    if case .date(let date) = self[place] { return date }
    if case .dateAndTime(let moment) = self[place] { return moment.date }
    throw refusal
  }

  /// A number argument that must be whole, such as a month.
  fileprivate func component(_ place: Int) throws(BuiltinRefusal) -> Int {
    guard let whole = try number(place).int else { throw outOfRange }
    return whole
  }

  /// The first moment of a day.
  fileprivate func midnight(zone: TimeZone?) throws(BuiltinRefusal) -> TimeOfDay {
    guard let time = TimeOfDay(hour: 0, minute: 0, second: 0, nanosecond: 0, zone: zone) else {
      throw outOfRange
    }
    return time
  }

  /// `time(hour, minute, second, offset)`: seconds may have a fraction, down to nanoseconds.
  fileprivate func timeOfComponents() throws(BuiltinRefusal) -> TimeOfDay {
    let (second, nanosecond) = try secondAndNanosecond(of: try number(2))
    let time = TimeOfDay(
      hour: try component(0),
      minute: try component(1),
      second: second,
      nanosecond: nanosecond,
      zone: try zone(3)
    )
    guard let time else { throw outOfRange }
    return time
  }

  private func secondAndNanosecond(of seconds: Number) throws(BuiltinRefusal) -> (Int, Int) {
    guard let whole = seconds.rounded(.floor, scale: 0), let second = whole.int,
      let fraction = seconds.subtracting(whole)?.multiplied(by: Number(1_000_000_000)),
      let nanosecond = fraction.rounded(.floor, scale: 0)?.int
    else { throw outOfRange }
    return (second, nanosecond)
  }

  /// The zone of an offset argument of less than 18 hours either way; nil when it is null or absent.
  private func zone(_ place: Int) throws(BuiltinRefusal) -> TimeZone? {
    switch value(place) {
    case .daysAndTime(let offset):
      let (seconds, rest) = offset.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
      guard rest == 0, abs(seconds) <= 18 * 3_600 else { throw refusal(of: "offset") }
      return .offset(seconds: Int(seconds))
    case .null: return nil
    default: throw refusal
    }
  }
}
