extension Builtin {
  /// The numeric functions (DMN 1.5, 10.3.4.5); those over lists are with the list functions.
  static let numeric: [Builtin] =
    rounding + magnitudes + [
      modulo,
      ofNumber("sqrt") { $0.squareRoot().map(Value.number) },
      ofNumber("log", steps: Number.seriesSteps) { $0.naturalLogarithm().map(Value.number) },
      ofNumber("exp", steps: Number.seriesSteps) { $0.exponential().map(Value.number) },
      ofNumber("odd") { .boolean($0.parity == .odd) },
      ofNumber("even") { .boolean($0.parity == .even) },
    ]

  private static let rounding: [Builtin] = [
    rounding("decimal", .halfEven),
    rounding("floor", .floor, scaleIsOptional: true),
    rounding("ceiling", .ceiling, scaleIsOptional: true),
    rounding("round up", .up),
    rounding("round down", .down),
    rounding("round half up", .halfUp),
    rounding("round half down", .halfDown),
  ]

  /// The scales that rounding takes: digits behind the decimal point.
  private static let scales = -6111...6176

  /// A row with the parameters `n` and `scale`; a scale with a fraction counts by its whole part.
  private static func rounding(
    _ name: String,
    _ rule: Number.Rounding,
    scaleIsOptional: Bool = false
  ) -> Builtin {
    let scale = Parameter("scale", .number, isOptional: scaleIsOptional)
    return .row(name, [.init("n", .number), scale]) { arguments, _ throws(BuiltinRefusal) in
      let number = try arguments.number(0)
      let scale = arguments[1] == nil ? 0 : try arguments.whole(1, named: "scale")
      guard scales.contains(scale) else { throw arguments.refusal(of: "scale") }
      guard let rounded = number.rounded(rule, scale: scale) else { throw arguments.outOfRange }
      return .number(rounded)
    }
  }

  /// A row with one parameter `number`, whose result may have no representation.
  private static func ofNumber(
    _ name: String,
    steps: Int = 0,
    _ result: @escaping @Sendable (Number) -> Value?
  ) -> Builtin {
    .row(name, [.init("number", .number)]) { arguments, evaluation throws(BuiltinRefusal) in
      try evaluation.charge(steps)
      guard let value = result(try arguments.number(0)) else { throw arguments.outOfRange }
      return value
    }
  }

  private static let modulo = Builtin.row(
    "modulo",
    [.init("dividend", .number), .init("divisor", .number)]
  ) { arguments, _ throws(BuiltinRefusal) in
    let divisor = try arguments.number(1)
    guard !divisor.isZero else { throw BuiltinRefusal(.divisionByZero) }
    guard let rest = try arguments.number(0).modulo(divisor) else { throw arguments.outOfRange }
    return .number(rest)
  }

  /// `abs` of a number and of both kinds of durations.
  private static let magnitudes: [Builtin] = [FEELType.number, .daysAndTime, .yearsAndMonths].map {
    .row("abs", [.init("n", $0)]) { arguments, _ throws(BuiltinRefusal) in
      guard let magnitude = arguments.value(0).magnitude else { throw arguments.outOfRange }
      return magnitude
    }
  }
}

extension Value {
  /// Without the sign; nil for what has none, and for a duration whose magnitude has no representation.
  fileprivate var magnitude: Value? {
    switch self {
    case .number(let number): .number(number.magnitude)
    case .daysAndTime(let duration):
      duration.nanoseconds.positive.map { .daysAndTime(.init(nanoseconds: $0)) }
    case .yearsAndMonths(let duration):
      duration.months.positive.map { .yearsAndMonths(.init(months: $0)) }
    case .null, .boolean, .string, .date, .time, .dateAndTime, .list, .context, .range, .function:
      nil
    }
  }
}

extension FixedWidthInteger where Self: SignedInteger {
  /// Without the sign; nil for the one integer for which that has no representation.
  fileprivate var positive: Self? {
    guard self < 0 else { return self }
    let (result, overflow) = Self.zero.subtractingReportingOverflow(self)
    return overflow ? nil : result
  }
}

extension Number {
  fileprivate enum Parity { case even, odd, neither }

  /// Found by the last digit, so that it is exact for numbers of 34 digits and above.
  fileprivate var parity: Parity {
    guard isInteger, let tens = rounded(.down, scale: -1), let digit = subtracting(tens)?.int
    else { return .neither }
    return digit.isMultiple(of: 2) ? .even : .odd
  }
}
