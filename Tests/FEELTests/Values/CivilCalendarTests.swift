import TestSupport
import Testing

@testable import FEEL

/// The calendar against a plain count of days, and its numbers over the whole range of years.
struct CivilCalendarTests {
  @Test
  func `every day of 1600 to 2400 is the day that a simple counter comes to`() throws {
    var counter = DayCounter(year: 1600, month: 1, day: 1, weekday: 6, dayOfYear: 1)
    var number = CivilCalendar.dayNumber(year: 1600, month: 1, day: 1)
    var mismatches = 0
    while counter.year <= 2400 {
      let date = try #require(CalendarDate(epochDay: number))
      let agrees =
        (date.year, date.month, date.day) == (counter.year, counter.month, counter.day)
        && date.epochDay == number && date.weekday == counter.weekday
        && date.dayOfYear == counter.dayOfYear
      mismatches += agrees ? 0 : 1
      counter.advance()
      number += 1
    }
    #expect(mismatches == 0)
    #expect(number == CivilCalendar.dayNumber(year: 2401, month: 1, day: 1))
  }

  @Test
  func `weeks of 1600 to 2400 go up by one on Mondays and start anew with the first Thursday`()
    throws
  {
    let start = CivilCalendar.dayNumber(year: 1600, month: 1, day: 3)
    var date = try #require(CalendarDate(epochDay: start))
    var mismatches = 0
    while date.year <= 2400 {
      let next = try #require(date.adding(days: 1))
      let mondayStartsYear = next.month == 12 && next.day >= 29 || next.month == 1 && next.day <= 4
      let expected =
        next.weekday != 1 ? date.weekOfYear : mondayStartsYear ? 1 : date.weekOfYear + 1
      mismatches += next.weekOfYear == expected ? 0 : 1
      date = next
    }
    #expect(mismatches == 0)
  }

  @Test(arguments: [2_024, 7_919, 104_729])
  func `a day number survives the way to year, month and day and back`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      let number = Int.random(in: -365_242_500_000...365_240_000_000, using: &generator)
      let date = try #require(CalendarDate(epochDay: number), "day \(number), seed \(seed)")
      #expect(date.epochDay == number)
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
    }
  }

  @Test(arguments: [
    (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2000, 3, 1, 11_017),
    (1, 1, 1, -719_162), (0, 12, 31, -719_163), (0, 2, 29, -719_469), (0, 1, 1, -719_528),
    (-1, 12, 31, -719_529), (1582, 10, 15, -141_427), (1858, 11, 17, -40_587),
  ])
  func `known days have their number`(year: Int, month: Int, day: Int, number: Int) throws {
    #expect(try #require(CalendarDate(year: year, month: month, day: day)).epochDay == number)
  }

  @Test(arguments: [(7, 3, 2, 1), (-7, 3, -3, 2), (-6, 3, -2, 0), (0, 3, 0, 0), (-1, 400, -1, 399)])
  func `division rounds down`(value: Int, divisor: Int, quotient: Int, remainder: Int) {
    #expect(value.dividedRoundingDown(by: divisor) == (quotient, remainder))
  }
}

/// Counts days one by one by the rules of the calendar and nothing else.
private struct DayCounter {
  var year: Int
  var month: Int
  var day: Int
  var weekday: Int
  var dayOfYear: Int

  mutating func advance() {
    weekday = weekday == 7 ? 1 : weekday + 1
    day += 1
    dayOfYear += 1
    let february = year % 400 == 0 || year % 4 == 0 && year % 100 != 0 ? 29 : 28
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day > lengths[month - 1] else { return }
    day = 1
    month += 1
    guard month > 12 else { return }
    month = 1
    dayOfYear = 1
    year += 1
  }
}
