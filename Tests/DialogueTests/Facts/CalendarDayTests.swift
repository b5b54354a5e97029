import Dialogue
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: [
    ("2024-02-28", "2024-03-01", 2), ("2023-02-28", "2023-03-01", 1),
    ("1900-02-28", "1900-03-01", 1), ("2000-02-28", "2000-03-01", 2),
    ("2025-10-01", "2025-11-12", 42), ("2025-12-31", "2026-01-01", 1),
    ("2025-03-31", "2025-04-30", 30), ("1969-12-31", "1970-01-02", 2),
  ])
  func `the days between two dates are those of the calendar`(
    from: String,
    to: String,
    days: Int
  ) throws {
    let start = try #require(CalendarDay(from))
    let end = try #require(CalendarDay(to))
    #expect(end.number - start.number == days)
    #expect(start < end)
  }

  @Test(arguments: [
    "2023-02-29", "2025-04-31", "2025-13-01", "2025-00-10", "2025-1-1", "25-01-01", "2025-01-32",
    "2025-01-0a", "", "2025-01",
  ])
  func `what is no day is refused`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func `every day of four centuries has its year, and follows the one before`() throws {
    var last = try #require(CalendarDay("1899-12-31")).number
    var strays: [String] = []
    for year in 1900...2299 {
      for month in 1...12 {
        for day in 1...31 {
          guard let found = CalendarDay(year: year, month: month, day: day) else { continue }
          let hasYear = day > 1 || found.year == year
          if found.number != last + 1 || !hasYear { strays.append("\(year)-\(month)-\(day)") }
          last = found.number
        }
      }
    }
    #expect(strays.isEmpty)
    #expect(last == CalendarDay(year: 2299, month: 12, day: 31)?.number)
  }

  @Test(arguments: [
    (10, 1, "2025-11-05", false, "2025-10-01"), (10, 1, "2025-09-30", false, "2024-10-01"),
    (10, 1, "2025-10-01", false, "2025-10-01"), (10, 1, "2025-11-05", true, "2026-10-01"),
    (2, 29, "2026-06-01", false, "2024-02-29"), (2, 29, "2025-06-01", true, "2028-02-29"),
  ])
  func `a date without its year is the nearest one on its side`(
    month: Int,
    day: Int,
    today: String,
    isAhead: Bool,
    expected: String
  ) throws {
    let base = try #require(CalendarDay(today))
    let date = WrittenDate(year: nil, month: month, day: day)
    #expect(date.day(near: base, isAhead: isAhead) == CalendarDay(expected))
  }
}
