import TestSupport
import Testing

@testable import FEEL

struct YearsAndMonthsDurationTests {
  @Test(arguments: [
    ("P1Y2M", 14, "P1Y2M"), ("P1Y", 12, "P1Y"), ("P1Y0M", 12, "P1Y"), ("P0Y", 0, "P0M"),
    ("-P0M", 0, "P0M"),
    ("P26M", 26, "P2Y2M"), ("P1Y27M", 39, "P3Y3M"), ("-P100M", -100, "-P8Y4M"),
    ("-P3M", -3, "-P3M"),
    ("P0001Y", 12, "P1Y"), ("P999999999M", 999_999_999, "P83333333Y3M"),
    ("P9223372036854775807M", .max, "P768614336404564650Y7M"),
    ("-P9223372036854775808M", .min, "-P768614336404564650Y8M"),
  ])
  func `a duration is read and written`(text: String, months: Int, shortest: String) throws {
    let duration = try #require(YearsAndMonthsDuration(text))
    #expect(duration.months == months)
    #expect(duration.description == shortest)
    #expect(YearsAndMonthsDuration(shortest) == duration)
  }

  @Test(arguments: [
    "", "P", "-P", "P1", "1Y", "Y1", "P1M1Y", "P1Y1Y", "P1Y2M3D", "P1D", "PT1M", "P1YT", "P1YT1H",
    "+P1Y",
    "P-1Y", "P+1Y", "P1.5Y", "P1y", "p1Y", "P 1Y", "P1Y ", " P1Y", "--P1Y", "P1Y2", "P1W",
    "P9223372036854775808M", "-P9223372036854775809M", "P768614336404564651Y",
    "P99999999999999999999Y",
  ])
  func `any other text is no duration`(text: String) {
    #expect(YearsAndMonthsDuration(text) == nil)
  }

  @Test(arguments: [(14, 1, 2), (-14, -1, -2), (12, 1, 0), (11, 0, 11), (0, 0, 0), (-1, 0, -1)])
  func `years and months have the sign of the duration`(months: Int, years: Int, rest: Int) {
    let duration = YearsAndMonthsDuration(months: months)
    #expect(duration.years == years)
    #expect(duration.monthsPart == rest)
  }

  @Test
  func `durations are ordered by their months`() {
    let months = [Int.min, -13, -12, 0, 1, 12, .max]
    #expect(months.map(YearsAndMonthsDuration.init(months:)).sorted().map(\.months) == months)
  }
}

struct DaysAndTimeDurationTests {
  private static let second: Int128 = 1_000_000_000

  @Test(arguments: [
    ("P1D", 86_400), ("PT2H", 7_200), ("PT3M", 180), ("PT4S", 4), ("P1DT2H3M4S", 93_784),
    ("PT0S", 0),
    ("-PT1H30M", -5_400), ("P10D", 864_000), ("P13DT2H14S", 1_130_414),
  ])
  func `a duration in its shortest form is read and written alike`(text: String, seconds: Int)
    throws
  {
    let duration = try #require(DaysAndTimeDuration(text))
    #expect(duration.nanoseconds == Int128(seconds) * Self.second)
    #expect(duration.description == text)
  }

  @Test(arguments: [
    ("PT0.999S", "PT0.999S"), ("P1DT2H3M4.123456789S", "P1DT2H3M4.123456789S"),
    ("PT0.000S", "PT0S"),
    ("PT0.S", "PT0S"), ("PT5.S", "PT5S"), ("PT0M", "PT0S"), ("PT0H", "PT0S"), ("P0D", "PT0S"),
    ("-P0D", "PT0S"), ("P0DT0S", "PT0S"), ("PT1000M", "PT16H40M"), ("PT24H", "P1D"),
    ("PT240H", "P10D"),
    ("PT1000M0.999999999S", "PT16H40M0.999999999S"), ("P2DT274M", "P2DT4H34M"), ("PT3600S", "PT1H"),
    ("PT0.1234567899S", "PT0.123456789S"), ("-PT0.000000001S", "-PT0.000000001S"),
    ("PT007S", "PT7S"),
    ("PT86399.5S", "PT23H59M59.5S"), ("P1DT1S", "P1DT1S"), ("-PT61M", "-PT1H1M"),
  ])
  func `a duration is written with the largest units`(text: String, shortest: String) throws {
    #expect(DaysAndTimeDuration(text)?.description == shortest)
    #expect(DaysAndTimeDuration(shortest) == DaysAndTimeDuration(text))
  }

