/// A duration in days, hours, minutes and seconds, counted in nanoseconds (DMN 1.5, 10.3.2.3.7).
///
/// A day has 24 hours.
public struct DaysAndTimeDuration: Sendable, Hashable {
  /// The nanoseconds, negative for a way back.
  public let nanoseconds: Int128

  /// Creates a duration of a number of nanoseconds.
  public init(nanoseconds: Int128) {
    self.nanoseconds = nanoseconds
  }

  /// Reads a duration as XML Schema writes it: `P1DT2H3M4.5S`, `-PT90M`.
  ///
  /// Digits of a second behind the ninth are left out, and a decimal point needs no digit behind it
  /// (suite 1120, `PT0.S`). Nil when the text is anything else, such as one with years, or when the duration is
  /// too long.
  public init?(_ text: some StringProtocol) {
    var scanner = TemporalScanner(text)
    guard let nanoseconds = DaysAndTimeDuration.read(from: &scanner), scanner.isAtEnd else {
      return nil
    }
    self.init(nanoseconds: nanoseconds)
  }

  private static func read(from scanner: inout TemporalScanner) -> Int128? {
    let isNegative = scanner.eat("-")
    guard scanner.eat("P") else { return nil }
    var total = DurationTotal<UInt128>()
    guard total.read([("D", 86_400_000_000_000)], from: &scanner) else { return nil }
    if scanner.eat("T") {
      var time = DurationTotal<UInt128>()
      let units: [(Unicode.Scalar, UInt128)] = [("H", 3_600_000_000_000), ("M", 60_000_000_000)]
      guard time.read(units, thenSecondsFrom: &scanner), time.hasParts else { return nil }
      guard total.add(time) else { return nil }
    }
    return total.hasParts ? Int128(magnitude: total.value, isNegative: isNegative) : nil
  }
}

extension DaysAndTimeDuration {
  /// The whole days, rounded towards zero; the nearest `Int` where there are more.
  public var days: Int { Int(clamping: nanoseconds / .dayInNanoseconds) }

  /// The whole hours besides the days, from -23 to 23, of the sign of the duration.
  public var hours: Int { Int(nanoseconds % .dayInNanoseconds) / 3_600_000_000_000 }

  /// The whole minutes besides the hours, from -59 to 59, of the sign of the duration.
  public var minutes: Int { Int(nanoseconds % .dayInNanoseconds) / 60_000_000_000 % 60 }

  /// The whole seconds besides the minutes, from -59 to 59, of the sign of the duration.
  public var seconds: Int { Int(nanoseconds % .dayInNanoseconds) / 1_000_000_000 % 60 }
}

extension DaysAndTimeDuration: Comparable {
  /// Whether the first duration has fewer nanoseconds.
  public static func < (left: DaysAndTimeDuration, right: DaysAndTimeDuration) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension DaysAndTimeDuration: CustomStringConvertible {
  /// The shortest text with the largest units: `P1DT2H3M4.5S`, `-PT1H30M`, `PT0S`.
  public var description: String {
    guard nanoseconds != 0 else { return "PT0S" }
    let (days, rest) = nanoseconds.magnitude.quotientAndRemainder(dividingBy: 86_400_000_000_000)
    let date = (nanoseconds < 0 ? "-P" : "P") + days.part("D")
    guard rest != 0 else { return date }
    let seconds = rest / 1_000_000_000
    let fraction = (rest % 1_000_000_000).fractionText
    let second = fraction.isEmpty ? (seconds % 60).part("S") : "\(seconds % 60)\(fraction)S"
    return date + "T" + (seconds / 3_600).part("H") + (seconds / 60 % 60).part("M") + second
  }
}
