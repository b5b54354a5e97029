extension Builtin {
  /// The list functions (DMN 1.5, 10.3.4.4), with `sort` (10.3.4.9) and `list replace`.
  static let list: [Builtin] =
    listReading + listEditing + listCombining + listAggregation + listOrdering

  /// Functions that look at a list.
  private static let listReading: [Builtin] = [
    .row("list contains", [.listOfAny, Parameter("element", .any)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      let list = try call.list(0)
      let element = call.value(1)
      try evaluation.charge(comparisons: list.count, with: element)
      return .boolean(list.contains { $0.isEqual(to: element) ?? false })
    },
    .row("count", [.listOfAny]) { call, _ throws(BuiltinRefusal) in
      .number(Number(try call.list(0).count))
    },
    .row("index of", [.listOfAny, Parameter("match", .any)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      let list = try call.list(0)
      let match = call.value(1)
      try evaluation.charge(comparisons: list.count, with: match)
      let places = list.indices.filter { list[$0].isEqual(to: match) ?? false }
      return .list(places.map { .number(Number($0 + 1)) })
    },
    .row(
      "sublist",
      [
        .listOfAny, Parameter("start position", .number),
        Parameter("length", .number, isOptional: true),
      ],
      sublist
    ),
  ]

  /// Functions that give a changed copy of a list.
  private static let listEditing: [Builtin] = [
    .row("append", [.listOfAny, Parameter("item", .any, isVariadic: true)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      let list = try call.list(0)
      let items = try call.items(1)
      try evaluation.charge(list.count + items.count)
      return .list(list + items)
    },
    .row("insert before", [.listOfAny, .position, Parameter("newItem", .any)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      var (list, place) = try call.listAndPlace(charging: &evaluation)
      list.insert(call.value(2), at: place)
      return .list(list)
    },
    .row("remove", [.listOfAny, .position]) { call, evaluation throws(BuiltinRefusal) in
      var (list, place) = try call.listAndPlace(charging: &evaluation)
      list.remove(at: place)
      return .list(list)
    },
    .row("list replace", [.listOfAny, .position, Parameter("newItem", .any)]) {
      call,
      evaluation throws(BuiltinRefusal) in
      var (list, place) = try call.listAndPlace(charging: &evaluation)
      list[place] = call.value(2)
      return .list(list)
    },
    .row("reverse", [.listOfAny]) { call, evaluation throws(BuiltinRefusal) in
      let list = try call.list(0)
      try evaluation.charge(list.count)
      return .list(list.reversed())
    },
  ]

  /// `sublist(list, start position, length?)`: the part must lie in the list (table 75, notes 1 and 2).
  private static func sublist(
    _ call: BuiltinCall,
    _ evaluation: inout Evaluation
  ) throws(BuiltinRefusal) -> Value {
    let list = try call.list(0)
    let start = try call.place(1, named: "start position", in: list.count)
    var length = list.count - start
    if call[2] != nil {
      let wanted = try call.whole(2, named: "length")
      guard wanted >= 1, wanted <= length else { throw call.refusal(of: "length") }
      length = wanted
    }
    try evaluation.charge(length)
    return .list(Array(list[start..<start + length]))
  }
}

extension Builtin.Parameter {
  /// The list that most list functions have first.
  static let listOfAny = Builtin.Parameter("list", .list(.any))
  /// A position in that list: 1 is the first element, -1 the last.
  static let position = Builtin.Parameter("position", .number)
}

extension BuiltinCall {
  /// The index that a position argument means: 1 the first element, -1 the last; others are refused.
  func place(_ place: Int, named parameter: String, in count: Int) throws(BuiltinRefusal) -> Int {
    let position = try whole(place, named: parameter)
    if position >= 1, position <= count { return position - 1 }
    if position <= -1, position >= -count { return count + position }
    throw refusal(of: parameter)
  }

  /// The first argument as a list and the second as an index in it, the copy paid for.
  fileprivate func listAndPlace(
    charging evaluation: inout Evaluation
  ) throws(BuiltinRefusal) -> ([Value], Int) {
    let list = try list(0)
    let index = try place(1, named: "position", in: list.count)
    try evaluation.charge(list.count)
    return (list, index)
  }
}
