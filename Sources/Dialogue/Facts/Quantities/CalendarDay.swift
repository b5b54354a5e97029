/// A day of the proleptic Gregorian calendar.
public struct CalendarDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let number: Int

  /// Takes a number of days since 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// A day by its date; nil where the month has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    // Years begin in March here, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads `2025-11-05`.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) }), let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year in which the day lies.
  public var year: Int {
    var year = 1970 + Int((Double(number) / 365.2425).rounded(.down))
    while let next = CalendarDay(year: year + 1, month: 1, day: 1), next.number <= number {
      year += 1
    }
    while let first = CalendarDay(year: year, month: 1, day: 1), first.number > number {
      year -= 1
    }
    return year
  }

  /// The date, as in 2025-11-05.
  public var iso: String {
    let year = year
    var (month, day) = (1, number - (CalendarDay(year: year, month: 1, day: 1)?.number ?? 0) + 1)
    while day > Self.days(in: month, of: year) {
      day -= Self.days(in: month, of: year)
      month += 1
    }
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// The earlier day comes first.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }

  /// The length of a month.
  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// A date as it was written, perhaps without its year.
public struct WrittenDate: Hashable, Sendable {
  /// The year, if it was written.
  public var year: Int?
  /// The month, from 1.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int

  /// Takes the parts of a date, whether or not there is such a day.
  public init(year: Int?, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The last such day that is not after another, or the first that is not before it.
  ///
  /// - Parameters:
  ///   - today: The day to count from.
  ///   - isAhead: Whether the date lies ahead.
  /// - Returns: The day; nil where no year near has it.
  public func day(near today: CalendarDay, isAhead: Bool) -> CalendarDay? {
    if let year { return CalendarDay(year: year, month: month, day: day) }
    let step = isAhead ? 1 : -1
    for distance in 0...8 {
      // Eight years hold a 29 February, also around 1900.
      guard
        let found = CalendarDay(year: today.year + step * distance, month: month, day: day)
      else { continue }
      if isAhead ? found >= today : found <= today { return found }
    }
    return nil
  }
}
