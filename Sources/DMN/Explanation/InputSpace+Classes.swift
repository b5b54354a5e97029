internal import FEEL

extension InputSpace {
  /// Splits the inputs of a model.
  ///
  /// Numbers are split at every constant with which the model compares them, and joined again where no
  /// test tells the parts apart; Booleans and enumerations are split into their values.
  init(_ model: CompiledModel, uses: [String: InputUses]) {
    var next = 0
    inputs = []
    for input in model.inputs {
      let use = uses[input.name] ?? InputUses()
      var stated: Int?
      if use.isAskedWhetherStated {
        stated = next
        next += 1
      }
      let classes = ValueClass.all(of: input, use: use)
      inputs.append(
        Input(
          name: input.name,
          type: input.type,
          question: input.description,
          classes: classes,
          variable: next,
          statedVariable: stated
        )
      )
      next += 1
    }
  }

  /// The number of values of each variable: two for those that tell whether an input was stated.
  var sizes: [Int] {
    inputs.flatMap { input in
      (input.statedVariable == nil ? [] : [2]) + [max(1, input.classes.count)]
    }
  }
}

extension InputSpace.ValueClass {
  /// No more classes than bits in a set of possibilities.
  static let maximumCount = 64

  /// The classes of an input; none where it cannot be split.
  fileprivate static func all(of input: CompiledInput, use: InputUses) -> [Self] {
    let found: [Self]
    switch input.type {
    case .boolean:
      found = [true, false].map { Self(extent: .value(.boolean($0)), representative: .boolean($0)) }
    case .number:
      found = numbers(use.constants)
    case .string:
      found = strings(use.constants)
    case .any, .null, .date, .time, .dateAndTime, .yearsAndMonths, .daysAndTime, .list, .range,
      .context, .function:
      return []
    }
    let allowed = found.filter { input.allows($0.representative) }
    let joined = use.isEntangled || input.type != .number ? allowed : joined(allowed, use.tests)
    return joined.count <= maximumCount ? withoutOuterEnds(joined) : []
  }

  private static func numbers(_ constants: [Value]) -> [Self] {
    var points: [Number] = []
    for case .number(let point) in constants where !points.contains(point) { points.append(point) }
    points.sort()
    var ranges: [NumberRange] = []
    var before: Number?
    for point in points {
      ranges += [NumberRange(lower: before, upper: point), NumberRange(point)]
      before = point
    }
    ranges.append(NumberRange(lower: before))
    return ranges.map { Self(extent: .numbers($0), representative: .number($0.representative)) }
  }

  private static func strings(_ constants: [Value]) -> [Self] {
    var found: [Self] = []
    var names: [String] = []
    for constant in constants {
      guard case .string(let name) = constant, !names.contains(name) else { continue }
      names.append(name)
      found.append(Self(extent: .value(constant), representative: constant))
    }
    var other = "other"
    while names.contains(other) { other += " other" }
    return found + [Self(extent: .otherStrings, representative: .string(other))]
  }

  /// Leaves out the ends of the allowed values, beyond which there is nothing to tell apart.
  private static func withoutOuterEnds(_ classes: [Self]) -> [Self] {
    guard case .numbers(var first)? = classes.first?.extent else { return classes }
    var result = classes
    (first.lower, first.includesLower) = (nil, false)
    result[0].extent = .numbers(first)
    if case .numbers(var last)? = result.last?.extent {
      (last.upper, last.includesUpper) = (nil, false)
      result[result.count - 1].extent = .numbers(last)
    }
    return result
  }

  /// Joins neighbours that no test tells apart.
  private static func joined(_ classes: [Self], _ tests: [UnaryTests]) -> [Self] {
    var result: [Self] = []
    var last: [Bool?] = []
    for next in classes {
      let answers = tests.map { tests -> Bool? in
        var evaluation = Evaluation()
        return evaluation.test(tests, of: next.representative, in: Scope())
      }
      if let previous = result.last, answers == last, case .numbers(let one) = previous.extent,
        case .numbers(let other) = next.extent, one.upper == other.lower
      {
        let range = one.joined(other)
        result[result.count - 1] = Self(
          extent: .numbers(range),
          representative: .number(range.representative)
        )
      } else {
        result.append(next)
        last = answers
      }
    }
    return result
  }
}

extension CompiledInput {
  /// Whether a value is among the allowed ones.
  func allows(_ value: Value) -> Bool {
    guard let allowedValues else { return true }
    var evaluation = Evaluation()
    return evaluation.test(allowedValues, of: value, in: Scope()) == true
  }
}
