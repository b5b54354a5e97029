/// Days of the proleptic Gregorian calendar by number, without a limit of years of its own.
///
/// Days are counted from 1970-01-01 (day 0). Inside, years begin in March, so that a leap day is the last
/// day of its year, and 400 years make an era of 146,097 days, after which the calendar repeats.
enum CivilCalendar {
  /// Whether a year has 366 days; year 0 has.
  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month from 1 to 12.
  static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of a day; year at most 10¹⁵ either way, month from 1 to 12.
  ///
  /// The day may lie outside its month and then counts on from there.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let (era, yearOfEra) = marchYear.dividedRoundingDown(by: 400)
    let marchMonth = (month + 9) % 12
    let dayOfYear = daysBefore(marchMonth: marchMonth) + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * daysOfEra + dayOfEra - marchOfYearZero
  }

  /// Year, month and day of a day by its number, which is at most 10¹⁷ either way.
  static func civil(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (number + marchOfYearZero).dividedRoundingDown(by: daysOfEra)
    // The last day of a 4, 100 or 400 year cycle must not count as one more year.
    let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / (daysOfEra - 1)
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - daysBefore(marchMonth: marchMonth) + 1)
  }

  /// The weekday of a day by its number, Monday 1 to Sunday 7.
  static func weekday(ofDay number: Int) -> Int {
    // Day 0 was a Thursday.
    (number + 3).dividedRoundingDown(by: 7).remainder + 1
  }

  /// 365 · 400 days and the 97 leap days among 400 years.
  private static let daysOfEra = 146_097
  /// Days from 1 March of year 0 to 1 January 1970.
  private static let marchOfYearZero = 719_468

  /// Days of the year from March before a month, counted from March as 0; five months from March, and
  /// again from August, have 153 days.
  private static func daysBefore(marchMonth: Int) -> Int { (153 * marchMonth + 2) / 5 }
}

extension BinaryInteger {
  /// Quotient and remainder by a positive divisor, the remainder never negative.
  func dividedRoundingDown(by divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
