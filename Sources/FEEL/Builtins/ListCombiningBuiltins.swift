extension Builtin {
  /// Functions that join lists, take them apart, or leave out duplicates (DMN 1.5, 10.3.4.4).
  static let listCombining: [Builtin] = [
    .row("concatenate", [Parameter("list", .list(.any), isVariadic: true)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      .list(try call.joinedLists(charging: &evaluation))
    },
    .row("union", [Parameter("list", .list(.any), isVariadic: true)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      let joined = try call.joinedLists(charging: &evaluation)
      return .list(try joined.withoutDuplicates(charging: &evaluation))
    },
    .row("distinct values", [.listOfAny]) { call, evaluation throws(BuiltinRefusal) in
      .list(try call.list(0).withoutDuplicates(charging: &evaluation))
    },
    .row("flatten", [.listOfAny]) { call, evaluation throws(BuiltinRefusal) in
      .list(try call.list(0).flattened(charging: &evaluation))
    },
  ]
}

extension BuiltinCall {
  /// The elements of all lists that a first, variadic parameter was given, in order.
  fileprivate func joinedLists(
    charging evaluation: inout Evaluation
  ) throws(BuiltinRefusal) -> [Value] {
    var joined: [Value] = []
    let lists = try items(0)
    for list in lists {
      guard case .list(let elements) = list else { throw refusal(of: lists) }
      try evaluation.charge(elements.count)
      joined += elements
    }
    return joined
  }
}

extension [Value] {
  /// The first of each set of identical elements, in order.
  ///
  /// - Complexity: O(n) comparisons, O(n²) at worst; each is paid for as the size of its element.
  func withoutDuplicates(charging evaluation: inout Evaluation) throws(BuiltinRefusal) -> [Value] {
    var distinct: [Value] = []
    var places: [Int: [Int]] = [:]
    for element in self {
      let cost = try evaluation.charge(comparisons: 1, with: element)
      let key = element.identityHash
      let alike = places[key, default: []]
      try evaluation.charge(cost, times: alike.count)
      if alike.contains(where: { distinct[$0].isIdentical(to: element) }) { continue }
      places[key, default: []].append(distinct.count)
      distinct.append(element)
    }
    return distinct
  }

  /// The elements with the elements of nested lists in their places, to any depth.
  ///
  /// It keeps its own stack, so that no depth of nesting can exhaust the thread's.
  func flattened(charging evaluation: inout Evaluation) throws(BuiltinRefusal) -> [Value] {
    var flat: [Value] = []
    var pending = [self[...]]
    while var current = pending.popLast() {
      guard let element = current.popFirst() else { continue }
      try evaluation.charge(1)
      pending.append(current)
      if case .list(let nested) = element {
        pending.append(nested[...])
      } else {
        flat.append(element)
      }
    }
    return flat
  }
}
