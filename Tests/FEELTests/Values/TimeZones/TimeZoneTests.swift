import Testing

@testable import FEEL

struct TimeZoneTests {
  @Test(arguments: [
    ("Z", TimeZone.offset(seconds: 0), "Z"), ("+00:00", .offset(seconds: 0), "Z"),
    ("-00:00", .offset(seconds: 0), "Z"), ("+02:00", .offset(seconds: 7_200), "+02:00"),
    ("-05:30", .offset(seconds: -19_800), "-05:30"), ("+18:00", .offset(seconds: 64_800), "+18:00"),
    ("-02:45:55", .offset(seconds: -9_955), "-02:45:55"),
    ("-00:00:01", .offset(seconds: -1), "-00:00:01"),
    ("@Etc/UTC", .named("Etc/UTC"), "@Etc/UTC"), ("@GMT", .named("GMT"), "@GMT"),
  ])
  func `an offset or zone is read and written`(text: String, zone: TimeZone, shortest: String) {
    #expect(TimeZone(text) == zone)
    #expect(zone.description == shortest)
    #expect(zone.isValid)
  }

  @Test(arguments: [
    "", "z", "+", "@", "UTC", "Etc/UTC", "02:00", "+2:00", "+02", "+02:0", "+0200", "+02:60",
    "+18:01", "+19:00",
    "-18:00:01", "Z ", "+02:00Z", "@Etc/UTC@Etc/UTC", "@Nowhere/Land",
  ])
  func `any other text is no zone`(text: String) {
    #expect(TimeZone(text) == nil)
  }

  @Test(arguments: [
    ("UTC", 0), ("GMT", 0), ("Etc/UTC", 0), ("Etc/GMT", 0), ("Etc/GMT0", 0), ("Etc/GMT+0", 0),
    ("Etc/GMT-0", 0), ("GMT0", 0), ("Zulu", 0), ("Etc/Zulu", 0), ("Universal", 0),
    ("Etc/Greenwich", 0),
    ("Etc/UCT", 0), ("Etc/GMT+1", -3_600), ("Etc/GMT+12", -43_200), ("Etc/GMT-1", 3_600),
    ("Etc/GMT-14", 50_400),
  ])
  func `fixed zones need no file`(identifier: String, offset: Int) {
    let zone = ZoneDatabase(folder: "/nonexistent").zone(identifier)
    #expect(zone?.offset(atInstant: 0) == offset)
    #expect(zone?.offset(atLocal: 1_700_000_000) == offset)
  }

  @Test(arguments: [
    "Etc/GMT+13", "Etc/GMT-15", "Etc/GMT+05", "Etc/GMT+", "Etc/GMT5", "Etc/GMT++5", "Etc/GMT+-5",
    "Etc/", "Etc",
    "GMT+5", "Etc/UTC+1", "Etc/Europe", "EST", "Europe/Paris",
  ])
  func `without the database there are no other zones`(identifier: String) {
    #expect(ZoneDatabase(folder: "/nonexistent").zone(identifier) == nil)
  }

  @Test(arguments: [
    "", "/", "//", "/etc/localtime", "../zoneinfo/UTC", "Europe/../UTC", "Europe//Paris",
    "Europe/Paris/",
    "Europe/./Paris", ".", "..", "Europe\\Paris", "Europe Paris", "Europe/Paris\u{0}",
    "Europe/Paris\n", "Zürich",
    "tzdata.zi", "zone1970.tab", "posix/Europe/Paris", "right/Europe/Paris", "right", "posix",
    "localtime",
    "posixrules", "~/x", "%2e%2e/x", String(repeating: "a", count: 65),
    String(repeating: "a/", count: 30),
  ])
  func `no identifier leads out of the database`(identifier: String) {
    #expect(!ZoneDatabase.isIdentifier(identifier))
    #expect(ZoneDatabase.shared.zone(identifier) == nil)
    #expect(TimeZone("@" + identifier) == nil)
  }

  @Test(arguments: [
    "Europe", "leapseconds", "America/Argentina", "EUROPE/PARIS", "Europe/paris", "+VERSION",
  ])
  func `a folder, another file or another case is no zone`(identifier: String) {
    #expect(ZoneDatabase.shared.zone(identifier) == nil)
  }

  @Test
  func `zones are read from many threads at once`() async {
    let answers = await withTaskGroup(of: Int?.self) { group in
      for place in 0..<64 {
        let identifier = ["Etc/GMT-3", "Etc/UTC", "Nowhere/Land", "Etc/GMT+7"][place % 4]
        group.addTask { ZoneDatabase.shared.zone(identifier)?.offset(atInstant: 0) }
      }
      var answers: [Int?] = []
      for await answer in group { answers.append(answer) }
      return answers
    }
    #expect(answers.count { $0 == nil } == 16)
    #expect(answers.count { $0 == 10_800 } == 16)
  }
}
