internal import FEEL
internal import TestSupport

/// Makes random trees of the forms that a parser gives, from a seed.
struct RandomSyntax {
  typealias Tree = FEEL.Expression

  var generator: SeededGenerator

  /// The names to read the printed trees with.
  static let names = ["a", "x1", "p-q", "Full Name", "Profit and loss", "größe", "what if?"]
  private static let keys = ["k", "k l", "k-m", "", "\"", "in", "é ü", "1", "a/b\\c\n"]
  private static let bound = ["i", "each one", "r-s", "ü"]
  private static let properties = ["b", "start included", "then", "p-q", "time offset"]
  private static let texts = [
    "", "x", "a b", "\"", "\\", "\\n", "\n\r\t", "é🐎", "\u{0}", "//", "e\u{301}", "'",
  ]
  private static let types = [
    "number", "date and time", "days and time duration", "Any", "tPerson", "Loan Type", "m.tType",
  ]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  private mutating func several<Element>(
    _ range: ClosedRange<Int>,
    _ make: (inout RandomSyntax) -> Element
  ) -> [Element] {
    (0..<Int.random(in: range, using: &generator)).map { _ in make(&self) }
  }

  /// A tree no higher than given.
  mutating func tree(_ height: Int) -> Tree {
    guard height > 0 else { return Tree(leaf()) }
    return Tree(Bool.random(using: &generator) ? operation(height - 1) : form(height - 1))
  }

  private mutating func leaf() -> Tree.Node {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: .null
    case 1: .boolean(Bool.random(using: &generator))
    case 2: .number(number())
    case 3: .string(pick(Self.texts))
    case 4: .atLiteral(pick(["2020-01-01", "P1D", "no literal", "\""]))
    case 5: .tested
    default: .name(pick(Self.names))
    }
  }

  private mutating func number() -> Number {
    let exponent = Int.random(in: -60...60, using: &generator)
    return Number("\(UInt32.random(in: 0...99_999, using: &generator))e\(exponent)") ?? Number(1)
  }

  private mutating func operation(_ height: Int) -> Tree.Node {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: .negation(tree(height))
    case 1: .between(tree(height), tree(height), tree(height))
    case 2: .membership(tree(height), several(1...3) { $0.test(height) })
    case 3: .instanceOf(tree(height), type(2))
    default: .binary(pick(Tree.BinaryOperator.allCases), tree(height), tree(height))
    }
  }

  private mutating func form(_ height: Int) -> Tree.Node {
    switch Int.random(in: 0..<11, using: &generator) {
    case 0: .list(several(0...3) { $0.tree(height) })
    case 1: .context(several(0...3) { $0.entry(height, Self.keys) })
    case 2: .range(range(height))
    case 3: .path(tree(height), pick(Self.properties))
    case 4: .filter(tree(height), tree(height))
    case 5: .invocation(tree(height), .positional(several(0...3) { $0.tree(height) }))
    case 6:
      .invocation(
        tree(height),
        .named(several(1...2) { $0.entry(height, ["x", "start position"]) })
      )
    case 7: .conditional(tree(height), then: tree(height), else: tree(height))
    case 8: .iteration(several(1...2) { $0.iterator(height) }, tree(height))
    case 9:
      .quantified(pick([.some, .every]), several(1...2) { $0.iterator(height) }, tree(height))
    default: function(height)
    }
  }

  private mutating func entry(_ height: Int, _ keys: [String]) -> Tree.ContextEntry {
    Tree.ContextEntry(key: pick(keys), value: tree(height))
  }

  private mutating func iterator(_ height: Int) -> Tree.Iterator {
    let domain: Tree.Iterator.Domain =
      Bool.random(using: &generator)
      ? .elements(tree(height)) : .between(tree(height), tree(height))
    return Tree.Iterator(name: pick(Self.bound), domain: domain)
  }

  private mutating func function(_ height: Int) -> Tree.Node {
    let parameters = several(0...2) { syntax in
      Tree.FunctionExpression.Parameter(
        name: syntax.pick(Self.bound),
        type: Bool.random(using: &syntax.generator) ? syntax.type(2) : nil
      )
    }
    let isExternal = Bool.random(using: &generator)
    return .function(.init(parameters: parameters, body: tree(height), isExternal: isExternal))
  }

  private mutating func range(_ height: Int) -> Tree.RangeExpression {
    let (open, close) = (Bool.random(using: &generator), Bool.random(using: &generator))
    let end = tree(height)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      return .init(
        lower: nil,
        includesLower: false,
        upper: end,
        includesUpper: close,
        form: .comparison
      )
    case 1:
      return .init(
        lower: end,
        includesLower: open,
        upper: nil,
        includesUpper: false,
        form: .comparison
      )
    case 2:
      return .init(
        lower: end,
        includesLower: open,
        upper: end,
        includesUpper: open,
        form: .comparison
      )
    default:
      return .init(lower: end, includesLower: open, upper: tree(height), includesUpper: close)
    }
  }

  /// A test of an input entry or of the right side of `in`.
  mutating func test(_ height: Int) -> UnaryTest {
    switch Int.random(in: 0..<3, using: &generator) {
    case 0:
      let signs: [Tree.BinaryOperator] = [
        .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
      ]
      return .comparison(pick(signs), tree(height))
    case 1:
      let range = range(height)
      return range.form == .interval ? .range(range) : .expression(Tree(.range(range)))
    default:
      let tree = tree(height)
      if case .range(let range) = tree.node, range.form == .interval { return .range(range) }
      return .expression(tree)
    }
  }

  /// The tests of an input entry.
  mutating func tests(_ height: Int) -> UnaryTests {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: .any
    case 1, 2: .noneOf(several(1...3) { $0.test(height) })
    default: .oneOf(several(1...3) { $0.test(height) })
    }
  }

  /// A type no deeper than given.
  mutating func type(_ depth: Int) -> TypeReference {
    guard depth > 0, Bool.random(using: &generator) else { return .named(pick(Self.types)) }
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return .list(type(depth - 1))
    case 1: return .range(type(depth - 1))
    case 2:
      return .context(
        several(1...2) { .init(name: $0.pick(["f", "g h"]), type: $0.type(depth - 1)) }
      )
    default:
      return .function(several(0...2) { $0.type(depth - 1) }, result: type(depth - 1))
    }
  }
}
