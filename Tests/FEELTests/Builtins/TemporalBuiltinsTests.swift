internal import FEEL
internal import TestSupport
internal import Testing

struct TemporalBuiltinsTests {
  @Test(arguments: [
    BuiltinExample(#"date("2017-12-31")"#, #"@"2017-12-31""#),
    BuiltinExample(#"date("-2017-12-31")"#, "date(-2017, 12, 31)"),
    BuiltinExample(#"date(date and time("2017-08-14T14:25:00"))"#, #"@"2017-08-14""#),
    BuiltinExample(#"date(@"2017-08-03T23:15:30-10:00")"#, #"@"2017-08-03""#),
    BuiltinExample(#"date(date("2017-10-11"))"#, #"@"2017-10-11""#),
    BuiltinExample("date(2017, 1, 1)", #"@"2017-01-01""#),
    BuiltinExample("date(2024, 02, 29)", #"@"2024-02-29""#),
    BuiltinExample("string(date(999999999, 12, 31))", #""999999999-12-31""#),
    BuiltinExample(#"date(from: "2012-12-25")"#, #"@"2012-12-25""#),
    BuiltinExample(#"date(from: @"2012-12-25T10:00:00")"#, #"@"2012-12-25""#),
    BuiltinExample("date(day: 30, year: 2017, month: 08)", #"@"2017-08-30""#),
  ])
  func `dates are made`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample(#"time("01:02:03")"#, #"@"01:02:03""#),
    BuiltinExample(#"time("11:22:33-00:00")"#, #"@"11:22:33Z""#),
    BuiltinExample(#"time(time("11:22:33"))"#, #"@"11:22:33""#),
    BuiltinExample(#"time(@"2017-08-10T10:20:00+01:00")"#, #"@"10:20:00+01:00""#),
    BuiltinExample(
      #"string(time(@"2017-08-10T10:20:00@Europe/Paris"))"#,
      #""10:20:00@Europe/Paris""#
    ),
    BuiltinExample(#"time(date("2017-08-10"))"#, #"@"00:00:00Z""#),
    BuiltinExample("time(11, 59, 45)", #"@"11:59:45""#),
    BuiltinExample("time(11, 59, 45, null)", #"@"11:59:45""#),
    BuiltinExample(#"time(11, 59, 45, duration("PT0H"))"#, #"@"11:59:45Z""#),
    BuiltinExample(#"time(11, 59, 45, duration("-PT2H1M"))"#, #"@"11:59:45-02:01""#),
    BuiltinExample(#"time(12, 59, 1.3, @"-PT1H")"#, #"@"12:59:01.3-01:00""#),
    BuiltinExample("time(0, 0, 59.9999999999)", #"@"00:00:59.999999999""#),
    BuiltinExample(#"string(time(11, 59, 45, duration("PT2H45M55S")))"#, #""11:59:45+02:45:55""#),
    BuiltinExample(#"time(from: "12:45:00")"#, #"@"12:45:00""#),
    BuiltinExample(
      #"time(offset: @"PT1H", second: 0, minute: 59, hour: 11)"#,
      #"@"11:59:00+01:00""#
    ),
  ])
  func `times are made`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample(#"date and time("2017-12-31T11:22:33Z")"#, #"@"2017-12-31T11:22:33Z""#),
    BuiltinExample(#"date and time("2012-12-24")"#, #"@"2012-12-24T00:00:00""#),
    BuiltinExample(#"date and time(@"2017-08-10T10:20:00")"#, #"@"2017-08-10T10:20:00""#),
    BuiltinExample(#"date and time(@"2017-01-01", @"23:59:01Z")"#, #"@"2017-01-01T23:59:01Z""#),
    BuiltinExample(
      #"date and time(@"2017-09-05T10:20:00-01:00", @"09:15:30+02:00")"#,
      #"@"2017-09-05T09:15:30+02:00""#
    ),
    BuiltinExample(
      #"date and time(@"2017-08-10T10:20:00@Europe/Paris", @"23:59:01")"#,
      #"@"2017-08-10T23:59:01""#
    ),
    BuiltinExample(
      #"date and time(time: @"23:59:01", date: @"2017-01-01")"#,
      #"@"2017-01-01T23:59:01""#
    ),
    BuiltinExample(
      #"date and time(date: @"2017-01-01T00:00:00", time: @"23:59:01")"#,
      #"@"2017-01-01T23:59:01""#
    ),
    BuiltinExample(#"date and time(from: "2012-12-24T23:59:00")"#, #"@"2012-12-24T23:59:00""#),
  ])
  func `dates with times are made`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample(#"duration("PT24H")"#, #"@"P1D""#),
    BuiltinExample(#"duration("P26M")"#, #"@"P2Y2M""#),
    BuiltinExample(#"duration("P0Y") instance of years and months duration"#, "true"),
    BuiltinExample(#"duration("P0D") instance of days and time duration"#, "true"),
    BuiltinExample(#"duration("PT0.S")"#, #"@"PT0S""#),
    BuiltinExample(#"duration(from: "-P1Y")"#, #"@"-P1Y""#),
    BuiltinExample(
      #"years and months duration(@"2011-12-22", @"2013-08-24")"#,
      #"@"P1Y8M""#
    ),
    BuiltinExample(
      #"years and months duration(@"2013-08-24", @"2011-12-22")"#,
      #"@"-P1Y8M""#
    ),
    BuiltinExample(
      #"years and months duration(@"2017-12-31T13:00:00", @"2017-12-31T12:00:00")"#,
      #"@"P0M""#
    ),
    BuiltinExample(
      #"years and months duration(@"2013-08-24", @"2017-12-15T00:59:59")"#,
      #"@"P4Y3M""#
    ),
    BuiltinExample(
      #"years and months duration(to: @"2015-01-21", from: @"2016-01-21")"#,
      #"@"-P1Y""#
    ),
    BuiltinExample(
      #"years and months duration(@"-2016-01-30T09:05:00", @"-2017-02-28T02:02:02")"#,
      #"@"-P11M""#
    ),
  ])
  func `durations are made`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinRefusalExample(#"date("2012-12-25T")"#, .malformedLiteral("2012-12-25T", kind: "date")),
    BuiltinRefusalExample(#"time("24:00:01")"#, .malformedLiteral("24:00:01", kind: "time")),
    BuiltinRefusalExample(
      #"date and time("2017-13-10T11:22:33")"#,
      .malformedLiteral("2017-13-10T11:22:33", kind: "date and time")
    ),
    BuiltinRefusalExample(
      #"date and time("11:00:00")"#,
      .malformedLiteral("11:00:00", kind: "date and time")
    ),
    BuiltinRefusalExample(#"duration("P1H")"#, .malformedLiteral("P1H", kind: "duration")),
    BuiltinRefusalExample(#"duration("")"#, .malformedLiteral("", kind: "duration")),
    BuiltinRefusalExample("date(2017, 13, 31)", .outOfRange("date")),
    BuiltinRefusalExample("date(2023, 2, 29)", .outOfRange("date")),
    BuiltinRefusalExample("date(2017.5, 1, 1)", .outOfRange("date")),
    BuiltinRefusalExample("date(-1000999999, 12, 1)", .outOfRange("date")),
    BuiltinRefusalExample("date(10 ** 40, 12, 1)", .outOfRange("date")),
    BuiltinRefusalExample("time(24, 59, 45, null)", .outOfRange("time")),
    BuiltinRefusalExample("time(23, 60, 45)", .outOfRange("time")),
    BuiltinRefusalExample("time(23, 59, 60)", .outOfRange("time")),
    BuiltinRefusalExample("time(23, 59, -0.5)", .outOfRange("time")),
    BuiltinRefusalExample("time(23, 59, 10 ** 30)", .outOfRange("time")),
    BuiltinRefusalExample(
      "time(1, 0, 0, @\"PT19H\")",
      .argumentValue(function: "time", parameter: "offset")
    ),
    BuiltinRefusalExample(
      "time(1, 0, 0, @\"PT0.5S\")",
      .argumentValue(function: "time", parameter: "offset")
    ),
    BuiltinRefusalExample("date()"), BuiltinRefusalExample("date(null)"),
    BuiltinRefusalExample("date(1)"), BuiltinRefusalExample("date([])"),
    BuiltinRefusalExample("date(2017, null, 1)"), BuiltinRefusalExample("date(2017, 1)"),
    BuiltinRefusalExample("time()"), BuiltinRefusalExample("time(2017)"),
    BuiltinRefusalExample("time(null)"), BuiltinRefusalExample("time(12, null, 45)"),
    BuiltinRefusalExample("date and time()"), BuiltinRefusalExample("date and time(null, null)"),
    BuiltinRefusalExample("date and time(@\"2017-08-10\", null)"),
    BuiltinRefusalExample("date and time(null, @\"23:59:01\")"),
    BuiltinRefusalExample("duration(null)"), BuiltinRefusalExample("duration(2017)"),
    BuiltinRefusalExample("years and months duration(@\"2017-08-11\")"),
    BuiltinRefusalExample("years and months duration(@\"2017-08-11\", null)"),
    BuiltinRefusalExample("years and months duration([], [])"),
    BuiltinRefusalExample("years and months duration(2017, 2018)"),
  ])
  func `what is no date, time or duration says why`(_ example: BuiltinRefusalExample) throws {
    try example.check()
  }

  @Test func `months between the first and the last day that there are do not overflow`() throws {
    try BuiltinExample(
      "years and months duration(date(-999999999, 1, 1), date(999999999, 12, 31))",
      #"duration("P1999999998Y11M")"#
    ).check()
  }

  @Test(arguments: [
    BuiltinExample(#"years and months duration(@"2020-03-10", @"2020-01-15")"#, #"@"-P1M""#),
    BuiltinExample(#"years and months duration(@"2020-03-10", @"2020-01-10")"#, #"@"-P2M""#),
    BuiltinExample(#"years and months duration(@"2020-01-15", @"2020-03-10")"#, #"@"P1M""#),
    BuiltinExample(#"years and months duration(@"2020-01-31", @"2020-02-29")"#, #"@"P0M""#),
    BuiltinExample(#"years and months duration(@"2020-02-29", @"2020-01-31")"#, #"@"P0M""#),
    BuiltinExample(
      #"years and months duration(@"2017-09-05T10:20:00-01:00", @"-2019-10-01T12:32:59+02:00")"#,
      #"@"-P4035Y11M""#
    ),
  ])
  func `months that are not whole are left out both ways`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [UInt64(61), 62])
  func `months between two days are the most that fit between them`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let first = try CalendarDate.early(using: &generator)
      let second = try CalendarDate.early(using: &generator)
      let (from, to) = (min(first, second), max(first, second))
      var fitting = 0
      while let next = from.adding(months: fitting + 1), next <= to { fitting += 1 }
      for (start, end, months) in [(from, to, fitting), (to, from, -fitting)] {
        let value = try call("years and months duration", [.date(start), .date(end)]).value
        let expected = Value.yearsAndMonths(YearsAndMonthsDuration(months: months))
        #expect(value.isIdentical(to: expected), "\(start) to \(end), seed \(seed)")
      }
    }
  }
}

extension CalendarDate {
  /// A day of one of a few years that every month has.
  fileprivate static func early(using generator: inout SeededGenerator) throws -> CalendarDate {
    try #require(
      CalendarDate(
        year: Int.random(in: 2019...2022, using: &generator),
        month: Int.random(in: 1...12, using: &generator),
        day: Int.random(in: 1...28, using: &generator)
      )
    )
  }
}
