/// How closely operators bind, as data: the higher, the closer (DMN 1.5, 10.3.1.2,
/// rules 2 and 4).
enum Precedence: Int, Comparable {
  case disjunction, conjunction, comparison, addition, multiplication, exponentiation

  static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

  /// What binds one step closer; nothing beyond exponentiation.
  var next: Precedence? { Precedence(rawValue: rawValue + 1) }

  static let signs: [String: (operator: Expression.BinaryOperator, precedence: Precedence)] = [
    "=": (.equal, .comparison), "!=": (.notEqual, .comparison),
    "<": (.less, .comparison), "<=": (.lessOrEqual, .comparison),
    ">": (.greater, .comparison), ">=": (.greaterOrEqual, .comparison),
    "+": (.add, .addition), "-": (.subtract, .addition),
    "*": (.multiply, .multiplication), "/": (.divide, .multiplication),
    "**": (.power, .exponentiation),
  ]

  static let words: [String: (operator: Expression.BinaryOperator, precedence: Precedence)] = [
    "or": (.or, .disjunction), "and": (.and, .conjunction),
  ]
}

/// Words that end a name that is not in scope.
enum Keyword {
  static let all: Set<String> = [
    "if", "then", "else", "for", "in", "return", "some", "every", "satisfies", "instance", "of",
    "between", "and", "or", "function", "external", "true", "false", "null",
  ]

  /// Words that go on with an expression behind a property's name.
  static let continuing: Set<String> = [
    "then", "else", "in", "return", "satisfies", "instance", "between", "and", "or",
  ]
}
