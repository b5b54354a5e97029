internal import FEEL
internal import Testing

struct ListBuiltinsTests {
  @Test(arguments: [
    BuiltinExample("list contains([1, 2, 3], 2)", "true"),
    BuiltinExample("list contains([1, 2, 3], \"2\")", "false"),
    BuiltinExample("list contains([1, null], null)", "true"),
    BuiltinExample("list contains([], null)", "false"),
    BuiltinExample("list contains([[1], [2]], [2])", "true"),
    BuiltinExample("list contains(list: [1.0], element: 1.00)", "true"),
    BuiltinExample("list contains(element: 4, list: [1])", "false"),
    BuiltinExample("list contains(1, 1)", "true"),
    BuiltinExample("count([1, 2, 3])", "3"),
    BuiltinExample("count([])", "0"),
    BuiltinExample("count([1, [2, 3], null])", "3"),
    BuiltinExample("count(list: [1])", "1"),
    BuiltinExample("count(\"text\")", "1"),
    BuiltinExample("index of([1, 2, 3, 2], 2)", "[2, 4]"),
    BuiltinExample("index of([1, null, null], null)", "[2, 3]"),
    BuiltinExample("index of([1], \"x\")", "[]"),
    BuiltinExample("index of(match: 1, list: [1])", "[1]"),
    BuiltinExample("reverse([1, [2, 3], null])", "[null, [2, 3], 1]"),
    BuiltinExample("reverse([])", "[]"),
    BuiltinExample("reverse(list: [1, 2])", "[2, 1]"),
  ])
  func `a list can be looked through and turned round`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample("sublist([4, 5, 6], 1, 2)", "[4, 5]"),
    BuiltinExample("sublist([4, 5, 6], 2)", "[5, 6]"),
    BuiltinExample("sublist([4, 5, 6], -1)", "[6]"),
    BuiltinExample("sublist([4, 5, 6], -3, 2)", "[4, 5]"),
    BuiltinExample("sublist([4, 5, 6], 3, 1)", "[6]"),
    BuiltinExample("sublist(list: [4, 5], start position: 2)", "[5]"),
    BuiltinExample("sublist(length: 1, start position: 1, list: [4, 5])", "[4]"),
  ])
  func `a part of a list is taken from a position`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinExample("append([1], 2, 3)", "[1, 2, 3]"),
    BuiltinExample("append([], null)", "[null]"),
    BuiltinExample("append([1], [2])", "[1, [2]]"),
    BuiltinExample("append(1, 2)", "[1, 2]"),
    BuiltinExample("insert before([1, 3], 1, 2)", "[2, 1, 3]"),
    BuiltinExample("insert before([1, 3], -1, 2)", "[1, 2, 3]"),
    BuiltinExample("insert before([1, 3], 2, null)", "[1, null, 3]"),
    BuiltinExample("insert before(newItem: 2, list: [1], position: 1)", "[2, 1]"),
    BuiltinExample("remove([1, 2, 3], 2)", "[1, 3]"),
    BuiltinExample("remove([1, 2, 3], -1)", "[1, 2]"),
    BuiltinExample("remove([1], 1)", "[]"),
    BuiltinExample("remove(position: 1, list: [1, 2])", "[2]"),
    BuiltinExample("list replace([1, 2, 3], 2, 4)", "[1, 4, 3]"),
    BuiltinExample("list replace([1, 2, 3], -1, 4)", "[1, 2, 4]"),
    BuiltinExample("list replace([1, 2, 3], 2.5, 4)", "[1, 4, 3]"),
    BuiltinExample("list replace([1, 2, 3], -1.5, 4)", "[1, 2, 4]"),
    BuiltinExample("list replace([1], 1, null)", "[null]"),
    BuiltinExample("list replace(1, 1, 5)", "[5]"),
    BuiltinExample("list replace(position: 2, newItem: 4, list: [1, 2, 3])", "[1, 4, 3]"),
  ])
  func `a changed copy of a list is made`(_ example: BuiltinExample) throws {
    try example.check()
  }

  @Test(arguments: [
    BuiltinRefusalExample("list contains(null, 1)"),
    BuiltinRefusalExample("list contains([1])"),
    BuiltinRefusalExample("list contains([1], 1, 1)"),
    BuiltinRefusalExample("list contains(liste: [1], element: 1)"),
    BuiltinRefusalExample("count(null)"),
    BuiltinRefusalExample("count()"),
    BuiltinRefusalExample("count([1], [2])"),
    BuiltinRefusalExample("index of(null, 1)"),
    BuiltinRefusalExample("reverse(null)"),
    BuiltinRefusalExample("append(null, 1)"),
    BuiltinRefusalExample("append()"),
    BuiltinRefusalExample("remove([1], \"1\")"),
    BuiltinRefusalExample("remove([1], null)"),
    BuiltinRefusalExample("list replace([1, 2, 3], \"2\", 4)"),
    BuiltinRefusalExample("list replace([1, 2, 3], null, 4)"),
    BuiltinRefusalExample("list replace(null, 1, 4)"),
    BuiltinRefusalExample("sublist([1], null)"),
    BuiltinRefusalExample("sublist([1], 1, null)"),
  ])
  func `arguments of other kinds or numbers are refused`(_ example: BuiltinRefusalExample) throws {
    try example.check()
  }

  @Test(arguments: [
    ("sublist", "start position", ["0", "4", "-4", "1e30"]),
    ("remove", "position", ["0", "4", "-4", "0.5", "-0.9"]),
  ])
  func `positions outside the list are refused`(
    name: String,
    parameter: String,
    positions: [String]
  ) throws {
    for position in positions {
      try BuiltinRefusalExample(
        "\(name)([1, 2, 3], \(position.replacingExponent))",
        .argumentValue(function: name, parameter: parameter)
      ).check()
    }
  }

  @Test(arguments: ["0", "-1", "3"])
  func `a part that reaches beyond the list is refused`(length: String) throws {
    try BuiltinRefusalExample(
      "sublist([1, 2, 3], 2, \(length))",
      .argumentValue(function: "sublist", parameter: "length")
    ).check()
  }

  @Test(arguments: ["insert before", "list replace"], [0, 3, -3])
  func `no element is put outside the list`(name: String, position: Int) throws {
    try BuiltinRefusalExample(
      "\(name)([1, 2], \(position), 9)",
      .argumentValue(function: name, parameter: "position")
    ).check()
  }

  @Test func `every position of small lists does what arrays do`() throws {
    for count in 0...4 {
      let list = "[" + (0..<count).map(String.init).joined(separator: ", ") + "]"
      for position in -6...6 where position != 0 && abs(position) <= count {
        var expected = Array(0..<count)
        expected.remove(at: position > 0 ? position - 1 : count + position)
        try BuiltinExample("remove(\(list), \(position))", "\(expected)").check()
        try BuiltinExample(
          "sublist(insert before(\(list), \(position), 9), \(position > 0 ? position : position - 1), 1)",
          "[9]"
        ).check()
      }
    }
  }
}

extension String {
  /// FEEL numbers written with an exponent, as a product.
  fileprivate var replacingExponent: String {
    self == "1e30" ? "10 ** 30" : self
  }
}
