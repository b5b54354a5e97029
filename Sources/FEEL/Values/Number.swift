/// A decimal number of 34 significant digits, as FEEL has it: IEEE 754-2008 decimal128 with rounding
/// half to even (DMN 1.5, 10.3.2.3.1), without infinities, NaN and a sign of zero.
///
/// Numbers are equal by value: 1.0 and 1.00 are one number. Trailing zeros are never kept, so that
/// equal numbers have equal parts.
public struct Number: Sendable, Hashable {
  /// The digits; below 10^34, not divisible by ten unless zero.
  let coefficient: UInt128
  /// The power of ten by which the digits count; zero for zero.
  let exponent: Int32
  /// Whether it is below zero.
  public let isNegative: Bool

  /// The most significant digits.
  static let precision = 34
  /// The largest power of ten of the first digit.
  static let maximumAdjusted = 6_144
  /// The smallest power of ten of the first digit; smaller numbers are zero.
  static let minimumAdjusted = -6_143

  /// Zero.
  public static let zero = Number(0)
  /// One.
  public static let one = Number(1)

  /// Takes parts that already keep the invariants.
  init(parts coefficient: UInt128, _ exponent: Int32, _ isNegative: Bool) {
    self.coefficient = coefficient
    self.exponent = coefficient == 0 ? 0 : exponent
    self.isNegative = coefficient != 0 && isNegative
  }

  /// A whole number.
  public init(_ value: Int) {
    var digits = UInt64(value.magnitude)
    var exponent: Int32 = 0
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    self.init(parts: UInt128(digits), exponent, value < 0)
  }

  /// Rounds digits to 34 half to even; nil when the number is too large, zero when it is too small.
  ///
  /// `isInexact` says that digits below the last one were already dropped.
  init?(
    rounding digits: WideUInt,
    exponent: Int,
    isNegative: Bool,
    isInexact: Bool = false
  ) {
    var digits = digits
    var exponent = exponent
    let excess = digits.decimalDigits - Self.precision
    if excess > 0 {
      let (quotient, remainder) = digits.dividedByPowerOfTen(excess)
      let half = WideUInt(5).timesPowerOfTen(excess - 1)
      let isUp =
        remainder > half
        || (remainder == half && (isInexact || quotient.low & 1 == 1))
      digits = isUp ? quotient.adding(WideUInt(1)) : quotient
      exponent += excess
    }
    self.init(normalizing: digits.low, exponent: exponent, isNegative: isNegative)
  }

  /// Drops trailing zeros; nil when the number is too large, zero when it is too small.
  init?(normalizing coefficient: UInt128, exponent: Int, isNegative: Bool) {
    var digits = coefficient
    var exponent = exponent
    guard digits != 0 else {
      self = .zero
      return
    }
    if digits >> 64 == 0 {
      var small = UInt64(truncatingIfNeeded: digits)
      while small % 10 == 0 {
        small /= 10
        exponent += 1
      }
      digits = UInt128(small)
    } else {
      while true {
        let (quotient, remainder) = digits.quotientAndRemainder(dividingBy: 10)
        if remainder != 0 { break }
        digits = quotient
        exponent += 1
      }
    }
    let adjusted = exponent + digits.decimalDigits - 1
    if adjusted > Self.maximumAdjusted { return nil }
    if adjusted < Self.minimumAdjusted {
      self = .zero
      return
    }
    self.init(parts: digits, Int32(exponent), isNegative)
  }
}

extension Number {
  /// Whether it is zero.
  public var isZero: Bool { coefficient == 0 }

  /// Whether it has no digits behind the point.
  public var isInteger: Bool { exponent >= 0 }

  /// The number with the other sign.
  public var negated: Number { Number(parts: coefficient, exponent, !isNegative) }

  /// The number without its sign.
  public var magnitude: Number { Number(parts: coefficient, exponent, false) }

  /// The value as an integer; nil unless it is whole and fits.
  public var int: Int? {
    guard exponent >= 0, exponent <= 19 else { return nil }
    let (value, overflow) = coefficient.multipliedReportingOverflow(by: .powerOfTen(Int(exponent)))
    guard !overflow, value <= UInt128(Int.max) + (isNegative ? 1 : 0) else { return nil }
    return isNegative ? Int(truncatingIfNeeded: -Int128(value)) : Int(value)
  }

  /// The power of ten of the first digit.
  var adjustedExponent: Int { Int(exponent) + coefficient.decimalDigits - 1 }
}

extension Number: Comparable {
  /// Whether the left number is smaller.
  public static func < (left: Number, right: Number) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let isBelow =
      left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
    return isBelow
  }

  private func isCloserToZero(than other: Number) -> Bool {
    if exponent == other.exponent { return coefficient < other.coefficient }
    if coefficient == 0 || other.coefficient == 0 {
      return coefficient == 0 && other.coefficient != 0
    }
    let (own, others) = (adjustedExponent, other.adjustedExponent)
    if own != others { return own < others }
    // The same first place: the difference of the exponents is below 34.
    let difference = Int(exponent) - Int(other.exponent)
    if difference > 0 { return coefficient * .powerOfTen(difference) < other.coefficient }
    return coefficient < other.coefficient * .powerOfTen(-difference)
  }
}
