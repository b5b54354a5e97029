/// What a time is relative to: an offset from UTC, or a zone with its history of offsets
/// (DMN 1.5, 10.3.2.3.5).
///
/// An offset and a zone are different even where the zone always has that offset, and so are two zones
/// of one history; `+00:00`, `-00:00` and `Z` are one.
public enum TimeZone: Sendable, Hashable {
  /// Seconds east of UTC, at most 18 hours either way.
  case offset(seconds: Int)
  /// The identifier of a zone of the IANA database, such as `Europe/Paris`.
  case named(String)

  /// The offset of UTC, `Z`.
  public static let utc = TimeZone.offset(seconds: 0)

  /// Reads what may stand behind a time: `Z`, `+02:00`, `-02:45:55` or `@Europe/Paris`.
  ///
  /// Nil when the text is anything else, the offset is above 18 hours, or there is no such zone.
  public init?(_ text: some StringProtocol) {
    var scanner = TemporalScanner(text)
    guard let zone = TimeZone(from: &scanner), scanner.isAtEnd else { return nil }
    self = zone
  }

  /// Reads an offset or zone from a place on.
  init?(from scanner: inout TemporalScanner) {
    if scanner.eat("Z") {
      self = .utc
    } else if scanner.eat("+") {
      self.init(offsetFrom: &scanner, sign: 1)
    } else if scanner.eat("-") {
      self.init(offsetFrom: &scanner, sign: -1)
    } else if scanner.eat("@") {
      self = .named(scanner.rest())
      guard isValid else { return nil }
    } else {
      return nil
    }
  }

  /// `02:00` or `02:45:55`, the sign already read.
  private init?(offsetFrom scanner: inout TemporalScanner, sign: Int) {
    guard let hours = scanner.twoDigits(), scanner.eat(":"), let minutes = scanner.twoDigits(),
      minutes < 60
    else { return nil }
    var seconds = 0
    if scanner.eat(":") {
      guard let read = scanner.twoDigits(), read < 60 else { return nil }
      seconds = read
    }
    self = .offset(seconds: sign * (hours * 3_600 + minutes * 60 + seconds))
    guard isValid else { return nil }
  }

  /// Whether the offset is in range, or the zone is known.
  public var isValid: Bool {
    switch self {
    case .offset(let seconds): (-64_800...64_800).contains(seconds)
    case .named(let identifier): ZoneDatabase.shared.zone(identifier) != nil
    }
  }
}

extension TimeZone {
  /// The offset in seconds at an instant in seconds since 1970 UTC; nil when there is no such zone, or
  /// the instant lies outside of all years that a date can have.
  func offset(atInstant seconds: Int) -> Int? {
    guard seconds.magnitude < 100_000_000_000_000_000 else { return nil }
    return switch self {
    case .offset(let offset): offset
    case .named(let identifier): ZoneDatabase.shared.zone(identifier)?.offset(atInstant: seconds)
    }
  }

  /// The offset in seconds at a local time in seconds since 1970-01-01T00:00:00; nil when there is no
  /// such zone.
  ///
  /// Where clocks were put back, a local time that came twice means the first one; where they were put
  /// forward, a local time that never came has the offset before the change.
  func offset(atLocal seconds: Int) -> Int? {
    switch self {
    case .offset(let offset): offset
    case .named(let identifier): ZoneDatabase.shared.zone(identifier)?.offset(atLocal: seconds)
    }
  }
}

extension TimeZone: CustomStringConvertible {
  /// The text behind a time: `Z`, `+02:00`, `-02:45:55`, `@Europe/Paris`.
  public var description: String {
    switch self {
    case .offset(0): return "Z"
    case .offset(let offset):
      let (hours, rest) = offset.magnitude.quotientAndRemainder(dividingBy: 3_600)
      let sign = offset < 0 ? "-" : "+"
      let seconds = rest % 60 == 0 ? "" : ":" + (rest % 60).padded(to: 2)
      return "\(sign)\(hours.padded(to: 2)):\((rest / 60).padded(to: 2))\(seconds)"
    case .named(let identifier): return "@" + identifier
    }
  }
}
