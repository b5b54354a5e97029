/// The sum of the parts of a duration while it is read, without its sign.
struct DurationTotal<Magnitude: FixedWidthInteger & UnsignedInteger> {
  /// The sum in the smallest unit.
  private(set) var value: Magnitude = 0
  /// Whether a part has been read.
  private(set) var hasParts = false

  /// Reads parts such as `2H`, each at most once and in the order of the units.
  ///
  /// False when a number stands without one of the units left, or the sum overflows.
  mutating func read(
    _ units: [(letter: Unicode.Scalar, weight: Magnitude)],
    from scanner: inout TemporalScanner
  ) -> Bool {
    var left = units[...]
    while scanner.isAtDigit {
      guard let count = scanner.number(Magnitude.self) else { return false }
      guard add(count, of: &left, from: &scanner) else { return false }
    }
    return true
  }

  /// Adds another sum; false when the sum overflows.
  mutating func add(_ other: DurationTotal) -> Bool {
    hasParts = hasParts || other.hasParts
    return add(other.value, weight: 1)
  }

  private mutating func add(
    _ count: Magnitude,
    of units: inout ArraySlice<(letter: Unicode.Scalar, weight: Magnitude)>,
    from scanner: inout TemporalScanner
  ) -> Bool {
    while let unit = units.popFirst() {
      guard scanner.eat(unit.letter) else { continue }
      hasParts = true
      return add(count, weight: unit.weight)
    }
    return false
  }

  private mutating func add(_ count: Magnitude, weight: Magnitude) -> Bool {
    let (product, overflow) = count.multipliedReportingOverflow(by: weight)
    let (sum, carry) = value.addingReportingOverflow(product)
    guard !overflow, !carry else { return false }
    value = sum
    return true
  }
}

extension DurationTotal<UInt128> {
  /// Reads parts as `read` does and behind them seconds, which may have a fraction; in nanoseconds.
  mutating func read(
    _ units: [(letter: Unicode.Scalar, weight: UInt128)],
    thenSecondsFrom scanner: inout TemporalScanner
  ) -> Bool {
    var left = units[...]
    while scanner.isAtDigit {
      guard let count = scanner.number(UInt128.self) else { return false }
      if scanner.eat(".") {
        let fraction = UInt128(scanner.nanoseconds())
        guard scanner.eat("S") else { return false }
        hasParts = true
        return add(count, weight: 1_000_000_000) && add(fraction, weight: 1)
      }
      if scanner.eat("S") {
        hasParts = true
        return add(count, weight: 1_000_000_000)
      }
      guard add(count, of: &left, from: &scanner) else { return false }
    }
    return true
  }
}

extension FixedWidthInteger where Self: SignedInteger {
  /// The number of a magnitude and a sign; nil when it is out of range.
  init?(magnitude: Magnitude, isNegative: Bool) where Magnitude: FixedWidthInteger {
    if isNegative, magnitude == Self.min.magnitude {
      self = .min
    } else {
      guard let value = Self(exactly: magnitude) else { return nil }
      self = isNegative ? -value : value
    }
  }
}

extension UnsignedInteger {
  /// A part of the text of a duration, nothing for 0.
  func part(_ unit: String) -> String { self == 0 ? "" : "\(self)\(unit)" }
}
