import TestSupport
import Testing

@testable import FEEL

struct CalendarDateTests {
  @Test(arguments: [
    ("2024-02-29", 2024, 2, 29), ("0001-01-01", 1, 1, 1), ("0000-12-31", 0, 12, 31),
    ("-0044-03-15", -44, 3, 15), ("-2017-12-31", -2017, 12, 31), ("12024-07-01", 12_024, 7, 1),
    ("999999999-12-31", 999_999_999, 12, 31), ("-999999999-01-01", -999_999_999, 1, 1),
  ])
  func `a date is read and written alike`(text: String, year: Int, month: Int, day: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect((date.year, date.month, date.day) == (year, month, day))
    #expect(date.description == text)
  }

  @Test(arguments: [
    "", "-", "2024", "2024-02", "2024-02-", "2024-02-3", "24-02-03", "998-12-31", "02024-01-01",
    "+2024-01-01", "-0000-01-01", "--2024-01-01", "2024/01/01", "2024-1-01", "2024-13-01",
    "2024-00-10", "2024-04-31", "2023-02-29", "1900-02-29", "2024-01-00", "2024-01-32",
    "9999999999-12-25", "99999999999999999999-01-01", "2024-01-01T", "2024-01-01Z",
    "2024-01-01+01:00",
    " 2024-01-01", "2024-01-01 ", "2024-01-01\n", "２０２４-01-01", "2024-01-0١", "20240101",
    "2024-W01-1",
  ])
  func `any other text is no date`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    (2023, 2, 29), (2024, 2, 30), (2100, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1),
    (2024, 1, 0), (2024, 1, -2), (1_000_000_000, 1, 1), (-1_000_000_000, 12, 31),
    (.max, .max, .max), (.min, .min, .min), (2024, 1, .max), (2024, 1, .min),
  ])
  func `a day outside the calendar is no date`(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
    ("2024-03-31", -1, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", -48, "2020-02-29"),
    ("2024-12-15", 1, "2025-01-15"),
    ("2024-01-15", -1, "2023-12-15"), ("2024-10-31", 13, "2025-11-30"),
    ("2024-05-05", 0, "2024-05-05"),
    ("0001-01-01", -1, "0000-12-01"), ("0000-01-01", -1, "-0001-12-01"),
    ("-2021-01-01", 12, "-2020-01-01"),
  ])
  func `months lead to the same day or the last of a shorter month`(
    start: String,
    months: Int,
    end: String
  ) throws {
    #expect(try #require(CalendarDate(start)).adding(months: months)?.description == end)
  }

  @Test(arguments: [
    ("2024-02-28", 1, "2024-02-29"), ("2024-02-28", 2, "2024-03-01"),
    ("2024-01-01", -1, "2023-12-31"),
    ("2024-01-01", 366, "2025-01-01"), ("2024-01-01", 0, "2024-01-01"),
    ("1970-01-01", -719_528, "0000-01-01"),
  ])
  func `days lead through months and years`(start: String, days: Int, end: String) throws {
    #expect(try #require(CalendarDate(start)).adding(days: days)?.description == end)
  }

  @Test
  func `no step leads beyond the years of a date`() throws {
    let first = try #require(CalendarDate("-999999999-01-01"))
    let last = try #require(CalendarDate("999999999-12-31"))
    for step in [1, 12, .max, .max - 1] {
      #expect(last.adding(months: step) == nil)
      #expect(last.adding(days: step) == nil)
    }
    for step in [-1, -12, .min, .min + 1] {
      #expect(first.adding(months: step) == nil)
      #expect(first.adding(days: step) == nil)
    }
    #expect(first.adding(days: last.epochDay - first.epochDay) == last)
    #expect(CalendarDate(epochDay: last.epochDay + 1) == nil)
    #expect(CalendarDate(epochDay: first.epochDay - 1) == nil)
    #expect(CalendarDate(epochDay: .max) == nil)
    #expect(CalendarDate(epochDay: .min) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 4, 1, 1), ("2003-12-29", 1, 363, 1), ("2004-01-01", 4, 1, 1),
    ("2005-01-01", 6, 1, 53), ("2005-01-03", 1, 3, 1), ("2010-01-01", 5, 1, 53),
    ("2019-09-17", 2, 260, 38), ("2020-12-31", 4, 366, 53), ("2024-12-30", 1, 365, 1),
    ("0000-01-01", 6, 1, 52), ("-0001-12-31", 5, 365, 52),
    ("999999999-12-31", 5, 365, 52), ("-999999999-01-01", 1, 1, 1),
  ])
  func `a date knows its weekday, day and week of the year`(
    text: String,
    weekday: Int,
    dayOfYear: Int,
    week: Int
  ) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.weekday == weekday)
    #expect(date.dayOfYear == dayOfYear)
    #expect(date.weekOfYear == week)
  }

  @Test(arguments: [11, 12, 13])
  func `the order of dates is the order of their days`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<5_000 {
      let number = Int.random(in: -900_000...900_000, using: &generator)
      let date = try #require(CalendarDate(epochDay: number))
      let step = Int.random(in: -800...800, using: &generator)
      let other = try #require(date.adding(days: step), "seed \(seed)")
      #expect((date < other) == (step > 0))
      #expect((date == other) == (step == 0))
      #expect(CalendarDate(other.description) == other)
    }
  }
}
