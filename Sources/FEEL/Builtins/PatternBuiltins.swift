extension Builtin {
  /// The functions with regular expressions (DMN 1.5, 10.3.4.3, which takes them from XQuery and XPath
  /// Functions and Operators).
  static let patterns: [Builtin] = [matches, replace, split]

  private static let input = Parameter("input", .string)
  private static let pattern = Parameter("pattern", .string)
  private static let flags = Parameter("flags", .string, isOptional: true, acceptsNull: true)

  private static let matches = Builtin.row("matches", [input, pattern, flags]) {
    arguments,
    evaluation throws(BuiltinRefusal) in
    let text = try arguments.string(0)
    return try arguments.withExpression(named: "pattern", flags: arguments.optionalString(2)) {
      expression throws(RegularExpression.Failure) in
      .boolean(try expression.matches(text, steps: &evaluation.budget))
    }
  }

  private static let replace = Builtin.row(
    "replace",
    [input, pattern, .init("replacement", .string), flags]
  ) { arguments, evaluation throws(BuiltinRefusal) in
    let (text, replacement) = (try arguments.string(0), try arguments.string(2))
    return try arguments.withExpression(named: "pattern", flags: arguments.optionalString(3)) {
      expression throws(RegularExpression.Failure) in
      let result = try expression.replacing(
        in: text,
        with: replacement,
        steps: &evaluation.budget
      )
      return .string(result)
    }
  }

  /// The empty string has one part, itself; so joining the parts gives the string again wherever the
  /// delimiter is a plain text.
  private static let split = Builtin.row(
    "split",
    [.init("string", .string), .init("delimiter", .string)]
  ) { arguments, evaluation throws(BuiltinRefusal) in
    let text = try arguments.string(0)
    try evaluation.charge(text.utf8.count)
    return try arguments.withExpression(named: "delimiter", flags: nil) {
      expression throws(RegularExpression.Failure) in
      let parts = try expression.splitting(text, steps: &evaluation.budget)
      return .list(parts.map(Value.string))
    }
  }
}

extension BuiltinCall {
  /// What `body` makes of the regular expression that is the second argument.
  ///
  /// - Parameters:
  ///   - parameter: The name of the second parameter.
  ///   - flags: The flags; nil for none.
  ///   - body: Uses the expression.
  /// - Returns: The result of `body`.
  /// - Throws: The refusal that says which argument is wrong, or which limit was met.
  fileprivate func withExpression(
    named parameter: String,
    flags: String?,
    _ body: (RegularExpression) throws(RegularExpression.Failure) -> Value
  ) throws(BuiltinRefusal) -> Value {
    let pattern = try string(1)
    do throws(RegularExpression.Failure) {
      let flags = try RegularExpression.Flags(flags ?? "")
      return try body(PatternCache.shared.expression(pattern, flags: flags))
    } catch {
      throw refusal(of: error, pattern: parameter)
    }
  }

  private func refusal(
    of failure: RegularExpression.Failure,
    pattern parameter: String
  ) -> BuiltinRefusal {
    switch failure {
    case .flags: refusal(of: "flags")
    case .pattern, .matchesEmpty: refusal(of: parameter)
    case .replacement: refusal(of: "replacement")
    case .limit: BuiltinRefusal(.limit(function))
    }
  }
}
