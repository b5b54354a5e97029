/// A time of day, with or without offset or zone (DMN 1.5, 10.3.2.3.5).
///
/// A day ends before `24:00:00`, and there are no leap seconds. Two times are equal when all their parts
/// are, not when they are the same instant of a day.
public struct TimeOfDay: Sendable, Hashable {
  /// The hour, from 0 to 23.
  public let hour: Int
  /// The minute, from 0 to 59.
  public let minute: Int
  /// The whole second, from 0 to 59.
  public let second: Int
  /// The fraction of the second in nanoseconds, from 0 to 999,999,999.
  public let nanosecond: Int
  /// The offset or zone, nil for a local time.
  public let zone: TimeZone?

  /// Creates a time; nil when a part is out of range or there is no such zone.
  public init?(
    hour: Int,
    minute: Int,
    second: Int,
    nanosecond: Int = 0,
    zone: TimeZone? = nil
  ) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (0..<1_000_000_000).contains(nanosecond), zone?.isValid ?? true
    else { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
    self.nanosecond = nanosecond
    self.zone = zone
  }

  /// The time some nanoseconds after midnight, counted on into other days; the zone is a valid one.
  init(wrapping nanoseconds: Int128, zone: TimeZone?) {
    let ofDay = Int(nanoseconds.dividedRoundingDown(by: .dayInNanoseconds).remainder)
    let (seconds, nanosecond) = ofDay.quotientAndRemainder(dividingBy: 1_000_000_000)
    hour = seconds / 3_600
    minute = seconds / 60 % 60
    second = seconds % 60
    self.nanosecond = nanosecond
    self.zone = zone
  }

  /// The nanoseconds since midnight.
  public var nanosecondOfDay: Int {
    ((hour * 60 + minute) * 60 + second) * 1_000_000_000 + nanosecond
  }

  /// The time some nanoseconds later, or earlier, on whatever day that is; the zone stays.
  public func adding(nanoseconds: Int128) -> TimeOfDay {
    let days = nanoseconds.dividedRoundingDown(by: .dayInNanoseconds)
    return TimeOfDay(wrapping: Int128(nanosecondOfDay) + days.remainder, zone: zone)
  }
}

extension TimeOfDay {
  /// Reads a time as XML Schema writes it, with a zone besides: `10:30:00`, `10:30:00.25Z`,
  /// `10:30:00-05:00`, `10:30:00@Europe/Paris`.
  ///
  /// `24:00:00` is read as `00:00:00`. Digits of a second behind the ninth are left out. Nil when the text
  /// is anything else, a leap second (`23:59:60`) among them, or when there is no such zone.
  public init?(_ text: some StringProtocol) {
    var scanner = TemporalScanner(text)
    guard let (time, _) = TimeOfDay.read(from: &scanner), scanner.isAtEnd else { return nil }
    self = time
  }

  /// Reads a time from a place on, and whether it is the end of its day (`24:00:00`).
  static func read(from scanner: inout TemporalScanner) -> (TimeOfDay, isEndOfDay: Bool)? {
    guard let hour = scanner.twoDigits(), scanner.eat(":"), let minute = scanner.twoDigits(),
      scanner.eat(":"), let second = scanner.twoDigits()
    else { return nil }
    var nanosecond = 0
    if scanner.eat(".") {
      guard scanner.isAtDigit else { return nil }
      nanosecond = scanner.nanoseconds()
    }
    let isEndOfDay = hour == 24 && minute == 0 && second == 0 && nanosecond == 0
    var zone: TimeZone?
    if !scanner.isAtEnd {
      zone = TimeZone(from: &scanner)
      guard zone != nil else { return nil }
    }
    let time = TimeOfDay(
      hour: isEndOfDay ? 0 : hour,
      minute: minute,
      second: second,
      nanosecond: nanosecond,
      zone: zone
    )
    return time.map { ($0, isEndOfDay) }
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// The text as FEEL writes it: `10:30:00`, `10:30:00.25Z`, `10:30:00@Europe/Paris`.
  public var description: String {
    let clock = [hour, minute, second].map { $0.padded(to: 2) }.joined(separator: ":")
    return clock + nanosecond.fractionText + (zone?.description ?? "")
  }
}

extension Int128 {
  /// The nanoseconds of a day of 24 hours.
  static var dayInNanoseconds: Int128 { 86_400_000_000_000 }
  /// The nanoseconds of a second.
  static var secondInNanoseconds: Int128 { 1_000_000_000 }
}
