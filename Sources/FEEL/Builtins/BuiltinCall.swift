/// The arguments of one call of a built-in, read by place.
///
/// The evaluator has matched them to the parameters already; what it could not see (the kinds of the
/// elements of a list, a parameter of type `Any`) is refused here.
struct BuiltinCall {
  /// The name of the function, for notes.
  let function: String
  /// The arguments in the order of the parameters.
  let values: [Value?]

  /// The argument at a place; nil when it was not given.
  subscript(place: Int) -> Value? {
    values.indices.contains(place) ? values[place] : nil
  }

  /// The refusal of arguments of these kinds.
  var refusal: BuiltinRefusal { refusal(of: values.map { $0 ?? .null }) }

  /// The refusal of other values than the arguments as a whole, such as elements of a list.
  func refusal(of values: [Value]) -> BuiltinRefusal {
    BuiltinRefusal(.arguments(function: function, kinds: values.prefix(8).map(\.kind)))
  }

  /// The refusal of an argument of the right kind and a value that the function does not take.
  func refusal(of parameter: String) -> BuiltinRefusal {
    BuiltinRefusal(.argumentValue(function: function, parameter: parameter))
  }

  /// The refusal of a result that has no representation.
  var outOfRange: BuiltinRefusal { BuiltinRefusal(.outOfRange(function)) }

  /// An argument whatever its kind; null when it was not given.
  func value(_ place: Int) -> Value { self[place] ?? .null }

  /// The elements of a list argument.
  func list(_ place: Int) throws(BuiltinRefusal) -> [Value] {
    guard case .list(let elements) = self[place] else { throw refusal }
    return elements
  }

  /// The arguments of a variadic parameter, of which there must be one at least.
  func items(_ place: Int) throws(BuiltinRefusal) -> [Value] {
    let items = try list(place)
    guard !items.isEmpty else { throw refusal }
    return items
  }

  /// A number argument.
  func number(_ place: Int) throws(BuiltinRefusal) -> Number {
    guard case .number(let number) = self[place] else { throw refusal }
    return number
  }

  /// A string argument.
  func string(_ place: Int) throws(BuiltinRefusal) -> String {
    guard case .string(let text) = self[place] else { throw refusal }
    return text
  }

  /// A context argument.
  func context(_ place: Int) throws(BuiltinRefusal) -> Context {
    guard case .context(let context) = self[place] else { throw refusal }
    return context
  }

  /// A range argument.
  func range(_ place: Int) throws(BuiltinRefusal) -> ValueRange {
    guard case .range(let range) = self[place] else { throw refusal }
    return range
  }

  /// A function argument.
  func function(_ place: Int) throws(BuiltinRefusal) -> Function {
    guard case .function(let function) = self[place] else { throw refusal }
    return function
  }

  /// A number argument as a whole number, its fraction cut off (suite 1155: position 2.5 is 2).
  func whole(_ place: Int, named parameter: String) throws(BuiltinRefusal) -> Int {
    guard let whole = try number(place).rounded(.down, scale: 0)?.int else {
      throw refusal(of: parameter)
    }
    return whole
  }
}

extension Builtin {
  /// What a built-in does with its arguments: a value, or a refusal.
  typealias RefusableBody =
    @Sendable (BuiltinCall, inout Evaluation) throws(BuiltinRefusal) -> Value

  /// Creates a row whose body may refuse its arguments, which gives null and a note.
  static func row(
    _ name: String,
    _ parameters: [Parameter],
    _ body: @escaping RefusableBody
  ) -> Builtin {
    Builtin(name, parameters) { values, evaluation in
      do throws(BuiltinRefusal) {
        return try body(BuiltinCall(function: name, values: values), &evaluation)
      } catch {
        return evaluation.null(error.reason)
      }
    }
  }
}
