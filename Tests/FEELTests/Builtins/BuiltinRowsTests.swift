internal import FEEL
internal import Testing

/// The rows themselves: names and parameters as the standard has them.
struct BuiltinRowsTests {
  @Test(arguments: [
    ("list contains", ["list, element"]), ("count", ["list"]), ("min", ["list", "c..."]),
    ("sublist", ["list, start position, length?"]), ("append", ["list, item..."]),
    ("concatenate", ["list..."]), ("insert before", ["list, position, newItem"]),
    ("remove", ["list, position"]), ("reverse", ["list"]), ("index of", ["list, match"]),
    ("union", ["list..."]), ("distinct values", ["list"]), ("flatten", ["list"]),
    ("stddev", ["list", "n..."]), ("all", ["list", "b..."]), ("sort", ["list, precedes"]),
    ("list replace", ["list, position, newItem", "list, match, newItem"]),
    ("get value", ["m, key"]), ("get entries", ["m"]), ("context", ["entries"]),
    ("context put", ["context, key, value", "context, keys, value"]),
    ("context merge", ["contexts"]), ("range", ["from"]), ("now", [""]), ("today", [""]),
    ("before", ["range1, range2", "point, range", "range, point", "point1, point2"]),
    ("during", ["range1, range2", "point, range"]),
    ("coincides", ["range1, range2", "point1, point2"]),
    ("time", ["from", "from", "from", "from", "hour, minute, second, offset?"]),
    ("date and time", ["from", "from", "date, time", "date, time"]),
    ("years and months duration", ["from, to", "from, to"]), ("is", ["value1?, value2?"]),
    ("day of week", ["date", "date"]),
  ])
  func `parameters have the names of the standard`(name: String, forms: [String]) {
    let described = Builtin.named(name).map { row in
      row.parameters.map {
        $0.name + ($0.isVariadic ? "..." : "") + ($0.isOptional ? "?" : "")
      }
      .joined(separator: ", ")
    }
    #expect(described == forms)
  }

  @Test func `rows of one name that differ in names alone can be told apart`() {
    let names = Set(Builtin.all.map(\.name))
    for name in names {
      for row in Builtin.named(name) {
        #expect(row.parameters.dropLast().allSatisfy { !$0.isVariadic })
        #expect(Set(row.parameters.map(\.name)).count == row.parameters.count)
      }
    }
  }
}
