/// Turns a regular expression of XQuery and XPath into one of PCRE2.
///
/// The grammar is that of Functions and Operators 3.1, 5.6.1, over XML Schema Part 2, appendix G. What
/// PCRE2 has beyond it (look around, possessive quantifiers, named groups, `\b`, …) is refused. The
/// pattern is read once from left to right without recursion.
struct PatternTranslator {
  /// A pattern as PCRE2 has it.
  struct Translation {
    /// The pattern.
    var pattern = ""
    /// How many capturing groups it has.
    var groupCount = 0
    /// Whether it refers back to groups.
    var hasBackReferences = false
  }

  private static let longestPattern = 10_000
  private static let deepestNesting = 200
  private static let largestCount = 65_535

  private var scanner: PatternScanner
  private let flags: RegularExpression.Flags
  private var translation = Translation()
  /// The groups that are open, innermost last; nil for one that does not capture.
  private var openGroups: [Int?] = []

  private init(_ scalars: [Unicode.Scalar], flags: RegularExpression.Flags) {
    scanner = PatternScanner(scalars)
    self.flags = flags
  }

  /// Translates a pattern.
  ///
  /// - Throws: `.pattern` when the pattern leaves the grammar; code points are counted under flag `x`
  ///   without white space. `.limit` when it is too long, too deep or counts too far.
  static func translate(
    _ pattern: String,
    flags: RegularExpression.Flags
  ) throws(RegularExpression.Failure) -> Translation {
    var scalars = Array(pattern.unicodeScalars)
    guard scalars.count <= longestPattern else { throw .limit }
    if flags.contains(.literal) {
      return Translation(pattern: scalars.map { text(of: $0) }.joined())
    }
    if flags.contains(.ignoresWhitespace) { scalars = withoutWhitespace(scalars) }
    var translator = PatternTranslator(scalars, flags: flags)
    try translator.regularExpression()
    return translator.translation
  }

  /// White space within classes counts even under flag `x`; elsewhere not even a backslash protects it.
  private static func withoutWhitespace(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var depth = 0
    var isEscaped = false
    for scalar in scalars {
      if depth == 0, [" ", "\t", "\n", "\r"].contains(scalar) { continue }
      result.append(scalar)
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "[" {
        depth += 1
      } else if scalar == "]", depth > 0 {
        depth -= 1
      }
    }
    return result
  }

  /// A code point that stands for itself.
  private static func text(of scalar: Unicode.Scalar) -> String {
    let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.decimalDigit != nil)
    return isPlain ? String(scalar) : CharacterSets.escaped(scalar.value)
  }
}

extension PatternTranslator {
  private mutating func regularExpression() throws(RegularExpression.Failure) {
    while let scalar = scanner.take() {
      switch scalar {
      case "|": translation.pattern += "|"
      case "(": try openGroup()
      case ")":
        try closeGroup()
        try quantifier()
      default:
        try atom(scalar)
        try quantifier()
      }
    }
    guard openGroups.isEmpty else { throw scanner.failure }
  }

  private mutating func openGroup() throws(RegularExpression.Failure) {
    guard openGroups.count < Self.deepestNesting else { throw .limit }
    if scanner.take("?") {
      guard scanner.take(":") else { throw scanner.failure }
      openGroups.append(nil)
      translation.pattern += "(?:"
    } else {
      translation.groupCount += 1
      openGroups.append(translation.groupCount)
      translation.pattern += "("
    }
  }

  private mutating func closeGroup() throws(RegularExpression.Failure) {
    guard !openGroups.isEmpty else { throw scanner.failure }
    openGroups.removeLast()
    translation.pattern += ")"
  }

  private mutating func atom(_ scalar: Unicode.Scalar) throws(RegularExpression.Failure) {
    switch scalar {
    case ".":
      translation.pattern += flags.contains(.pointMatchesLineEnds) ? "." : "[^\\n\\r]"
    case "^", "$":
      translation.pattern += isQuantifierNext ? "(?:\(scalar))" : String(scalar)
    case "\\":
      try escape()
    case "?", "*", "+", "{", "}", "]":
      throw scanner.failure
    case "[":
      translation.pattern += try scanner.characterClass(
        ignoringCase: flags.contains(.ignoresCase)
      )
    default:
      translation.pattern += Self.text(of: scalar)
    }
  }

  private mutating func escape() throws(RegularExpression.Failure) {
    switch try scanner.escape() {
    case .scalar(let scalar):
      translation.pattern += Self.text(of: scalar)
    case .members(let members):
      let group = CharacterGroup(isNegated: false, sets: members)
      translation.pattern += group.text(ignoringCase: flags.contains(.ignoresCase))
    case .backReference(let digit):
      try backReference(digit)
    }
  }

  /// Takes the longest number that is a group so far; digits behind it stand for themselves.
  ///
  /// The group must be closed already.
  private mutating func backReference(_ first: Int) throws(RegularExpression.Failure) {
    var number = first
    while let digit = scanner.next?.decimalDigit, number * 10 + digit <= translation.groupCount {
      number = number * 10 + digit
      _ = scanner.take()
    }
    guard number <= translation.groupCount, !openGroups.contains(number) else {
      throw scanner.failure
    }
    translation.hasBackReferences = true
    translation.pattern += "\\g{\(number)}"
  }

  private var isQuantifierNext: Bool {
    switch scanner.next {
    case "?", "*", "+", "{": true
    case .some, .none: false
    }
  }

  /// Consumes a quantifier if there is one; `?` behind it makes it reluctant.
  private mutating func quantifier() throws(RegularExpression.Failure) {
    guard isQuantifierNext, let scalar = scanner.take() else { return }
    translation.pattern.unicodeScalars.append(scalar)
    if scalar == "{" { try quantity() }
    if scanner.take("?") { translation.pattern += "?" }
  }

  /// Consumes `n}`, `n,}` or `n,m}`.
  private mutating func quantity() throws(RegularExpression.Failure) {
    let least = try count()
    translation.pattern += "\(least)"
    if scanner.take(",") {
      translation.pattern += ","
      if scanner.next != "}" {
        let most = try count()
        guard least <= most else { throw scanner.failure }
        translation.pattern += "\(most)"
      }
    }
    guard scanner.take("}") else { throw scanner.failure }
    translation.pattern += "}"
  }

  private mutating func count() throws(RegularExpression.Failure) -> Int {
    guard var number = scanner.take()?.decimalDigit else { throw scanner.failure }
    while let digit = scanner.next?.decimalDigit {
      _ = scanner.take()
      number = number * 10 + digit
      guard number <= Self.largestCount else { throw .limit }
    }
    return number
  }
}
