/// A day with a time, which may have an offset or zone (DMN 1.5, 10.3.2.3.6).
///
/// Two values are equal when all their parts are; `instant` tells whether they are the same moment.
public struct DateAndTime: Sendable, Hashable {
  /// The day, as written in the offset or zone of the time.
  public let date: CalendarDate
  /// The time of that day.
  public let time: TimeOfDay

  /// Creates a date and time.
  public init(date: CalendarDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// Reads a date and a time with a `T` between them: `2024-02-29T10:30:00@Europe/Paris`.
  ///
  /// `24:00:00` is midnight of the next day. Nil when the text is anything else, a date alone among it;
  /// see `CalendarDate` and `TimeOfDay` for their forms.
  public init?(_ text: some StringProtocol) {
    var scanner = TemporalScanner(text)
    guard let written = CalendarDate(from: &scanner), scanner.eat("T"),
      let (time, isEndOfDay) = TimeOfDay.read(from: &scanner), scanner.isAtEnd,
      let date = isEndOfDay ? written.adding(days: 1) : written
    else { return nil }
    self.init(date: date, time: time)
  }

  /// A local time in nanoseconds since 1970-01-01T00:00:00; nil when its year is out of range.
  private init?(local nanoseconds: Int128, zone: TimeZone?) {
    let day = nanoseconds.dividedRoundingDown(by: .dayInNanoseconds)
    guard let number = Int(exactly: day.quotient), let date = CalendarDate(epochDay: number) else {
      return nil
    }
    self.init(date: date, time: TimeOfDay(wrapping: day.remainder, zone: zone))
  }
}

extension DateAndTime {
  /// The nanoseconds since 1970-01-01T00:00:00 UTC, negative before; nil without offset and zone.
  ///
  /// A zone gives the offset that it had, or by its rule will have, at that local time. A local time
  /// that came twice, when clocks were put back, means the first one; one that never came, when they were
  /// put forward, has the offset before the change.
  ///
  /// - Complexity: O(log n) in the number of changes of the zone.
  public var instant: Int128? {
    offsetSeconds.map { local - Int128($0) * .secondInNanoseconds }
  }

  /// The seconds east of UTC at this moment, of a zone those of `instant`; nil without offset and zone.
  public var offsetSeconds: Int? {
    time.zone.flatMap { zone in
      zone.offset(atLocal: date.epochDay * 86_400 + time.nanosecondOfDay / 1_000_000_000)
    }
  }

  /// The local time some months later, or earlier; where that month is shorter, on its last day.
  ///
  /// Nil when the year is out of range (DMN 1.5, 10.3.2.16, table 53).
  public func adding(months: Int) -> DateAndTime? {
    date.adding(months: months).map { DateAndTime(date: $0, time: time) }
  }

  /// The moment some nanoseconds later, or earlier, in the same offset or zone.
  ///
  /// In a zone the time that passes is counted, so that a day from the eve of a change of clocks on is
  /// another time of day. Of an hour that comes twice the result is the first one. Nil when the year is
  /// out of range (DMN 1.5, 10.3.2.16, table 53).
  public func adding(nanoseconds: Int128) -> DateAndTime? {
    guard case .named? = time.zone else {
      return local.adding(nanoseconds).flatMap { DateAndTime(local: $0, zone: time.zone) }
    }
    guard let moment = instant?.adding(nanoseconds),
      let second = Int(exactly: moment.dividedRoundingDown(by: .secondInNanoseconds).quotient),
      let offset = time.zone?.offset(atInstant: second)
    else { return nil }
    let local = moment + Int128(offset) * .secondInNanoseconds
    return DateAndTime(local: local, zone: time.zone)
  }

  /// The nanoseconds from another moment to this one; nil when only one of them has an offset or zone.
  public func difference(from other: DateAndTime) -> Int128? {
    switch (time.zone, other.time.zone) {
    case (nil, nil): return local - other.local
    case (nil, _?), (_?, nil): return nil
    case (_?, _?):
      guard let end = instant, let start = other.instant else { return nil }
      return end - start
    }
  }

  /// The nanoseconds since 1970-01-01T00:00:00 on the same clock, at most 3.2 · 10²⁵ either way.
  private var local: Int128 {
    Int128(date.epochDay) * .dayInNanoseconds + Int128(time.nanosecondOfDay)
  }
}

extension DateAndTime: CustomStringConvertible {
  /// The text as FEEL writes it: `2024-02-29T10:30:00@Europe/Paris`.
  public var description: String { "\(date)T\(time)" }
}

extension Int128 {
  /// The sum, nil when it overflows.
  fileprivate func adding(_ other: Int128) -> Int128? {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? nil : sum
  }
}
