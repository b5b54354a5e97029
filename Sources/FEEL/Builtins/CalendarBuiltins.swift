extension Builtin {
  /// Questions about days (DMN 1.5, 10.3.4.8), and `is` (10.3.4.6).
  static let calendar: [Builtin] =
    ofDay("day of year") { .number(Number($0.dayOfYear)) }
    + ofDay("day of week") { .string(dayNames[($0.weekday - 1) % 7]) }
    + ofDay("month of year") { .string(monthNames[($0.month - 1) % 12]) }
    + ofDay("week of year") { .number(Number($0.weekOfYear)) }
    + [
      .row(
        "is",
        [Parameter("value1", .any, isOptional: true), Parameter("value2", .any, isOptional: true)]
      ) { call, evaluation throws(BuiltinRefusal) in
        // One argument left out is null, which nothing else is identical to (suite 0103).
        guard call[0] != nil || call[1] != nil else { throw call.refusal }
        try evaluation.charge(comparisons: 1, with: call.value(0))
        return .boolean(call.value(0).isIdentical(to: call.value(1)))
      }
    ]

  /// `now()` and `today()`: the clock and the zone of the machine.
  ///
  /// A decision that calls them gives another answer another day; a model whose decisions are to be
  /// repeatable takes the date as input data instead.
  static let clock: [Builtin] = [
    .row("now", []) { call, _ throws(BuiltinRefusal) in
      guard let now = SystemClock.now() else { throw call.outOfRange }
      return .dateAndTime(now)
    },
    .row("today", []) { call, _ throws(BuiltinRefusal) in
      guard let now = SystemClock.now() else { throw call.outOfRange }
      return .date(now.date)
    },
  ]

  /// The rows of a question about a day, asked about a date or a date and time.
  private static func ofDay(
    _ name: String,
    _ answer: @escaping @Sendable (CalendarDate) -> Value
  ) -> [Builtin] {
    [FEELType.date, .dateAndTime].map { type in
      .row(name, [Parameter("date", type)]) { call, _ throws(BuiltinRefusal) in
        answer(try call.day(0))
      }
    }
  }

  private static let dayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
