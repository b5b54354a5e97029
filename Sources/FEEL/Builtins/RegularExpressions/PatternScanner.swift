/// A cursor over the code points of a pattern; `mutating` members consume what they read.
struct PatternScanner {
  private let scalars: [Unicode.Scalar]
  /// The place of the next code point.
  private(set) var place = 0

  /// Starts at the first code point of a pattern.
  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// The next code point; nil at the end.
  var next: Unicode.Scalar? { peek(0) }

  /// A code point further on; nil behind the end.
  func peek(_ distance: Int) -> Unicode.Scalar? {
    place + distance < scalars.count ? scalars[place + distance] : nil
  }

  /// Consumes and gives the next code point; nil at the end.
  mutating func take() -> Unicode.Scalar? {
    guard let next else { return nil }
    place += 1
    return next
  }

  /// Consumes the next code point if it is the given one.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  /// The failure of a pattern that leaves the grammar here.
  var failure: RegularExpression.Failure { .pattern(at: place) }
}

extension PatternScanner {
  /// What a backslash makes of the characters behind it.
  enum Escape {
    /// One code point that stands for itself.
    case scalar(Unicode.Scalar)
    /// A set of code points, as members of a bracket expression of PCRE2.
    case members(String)
    /// A reference to a group; this first digit is consumed.
    case backReference(Int)
  }

  /// Consumes what follows a backslash (XML Schema Part 2, appendix G, `charClassEsc`, with `\$` and the
  /// back-references of Functions and Operators 3.1, 5.6.1).
  mutating func escape() throws(RegularExpression.Failure) -> Escape {
    guard let scalar = take() else { throw failure }
    switch scalar {
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "t": return .scalar("\t")
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$":
      return .scalar(scalar)
    case "1"..."9":
      return .backReference(scalar.decimalDigit ?? 0)
    case "p", "P":
      let name = try propertyName()
      guard let members = CharacterSets.members(ofProperty: name, isNegated: scalar == "P") else {
        throw failure
      }
      return .members(members)
    default:
      guard let members = CharacterSets.members(ofEscape: scalar) else { throw failure }
      return .members(members)
    }
  }

  /// Consumes `{name}`.
  private mutating func propertyName() throws(RegularExpression.Failure) -> String {
    guard take("{") else { throw failure }
    var name = ""
    while let scalar = take() {
      if scalar == "}" { return name }
      name.unicodeScalars.append(scalar)
    }
    throw failure
  }
}
