extension Number {
  /// How a number is brought to fewer digits.
  public enum Rounding: Sendable, Hashable, CaseIterable {
    /// Towards the smaller number.
    case floor
    /// Towards the larger number.
    case ceiling
    /// Away from zero.
    case up
    /// Towards zero.
    case down
    /// To the nearest, of two away from zero.
    case halfUp
    /// To the nearest, of two towards zero.
    case halfDown
    /// To the nearest, of two the even one.
    case halfEven
  }

  /// The number with no more than `scale` digits behind the point.
  ///
  /// - Parameters:
  ///   - rule: How.
  ///   - scale: In -6111...6176; a negative one rounds before the point.
  /// - Returns: nil when the scale is outside, or the result too large.
  public func rounded(_ rule: Rounding, scale: Int) -> Number? {
    guard (-6_111...6_176).contains(scale) else { return nil }
    let dropped = -scale - Int(exponent)
    guard dropped > 0, !isZero else { return self }
    // With more places dropped than there are digits, only being above zero counts.
    let isTiny = dropped > 38
    let power = UInt128.powerOfTen(min(dropped, 38))
    let (quotient, remainder) =
      isTiny ? (0, 1) : coefficient.quotientAndRemainder(dividingBy: power)
    let isUp = remainder != 0 && goesUp(rule, quotient, remainder, isTiny ? .max : power)
    return Number(
      normalizing: quotient + (isUp ? 1 : 0),
      exponent: -scale,
      isNegative: isNegative
    )
  }

  private func goesUp(
    _ rule: Rounding,
    _ quotient: UInt128,
    _ remainder: UInt128,
    _ whole: UInt128
  ) -> Bool {
    switch rule {
    case .floor: isNegative
    case .ceiling: !isNegative
    case .up: true
    case .down: false
    case .halfUp: remainder >= whole - remainder
    case .halfDown: remainder > whole - remainder
    case .halfEven:
      remainder > whole - remainder || (remainder == whole - remainder && quotient & 1 == 1)
    }
  }
}
