/// An unsigned integer of 256 bits, which holds the product of two coefficients.
struct WideUInt: Sendable, Hashable, Comparable {
  var high: UInt128
  var low: UInt128

  init(_ low: UInt128) {
    high = 0
    self.low = low
  }

  init(high: UInt128, low: UInt128) {
    self.high = high
    self.low = low
  }

  static func < (left: WideUInt, right: WideUInt) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  var isZero: Bool { high == 0 && low == 0 }

  /// The sum, modulo 2^256.
  func adding(_ other: WideUInt) -> WideUInt {
    let (sum, carry) = low.addingReportingOverflow(other.low)
    return WideUInt(high: high &+ other.high &+ (carry ? 1 : 0), low: sum)
  }

  /// The difference, modulo 2^256.
  func subtracting(_ other: WideUInt) -> WideUInt {
    let (difference, borrow) = low.subtractingReportingOverflow(other.low)
    return WideUInt(high: high &- other.high &- (borrow ? 1 : 0), low: difference)
  }

  /// The product with a small number, modulo 2^256.
  func times(_ factor: UInt128) -> WideUInt {
    let product = low.multipliedFullWidth(by: factor)
    return WideUInt(high: product.high &+ high &* factor, low: product.low)
  }

  /// The product with a power of ten, modulo 2^256.
  func timesPowerOfTen(_ power: Int) -> WideUInt {
    var result = self
    var left = power
    while left > 0 {
      let step = min(left, 38)
      result = result.times(.powerOfTen(step))
      left -= step
    }
    return result
  }

  /// Quotient and remainder for a divisor other than zero.
  func dividedBy(_ divisor: UInt128) -> (quotient: WideUInt, remainder: UInt128) {
    if high == 0 {
      let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
      return (WideUInt(quotient), remainder)
    }
    let (top, rest) = high.quotientAndRemainder(dividingBy: divisor)
    let (bottom, remainder) = divisor.dividingFullWidth((rest, low))
    return (WideUInt(high: top, low: bottom), remainder)
  }

  /// Quotient and remainder for a power of ten of at most 76.
  func dividedByPowerOfTen(_ power: Int) -> (quotient: WideUInt, remainder: WideUInt) {
    if power <= 38 {
      let (quotient, remainder) = dividedBy(.powerOfTen(power))
      return (quotient, WideUInt(remainder))
    }
    let (first, lowRest) = dividedBy(.powerOfTen(38))
    let (second, highRest) = first.dividedBy(.powerOfTen(power - 38))
    return (second, WideUInt(highRest).timesPowerOfTen(38).adding(WideUInt(lowRest)))
  }

  /// The number of decimal digits; zero has one.
  var decimalDigits: Int {
    if high == 0 { return low.decimalDigits }
    let (quotient, _) = dividedBy(.powerOfTen(38))
    return 38 + quotient.decimalDigits
  }
}

extension UInt128 {
  /// Powers of ten up to 38.
  private static let powersOfTen: [UInt128] = {
    var powers: [UInt128] = [1]
    for _ in 0..<38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// A power of ten; the power is in 0...38.
  static func powerOfTen(_ power: Int) -> UInt128 { powersOfTen[power] }

  /// The number of decimal digits; zero has one.
  var decimalDigits: Int {
    let bits = 128 - leadingZeroBitCount
    // log10(2) is a little above 1233/4096.
    let estimate = (bits * 1_233) >> 12
    return Swift.max(1, estimate + (self >= .powerOfTen(Swift.min(38, estimate)) ? 1 : 0))
  }
}
