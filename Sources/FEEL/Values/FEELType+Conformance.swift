extension FEELType {
  /// Whether every value of this type is one of the other (DMN 1.5, 10.3.2.9.2).
  ///
  /// Null conforms to every type; lists and ranges conform by their elements, contexts by the entries
  /// of the other type, functions by wider parameters and a narrower result.
  public func conforms(to other: FEELType) -> Bool {
    switch (self, other) {
    case (_, .any), (.null, _): true
    case (.list(let left), .list(let right)), (.range(let left), .range(let right)):
      left.conforms(to: right)
    case (.context(let left), .context(let right)):
      right.allSatisfy { field in
        left.contains { $0.name == field.name && $0.type.conforms(to: field.type) }
      }
    case (.function(let left, let leftResult), .function(let right, let rightResult)):
      left.count == right.count
        && zip(left, right).allSatisfy { $1.conforms(to: $0) }
        && leftResult.conforms(to: rightResult)
    default: self == other
    }
  }

  /// The narrowest of the two and `Any` to which both conform.
  func joined(with other: FEELType) -> FEELType {
    if conforms(to: other) { return other }
    return other.conforms(to: self) ? self : .any
  }
}

extension Value {
  /// The most specific type of the value.
  ///
  /// The elements of a list share a type or are `Any`; an empty list is one of `Any`.
  ///
  /// - Complexity: O(n) in the size of the value.
  public var type: FEELType {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .date: .date
    case .time: .time
    case .dateAndTime: .dateAndTime
    case .yearsAndMonths: .yearsAndMonths
    case .daysAndTime: .daysAndTime
    case .list(let elements):
      .list(elements.isEmpty ? .any : elements.reduce(.null) { $0.joined(with: $1.type) })
    case .context(let context):
      .context(context.entries.map { FEELType.Field(name: $0.key, type: $0.value.type) })
    case .range(let range):
      .range((range.lower ?? .null).type.joined(with: (range.upper ?? .null).type))
    case .function(let function):
      .function(function.parameterTypes, result: function.result)
    }
  }

  /// Whether the value is one of the type (DMN 1.5, 10.3.2.9.2).
  ///
  /// Null conforms to every type, also inside lists and contexts; `instance of` alone says otherwise.
  /// A function whose result is not declared conforms whatever result is asked for, and a built-in when
  /// one of its forms takes as many arguments.
  ///
  /// - Complexity: O(n) in the size of the value.
  public func conforms(to type: FEELType) -> Bool {
    switch (self, type) {
    case (.null, _), (_, .any): true
    case (.boolean, .boolean), (.number, .number), (.string, .string), (.date, .date): true
    case (.time, .time), (.dateAndTime, .dateAndTime): true
    case (.yearsAndMonths, .yearsAndMonths), (.daysAndTime, .daysAndTime): true
    case (.list(let elements), .list(let element)):
      element == .any || elements.allSatisfy { $0.conforms(to: element) }
    case (.range(let range), .range(let end)):
      (range.lower ?? .null).conforms(to: end) && (range.upper ?? .null).conforms(to: end)
    case (.context(let context), .context(let fields)):
      fields.allSatisfy { context[$0.name]?.conforms(to: $0.type) ?? false }
    case (.function(let function), .function(let parameters, let result)):
      function.takes(parameters)
        && (function.result == .any || function.result.conforms(to: result))
    default: false
    }
  }

  /// The value as one of a type; nil where there is none (DMN 1.5, 10.3.2.9.4).
  ///
  /// A conforming value stays. A list of one conforming element becomes that element, a value becomes a
  /// list of one where lists of such elements are asked for, and a date its midnight in UTC.
  ///
  /// - Complexity: O(n) in the size of the value.
  public func converted(to type: FEELType) -> Value? {
    if conforms(to: type) { return self }
    if case .list(let elements) = self {
      guard elements.count == 1, elements[0].conforms(to: type) else { return nil }
      return elements[0]
    }
    switch (self, type) {
    case (_, .list(let element)): return conforms(to: element) ? .list([self]) : nil
    case (.date(let date), .dateAndTime):
      return DateAndTime(midnightOf: date).map(Value.dateAndTime)
    default: return nil
    }
  }
}

extension DateAndTime {
  /// A day's first instant in UTC (DMN 1.5, 10.3.2.3.6).
  init?(midnightOf date: CalendarDate) {
    let zone = TimeZone.offset(seconds: 0)
    guard let time = TimeOfDay(hour: 0, minute: 0, second: 0, nanosecond: 0, zone: zone) else {
      return nil
    }
    self.init(date: date, time: time)
  }
}

extension Function {
  /// The types of the parameters; of a built-in with several forms those of the first.
  fileprivate var parameterTypes: [FEELType] {
    guard case .builtin(let rows) = body else { return parameters.map(\.type) }
    return rows.first?.parameters.map(\.type) ?? []
  }

  /// Whether it can be called with arguments of these types.
  fileprivate func takes(_ types: [FEELType]) -> Bool {
    guard case .builtin(let rows) = body else {
      return parameters.count == types.count
        && zip(types, parameters).allSatisfy { $0.conforms(to: $1.type) }
    }
    return rows.contains { $0.takes(types) }
  }
}

extension Builtin {
  fileprivate func takes(_ types: [FEELType]) -> Bool {
    let required = parameters.count { !$0.isOptional }
    guard types.count >= required else { return false }
    return types.enumerated().allSatisfy { place, type in
      if place < parameters.count { return type.conforms(to: parameters[place].type) }
      guard let last = parameters.last, last.isVariadic else { return false }
      return type.conforms(to: last.type)
    }
  }
}
