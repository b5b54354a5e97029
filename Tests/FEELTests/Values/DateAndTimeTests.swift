import TestSupport
import Testing

@testable import FEEL

struct DateAndTimeTests {
  @Test(arguments: [
    "2017-12-31T00:00:00", "-2017-12-31T11:22:33.456+01:35", "99999-12-31T11:22:33",
    "2011-12-31T10:15:30.987@Etc/UTC", "999999999-12-31T23:59:59.999999999-18:00",
    "-999999999-01-01T00:00:00+18:00", "2012-12-25T11:00:00Z", "0000-02-29T00:00:00",
  ])
  func `a date and time is read and written alike`(text: String) {
    #expect(DateAndTime(text)?.description == text)
  }

  @Test(arguments: [
    ("2021-01-01T24:00:00", "2021-01-02T00:00:00"),
    ("2023-12-31T24:00:00Z", "2024-01-01T00:00:00Z"),
    ("2024-02-28T24:00:00.0@Etc/UTC", "2024-02-29T00:00:00@Etc/UTC"),
  ])
  func `the end of a day is the start of the next`(text: String, next: String) {
    #expect(DateAndTime(text)?.description == next)
  }

  @Test(arguments: [
    "", "T", "2024-01-01", "10:30:00", "2024-01-01T", "T10:30:00", "2024-01-0110:30:00",
    "2024-01-01 10:30:00", "2024-01-01t10:30:00", "2024-01-01T10:30", "2024-01-01T24:00:01",
    "2024-01-01T10:30:00+01:00@Etc/UTC", "2024-01-01T10:30:00@xyz/abc", "2024-01-01Z10:30:00",
    "9999999999-12-27T11:22:33", "+99999-12-01T11:22:33", "2017-00-10T11:22:33",
    "2017-12-00T11:22:33",
    "2024-01-01T10:30:00 ", "2012T-12-2511:00:00Z", "999999999-12-31T24:00:00",
  ])
  func `any other text is no date and time`(text: String) {
    #expect(DateAndTime(text) == nil)
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-01-01T01:00:00+01:00", 0),
    ("1969-12-31T23:59:59-00:00", -1),
    ("2000-01-01T00:00:00Z", 946_684_800), ("2002-04-02T12:00:00-01:00", 1_017_752_400),
    ("2002-04-02T17:00:00+04:00", 1_017_752_400), ("1970-01-01T00:00:00@Etc/GMT+5", 18_000),
    ("-0001-12-31T00:00:00Z", -62_167_305_600),
  ])
  func `an offset fixes the instant`(text: String, seconds: Int) throws {
    let moment = try #require(DateAndTime(text))
    #expect(moment.instant == Int128(seconds) * 1_000_000_000)
  }

  @Test
  func `without offset and zone there is no instant`() throws {
    let moment = try #require(DateAndTime("2024-01-01T10:30:00"))
    #expect(moment.instant == nil)
    #expect(moment.offsetSeconds == nil)
  }

  @Test
  func `a fraction of a second belongs to the instant`() throws {
    #expect(try #require(DateAndTime("1969-12-31T23:59:59.25Z")).instant == -750_000_000)
  }

  @Test(arguments: [
    ("2021-01-12T10:10:10", "P1DT1H", "2021-01-13T11:10:10"),
    ("2021-01-01T10:10:10", "-P1D", "2020-12-31T10:10:10"),
    ("2021-01-01T24:00:00", "PT1S", "2021-01-02T00:00:01"),
    ("2021-01-01T24:00:00", "-PT1S", "2021-01-01T23:59:59"),
    ("2021-01-01T10:10:10+11:00", "PT1H", "2021-01-01T11:10:10+11:00"),
    ("-2021-01-01T10:10:10+11:00", "-P1D", "-2022-12-31T10:10:10+11:00"),
    ("0000-01-01T00:00:00Z", "-PT0.5S", "-0001-12-31T23:59:59.5Z"),
    ("2021-01-01T10:10:10@Etc/GMT-2", "PT14H", "2021-01-02T00:10:10@Etc/GMT-2"),
  ])
  func `a duration of days and time moves the clock`(
    start: String,
    duration: String,
    end: String
  ) throws {
    let step = try #require(DaysAndTimeDuration(duration)).nanoseconds
    let moment = try #require(DateAndTime(start))
    #expect(moment.adding(nanoseconds: step)?.description == end)
    #expect(moment.adding(nanoseconds: step)?.adding(nanoseconds: -step) == moment)
  }

  @Test(arguments: [
    ("2021-01-31T10:10:10.5", 1, "2021-02-28T10:10:10.5"),
    ("-2021-01-01T10:10:10+11:00", -1, "-2022-12-01T10:10:10+11:00"),
    ("2024-02-29T23:59:59@Etc/UTC", 12, "2025-02-28T23:59:59@Etc/UTC"),
  ])
  func `months move the date alone`(start: String, months: Int, end: String) throws {
    #expect(try #require(DateAndTime(start)).adding(months: months)?.description == end)
  }

  @Test(arguments: [
    ("2021-01-02T10:10:10", "2021-01-01T10:10:10", "P1D"),
    ("2021-01-01T10:10:10", "2021-01-02T10:10:10", "-P1D"),
    ("2021-01-02T00:00:00Z", "2021-01-02T00:00:00Z", "PT0S"),
    ("2021-01-02T10:10:10+01:00", "2021-01-01T10:10:10+06:00", "P1DT5H"),
    ("2021-01-02T10:10:10@Etc/UTC", "2021-01-02T10:10:10+01:30", "PT1H30M"),
    ("2016-12-24T23:59:00-08:00", "2015-12-24T00:00:01-01:00", "P367DT6H58M59S"),
  ])
  func `a difference is the time between`(end: String, start: String, duration: String) throws {
    let between = try #require(DateAndTime(end)).difference(from: try #require(DateAndTime(start)))
    #expect(between.map { DaysAndTimeDuration(nanoseconds: $0).description } == duration)
  }

  @Test(arguments: ["Z", "+02:00", "@Etc/UTC"])
  func `a moment with a zone has no difference from one without`(zone: String) throws {
    let zoned = try #require(DateAndTime("2021-01-02T10:10:10" + zone))
    let local = try #require(DateAndTime("2021-01-02T10:10:10"))
    #expect(zoned.difference(from: local) == nil)
    #expect(local.difference(from: zoned) == nil)
  }

  @Test(arguments: ["", "Z", "-18:00", "@Etc/UTC", "@Etc/GMT-14"])
  func `no step leads beyond the years of a date`(zone: String) throws {
    let last = try #require(DateAndTime("999999999-12-31T23:59:59" + zone))
    let first = try #require(DateAndTime("-999999999-01-01T00:00:00" + zone))
    let steps: [Int128] = [.max, .max - 1, 1 << 100, 1_000_000_000]
    for step in steps {
      #expect(last.adding(nanoseconds: step) == nil)
      #expect(first.adding(nanoseconds: -step) == nil)
    }
    #expect(first.adding(nanoseconds: .min) == nil)
    #expect(last.adding(nanoseconds: .min) == nil)
    #expect(last.adding(months: .max) == nil)
    #expect(first.adding(months: .min) == nil)
    let whole = try #require(last.difference(from: first))
    #expect(first.adding(nanoseconds: whole) == last)
  }

  @Test(arguments: [101, 102, 103])
  func `adding a difference leads to the other moment`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      let offset = Int.random(in: -1_080...1_080, using: &generator) * 60
      let start = try moment(offset: offset, using: &generator)
      let end = try moment(offset: offset, using: &generator)
      let difference = try #require(end.difference(from: start))
      #expect(start.adding(nanoseconds: difference) == end, "seed \(seed)")
      #expect(DateAndTime(start.description) == start)
    }
  }

  private func moment(
    offset: Int,
    using generator: inout SeededGenerator
  ) throws -> DateAndTime {
    let day = Int.random(in: -1_000_000_000...1_000_000_000, using: &generator)
    let nanosecond = Int128(Int.random(in: 0..<86_400_000_000_000, using: &generator))
    let time = TimeOfDay(wrapping: nanosecond, zone: .offset(seconds: offset))
    return DateAndTime(date: try #require(CalendarDate(epochDay: day)), time: time)
  }
}
