extension Number {
  /// The sum rounded to 34 digits; nil when it is too large.
  public func adding(_ other: Number) -> Number? {
    if isZero { return other }
    if other.isZero { return self }
    let (upper, lower) = exponent >= other.exponent ? (self, other) : (other, self)
    let gap = Int(upper.exponent) - Int(lower.exponent)
    // Beyond this the smaller one counts only as a trace below the digits that are kept.
    guard gap <= 38 else { return upper.adding(trace: lower) }
    let raised = WideUInt(upper.coefficient).timesPowerOfTen(gap)
    let plain = WideUInt(lower.coefficient)
    if upper.isNegative == lower.isNegative {
      return Number(
        rounding: raised.adding(plain),
        exponent: Int(lower.exponent),
        isNegative: upper.isNegative
      )
    }
    let isUpper = raised >= plain
    return Number(
      rounding: isUpper ? raised.subtracting(plain) : plain.subtracting(raised),
      exponent: Int(lower.exponent),
      isNegative: isUpper ? upper.isNegative : lower.isNegative
    )
  }

  /// The sum with a number whose exponent is far lower.
  private func adding(trace other: Number) -> Number? {
    if other.adjustedExponent >= adjustedExponent - 40 {
      // The lower number has many digits of its own: raise as far as its exponent allows.
      let gap = Int(exponent) - Int(other.exponent)
      let raised = WideUInt(coefficient).timesPowerOfTen(min(gap, 42))
      let (kept, rest) = WideUInt(other.coefficient).dividedByPowerOfTen(max(0, gap - 42))
      let base = Int(exponent) - min(gap, 42)
      if isNegative == other.isNegative {
        return Number(
          rounding: raised.adding(kept),
          exponent: base,
          isNegative: isNegative,
          isInexact: !rest.isZero
        )
      }
      let cut = rest.isZero ? kept : kept.adding(WideUInt(1))
      return Number(
        rounding: raised.subtracting(cut),
        exponent: base,
        isNegative: isNegative,
        isInexact: !rest.isZero
      )
    }
    let raised = WideUInt(coefficient).timesPowerOfTen(40)
    let changed =
      isNegative == other.isNegative
      ? raised.adding(WideUInt(1)) : raised.subtracting(WideUInt(1))
    return Number(rounding: changed, exponent: Int(exponent) - 40, isNegative: isNegative)
  }

  /// The difference rounded to 34 digits; nil when it is too large.
  public func subtracting(_ other: Number) -> Number? { adding(other.negated) }

  /// The product rounded to 34 digits; nil when it is too large.
  public func multiplied(by other: Number) -> Number? {
    let product = coefficient.multipliedFullWidth(by: other.coefficient)
    return Number(
      rounding: WideUInt(high: product.high, low: product.low),
      exponent: Int(exponent) + Int(other.exponent),
      isNegative: isNegative != other.isNegative
    )
  }

  /// The quotient rounded to 34 digits; nil for a divisor of zero or when it is too large.
  public func divided(by other: Number) -> Number? {
    guard !other.isZero else { return nil }
    if isZero { return .zero }
    // Enough digits for a quotient of at least 36, so that the remainder only breaks ties.
    let shift = max(0, 36 + other.coefficient.decimalDigits - coefficient.decimalDigits)
    let raised = WideUInt(coefficient).timesPowerOfTen(shift)
    let (quotient, remainder) = raised.dividedBy(other.coefficient)
    return Number(
      rounding: quotient,
      exponent: Int(exponent) - shift - Int(other.exponent),
      isNegative: isNegative != other.isNegative,
      isInexact: remainder != 0
    )
  }

  /// The dividend less the divisor times the floor of the quotient, as `modulo` of FEEL.
  ///
  /// It has the sign of the divisor. Nil for a divisor of zero or when the quotient is too large.
  public func modulo(_ divisor: Number) -> Number? {
    guard let quotient = divided(by: divisor) else { return nil }
    if let exact = exactModulo(divisor) { return exact }
    guard let floor = quotient.rounded(.floor, scale: 0), let part = divisor.multiplied(by: floor)
    else { return nil }
    return subtracting(part)
  }

  /// The remainder without rounding, where both have digits within 38 places of each other.
  private func exactModulo(_ divisor: Number) -> Number? {
    let base = min(exponent, divisor.exponent)
    let (own, others) = (Int(exponent - base), Int(divisor.exponent - base))
    guard own <= 38, others <= 4 || divisor.coefficient.decimalDigits + others <= 38 else {
      return nil
    }
    let unit = WideUInt(divisor.coefficient).timesPowerOfTen(others)
    guard unit.high == 0 else { return nil }
    let (_, remainder) = WideUInt(coefficient).timesPowerOfTen(own).dividedBy(unit.low)
    let isTurned = remainder != 0 && isNegative != divisor.isNegative
    return Number(
      rounding: WideUInt(isTurned ? unit.low - remainder : remainder),
      exponent: Int(base),
      isNegative: divisor.isNegative
    )
  }
}
