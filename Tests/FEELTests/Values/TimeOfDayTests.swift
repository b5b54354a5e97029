import Testing

@testable import FEEL

struct TimeOfDayTests {
  @Test(arguments: [
    "00:00:00", "01:02:03", "23:59:59", "11:22:33.4", "11:22:33.123456789", "11:22:33.000000001",
    "10:30:00Z", "10:30:00+11:00", "10:30:00-05:30", "10:30:00+18:00", "10:30:00-18:00",
    "11:59:45+02:45:55", "11:59:45-02:45:55", "10:30:00@Etc/UTC", "10:30:00.5@Etc/GMT+12",
    "10:30:00@UTC",
  ])
  func `a time is read and written alike`(text: String) {
    #expect(TimeOfDay(text)?.description == text)
  }

  @Test(arguments: [
    ("24:00:00", "00:00:00"), ("24:00:00.000Z", "00:00:00Z"), ("10:30:00.0000", "10:30:00"),
    ("10:30:00.250", "10:30:00.25"), ("10:30:00.1234567899", "10:30:00.123456789"),
    ("10:30:00+00:00", "10:30:00Z"), ("10:30:00-00:00", "10:30:00Z"),
    ("10:30:00+00:00:00", "10:30:00Z"), ("10:30:00+01:00:00", "10:30:00+01:00"),
  ])
  func `a time is written in its shortest form`(text: String, shortest: String) {
    #expect(TimeOfDay(text)?.description == shortest)
  }

  @Test(arguments: [
    "", ":", "7:00:00", "07:1:00", "07:01:2", "07:20", "07", "7:20", "24:00:01", "24:01:00",
    "24:00:00.1", "25:00:00", "00:60:00", "00:00:60", "23:59:60", "00:00:61", "-01:00:00",
    "+01:00:00",
    "10:30:00.", "10:30:00.Z", "10:30:00,5", "10:30:00z", "10:30:00 Z", "10:30:00T", "T10:30:00",
    "10:30:00+19:00", "10:30:00-18:01", "10:30:00+18:00:01", "10:30:00+5:00", "10:30:00+05:0",
    "10:30:00+05", "10:30:00+0500", "10:30:00+05:60", "10:30:00+05:00:60", "10:30:00+05:00:1",
    "10:30:00ZZ", "10:30:00Z@Etc/UTC", "10:30:00+02:00@Europe/Paris", "10:30:00@",
    "10:30:00@xyz/abc",
    "10:30:00@Etc/UTC ", "10:30:00@etc/utc", "10:30:00@+02:00", " 10:30:00", "10:30:00 ",
    "2024-01-01T10:30:00", "１0:30:00",
  ])
  func `any other text is no time`(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test(arguments: [
    (24, 0, 0, 0), (-1, 0, 0, 0), (0, 60, 0, 0), (0, -1, 0, 0), (0, 0, 60, 0), (0, 0, -1, 0),
    (0, 0, 0, 1_000_000_000), (0, 0, 0, -1), (.max, .max, .max, .max), (.min, .min, .min, .min),
  ])
  func `parts out of range make no time`(hour: Int, minute: Int, second: Int, nanosecond: Int) {
    #expect(TimeOfDay(hour: hour, minute: minute, second: second, nanosecond: nanosecond) == nil)
  }

  @Test(arguments: [
    TimeZone.offset(seconds: 64_801), .offset(seconds: -64_801), .offset(seconds: .min),
    .offset(seconds: .max), .named(""), .named("Nowhere/Land"), .named("../etc/passwd"),
  ])
  func `a zone that there is not makes no time`(zone: TimeZone) {
    #expect(TimeOfDay(hour: 1, minute: 2, second: 3, zone: zone) == nil)
  }

  @Test
  func `a time knows its parts`() throws {
    let time = try #require(TimeOfDay("13:45:09.5-01:30"))
    #expect((time.hour, time.minute, time.second, time.nanosecond) == (13, 45, 9, 500_000_000))
    #expect(time.zone == .offset(seconds: -5_400))
    #expect(time.nanosecondOfDay == 49_509_500_000_000)
    #expect(try #require(TimeOfDay("00:00:00@Etc/UTC")).zone == .named("Etc/UTC"))
    #expect(try #require(TimeOfDay("00:00:00")).zone == nil)
  }

  @Test(arguments: [
    ("10:15:00", "PT1H", "11:15:00"), ("10:15:00", "P1D", "10:15:00"),
    ("10:15:00", "-PT11H", "23:15:00"),
    ("23:59:59.9", "PT0.1S", "00:00:00"), ("00:00:00", "-PT0.000000001S", "23:59:59.999999999"),
    ("10:15:00+11:00", "P400DT1S", "10:15:01+11:00"),
    ("10:15:00@Etc/UTC", "-P1DT15M", "10:00:00@Etc/UTC"),
  ])
  func `a time goes round the clock`(start: String, duration: String, end: String) throws {
    let step = try #require(DaysAndTimeDuration(duration))
    #expect(try #require(TimeOfDay(start)).adding(nanoseconds: step.nanoseconds).description == end)
  }

  @Test(arguments: [Int128.max, .min, .max - 1, .min + 1])
  func `the longest durations lead to some time of day`(nanoseconds: Int128) throws {
    let start = try #require(TimeOfDay("23:59:59.999999999Z"))
    let end = start.adding(nanoseconds: nanoseconds)
    #expect(TimeOfDay(end.description) == end)
    #expect(end.adding(nanoseconds: -(nanoseconds % 86_400_000_000_000)) == start)
  }

  @Test
  func `times are equal when all their parts are`() {
    #expect(TimeOfDay("23:00:50Z") == TimeOfDay("23:00:50+00:00"))
    #expect(TimeOfDay("23:00:50Z") != TimeOfDay("23:00:50"))
    #expect(TimeOfDay("23:00:50Z") != TimeOfDay("23:00:50@Etc/GMT"))
    #expect(TimeOfDay("20:00:50+00:00") != TimeOfDay("21:00:50+01:00"))
    #expect(TimeOfDay("20:00:50@Etc/GMT") != TimeOfDay("20:00:50@Etc/UTC"))
    #expect(TimeOfDay("20:00:50.1") != TimeOfDay("20:00:50.2"))
  }
}
