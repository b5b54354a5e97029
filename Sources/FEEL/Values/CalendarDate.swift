/// A day of the proleptic Gregorian calendar (DMN 1.5, 10.3.2.3.4).
///
/// Years run from -999,999,999 to 999,999,999, with a year 0 (1 BC) as in XML Schema 1.1 and ISO 8601.
/// A date has no offset or zone.
public struct CalendarDate: Sendable, Hashable {
  /// The year, from -999,999,999 to 999,999,999.
  public let year: Int
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Creates a date; nil when the calendar has no such day or the year is out of range.
  public init?(year: Int, month: Int, day: Int) {
    guard CalendarDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= CivilCalendar.length(ofMonth: month, in: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date of a day counted from 1970-01-01; nil when its year is out of range.
  public init?(epochDay: Int) {
    guard CalendarDate.epochDays.contains(epochDay) else { return nil }
    (year, month, day) = CivilCalendar.civil(ofDay: epochDay)
  }

  /// Reads a date as XML Schema writes it, `2024-02-29`; nil when the text is anything else.
  ///
  /// The year has at least four digits, and no leading zero when it has more; a minus sign may stand
  /// before it, but no plus sign. An offset or zone behind the date is refused.
  public init?(_ text: some StringProtocol) {
    var scanner = TemporalScanner(text)
    guard let date = CalendarDate(from: &scanner), scanner.isAtEnd else { return nil }
    self = date
  }

  /// Reads a date from a place on.
  init?(from scanner: inout TemporalScanner) {
    let isNegative = scanner.eat("-")
    guard let digits = scanner.digits(), digits.count == 4 || digits.hasNoLeadingZero,
      (4...9).contains(digits.count), !isNegative || digits.value > 0,
      scanner.eat("-"), let month = scanner.twoDigits(),
      scanner.eat("-"), let day = scanner.twoDigits()
    else { return nil }
    self.init(year: isNegative ? -digits.value : digits.value, month: month, day: day)
  }

  private static let years = -999_999_999...999_999_999
  private static let epochDays =
    CivilCalendar.dayNumber(
      year: years.lowerBound,
      month: 1,
      day: 1
    )...CivilCalendar.dayNumber(
      year: years.upperBound,
      month: 12,
      day: 31
    )
}

extension CalendarDate {
  /// The days since 1970-01-01, negative before.
  public var epochDay: Int { CivilCalendar.dayNumber(year: year, month: month, day: day) }

  /// The day of the week, from Monday 1 to Sunday 7.
  public var weekday: Int { CivilCalendar.weekday(ofDay: epochDay) }

  /// The day of the year, from 1 to 365 or 366 (DMN 1.5, 10.3.4.8).
  public var dayOfYear: Int {
    epochDay - CivilCalendar.dayNumber(year: year, month: 1, day: 1) + 1
  }

  /// The week of the year by ISO 8601, from 1 to 53: it begins on Monday and belongs to the year of its
  /// Thursday (DMN 1.5, 10.3.4.8).
  public var weekOfYear: Int {
    let thursday = epochDay - weekday + 4
    let yearOfWeek = CivilCalendar.civil(ofDay: thursday).year
    return (thursday - CivilCalendar.dayNumber(year: yearOfWeek, month: 1, day: 1)) / 7 + 1
  }

  /// The day some months later, or earlier; where that month is shorter, its last day.
  ///
  /// Nil when the year is out of range (DMN 1.5, 10.3.2.16, table 53).
  public func adding(months: Int) -> CalendarDate? {
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    let (newYear, newMonth) = total.dividedRoundingDown(by: 12)
    guard !overflow, CalendarDate.years.contains(newYear) else { return nil }
    let length = CivilCalendar.length(ofMonth: newMonth + 1, in: newYear)
    return CalendarDate(year: newYear, month: newMonth + 1, day: min(day, length))
  }

  /// The day some days later, or earlier; nil when the year is out of range.
  public func adding(days: Int) -> CalendarDate? {
    let (number, overflow) = epochDay.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(epochDay: number)
  }
}

extension CalendarDate: Comparable {
  /// Whether the first day is before the second.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The text as XML Schema writes it: `2024-02-29`, `-0044-03-15`, `123456-01-01`.
  public var description: String {
    let sign = year < 0 ? "-" : ""
    return "\(sign)\(year.magnitude.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
  }
}

extension BinaryInteger {
  /// The digits of a number that is not negative, with zeros before them up to a width.
  func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: max(width - digits.utf8.count, 0)) + digits
  }
}
