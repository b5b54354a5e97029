/// A decimal number of about 70 digits, with which roots, powers and logarithms are worked out before
/// they are rounded to 34.
///
/// Its limbs hold nine digits each, the most significant first; the value is
/// `0.limb limb limb … × 10^(9 × exponent)`.
struct WorkingNumber {
  private var limbs: [UInt32]
  private var exponent: Int
  private(set) var isNegative: Bool

  private static let base: UInt64 = 1_000_000_000
  private static let count = 8

  private init(limbs: [UInt32], exponent: Int, isNegative: Bool) {
    var limbs = limbs[...]
    var exponent = exponent
    while limbs.first == 0 {
      limbs.removeFirst()
      exponent -= 1
    }
    while limbs.count > Self.count || limbs.last == 0 { limbs.removeLast() }
    self.limbs = Array(limbs)
    self.exponent = limbs.isEmpty ? 0 : exponent
    self.isNegative = !limbs.isEmpty && isNegative
  }

  init(_ value: Int) { self.init(Number(value)) }

  init(_ number: Number) {
    var digits = number.coefficient
    var power = Int(number.exponent)
    let shift = ((power % 9) + 9) % 9
    power -= shift
    var wide = WideUInt(digits).timesPowerOfTen(shift)
    var limbs: [UInt32] = []
    while !wide.isZero {
      let (quotient, remainder) = wide.dividedBy(UInt128(Self.base))
      limbs.append(UInt32(remainder))
      wide = quotient
    }
    digits = 0
    self.init(
      limbs: limbs.reversed(),
      exponent: power / 9 + limbs.count,
      isNegative: number.isNegative
    )
  }

  init(_ value: Double) { self.init(Number(value) ?? .zero) }

  /// Rounded to 34 digits; nil when it is too large.
  var number: Number? {
    if limbs.isEmpty { return .zero }
    guard abs(exponent) < 10_000 else { return exponent < 0 ? .zero : nil }
    var wide = WideUInt(0)
    for limb in limbs.prefix(Self.count) {
      wide = wide.times(UInt128(Self.base)).adding(WideUInt(UInt128(limb)))
    }
    return Number(
      rounding: wide,
      exponent: 9 * (exponent - min(limbs.count, Self.count)),
      isNegative: isNegative
    )
  }

  var isZero: Bool { limbs.isEmpty }

  /// Whether it is too small to count beside numbers near one.
  var isNegligible: Bool { limbs.isEmpty || exponent < -Self.count }

  /// A nearby double, infinite or zero where it is out of range.
  var double: Double {
    var value = 0.0
    for limb in limbs.reversed() { value = (value + Double(limb)) / 1e9 }
    var left = exponent
    while left > 0, value.isFinite {
      value *= 1e9
      left -= 1
    }
    while left < 0, value != 0 {
      value /= 1e9
      left += 1
    }
    return isNegative ? -value : value
  }

  var negated: WorkingNumber {
    WorkingNumber(limbs: limbs, exponent: exponent, isNegative: !isNegative)
  }

  static func + (left: WorkingNumber, right: WorkingNumber) -> WorkingNumber {
    if left.isZero { return right }
    if right.isZero { return left }
    if left.isNegative == right.isNegative {
      return combined(left, right) { $0 + $1 }
    }
    return left.isFurther(than: right)
      ? combined(left, right) { $0 - $1 } : combined(right, left) { $0 - $1 }
  }

  static func - (left: WorkingNumber, right: WorkingNumber) -> WorkingNumber {
    left + right.negated
  }

  private func isFurther(than other: WorkingNumber) -> Bool {
    if exponent != other.exponent { return exponent > other.exponent }
    for (own, others) in zip(limbs, other.limbs) where own != others { return own > others }
    return limbs.count > other.limbs.count
  }

  /// Limbwise sum or difference; of a difference the first is the further from zero.
  private static func combined(
    _ one: WorkingNumber,
    _ other: WorkingNumber,
    _ combine: (Int64, Int64) -> Int64
  ) -> WorkingNumber {
    let top = max(one.exponent, other.exponent)
    let width = count + 1
    var sums = [Int64](repeating: 0, count: width)
    for place in 0..<width {
      sums[place] = combine(
        one.limb(place - (top - one.exponent)),
        other.limb(place - (top - other.exponent))
      )
    }
    var result = [UInt32](repeating: 0, count: width + 1)
    var carry: Int64 = 0
    for place in stride(from: width - 1, through: 0, by: -1) {
      let sum = sums[place] + carry
      carry = sum < 0 ? -1 : sum / Int64(base)
      result[place + 1] = UInt32(sum - carry * Int64(base))
    }
    result[0] = UInt32(max(0, carry))
    return WorkingNumber(limbs: result, exponent: top + 1, isNegative: one.isNegative)
  }

