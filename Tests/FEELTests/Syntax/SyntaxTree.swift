internal import FEEL
internal import Testing

/// Trees as nested lists with the operator first, so that a row of a table shows how a text was read:
/// `(+ 1 (* 2 3))`.
///
/// Names of several words or with signs stand between bars, ranges between their own brackets.
enum SyntaxTree {
  static func text(_ expression: FEEL.Expression) -> String {
    switch expression.node {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let number): number.description
    case .string(let text): quoted(text)
    case .atLiteral(let text): "@" + quoted(text)
    case .name(let name): self.name(name)
    case .tested: "?"
    case .list(let elements): list("list", elements.map(text))
    case .context(let entries): list("context", entries.map(entry))
    case .range(let range): text(range)
    case .negation(let operand): list("-", [text(operand)])
    case .binary(let sign, let left, let right): list(sign.rawValue, [text(left), text(right)])
    case .between(let value, let low, let high): list("between", [value, low, high].map(text))
    case .membership(let value, let tests): list("in", [text(value)] + tests.map(text))
    case .instanceOf(let value, let type): list("instance", [text(value), "\(type)"])
    case .path(let base, let name): list(".", [text(base), self.name(name)])
    case .filter(let base, let condition): list("filter", [text(base), text(condition)])
    case .invocation(let callee, .positional(let values)):
      list("call", ([callee] + values).map(text))
    case .invocation(let callee, .named(let entries)):
      list("call", [text(callee)] + entries.map(entry))
    case .conditional(let condition, let then, let otherwise):
      list("if", [condition, then, otherwise].map(text))
    case .iteration(let iterators, let body): list("for", iterators.map(text) + [text(body)])
    case .quantified(let quantifier, let iterators, let body):
      list(quantifier.rawValue, iterators.map(text) + [text(body)])
    case .function(let function):
      list(
        function.isExternal ? "external" : "function",
        function.parameters.map(text) + [text(function.body)]
      )
    }
  }

  static func text(_ tests: UnaryTests) -> String {
    switch tests {
    case .any: "-"
    case .oneOf(let tests): list("any", tests.map(text))
    case .noneOf(let tests): list("none", tests.map(text))
    }
  }

  static func text(_ test: UnaryTest) -> String {
    switch test {
    case .comparison(let sign, let end): list("test", [sign.rawValue, text(end)])
    case .range(let range): text(range)
    case .expression(let expression): text(expression)
    }
  }

  private static func text(_ range: FEEL.Expression.RangeExpression) -> String {
    let lower = range.lower.map(text) ?? ""
    let upper = range.upper.map(text) ?? ""
    let open = range.includesLower ? "[" : "("
    let close = range.includesUpper ? "]" : ")"
    let ends = "\(open)\(lower) .. \(upper)\(close)"
    return range.form == .interval ? ends : list("range", [ends])
  }

  private static func text(_ iterator: FEEL.Expression.Iterator) -> String {
    switch iterator.domain {
    case .elements(let elements): "(\(name(iterator.name)) \(text(elements)))"
    case .between(let lower, let upper): "(\(name(iterator.name)) \(text(lower)) .. \(text(upper)))"
    }
  }

  private static func text(_ parameter: FEEL.Expression.FunctionExpression.Parameter) -> String {
    parameter.type.map { "(\(name(parameter.name)): \($0))" } ?? "(\(name(parameter.name)))"
  }

  private static func entry(_ entry: FEEL.Expression.ContextEntry) -> String {
    "(\(name(entry.key)): \(text(entry.value)))"
  }

  private static func list(_ head: String, _ rest: [String]) -> String {
    "(\(([head] + rest).joined(separator: " ")))"
  }

  private static func name(_ name: String) -> String {
    let isWord = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord ? name : "|\(name)|"
  }

  private static func quoted(_ text: String) -> String { "\"\(text)\"" }
}

/// Checks a row `text => tree`, and that the printed tree reads as the same tree.
func expectTree(
  _ row: String,
  names: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (text, expected) = try halves(of: row, sourceLocation)
  let tree = try read(text, names: names)
  #expect(SyntaxTree.text(tree) == expected, sourceLocation: sourceLocation)
  #expect(try read(tree.description, names: names) == tree, sourceLocation: sourceLocation)
}

/// Checks a row `tests => tree`, and that the printed tests read as the same tests.
func expectTests(
  _ row: String,
  names: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let (text, expected) = try halves(of: row, sourceLocation)
  let tests = try readTests(text, names: names)
  #expect(SyntaxTree.text(tests) == expected, sourceLocation: sourceLocation)
  #expect(try readTests(tests.description, names: names) == tests, sourceLocation: sourceLocation)
}

/// The tree of a text.
func read(_ text: String, names: [String] = []) throws(Diagnostic) -> FEEL.Expression {
  var parser = Parser(text, names: KnownNames(names))
  return try parser.parseExpression()
}

/// The tests that a text is.
func readTests(_ text: String, names: [String] = []) throws(Diagnostic) -> UnaryTests {
  var parser = Parser(text, names: KnownNames(names))
  return try parser.parseUnaryTests()
}

private func halves(of row: String, _ location: SourceLocation) throws -> (String, String) {
  let parts = row.split(separator: " => ", maxSplits: 1).map(String.init)
  try #require(parts.count == 2, "a row needs a text and a tree", sourceLocation: location)
  return (parts[0], parts[1])
}
