internal import FEEL
internal import Testing

/// Whatever the text, the parser gives a tree or says where the text is wrong.
struct ParserFuzzTests {
  /// Reads a text as everything that it can be; whether it is an expression.
  ///
  /// What is wrong with it lies inside it.
  private func isRead(_ text: String, _ seed: UInt64) -> Bool {
    var tree: FEEL.Expression?
    expectOutcome(of: text, seed) { parser throws(Diagnostic) in tree = try parser.parseExpression()
    }
    expectOutcome(of: text, seed) { parser throws(Diagnostic) in _ = try parser.parseUnaryTests() }
    if text.utf8.contains(UInt8(ascii: "<")) {
      expectOutcome(of: text, seed) { parser throws(Diagnostic) in
        _ = try parser.parseTypeReference()
      }
    }
    if let tree { use(tree, seed) }
    return tree != nil
  }

  private func expectOutcome(
    of text: String,
    _ seed: UInt64,
    _ body: (inout Parser) throws(Diagnostic) -> Void
  ) {
    var parser = Parser(text, names: Self.names)
    do {
      try body(&parser)
    } catch {
      let range = error.range
      if range.start < 0 || range.end < range.start || range.end > text.utf8.count {
        Issue.record("\(range) is outside of ‘\(text.prefix(200))’, seed \(seed)")
      }
      if error.rendered(in: text).isEmpty { Issue.record("nothing drawn, seed \(seed)") }
    }
  }

  private static let names = KnownNames(scope.names)
  private static let scope = Scope([
    "a": .number(Number(3)), "b": .list([.number(Number(1)), .null, .string("s")]),
    "x y": .context(Context([("a", .boolean(true))])),
  ])

  /// Prints a tree, reads it again and evaluates it within a budget.
  private func use(_ tree: FEEL.Expression, _ seed: UInt64) {
    let text = tree.description
    var parser = Parser(text, names: Self.names)
    if (try? parser.parseExpression()) != tree {
      Issue.record("‘\(text.prefix(200))’ reads as another tree, seed \(seed)")
    }
    _ = tree.freeNames
    var evaluation = Evaluation(budget: 2_000)
    _ = evaluation.evaluate(tree, in: Self.scope)
  }

  @Test(arguments: [21, 22])
  func `random bytes`(seed: UInt64) {
    var texts = HostileTexts(seed: seed)
    for _ in 0..<15_000 { _ = isRead(texts.bytes(), seed) }
  }

  @Test(arguments: [23, 24])
  func `tokens in any order`(seed: UInt64) {
    var texts = HostileTexts(seed: seed)
    let count = (0..<20_000).count { _ in isRead(texts.soup(), seed) }
    #expect(count > 200, "hardly any text is an expression, seed \(seed)")
  }

  @Test(arguments: [25, 26])
  func `changed expressions`(seed: UInt64) {
    var texts = HostileTexts(seed: seed)
    let count = (0..<15_000).count { _ in isRead(texts.mutation(), seed) }
    #expect(count > 1_000, "hardly any text is an expression, seed \(seed)")
  }

  @Test(arguments: [27, 28])
  func `deep nesting`(seed: UInt64) {
    var texts = HostileTexts(seed: seed)
    for _ in 0..<300 { _ = isRead(texts.nesting(), seed) }
  }

  @Test(arguments: [29, 30])
  func `very long texts`(seed: UInt64) {
    var texts = HostileTexts(seed: seed)
    for _ in 0..<200 { _ = isRead(texts.length(), seed) }
  }
}
