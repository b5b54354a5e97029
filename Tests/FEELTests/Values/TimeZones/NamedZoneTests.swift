import Testing

@testable import FEEL

/// Zones of the machine, at changes of clocks that lie in the past and are settled.
///
/// Skipped where the machine has no zones.
@Suite(.enabled(if: ZoneDatabase.shared.zone("Europe/Paris") != nil))
struct NamedZoneTests {
  @Test(arguments: [
    ("2018-10-08T00:00:00@Europe/Paris", "2018-10-08T00:00:00+02:00"),
    ("2018-02-08T00:00:00@Europe/Paris", "2018-02-08T00:00:00+01:00"),
    ("2018-03-25T01:59:59@Europe/Paris", "2018-03-25T01:59:59+01:00"),
    ("2018-03-25T03:00:00@Europe/Paris", "2018-03-25T03:00:00+02:00"),
    ("2018-10-28T03:00:00@Europe/Paris", "2018-10-28T03:00:00+01:00"),
    ("1910-01-01T00:00:00@Europe/Paris", "1910-01-01T00:00:00+00:09:21"),
    ("1944-12-24T12:00:00@Europe/London", "1944-12-24T12:00:00+01:00"),
    ("1944-07-01T12:00:00@Europe/London", "1944-07-01T12:00:00+02:00"),
    ("2021-01-12T10:10:10@Australia/Melbourne", "2021-01-12T10:10:10+11:00"),
    ("2021-07-12T10:10:10@Australia/Melbourne", "2021-07-12T10:10:10+10:00"),
    ("2021-01-01T10:10:10@Asia/Dhaka", "2021-01-01T10:10:10+06:00"),
    ("2021-01-01T10:10:10@Asia/Kathmandu", "2021-01-01T10:10:10+05:45"),
    ("2021-07-01T10:10:10@America/New_York", "2021-07-01T10:10:10-04:00"),
    ("2060-07-01T10:10:10@America/New_York", "2060-07-01T10:10:10-04:00"),
    ("2060-12-01T10:10:10@America/New_York", "2060-12-01T10:10:10-05:00"),
    ("2011-12-29T12:00:00@Pacific/Apia", "2011-12-29T12:00:00-10:00"),
    ("2011-12-31T12:00:00@Pacific/Apia", "2011-12-31T12:00:00+14:00"),
    ("2021-04-04T01:45:00@Australia/Lord_Howe", "2021-04-04T01:45:00+11:00"),
    ("2021-04-04T02:15:00@Australia/Lord_Howe", "2021-04-04T02:15:00+10:30"),
  ])
  func `a local time has the offset that its zone had`(zoned: String, offset: String) throws {
    let moment = try #require(DateAndTime(zoned))
    #expect(moment.instant == (try #require(DateAndTime(offset)).instant))
    #expect(moment.time.zone != (try #require(DateAndTime(offset)).time.zone))
  }

  @Test(arguments: [
    ("2018-10-28T02:00:00@Europe/Paris", "2018-10-28T02:00:00+02:00"),
    ("2018-10-28T02:59:59.9@Europe/Paris", "2018-10-28T02:59:59.9+02:00"),
    ("2021-11-07T01:30:00@America/New_York", "2021-11-07T01:30:00-04:00"),
  ])
  func `a local time that came twice is the first one`(zoned: String, offset: String) {
    #expect(DateAndTime(zoned)?.instant == DateAndTime(offset)?.instant)
  }

  @Test(arguments: [
    ("2018-03-25T02:00:00@Europe/Paris", "2018-03-25T03:00:00+02:00"),
    ("2018-03-25T02:30:00@Europe/Paris", "2018-03-25T03:30:00+02:00"),
    ("2021-03-14T02:30:00@America/New_York", "2021-03-14T03:30:00-04:00"),
    ("2011-12-30T12:00:00@Pacific/Apia", "2011-12-30T12:00:00-10:00"),
  ])
  func `a local time that never came has the offset before the change`(
    zoned: String,
    offset: String
  ) {
    #expect(DateAndTime(zoned)?.instant == DateAndTime(offset)?.instant)
  }

