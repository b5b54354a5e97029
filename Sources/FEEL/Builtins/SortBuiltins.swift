extension Builtin {
  /// Functions that ask a function about the elements of a list: `sort` (DMN 1.5, 10.3.4.9) and
  /// `list replace` with a match function (10.3.4.4).
  static let listOrdering: [Builtin] = [
    .row("sort", [.listOfAny, Parameter("precedes", .decisionOnTwo)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      let list = try call.list(0)
      let precedes = try call.function(1)
      return .list(try list.sorted(by: precedes, in: &evaluation))
    },
    .row(
      "list replace",
      [.listOfAny, Parameter("match", .decisionOnTwo), Parameter("newItem", .any)]
    ) { call, evaluation throws(BuiltinRefusal) in
      let match = try call.function(1)
      let newItem = call.value(2)
      var list = try call.list(0)
      for (place, element) in list.enumerated() {
        if try evaluation.decides(match, element, newItem) { list[place] = newItem }
      }
      return .list(list)
    },
  ]
}

extension FEELType {
  /// A Boolean function of two parameters of any type.
  ///
  /// Arguments of type `Null` conform to every parameter, so this takes functions with typed parameters
  /// too; they refuse an element that is none of theirs when they are called.
  fileprivate static let decisionOnTwo = FEELType.function([.null, .null], result: .boolean)
}

extension Evaluation {
  /// What a function of two parameters says; anything but a truth value is refused.
  fileprivate mutating func decides(
    _ function: Function,
    _ first: Value,
    _ second: Value
  ) throws(BuiltinRefusal) -> Bool {
    try charge(1)
    let answer = invoke(function, [first, second])
    guard case .boolean(let truth) = answer else {
      throw BuiltinRefusal(.typeMismatch(expected: "boolean", kind: answer.kind))
    }
    return truth
  }
}

extension [Value] {
  /// The elements in the order that a function gives, elements that it holds for equal as they stood.
  ///
  /// A merge sort from the bottom up: it ends after O(n · log n) questions whatever the answers are,
  /// while the order is only then sensible when the function is one. A later element goes before an
  /// earlier one when it precedes that and not the other way round, so `<=` is as stable as `<`.
  fileprivate func sorted(
    by precedes: Function,
    in evaluation: inout Evaluation
  ) throws(BuiltinRefusal) -> [Value] {
    try evaluation.charge(count)
    var sorted = self
    var width = 1
    while width < count {
      var merged: [Value] = []
      merged.reserveCapacity(count)
      for start in stride(from: 0, to: count, by: 2 * width) {
        let middle = Swift.min(start + width, count)
        let end = Swift.min(start + 2 * width, count)
        try merged.merge(sorted[start..<middle], sorted[middle..<end], precedes, &evaluation)
      }
      sorted = merged
      width *= 2
    }
    return sorted
  }

  /// Appends two sorted runs as one; elements of the first go before equal ones of the second.
  private mutating func merge(
    _ first: ArraySlice<Value>,
    _ second: ArraySlice<Value>,
    _ precedes: Function,
    _ evaluation: inout Evaluation
  ) throws(BuiltinRefusal) {
    var first = first
    var second = second
    while let left = first.first, let right = second.first {
      var rightGoesFirst = try evaluation.decides(precedes, right, left)
      if rightGoesFirst { rightGoesFirst = try !evaluation.decides(precedes, left, right) }
      append(rightGoesFirst ? right : left)
      if rightGoesFirst { second.removeFirst() } else { first.removeFirst() }
    }
    append(contentsOf: first)
    append(contentsOf: second)
  }
}
