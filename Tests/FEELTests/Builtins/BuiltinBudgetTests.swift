internal import FEEL
internal import Testing

/// Nothing that a built-in does with a list is free.
struct BuiltinBudgetTests {
  private static let list = Value.numbers(0..<100)

  @Test(arguments: [
    ("list contains", [list, .null]), ("index of", [list, .null]), ("reverse", [list]),
    ("append", [list, .list([.null])]), ("remove", [list, .number(.one)]),
    ("insert before", [list, .number(.one), .null]), ("concatenate", [.list([list])]),
    ("union", [.list([list])]), ("distinct values", [list]), ("flatten", [list]),
    ("sum", [list]), ("min", [list]), ("mode", [list]), ("sublist", [list, .number(.one), nil]),
  ])
  func `a list longer than the budget is refused`(name: String, arguments: [Value?]) throws {
    let row = try #require(Builtin.named(name).first)
    var evaluation = Evaluation(budget: 99)
    #expect(row.body(arguments, &evaluation).isIdentical(to: .null))
    #expect(evaluation.notes.map(\.reason) == [.limit("steps")])
    #expect(evaluation.budget == 0)
    var generous = Evaluation(budget: 1_000)
    #expect(!row.body(arguments, &generous).isIdentical(to: .null))
    #expect(generous.budget <= 900)
  }

  @Test func `the last step of the budget can be spent`() throws {
    let (value, evaluation) = try call("reverse", [Self.list], budget: 100)
    #expect(value.elements.count == 100)
    #expect(evaluation.budget == 0)
    #expect(evaluation.notes.isEmpty)
  }

  @Test func `duplicates that no hash tells apart cost their square`() throws {
    let lists = Value.list((0..<100).map { Value.number(Number($0)).nested(levels: 8) })
    let (value, evaluation) = try call("distinct values", [lists])
    #expect(value.elements.count == 100)
    #expect(1_000_000 - evaluation.budget >= 100 * 99 / 2)
    #expect(try call("distinct values", [lists], budget: 2_000).value.isIdentical(to: .null))
  }

  @Test func `many different contexts cost little more than their size`() throws {
    let contexts = Value.list(
      (0..<10_000).map { .context(Context([("id", .number(Number($0))), ("kind", .string("a"))])) }
    )
    let (value, evaluation) = try call("distinct values", [contexts])
    #expect(value.elements.count == 10_000)
    #expect(1_000_000 - evaluation.budget <= 100_000)
  }

  @Test(arguments: ["list contains", "index of", "distinct values", "union", "is"])
  func `a large value is paid for wherever it is compared`(name: String) throws {
    let large = Value.numbers(0..<2_000)
    let lists = Value.list((0..<100).map { .list([large, .number(Number($0))]) })
    let arguments: [Value] =
      switch name {
      case "is": [lists, lists]
      case "union": [.list([lists])]
      case "distinct values": [lists]
      default: [lists, .list([large, .null])]
      }
    let (value, evaluation) = try call(name, arguments, budget: 100_000)
    #expect(value.isIdentical(to: .null))
    #expect(evaluation.notes.map(\.reason) == [.limit("steps")])
    #expect(try call(name, arguments).evaluation.notes.isEmpty)
  }

  @Test(arguments: ["list contains", "distinct values", "is"])
  func `a value that stands in itself many times is not counted to the end`(name: String) throws {
    var large = Value.numbers([1, 2])
    for _ in 0..<60 { large = .list([large, large]) }
    let arguments = name == "is" ? [large, large] : [.list([large, large]), large]
    let row = try #require(Builtin.named(name).first)
    var evaluation = Evaluation(budget: 1_000_000)
    #expect(row.body(arguments, &evaluation).isIdentical(to: .null))
    #expect(evaluation.notes.map(\.reason) == [.limit("steps")])
  }

  @Test(arguments: ["min", "max", "list contains", "range"])
  func `long texts are paid for`(name: String) throws {
    let text = Value.string(String(repeating: "a", count: 1_600_000))
    let list = Value.list(Array(repeating: text, count: 20))
    let arguments =
      switch name {
      case "range": [text]
      case "list contains": [list, text]
      default: [list]
      }
    let row = try #require(Builtin.named(name).first)
    var evaluation = Evaluation(budget: 90_000)
    #expect(row.body(arguments, &evaluation).isIdentical(to: .null))
    #expect(evaluation.notes.map(\.reason) == [.limit("steps")])
  }

  @Test func `a context of many entries costs their square`() throws {
    let entries = Value.list(
      (0..<100).map {
        .context(Context([("key", .string("k\($0)")), ("value", .null)]))
      }
    )
    #expect(try call("context", [entries], budget: 6_000).evaluation.notes.isEmpty)
    #expect(try call("context", [entries], budget: 4_000).value.isIdentical(to: .null))
  }

  @Test func `a list nested deeper than any stack is flattened`() throws {
    let nested = Value.number(.one).nested(levels: 10_000)
    #expect(try call("flatten", [nested]).value.isIdentical(to: .numbers([1])))
  }

  @Test func `a long path is followed to its end`() throws {
    let keys = Value.list((0..<500).map { _ in .string("a") })
    var nested = Value.null
    for _ in 0..<500 { nested = .context(Context([("a", nested)])) }
    let (value, evaluation) = try call("context put", [nested, keys, .number(.one)], row: 1)
    var inner = value
    for _ in 0..<500 {
      guard case .context(let context) = inner else { break }
      inner = context["a"] ?? .null
    }
    #expect(inner.isIdentical(to: .number(.one)))
    #expect(evaluation.notes.isEmpty)
  }
}

extension Value {
  /// The value in lists of one element.
  fileprivate func nested(levels: Int) -> Value {
    (0..<levels).reduce(self) { value, _ in .list([value]) }
  }
}
