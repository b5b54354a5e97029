/// The arguments of an invocation, evaluated.
enum ArgumentValues {
  case positional([Value])
  case named([(key: String, value: Value)])

  var count: Int {
    switch self {
    case .positional(let values): values.count
    case .named(let values): values.count
    }
  }

  /// The kinds of the values, for notes.
  var kinds: [String] {
    switch self {
    case .positional(let values): values.map(\.kind)
    case .named(let values): values.map(\.value.kind)
    }
  }

  /// The rows in the order in which to try them.
  ///
  /// `before(point, range)` and `before(range, point)` differ in nothing but the order of the same
  /// names, so a row whose parameters stand as the arguments are written comes first.
  func preferred(of rows: [Builtin]) -> [Builtin] {
    guard rows.count > 1, case .named(let values) = self else { return rows }
    let keys = values.map(\.key)
    let isWritten = { (row: Builtin) in row.parameters.map(\.name).starts(with: keys) }
    return rows.filter(isWritten) + rows.filter { !isWritten($0) }
  }
}

extension Builtin {
  /// The values for the parameters.
  ///
  /// - Parameters:
  ///   - arguments: The arguments of an invocation.
  ///   - exactly: Whether arguments must conform as they are, or may be converted
  ///     (`Value.converted(to:)`).
  /// - Returns: A value for each parameter, nil for an optional one not given; nil when the
  ///   parameters do not take the arguments.
  func bound(_ arguments: ArgumentValues, exactly: Bool) -> [Value?]? {
    switch arguments {
    case .positional(let values): bound(positional: values, exactly: exactly)
    case .named(let values): bound(named: values, exactly: exactly)
    }
  }

  private func bound(positional arguments: [Value], exactly: Bool) -> [Value?]? {
    let isWhole = parameters.last?.isVariadic ?? false || arguments.count <= parameters.count
    guard isWhole else { return nil }
    var values: [Value?] = []
    values.reserveCapacity(parameters.count)
    for (place, parameter) in parameters.enumerated() {
      if parameter.isVariadic {
        let rest = arguments.dropFirst(place)
        guard let value = parameter.list(of: Array(rest), exactly: exactly) else { return nil }
        values.append(value.isEmpty ? nil : .list(value))
      } else if place < arguments.count {
        guard let value = parameter.taken(arguments[place], exactly: exactly) else { return nil }
        values.append(value)
      } else {
        guard parameter.isOptional else { return nil }
        values.append(nil)
      }
    }
    return values
  }

  private func bound(
    named arguments: [(key: String, value: Value)],
    exactly: Bool
  ) -> [Value?]? {
    guard arguments.count <= parameters.count else { return nil }
    var values: [Value?] = []
    values.reserveCapacity(parameters.count)
    var found = 0
    for parameter in parameters {
      guard let argument = arguments.first(where: { $0.key == parameter.name })?.value else {
        guard parameter.isOptional else { return nil }
        values.append(nil)
        continue
      }
      found += 1
      guard let value = parameter.taken(named: argument, exactly: exactly) else { return nil }
      values.append(value)
    }
    return found == arguments.count ? values : nil
  }
}

extension Builtin.Parameter {
  /// The argument as the parameter takes it; nil when it does not.
  fileprivate func taken(_ argument: Value, exactly: Bool) -> Value? {
    if case .null = argument { return acceptsNull ? argument : nil }
    if argument.conforms(to: type) { return argument }
    return exactly ? nil : argument.converted(to: type)
  }

  /// The arguments of a variadic parameter; nil when one is not taken or a needed one is missing.
  fileprivate func list(of arguments: [Value], exactly: Bool) -> [Value]? {
    guard isOptional || !arguments.isEmpty else { return nil }
    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments {
      guard let value = taken(argument, exactly: exactly) else { return nil }
      values.append(value)
    }
    return values
  }

  /// A named argument; for a variadic parameter it is the list of the arguments.
  fileprivate func taken(named argument: Value, exactly: Bool) -> Value? {
    guard isVariadic, case .list(let elements) = argument else {
      return isVariadic
        ? taken(argument, exactly: exactly).map { .list([$0]) }
        : taken(argument, exactly: exactly)
    }
    return list(of: elements, exactly: exactly).map { .list($0) }
  }
}
