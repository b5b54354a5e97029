extension Evaluation {
  /// `a.b`: an entry of a context, a property of a date, time, duration or range, and of a list the
  /// same of each element (DMN 1.5, 10.3.2.5 and table 60 to 65).
  mutating func property(_ name: String, of base: Value, at range: SourceRange) -> Value {
    switch base {
    case .context(let context):
      return context[name] ?? null(.unknownProperty(name, of: base.kind), at: range)
    case .list(let elements):
      var values: [Value] = []
      values.reserveCapacity(elements.count)
      for element in elements { values.append(property(name, of: element, at: range)) }
      return .list(values)
    case .null, .boolean, .number, .string, .date, .time, .dateAndTime, .yearsAndMonths,
      .daysAndTime, .range, .function:
      return base.property(name) ?? null(.unknownProperty(name, of: base.kind), at: range)
    }
  }
}

extension Value {
  /// A property of a value that is no context; nil when its kind has none of that name.
  fileprivate func property(_ name: String) -> Value? {
    switch self {
    case .date(let date): date.property(name)
    case .time(let time):
      time.property(name) ?? time.zoneProperty(name, offset: time.zone?.fixedOffset)
    case .dateAndTime(let value):
      value.date.property(name) ?? value.time.property(name)
        ?? value.time.zoneProperty(name, offset: value.offsetSeconds)
    case .yearsAndMonths(let duration): duration.property(name)
    case .daysAndTime(let duration): duration.property(name)
    case .range(let range): range.property(name)
    case .null, .boolean, .number, .string, .list, .context, .function: nil
    }
  }
}

extension CalendarDate {
  fileprivate func property(_ name: String) -> Value? {
    switch name {
    case "year": .number(Number(year))
    case "month": .number(Number(month))
    case "day": .number(Number(day))
    case "weekday": .number(Number(weekday))
    default: nil
    }
  }
}

extension TimeOfDay {
  fileprivate func property(_ name: String) -> Value? {
    switch name {
    case "hour": .number(Number(hour))
    case "minute": .number(Number(minute))
    case "second": .number(Number(second))
    default: nil
    }
  }

  /// `time offset` and `timezone`, which are null where there is none.
  fileprivate func zoneProperty(_ name: String, offset seconds: Int?) -> Value? {
    switch (name, zone) {
    case ("time offset", _): seconds.map { .daysAndTime(DaysAndTimeDuration(seconds: $0)) } ?? .null
    case ("timezone", .named(let id)?): .string(id)
    case ("timezone", _): .null
    default: nil
    }
  }
}

extension TimeZone {
  /// The offset in seconds; a zone has one only together with a date.
  fileprivate var fixedOffset: Int? {
    switch self {
    case .offset(let seconds): seconds
    case .named: nil
    }
  }
}

extension DaysAndTimeDuration {
  fileprivate init(seconds: Int) {
    self.init(nanoseconds: Int128(seconds) * 1_000_000_000)
  }
}

extension YearsAndMonthsDuration {
  fileprivate func property(_ name: String) -> Value? {
    switch name {
    case "years": .number(Number(years))
    case "months": .number(Number(monthsPart))
    default: nil
    }
  }
}

extension DaysAndTimeDuration {
  fileprivate func property(_ name: String) -> Value? {
    switch name {
    case "days": .number(Number(days))
    case "hours": .number(Number(hours))
    case "minutes": .number(Number(minutes))
    case "seconds": .number(Number(seconds))
    default: nil
    }
  }
}

extension ValueRange {
  fileprivate func property(_ name: String) -> Value? {
    switch name {
    case "start": lower ?? .null
    case "end": upper ?? .null
    case "start included": .boolean(includesLower)
    case "end included": .boolean(includesUpper)
    default: nil
    }
  }
}
