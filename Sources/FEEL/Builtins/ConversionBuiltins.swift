extension Builtin {
  /// The conversions to text and to number (DMN 1.5, 10.3.4.1); those to dates, times and durations are
  /// with the temporal functions.
  static let conversion: [Builtin] = [textOfValue, numberOfText]

  private static let textOfValue = Builtin.row("string", [.init("from", .any)]) { arguments, _ in
    let value = arguments.value(0)
    if case .null = value { return .null }
    return .string(value.text)
  }

  /// Both separators may be left out or null: then nothing is grouped, and the decimal separator is a
  /// point.
  private static let numberOfText = Builtin.row(
    "number",
    [
      .init("from", .string),
      .init("grouping separator", .string, isOptional: true, acceptsNull: true),
      .init("decimal separator", .string, isOptional: true, acceptsNull: true),
    ]
  ) { arguments, _ throws(BuiltinRefusal) in
    let text = try arguments.string(0)
    let format: NumberFormat
    do throws(NumberFormat.WrongSeparator) {
      format = try NumberFormat(
        grouping: arguments.optionalString(1),
        decimal: arguments.optionalString(2)
      )
    } catch {
      throw arguments.refusal(of: error.parameter)
    }
    guard let number = format.number(in: text) else {
      throw BuiltinRefusal(.malformedLiteral(text, kind: "number"))
    }
    return .number(number)
  }
}

/// How a text writes numbers: which scalar groups digits, and which one stands before decimals.
struct NumberFormat: Sendable {
  /// The scalar between groups of digits; nil when digits are not grouped.
  let grouping: Unicode.Scalar?
  /// The scalar before the decimals.
  let decimal: Unicode.Scalar

  /// A separator that is not among those allowed, or both are the same.
  struct WrongSeparator: Error {
    /// The parameter of `number` that is to blame.
    let parameter: String
  }

  /// Creates a format.
  ///
  /// - Parameters:
  ///   - grouping: A space, a comma, a point or nil.
  ///   - decimal: A point or a comma; nil for a point.
  /// - Throws: `WrongSeparator` for any other text, and when both are the same.
  init(grouping: String?, decimal: String?) throws(WrongSeparator) {
    self.grouping = try Self.scalar(grouping, among: [" ", ",", "."], "grouping separator")
    self.decimal = try Self.scalar(decimal, among: [",", "."], "decimal separator") ?? "."
    guard self.grouping != self.decimal else {
      throw WrongSeparator(parameter: decimal == nil ? "grouping separator" : "decimal separator")
    }
  }

  private static func scalar(
    _ text: String?,
    among allowed: [Unicode.Scalar],
    _ parameter: String
  ) throws(WrongSeparator) -> Unicode.Scalar? {
    guard let text else { return nil }
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1,
      allowed.contains(scalar)
    else { throw WrongSeparator(parameter: parameter) }
    return scalar
  }

  /// The number that a text writes in this format; nil when it writes none or one out of range.
  ///
  /// Groups of digits may have any size; a separator of groups stands between two digits and before the
  /// decimals.
  func number(in text: String) -> Number? {
    let scalars = Array(text.unicodeScalars)
    var plain = ""
    var isWholePart = true
    for (place, scalar) in scalars.enumerated() {
      if scalar == grouping {
        guard isWholePart, isBetweenDigits(place, of: scalars) else { return nil }
      } else if scalar == decimal {
        isWholePart = false
        plain.unicodeScalars.append(".")
      } else {
        guard scalar != "." else { return nil }
        plain.unicodeScalars.append(scalar)
      }
    }
    return Number(plain)
  }

  private func isBetweenDigits(_ place: Int, of scalars: [Unicode.Scalar]) -> Bool {
    guard place > 0, place + 1 < scalars.count else { return false }
    let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
    return digits.contains(scalars[place - 1]) && digits.contains(scalars[place + 1])
  }
}
