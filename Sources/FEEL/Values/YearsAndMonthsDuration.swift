/// A duration in years and months, counted in months (DMN 1.5, 10.3.2.3.8).
public struct YearsAndMonthsDuration: Sendable, Hashable {
  /// The months, negative for a way back.
  public let months: Int

  /// Creates a duration of a number of months.
  public init(months: Int) {
    self.months = months
  }

  /// Reads a duration as XML Schema writes it: `P1Y2M`, `-P3M`, `P26M`.
  ///
  /// Nil when the text is anything else, such as one with days, or when there are too many months.
  public init?(_ text: some StringProtocol) {
    var scanner = TemporalScanner(text)
    guard let months = YearsAndMonthsDuration.read(from: &scanner), scanner.isAtEnd else {
      return nil
    }
    self.init(months: months)
  }

  /// The whole years, rounded towards zero: -1 of `-P1Y2M`.
  public var years: Int { months / 12 }

  /// The months besides the whole years, of the same sign: -2 of `-P1Y2M`.
  public var monthsPart: Int { months % 12 }

  private static func read(from scanner: inout TemporalScanner) -> Int? {
    let isNegative = scanner.eat("-")
    guard scanner.eat("P") else { return nil }
    var total = DurationTotal<UInt>()
    guard total.read([("Y", 12), ("M", 1)], from: &scanner), total.hasParts else { return nil }
    return Int(magnitude: total.value, isNegative: isNegative)
  }
}

extension YearsAndMonthsDuration: Comparable {
  /// Whether the first duration has fewer months.
  public static func < (left: YearsAndMonthsDuration, right: YearsAndMonthsDuration) -> Bool {
    left.months < right.months
  }
}

extension YearsAndMonthsDuration: CustomStringConvertible {
  /// The shortest text with less than 12 months besides the years: `P1Y2M`, `-P3M`, `P2Y`, `P0M`.
  public var description: String {
    guard months != 0 else { return "P0M" }
    let (years, rest) = months.magnitude.quotientAndRemainder(dividingBy: 12)
    return (months < 0 ? "-P" : "P") + years.part("Y") + rest.part("M")
  }
}
