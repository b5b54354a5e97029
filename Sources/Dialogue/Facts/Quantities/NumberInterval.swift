/// A number, or the bounds between which it lies.
public struct NumberInterval: Hashable, Sendable {
  /// The lower bound; nil where there is none.
  public var low: Double?
  /// The upper bound; nil where there is none.
  public var high: Double?
  /// Whether the lower bound itself is possible.
  public var includesLow = true
  /// Whether the upper bound itself is possible.
  public var includesHigh = true

  /// Takes one number.
  public init(_ value: Double) {
    low = value
    high = value
  }

  /// Takes bounds.
  public init(low: Double?, high: Double?, includesLow: Bool = true, includesHigh: Bool = true) {
    self.low = low
    self.high = high
    self.includesLow = includesLow
    self.includesHigh = includesHigh
  }

  /// The number, if it is one.
  public var single: Double? { low == high ? low : nil }

  /// The interval with both ends multiplied by a positive factor.
  public func scaled(by factor: Double) -> NumberInterval {
    var scaled = self
    scaled.low = low.map { $0 * factor }
    scaled.high = high.map { $0 * factor }
    return scaled
  }

  /// The interval moved by an amount.
  public func shifted(by amount: Double) -> NumberInterval {
    var shifted = self
    shifted.low = low.map { $0 + amount }
    shifted.high = high.map { $0 + amount }
    return shifted
  }

  /// What is left of the bounds when only the lower one counts.
  public var asLowerBound: NumberInterval {
    NumberInterval(low: low, high: nil, includesLow: includesLow)
  }
}

extension NumberInterval: CustomStringConvertible {
  /// As facts are written: `12`, `< 10`, `>= 8`, `25..28`, rounded to two decimals.
  public var description: String {
    if let single { return Self.digits(single) }
    switch (low, high) {
    case (let low?, nil): return (includesLow ? ">= " : "> ") + Self.digits(low)
    case (nil, let high?): return (includesHigh ? "<= " : "< ") + Self.digits(high)
    case (let low?, let high?):
      let ends = "\(Self.digits(low))..\(Self.digits(high))"
      if includesLow, includesHigh { return ends }
      return (includesLow ? "[" : "(") + ends + (includesHigh ? "]" : ")")
    case (nil, nil): return ""
    }
  }

  /// A number with at most two decimals and no superfluous zeros.
  static func digits(_ value: Double) -> String {
    guard value.magnitude < 1e15 else { return value.description }
    let hundredths = Int64((value * 100).rounded())
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    let decimals = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
    return "\(sign)\(whole).\(decimals)"
  }
}
