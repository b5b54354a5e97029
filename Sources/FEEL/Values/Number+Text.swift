extension Number {
  /// Reads a decimal literal: `-12.50`, `.5`, `1.5e-3`; nil when it is malformed or too large.
  ///
  /// - Complexity: O(n) in the length of the text.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    guard let digits = DecimalDigits(&bytes), let power = Self.power(&bytes), bytes.isEmpty else {
      return nil
    }
    self.init(
      rounding: digits.kept,
      exponent: digits.exponent + power,
      isNegative: isNegative,
      isInexact: digits.isInexact
    )
  }

  /// Reads `e-3`; zero when there is none, nil when it is malformed.
  private static func power(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    guard let mark = bytes.first else { return 0 }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
    bytes.removeFirst()
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    guard !bytes.isEmpty else { return nil }
    var power = 0
    while let digit = bytes.first?.decimalDigit {
      bytes.removeFirst()
      // Beyond any exponent the rest does not matter.
      if power < 1_000_000 { power = power * 10 + digit }
    }
    return isNegative ? -power : power
  }

  /// The shortest decimal that reads as the same double; nil for infinities and NaN.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(value.description)
  }

  /// The nearest double.
  public var double: Double { Double("\(isNegative ? "-" : "")\(coefficient)e\(exponent)") ?? 0 }
}

/// The digits of a literal, as many as can count.
private struct DecimalDigits {
  var kept = WideUInt(0)
  var exponent = 0
  var isInexact = false

  init?(_ bytes: inout ArraySlice<UInt8>) {
    var count = 0
    var isBehindPoint = false
    var seen = 0
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else if let digit = byte.decimalDigit {
        seen += 1
        if count < 70 {
          kept = kept.times(10).adding(WideUInt(UInt128(digit)))
          if !kept.isZero { count += 1 }
          if isBehindPoint { exponent -= 1 }
        } else {
          isInexact = isInexact || digit != 0
          if !isBehindPoint { exponent += 1 }
        }
      } else {
        break
      }
      bytes.removeFirst()
    }
    if seen == 0 { return nil }
  }
}

extension UInt8 {
  fileprivate var decimalDigit: Int? {
    self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") ? Int(self - UInt8(ascii: "0")) : nil
  }
}

extension Number: CustomStringConvertible {
  /// Plain digits without trailing zeros, `-12.5`; beyond 40 places scientific, `1.5E+60`.
  public var description: String {
    let sign = isNegative ? "-" : ""
    let digits = String(coefficient)
    if exponent >= 0 {
      if exponent <= 40 { return sign + digits + String(repeating: "0", count: Int(exponent)) }
    } else {
      let point = digits.utf8.count + Int(exponent)
      if point > 0 { return sign + digits.prefix(point) + "." + digits.dropFirst(point) }
      if point > -40 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    }
    let fraction = digits.dropFirst()
    let power = adjustedExponent
    return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
      + "E\(power < 0 ? "" : "+")\(power)"
  }
}