  @Test(arguments: [
    "", "P", "PT", "-PT", "P0", "P1", "1D", "P1H", "P1S", "P1M", "P1Y", "P1Y1D", "P1DT", "P1D1H",
    "PT1D",
    "PT1S1M", "PT1M1H", "PT1H1H", "PT1S1S", "PT1.5H", "PT1.5M", "P1.5D", "PT.5S", "PT1.5", "PT1,5S",
    "PT1.5S1S", "PT1..5S", "+P1D", "P-1D", "p1D", "P1d", "PT1h", "P1DT1H ", " P1D", "P1T1H",
    "PTT1H", "P1W",
    "--P1D", "PT-1S", "P1969347092521D0", "2012T-12-2511:00:00Z",
  ])
  func `any other text is no duration`(text: String) {
    #expect(DaysAndTimeDuration(text) == nil)
  }

  @Test
  func `the longest durations are read and written, and longer ones refused`() {
    let longest = DaysAndTimeDuration(nanoseconds: .max)
    let shortest = DaysAndTimeDuration(nanoseconds: .min)
    #expect(DaysAndTimeDuration(longest.description) == longest)
    #expect(DaysAndTimeDuration(shortest.description) == shortest)
    #expect(DaysAndTimeDuration("P9999999999999999999999999D") == nil)
    #expect(DaysAndTimeDuration("PT" + String(repeating: "9", count: 60) + "S") == nil)
    #expect(DaysAndTimeDuration("PT0." + String(repeating: "9", count: 60) + "S") != nil)
    let tooLong = shortest.description.dropFirst()
    #expect(DaysAndTimeDuration(tooLong) == nil)
  }

  @Test
  func `parts of the longest durations stay in range`() {
    for nanoseconds in [Int128.max, .min, .max - 1, .min + 1] {
      let duration = DaysAndTimeDuration(nanoseconds: nanoseconds)
      #expect(duration.days == (nanoseconds < 0 ? .min : .max))
      #expect(abs(duration.hours) < 24)
      #expect(abs(duration.minutes) < 60)
      #expect(abs(duration.seconds) < 60)
    }
  }

  @Test(arguments: [
    ("P1DT2H3M4.5S", 1, 2, 3, 4), ("-P1DT2H3M4.5S", -1, -2, -3, -4), ("PT90M", 0, 1, 30, 0),
    ("PT23H59M59.999S", 0, 23, 59, 59), ("-PT0.5S", 0, 0, 0, 0), ("P1D", 1, 0, 0, 0),
  ])
  func `parts have the sign of the duration`(
    text: String,
    days: Int,
    hours: Int,
    minutes: Int,
    seconds: Int
  ) throws {
    let duration = try #require(DaysAndTimeDuration(text))
    #expect(duration.days == days)
    #expect(duration.hours == hours)
    #expect(duration.minutes == minutes)
    #expect(duration.seconds == seconds)
  }

  @Test(arguments: [21, 22, 23])
  func `what is written is read back`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var previous = DaysAndTimeDuration(nanoseconds: 0)
    for _ in 0..<5_000 {
      let shift = Int.random(in: 0..<127, using: &generator)
      let nanoseconds = Int128.random(in: .min ... .max, using: &generator) >> Int128(shift)
      let duration = DaysAndTimeDuration(nanoseconds: nanoseconds)
      #expect(DaysAndTimeDuration(duration.description) == duration, "seed \(seed)")
      #expect((previous < duration) == (previous.nanoseconds < nanoseconds))
      previous = duration
    }
  }

  @Test
  func `a day is 24 hours and a year no number of days`() {
    #expect(DaysAndTimeDuration("P1D") == DaysAndTimeDuration("PT24H"))
    #expect(DaysAndTimeDuration("P1Y") == nil)
    #expect(YearsAndMonthsDuration("P365D") == nil)
  }
}
