import TestSupport
import Testing

@testable import FEEL

/// Texts that nobody would write: cut off, changed in places, made at random.
///
/// Nothing may trap, and what is read must be written as a text that is read again as the same value.
struct TemporalTextTests {
  private static let texts = [
    "2024-02-29", "-999999999-12-31", "23:59:59.999999999@Europe/Paris", "24:00:00-18:00",
    "10:30:00+02:45:55", "2021-01-01T24:00:00Z", "-999999999-12-31T23:59:59.999999999+02:00",
    "999999999-12-31T10:15:30.123456789@America/Argentina/ComodRivadavia", "P1Y27M",
    "-P9223372036854775808M", "P1DT2H3M4.123456789S", "-P1969347092521D", "PT0.S",
    "2024-01-01T00:00:00@Etc/GMT+12",
  ]

  @Test(arguments: texts)
  func `every beginning and every end of a text is read or refused`(text: String) {
    for length in 0...text.count {
      check(text.prefix(length))
      check(text.suffix(length))
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `texts with changed bytes are read or refused`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2_000 {
      var bytes = Array((Self.texts.randomElement(using: &generator) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        mutate(&bytes, using: &generator)
      }
      check(String(decoding: bytes, as: UTF8.self), seed: seed)
    }
  }

  @Test(arguments: [6, 7, 8])
  func `texts of the right characters in any order are read or refused`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let characters = Array("0123456789-+:.TPZYMDHS@/Etc")
    for _ in 0..<5_000 {
      let length = Int.random(in: 0...24, using: &generator)
      let text = (0..<length).compactMap { _ in characters.randomElement(using: &generator) }
      check(String(text), seed: seed)
    }
  }

  private func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let frequent = Array("0123456789-+:.TPZYMDHS@/".utf8)
    let byte = Bool.random(using: &generator) ? generator.next() : nil
    let new =
      byte.map { UInt8(truncatingIfNeeded: $0) } ?? frequent.randomElement(using: &generator)
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: bytes.insert(new ?? 0, at: place)
    case 1 where place < bytes.count: bytes.remove(at: place)
    default: if place < bytes.count { bytes[place] = new ?? 0 }
    }
  }

  private func check(_ text: some StringProtocol, seed: UInt64 = 0) {
    if let date = CalendarDate(text) { #expect(CalendarDate(date.description) == date) }
    if let time = TimeOfDay(text) {
      #expect(TimeOfDay(time.description) == time, "\(text), seed \(seed)")
      _ = time.adding(nanoseconds: .max)
    }
    if let zone = TimeZone(text) { #expect(TimeZone(zone.description) == zone) }
    if let duration = YearsAndMonthsDuration(text) {
      #expect(YearsAndMonthsDuration(duration.description) == duration, "\(text), seed \(seed)")
    }
    if let duration = DaysAndTimeDuration(text) {
      #expect(DaysAndTimeDuration(duration.description) == duration, "\(text), seed \(seed)")
      _ = (duration.days, duration.hours, duration.minutes, duration.seconds)
    }
    if let moment = DateAndTime(text) {
      #expect(DateAndTime(moment.description) == moment, "\(text), seed \(seed)")
      _ = (moment.instant, moment.adding(nanoseconds: .max), moment.adding(months: .min))
    }
  }
}
