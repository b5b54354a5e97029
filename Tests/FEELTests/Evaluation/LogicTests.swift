internal import FEEL
internal import Testing

struct LogicTests {
  @Test(arguments: [
    "true and true => true", "true and false => false", "false and true => false",
    "false and false => false", "true and null => null", "null and true => null",
    "false and null => false", "null and false => false", "null and null => null",
    "true or true => true", "true or false => true", "false or true => true",
    "false or false => false", "true or null => true", "null or true => true",
    "false or null => null", "null or false => null", "null or null => null",
  ])
  func `and and or are three valued`(row: String) throws { try expectRow(row) }

  @Test(arguments: [
    "true or 5 => true", "5 or true => true", "false or 5 => null", #""a" or "b" => null"#,
    "false and 5 => false", "[] and false => false", "true and 5 => null", "{} and true => null",
  ])
  func `what is no truth value counts as null`(row: String) throws { try expectRow(row) }

  @Test func `another kind that makes the result null is noted and null is not`() throws {
    let reasons = try Evaluated("true and 5").reasons
    #expect(reasons == [.operandTypes(operator: "and", kinds: ["boolean", "number"])])
    #expect(try Evaluated("true and null").notes.isEmpty)
    #expect(try Evaluated("5 or true").notes.isEmpty)
  }

  @Test(arguments: ["true or null + 1 = 2", "false and 1 / 0 > 1"])
  func `a decided operator does not look at its right side`(text: String) throws {
    #expect(try Evaluated(text).notes.isEmpty)
  }

  @Test(arguments: [
    "1 = 1 or 1 => true", "true or true and false => true", "1 < 2 and 2 < 3 => true",
    "false or false or false or true => true", "true and true and null and false => false",
  ])
  func `chains are evaluated from the left`(row: String) throws { try expectRow(row) }

  @Test func `a chain may be longer than the depth`() throws {
    let terms = Array(repeating: "1", count: 3 * Evaluation.maximumDepth)
    let evaluated = try Evaluated(terms.joined(separator: " + "))
    #expect(evaluated.value.feelText == "\(terms.count)")
    #expect(evaluated.notes.isEmpty)
  }

  @Test func `or and and obey the laws of three values`() {
    let values: [Bool?] = [true, false, nil]
    for left in values {
      for right in values {
        #expect(logical(.or, left, right) == logical(.or, right, left))
        #expect(logical(.and, left, right) == logical(.and, right, left))
        let dual = logical(.and, left.map { !$0 }, right.map { !$0 }).map { !$0 }
        #expect(logical(.or, left, right) == dual)
        for third in values {
          let first = logical(.or, logical(.or, left, right), third)
          #expect(first == logical(.or, left, logical(.or, right, third)))
          let product = logical(.and, left, logical(.or, right, third))
          #expect(product == logical(.or, logical(.and, left, right), logical(.and, left, third)))
        }
      }
    }
  }

  private func logical(
    _ symbol: FEEL.Expression.BinaryOperator,
    _ left: Bool?,
    _ right: Bool?
  ) -> Bool? {
    var evaluation = Evaluation()
    let expression = FEEL.Expression(.binary(symbol, literal(left), literal(right)))
    guard case .boolean(let value) = evaluation.evaluate(expression, in: Scope()) else {
      return nil
    }
    return value
  }

  private func literal(_ truth: Bool?) -> FEEL.Expression {
    FEEL.Expression(truth.map { .boolean($0) } ?? .null)
  }
}
