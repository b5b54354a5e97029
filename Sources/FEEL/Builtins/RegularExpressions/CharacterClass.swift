extension PatternScanner {
  /// Consumes a class `[…]`, whose opening bracket is consumed already, and gives it as PCRE2 has it (XML
  /// Schema Part 2, appendix G, `charClassExpr`).
  ///
  /// `[a-z-[aeiou]]`, a class without some members, becomes a look ahead and a class. Subtractions may
  /// nest; they are read from the outside and written from the inside, without recursion.
  mutating func characterClass(
    ignoringCase: Bool
  ) throws(RegularExpression.Failure) -> String {
    var groups: [CharacterGroup] = []
    repeat {
      groups.append(try characterGroup())
      guard groups.count <= Self.mostSubtractions else { throw .limit }
    } while take("-") && take("[")
    var text = ""
    for group in groups.reversed() {
      guard take("]") else { throw failure }
      let own = group.text(ignoringCase: ignoringCase)
      text = text.isEmpty ? own : "(?:(?!\(text))\(own))"
    }
    return text
  }

  private static let mostSubtractions = 50

  /// Consumes the members of a class up to its `]` or up to the `-[` of a subtraction.
  private mutating func characterGroup() throws(RegularExpression.Failure) -> CharacterGroup {
    var group = CharacterGroup(isNegated: take("^"))
    var isFirst = true
    while let scalar = next, scalar != "]", !(scalar == "-" && peek(1) == "[") || isFirst {
      try takeMember(into: &group, isFirst: isFirst)
      isFirst = false
    }
    guard !isFirst else { throw failure }
    return group
  }

  private mutating func takeMember(
    into group: inout CharacterGroup,
    isFirst: Bool
  ) throws(RegularExpression.Failure) {
    if next == "-", !isFirst, !isHyphenLast { throw failure }
    switch try classCharacter() {
    case .members(let members): group.sets += members
    case .backReference: throw failure
    case .scalar(let first):
      guard next == "-", !isHyphenLast, peek(1) != "[" else {
        group.scalars += CharacterSets.escaped(first.value)
        return
      }
      _ = take()
      guard next != "-", case .scalar(let last) = try classCharacter(), first <= last else {
        throw failure
      }
      group.scalars += "\(CharacterSets.escaped(first.value))-\(CharacterSets.escaped(last.value))"
    }
  }

  /// Whether the hyphen that is next ends its group: before `]` or before `-[`.
  private var isHyphenLast: Bool {
    peek(1) == "]" || peek(1) == "-" && peek(2) == "["
  }

  private mutating func classCharacter() throws(RegularExpression.Failure) -> Escape {
    guard let scalar = take() else { throw failure }
    switch scalar {
    case "\\": return try escape()
    case "[", "]": throw failure
    default: return .scalar(scalar)
    }
  }
}

/// The members of a class, written as members of bracket expressions of PCRE2.
struct CharacterGroup {
  /// Whether the class has all other code points.
  var isNegated: Bool
  /// Single code points and stretches, which match in either case under flag `i`.
  var scalars = ""
  /// Sets that an escape names, which flag `i` does not touch (Functions and Operators 3.1, 5.6.2).
  var sets = ""

  /// The class as PCRE2 has it.
  func text(ignoringCase: Bool) -> String {
    let sign = isNegated ? "^" : ""
    guard ignoringCase, !sets.isEmpty else { return "[\(sign)\(scalars)\(sets)]" }
    guard !scalars.isEmpty else { return "(?-i:[\(sign)\(sets)])" }
    return isNegated
      ? "(?:(?![\(scalars)])(?-i:[^\(sets)]))"
      : "(?:[\(scalars)]|(?-i:[\(sets)]))"
  }
}
