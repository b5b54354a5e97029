@testable import Retrieval
import TestSupport
import Testing

@Suite struct SearchExpressionTests {
  /// A clause as it would be written.
  private func shown(_ clause: SearchExpression.Clause) -> String {
    let fields: [SearchExpression.Field: String] = [.any: "", .title: "title:", .text: "text:"]
    let text = String(decoding: clause.text, as: UTF8.self)
    let form =
      switch clause.form {
      case .words: text
      case .phrase: "\"\(text)\""
      case .prefix: "\(text)*"
      case .similar: "\(text)~"
      }
    return (clause.isExcluded ? "-" : "") + (fields[clause.field] ?? "") + form
  }

  @Test(arguments: [
    ("liver surgery", ["liver", "surgery"]),
    ("  \"wait four weeks\"  liver\t", ["\"wait four weeks\"", "liver"]),
    ("“curved marks” x", ["\"curved marks\"", "x"]),
    (
      "TITLE:liver text:\"no MRI\" title:metast*",
      ["title:liver", "text:\"no MRI\"", "title:metast*"]
    ),
    (
      "metast* ablatoin~ -biliary -title:x -\"a b\"",
      [
        "metast*", "ablatoin~", "-biliary", "-title:x", "-\"a b\"",
      ]
    ),
    ("beta-blocker 3:1 5\" a*b", ["beta-blocker", "3:1", "5\"", "a*b"]),
    ("a - b \"\" -", ["a", "b"]),
    ("", []),
  ])
  func `a query is read by its signs`(source: String, clauses: [String]) throws {
    #expect(try SearchExpression(Array(source.utf8)).clauses.map(shown) == clauses)
  }

  @Test(arguments: [
    ("liver \"no end", ExpressionError.unclosedPhrase(column: 7)),
    ("-\"x", .unclosedPhrase(column: 1)),
    ("title:", .missingWord(column: 1)), ("a title: b", .missingWord(column: 3)),
    ("a *", .missingWord(column: 3)), ("~", .missingWord(column: 1)),
    ("title:\"\"", .missingWord(column: 1)), ("-a -b", .onlyExclusions),
  ])
  func `what cannot be read is told with its column`(source: String, error: ExpressionError) {
    #expect(throws: error) { _ = try SearchExpression(Array(source.utf8)) }
  }

  @Test func `words alone are plain`() throws {
    #expect(try SearchExpression(Array("what is new?".utf8)).isPlain)
    #expect(try !SearchExpression(Array("what is \"new\"".utf8)).isPlain)
    #expect(try !SearchExpression(Array("is -new".utf8)).isPlain)
  }

  @Test func `any bytes are a query or an error`() {
    let signs = Array("\"\"-*~: titlex \u{201C}\u{201D}é".utf8)
    for seed in 1...5000 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...30, using: &generator)
      let source = (0..<count).map { _ in
        seed.isMultiple(of: 3)
          ? UInt8.random(in: 0...255, using: &generator)
          : signs.randomElement(using: &generator) ?? 0
      }
      guard let expression = try? SearchExpression(source) else { continue }
      for clause in expression.clauses where clause.text.isEmpty {
        Issue.record("seed \(seed): a clause without text")
      }
    }
  }
}