  @Test(arguments: [
    ("2018-03-24T12:00:00@Europe/Paris", "P1D", "2018-03-25T13:00:00@Europe/Paris"),
    ("2018-10-27T12:00:00@Europe/Paris", "P1D", "2018-10-28T11:00:00@Europe/Paris"),
    ("2018-10-28T01:30:00@Europe/Paris", "PT1H", "2018-10-28T02:30:00@Europe/Paris"),
    ("2018-10-28T01:30:00@Europe/Paris", "PT3H", "2018-10-28T03:30:00@Europe/Paris"),
    ("2018-03-25T02:30:00@Europe/Paris", "PT0S", "2018-03-25T03:30:00@Europe/Paris"),
    (
      "2021-01-12T10:10:10@Australia/Melbourne", "P1DT1H", "2021-01-13T11:10:10@Australia/Melbourne"
    ),
    (
      "-2021-01-01T10:10:10@Australia/Melbourne", "-P1D", "-2022-12-31T10:10:10@Australia/Melbourne"
    ),
    ("2021-06-30T23:00:00@America/New_York", "-P181D", "2020-12-31T22:00:00@America/New_York"),
  ])
  func `a duration counts the time that passes`(start: String, duration: String, end: String) throws
  {
    let step = try #require(DaysAndTimeDuration(duration))
    let moment = try #require(DateAndTime(start)).adding(nanoseconds: step.nanoseconds)
    #expect(moment?.description == end)
  }

  @Test(arguments: [
    ("2021-01-02T10:10:10@Europe/Paris", "2021-01-01T10:10:10@Asia/Dhaka", "P1DT5H"),
    ("2021-01-02T10:10:10@Europe/Paris", "1995-01-01T10:10:10@Europe/Paris", "P9498D"),
    ("2021-01-02T10:10:10+01:00", "2021-01-01T10:10:10@Europe/Paris", "P1D"),
    ("2018-03-26T00:00:00@Europe/Paris", "2018-03-25T00:00:00@Europe/Paris", "PT23H"),
    ("2002-04-02T12:00:00@Australia/Melbourne", "2002-04-02T12:00:00@Australia/Sydney", "PT0S"),
  ])
  func `a difference is the time that passed`(end: String, start: String, duration: String) throws {
    let between = try #require(DateAndTime(end)).difference(from: try #require(DateAndTime(start)))
    #expect(between.map { DaysAndTimeDuration(nanoseconds: $0).description } == duration)
  }

  @Test(arguments: ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"])
  func `the local time of an instant leads back to it, but in the second hour of two`(
    identifier: String
  ) throws {
    let zone = try #require(ZoneDatabase.shared.zone(identifier))
    for instant in stride(from: -3_000_000_000, through: 6_000_000_000, by: 7_000_003) {
      let offset = zone.offset(atInstant: instant)
      let back = zone.offset(atLocal: instant + offset)
      let isSecond = zone.offset(atInstant: instant + offset - back) == back && back > offset
      #expect(back == offset || isSecond, "\(identifier) at \(instant)")
    }
  }

  @Test(arguments: ["Europe/Paris", "America/New_York", "Australia/Melbourne"])
  func `the first and the last years of a date have an instant`(identifier: String) throws {
    let last = try #require(DateAndTime("999999999-12-31T23:59:59@" + identifier))
    let first = try #require(DateAndTime("-999999999-01-01T00:00:00@" + identifier))
    #expect(last.instant != nil)
    #expect(first.adding(nanoseconds: try #require(last.difference(from: first))) == last)
    #expect(last.adding(nanoseconds: 1_000_000_000) == nil)
    #expect(last.adding(nanoseconds: .max) == nil)
    #expect(first.adding(nanoseconds: -1_000_000_000) == nil)
    #expect(first.adding(nanoseconds: .min) == nil)
  }
}
