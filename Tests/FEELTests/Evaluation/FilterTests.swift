internal import FEEL
internal import Testing

struct FilterTests {
  @Test(arguments: [
    "[1, 2, 3][1] => 1", "[1, 2, 3][-1] => 3", "[1, 2, 3][-3] => 1", "[1, 2, 3][1 + 1] => 2",
    "100[1] => 100", "true[1] => true", "{a: 1}[1] => {a: 1}", "[[1, 2], [3]][1] => [1, 2]",
    "[1, 2, 3][count([1, 2])] => 2",
  ])
  func `a number chooses one element`(row: String) throws { try expectRow(row) }

  @Test(arguments: ["[1, 2, 3][0]", "[1, 2, 3][4]", "[1, 2, 3][-4]", "[][1]", "true[0]"])
  func `a number outside the list is null and noted`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .indexOutOfBounds? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }

  @Test(arguments: [
    "[1, 2, 3][item >= 2] => [2, 3]", "[1, 2, 3][true] => [1, 2, 3]", "[1, 2, 3][false] => []",
    "true[true] => [true]", "100[false] => []", "[][true] => []", "[1, 2, null][item > 1] => [2]",
    "[{a: 1}, {a: 2}][item.a >= 2] => [{a: 2}]", "[{a: 1}, {a: 2}][a >= 2] => [{a: 2}]",
    "[{item: 1}, {item: 2}][item >= 2] => [{item: 2}]", "[{x: 1}, {y: 2}][y > 1] => [{y: 2}]",
    "[{x: 1}, {x: null}][x < 2] => [{x: 1}]", "[1, 2, 3, 4][even(item)] => [2, 4]",
    "[[1], [2, 3]][count(item) = 2] => [[2, 3]]", "[1, 2, 3][item > 1][1] => 2",
    "{limit: 2, r: [1, 2, 3][item > limit]}.r => [3]", "null[item = null] => null",
  ])
  func `a condition chooses elements`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    #"[1, 2]["a"]"#, #"[1, 2][if item = 1 then true else "a"]"#, "[1, 2][[true]]",
    "[1, 2][if item = 1 then true else 2]",
  ])
  func `another condition gives null and a note`(text: String) throws {
    let evaluated = try Evaluated(text)
    #expect(evaluated.value.feelText == "null")
    guard case .conditionNotBoolean? = evaluated.reasons.last else {
      Issue.record("\(evaluated.reasons)")
      return
    }
  }

  @Test(arguments: ["[1, 2][1.5]", "[1, 2][10 ** 30]"])
  func `a number that is no place is null`(text: String) throws {
    #expect(try Evaluated(text).value.feelText == "null")
  }
}