  private func limb(_ place: Int) -> Int64 {
    limbs.indices.contains(place) ? Int64(limbs[place]) : 0
  }

  static func * (left: WorkingNumber, right: WorkingNumber) -> WorkingNumber {
    var result = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for one in left.limbs.indices.reversed() {
      var carry: UInt64 = 0
      for other in right.limbs.indices.reversed() {
        let sum =
          UInt64(left.limbs[one]) * UInt64(right.limbs[other]) + result[one + other + 1] + carry
        result[one + other + 1] = sum % base
        carry = sum / base
      }
      result[one] += carry
    }
    return WorkingNumber(
      limbs: result.map { UInt32($0) },
      exponent: left.exponent + right.exponent,
      isNegative: left.isNegative != right.isNegative
    )
  }

  /// The quotient with a small whole number above zero.
  func divided(by divisor: UInt32) -> WorkingNumber {
    var result: [UInt32] = []
    var rest: UInt64 = 0
    for place in 0..<(Self.count + 1) {
      let part = rest * Self.base + UInt64(limb(place))
      result.append(UInt32(part / UInt64(divisor)))
      rest = part % UInt64(divisor)
    }
    return WorkingNumber(limbs: result, exponent: exponent, isNegative: isNegative)
  }

  /// One divided by the number, which is not zero, by Newton's iteration.
  var reciprocal: WorkingNumber {
    let scaled = WorkingNumber(limbs: limbs, exponent: 0, isNegative: isNegative)
    var result = WorkingNumber(1 / scaled.double)
    let two = WorkingNumber(2)
    for _ in 0..<4 { result = result * (two - scaled * result) }
    return WorkingNumber(
      limbs: result.limbs,
      exponent: result.exponent - exponent,
      isNegative: result.isNegative
    )
  }

  /// The whole power, by squaring.
  func raised(to power: Int) -> WorkingNumber {
    var result = WorkingNumber(1)
    var square = power < 0 ? reciprocal : self
    var left = power.magnitude
    while left > 0, !result.isZero, abs(result.exponent) < 10_000 {
      if left & 1 == 1 { result = result * square }
      left >>= 1
      if left > 0, abs(square.exponent) < 10_000 { square = square * square }
    }
    return result
  }

  /// e to the number, whose magnitude is below 20,000.
  var exponential: WorkingNumber {
    // Halved until the series needs few terms.
    let size = Int(min(abs(double), 1e6))
    let halvings = Int.bitWidth - size.leadingZeroBitCount + 7
    var reduced = self
    for _ in 0..<halvings { reduced = reduced.divided(by: 2) }
    var term = WorkingNumber(1)
    var sum = term
    var step: UInt32 = 1
    while step < 80, !term.isNegligible {
      term = (term * reduced).divided(by: step)
      sum = sum + term
      step += 1
    }
    for _ in 0..<halvings { sum = sum * sum }
    return sum
  }

  /// The natural logarithm of a number above zero, by Newton's iteration on the exponential.
  var logarithm: WorkingNumber {
    let scaled = WorkingNumber(limbs: limbs, exponent: 1, isNegative: false)
    var result = WorkingNumber(scaled.logarithmOfDouble)
    let one = WorkingNumber(1)
    for _ in 0..<3 { result = result + scaled * result.negated.exponential - one }
    return result + WorkingNumber(9 * (exponent - 1)) * Self.logarithmOfTen
  }

  /// A start for the iteration: the logarithm in double precision, from the exponential series of the
  /// standard library's floating point alone.
  private var logarithmOfDouble: Double {
    let value = double
    let mantissa = value.significand
    let ratio = (mantissa - 1) / (mantissa + 1)
    var power = ratio
    var sum = 0.0
    for step in stride(from: 1, to: 60, by: 2) {
      sum += power / Double(step)
      power *= ratio * ratio
    }
    return 2 * sum + Double(value.exponent) * 0.693_147_180_559_945_3
  }

  private static let logarithmOfTen: WorkingNumber = {
    var result = WorkingNumber(2.302_585_092_994_046)
    let (ten, one) = (WorkingNumber(10), WorkingNumber(1))
    for _ in 0..<3 { result = result + ten * result.negated.exponential - one }
    return result
  }()
}
