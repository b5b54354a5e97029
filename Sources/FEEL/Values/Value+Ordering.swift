/// How one value stands to another.
public enum Ordering: Sendable, Hashable {
  case less, equal, greater

  /// The same pair seen from the other side.
  public var reversed: Ordering {
    switch self {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }

  /// How two comparable values stand to each other.
  init<T: Comparable>(_ left: T, _ right: T) {
    self = left < right ? .less : right < left ? .greater : .equal
  }
}

extension Value {
  /// How the value stands to another of its kind; nil where FEEL's `<` has no meaning.
  ///
  /// Ordered are numbers, strings (by code point), dates, times, dates with times and both kinds of
  /// durations, each among themselves. Times, alone or with a date, are compared by whole seconds: at
  /// the same instant when both have an offset or zone, as written when neither has, and not at all when
  /// only one has. Agrees with `isEqual(to:)`, which says true exactly where this says `.equal`
  /// (DMN 1.5, 10.3.2.14, table 51).
  ///
  /// - Complexity: O(1), for strings O(n).
  public func ordering(to other: Value) -> Ordering? {
    switch (self, other) {
    case (.number(let left), .number(let right)): Ordering(left, right)
    case (.string(let left), .string(let right)): left.scalarOrdering(to: right)
    case (.date(let left), .date(let right)): Ordering(left, right)
    case (.time(let left), .time(let right)): left.ordering(to: right)
    case (.dateAndTime(let left), .dateAndTime(let right)): left.ordering(to: right)
    case (.yearsAndMonths(let left), .yearsAndMonths(let right)): Ordering(left, right)
    case (.daysAndTime(let left), .daysAndTime(let right)): Ordering(left, right)
    default: nil
    }
  }
}

extension String {
  /// The order of code points, which is that of UTF-8 bytes.
  fileprivate func scalarOrdering(to other: String) -> Ordering {
    if hasSameScalars(as: other) { return .equal }
    return utf8.lexicographicallyPrecedes(other.utf8) ? .less : .greater
  }
}

extension TimeOfDay {
  fileprivate func ordering(to other: TimeOfDay) -> Ordering? {
    switch (zone, other.zone) {
    case (nil, nil): Ordering(secondOfDay, other.secondOfDay)
    case (nil, _?), (_?, nil): nil
    case (.offset(let left)?, .offset(let right)?):
      Ordering(secondOfDay - left, other.secondOfDay - right)
    case (let left?, let right?):
      // Without a date a zone has no certain offset, so only one zone is comparable with itself.
      left == right ? Ordering(secondOfDay, other.secondOfDay) : nil
    }
  }

  fileprivate var secondOfDay: Int { nanosecondOfDay / 1_000_000_000 }
}

extension DateAndTime {
  fileprivate func ordering(to other: DateAndTime) -> Ordering? {
    switch (instant, other.instant) {
    case (nil, nil):
      let days = Ordering(date, other.date)
      return days == .equal ? Ordering(time.secondOfDay, other.time.secondOfDay) : days
    case (nil, _?), (_?, nil): return nil
    case (let left?, let right?): return Ordering(left.wholeSeconds, right.wholeSeconds)
    }
  }
}

extension Int128 {
  /// Nanoseconds as whole seconds, rounded down.
  fileprivate var wholeSeconds: Int128 {
    let (seconds, rest) = quotientAndRemainder(dividingBy: 1_000_000_000)
    return rest < 0 ? seconds - 1 : seconds
  }
}
