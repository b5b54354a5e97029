import Testing

@testable import FEEL

struct ZoneRuleTests {
  @Test(arguments: [
    ("UTC0", 0), ("EST5", -18_000), ("<+0330>-3:30", 12_600), ("<-03>3", -10_800),
    ("MMT-1:15:30", 4_530),
    ("ABC+24", -86_400), ("JST-9", 32_400),
  ])
  func `a rule of one offset holds forever`(text: String, offset: Int) throws {
    let rule = try #require(ZoneRule(text))
    #expect(rule.summer == nil)
    for instant in [-62_000_000_000, 0, 62_000_000_000] {
      #expect(rule.offset(atInstant: instant) == offset)
    }
  }

  /// The instant before a change has the one offset, the instant itself the other.
  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2100-03-28T01:00:00Z", 3_600, 7_200),
    ("CET-1CEST,M3.5.0,M10.5.0/3", "2100-10-31T01:00:00Z", 7_200, 3_600),
    ("EST5EDT,M3.2.0,M11.1.0", "2050-03-13T07:00:00Z", -18_000, -14_400),
    ("EST5EDT,M3.2.0,M11.1.0", "2050-11-06T06:00:00Z", -14_400, -18_000),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2040-09-30T16:00:00Z", 36_000, 36_000),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2040-10-06T16:00:00Z", 36_000, 39_600),
    ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2040-03-31T16:00:00Z", 39_600, 36_000),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2040-10-06T15:30:00Z", 37_800, 39_600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2100-10-31T01:00:00Z", 3_600, 0),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "2100-03-28T01:00:00Z", 0, 3_600),
    ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-03-25T01:00:00Z", -7_200, -3_600),
    ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2040-03-24T00:00:00Z", 7_200, 10_800),
    ("AAA0BBB,J60/0,J300/0", "2040-03-01T00:00:00Z", 0, 3_600),
    ("AAA0BBB,J59/0,J300/0", "2040-02-28T00:00:00Z", 0, 3_600),
    ("AAA0BBB,59/0,300/0", "2040-02-29T00:00:00Z", 0, 3_600),
    ("AAA0BBB,59/0,300/0", "2041-03-01T00:00:00Z", 0, 3_600),
  ])
  func `two offsets take turns`(text: String, change: String, before: Int, after: Int) throws {
    let rule = try #require(ZoneRule(text))
    let nanoseconds = try #require(DateAndTime(change)?.instant)
    let instant = try #require(Int(exactly: nanoseconds / 1_000_000_000))
    #expect(rule.offset(atInstant: instant - 1) == before)
    #expect(rule.offset(atInstant: instant) == after)
  }

  @Test
  func `summer time that ends when it begins lasts all year`() throws {
    let rule = try #require(ZoneRule("XXX3EDT4,0/0,J365/23"))
    for year in [2039, 2040, 2041] {
      let start = CivilCalendar.dayNumber(year: year, month: 1, day: 1) * 86_400
      for instant in stride(from: start - 172_800, through: start + 172_800, by: 1_800) {
        #expect(rule.offset(atInstant: instant) == -14_400)
      }
    }
  }

  @Test(arguments: [
    "", "UTC", "0", "AB0", "<AB>", "<+03-3", "UTC25", "UTC0:60", "UTC0 ", "CET-1CEST",
    "CET-1CEST,M3.5.0",
    "CET-1CEST,M3.5.0,", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.0.0,M10.5.0",
    "CET-1CEST,M3.6.0,M10.5.0",
    "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365", "CET-1CEST,J1,J366", "CET-1CEST,0,366",
    "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3x", "CET-1CEST,M3.5,M10.5",
    "CET-1CEST2M3.5.0",
    "CET99999999999999999999",
  ])
  func `any other text is no rule`(text: String) {
    #expect(ZoneRule(text) == nil)
  }
}
