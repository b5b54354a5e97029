extension Builtin {
  /// Functions that make one value of many (DMN 1.5, 10.3.4.4), each for a list and for arguments.
  static let listAggregation: [Builtin] =
    aggregation("min", "c") { values, call throws(BuiltinRefusal) in
      try call.extreme(.less, of: values)
    }
    + aggregation("max", "c") { values, call throws(BuiltinRefusal) in
      try call.extreme(.greater, of: values)
    }
    + aggregation("all", "b") { values, call throws(BuiltinRefusal) in
      try call.decide(values, by: false)
    }
    + aggregation("any", "b") { values, call throws(BuiltinRefusal) in
      try call.decide(values, by: true)
    }
    + numberAggregation("sum") { numbers, call throws(BuiltinRefusal) in
      .number(try call.sum(of: try call.nonEmpty(numbers)))
    }
    + numberAggregation("mean") { numbers, call throws(BuiltinRefusal) in
      .number(try call.mean(of: try call.nonEmpty(numbers)))
    }
    + numberAggregation("product") { numbers, call throws(BuiltinRefusal) in
      .number(try call.product(of: try call.nonEmpty(numbers)))
    }
    + numberAggregation("median") { numbers, call throws(BuiltinRefusal) in
      .number(try call.median(of: try call.nonEmpty(numbers)))
    }
    + numberAggregation("stddev") { numbers, call throws(BuiltinRefusal) in
      .number(try call.sampleDeviation(of: numbers))
    }
    + numberAggregation("mode") { numbers, _ in .list(numbers.mostFrequent.map(Value.number)) }

  /// The two rows of a function that takes a list or its elements as arguments.
  private static func aggregation(
    _ name: String,
    _ item: String,
    _ body: @escaping @Sendable ([Value], BuiltinCall) throws(BuiltinRefusal) -> Value
  ) -> [Builtin] {
    [
      .row(name, [.listOfAny]) { call, evaluation throws(BuiltinRefusal) in
        let list = try call.list(0)
        try evaluation.charge(list.ownComparisonCosts)
        return try body(list, call)
      },
      .row(name, [Parameter(item, .any, isVariadic: true)]) {
        call,
        evaluation throws(BuiltinRefusal) in
        let items = try call.items(0)
        try evaluation.charge(items.ownComparisonCosts)
        return try body(items, call)
      },
    ]
  }

  /// The two rows of a function that takes numbers alone.
  private static func numberAggregation(
    _ name: String,
    _ body: @escaping @Sendable ([Number], BuiltinCall) throws(BuiltinRefusal) -> Value
  ) -> [Builtin] {
    aggregation(name, "n") { values, call throws(BuiltinRefusal) in
      var numbers: [Number] = []
      numbers.reserveCapacity(values.count)
      for value in values {
        guard case .number(let number) = value else { throw call.refusal(of: values) }
        numbers.append(number)
      }
      return try body(numbers, call)
    }
  }
}

extension BuiltinCall {
  /// The first element that stands to every other as asked; all must be comparable with each other.
  fileprivate func extreme(
    _ wanted: Ordering,
    of values: [Value]
  ) throws(BuiltinRefusal) -> Value {
    guard var best = values.first else { throw refusal(of: "list") }
    for value in values {
      guard let ordering = value.ordering(to: best) else { throw refusal(of: values) }
      if ordering == wanted { best = value }
    }
    return best
  }

  /// The deciding truth value when it occurs, else the other; then all must be Boolean.
  fileprivate func decide(
    _ values: [Value],
    by deciding: Bool
  ) throws(BuiltinRefusal) -> Value {
    var allBoolean = true
    for value in values {
      guard case .boolean(let truth) = value else {
        allBoolean = false
        continue
      }
      if truth == deciding { return .boolean(deciding) }
    }
    guard allBoolean else { throw refusal(of: values) }
    return .boolean(!deciding)
  }

  /// The numbers, of which there must be one at least.
  fileprivate func nonEmpty(_ numbers: [Number]) throws(BuiltinRefusal) -> [Number] {
    guard !numbers.isEmpty else { throw refusal(of: "list") }
    return numbers
  }
}

extension [Value] {
  /// The steps of going through the values once, where long texts count more than numbers.
  fileprivate var ownComparisonCosts: Int { reduce(0) { $0 + $1.ownComparisonCost } }
}
