/// A regular expression of XQuery and XPath (Functions and Operators 3.1, 5.6), ready to match.
///
/// The pattern is checked against the grammar of that standard, translated, and run by PCRE2. All limits
/// are counted in steps, never in time, so that an expression gives the same result everywhere.
struct RegularExpression: Sendable {
  /// How many capturing groups the pattern has.
  let groupCount: Int
  private let flags: Flags
  private let compiled: CompiledPattern

  /// Checks, translates and compiles a pattern.
  ///
  /// - Throws: `.pattern` where the pattern leaves the grammar, `.limit` when it is too large.
  init(_ pattern: String, flags: Flags = []) throws(Failure) {
    let translated = try PatternTranslator.translate(pattern, flags: flags)
    groupCount = translated.groupCount
    self.flags = flags
    compiled = try CompiledPattern(translated, flags: flags)
  }

  /// Whether the pattern matches some part of a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - steps: The steps that may be spent yet; what the search spends is taken off. So it is with
  ///     the other functions.
  /// - Returns: Whether some part of the text matches.
  /// - Throws: `.limit` when the work takes too many steps.
  func matches(_ text: String, steps: inout Int) throws(Failure) -> Bool {
    var found = false
    try compiled.forEachMatch(in: Array(text.utf8), steps: &steps) { _ throws(Failure) in
      found = true
      return false
    }
    return found
  }

  /// The text with each match replaced; in the replacement `$1` is the first group and `$0` the match.
  ///
  /// - Throws: `.matchesEmpty` when the pattern matches the empty text, `.replacement` when the
  ///   replacement is malformed, `.limit` when the work or the result grows too large.
  func replacing(
    in text: String,
    with replacement: String,
    steps: inout Int
  ) throws(Failure) -> String {
    try refuseEmptyMatch(steps: &steps)
    let pieces = try Replacement(
      replacement,
      groupCount: groupCount,
      isLiteral: flags.contains(.literal)
    )
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var pieceCount = 0
    var end = 0
    try compiled.forEachMatch(in: bytes, steps: &steps) { groups throws(Failure) in
      guard let match = groups.first, let match else { return false }
      result += bytes[end..<match.lowerBound]
      pieces.append(to: &result, groups: groups, of: bytes)
      end = match.upperBound
      pieceCount += pieces.count
      guard result.count + pieceCount <= String.largestResult else { throw .limit }
      return true
    }
    result += bytes[end...]
    return String(decoding: result, as: UTF8.self)
  }

  /// The parts of a text between the matches; one part more than there are matches.
  ///
  /// - Throws: `.matchesEmpty` when the pattern matches the empty text, `.limit` when the work grows too
  ///   large.
  func splitting(_ text: String, steps: inout Int) throws(Failure) -> [String] {
    try refuseEmptyMatch(steps: &steps)
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var end = 0
    try compiled.forEachMatch(in: bytes, steps: &steps) { groups throws(Failure) in
      guard let match = groups.first, let match else { return false }
      parts.append(String(decoding: bytes[end..<match.lowerBound], as: UTF8.self))
      end = match.upperBound
      return true
    }
    parts.append(String(decoding: bytes[end...], as: UTF8.self))
    return parts
  }

  /// Functions and Operators 3.1, 5.6.4 and 5.6.5, error FORX0003.
  private func refuseEmptyMatch(steps: inout Int) throws(Failure) {
    guard try !matches("", steps: &steps) else { throw .matchesEmpty }
  }
}

extension RegularExpression {
  /// Why a regular expression gives no result.
  enum Failure: Error, Hashable {
    /// A flag that there is not (FORX0001).
    case flags
    /// The pattern leaves the grammar; so many code points of it were read (FORX0002).
    case pattern(at: Int)
    /// The pattern matches the empty text, where that is not allowed (FORX0003).
    case matchesEmpty
    /// A `$` without a number, or a `\` before another character than `$` and `\` (FORX0004).
    case replacement
    /// The pattern is too large, or matching takes too many steps.
    case limit
  }

  /// How a pattern is read (Functions and Operators 3.1, 5.6.2).
  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// `s`: a point matches line ends too.
    static let pointMatchesLineEnds = Flags(rawValue: 1)
    /// `m`: `^` and `$` match at line starts and line ends.
    static let anchorsMatchLines = Flags(rawValue: 2)
    /// `i`: letters match in either case.
    static let ignoresCase = Flags(rawValue: 4)
    /// `x`: white space in the pattern does not count.
    static let ignoresWhitespace = Flags(rawValue: 8)
    /// `q`: every character of the pattern stands for itself.
    static let literal = Flags(rawValue: 16)

    /// Creates flags.
    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Reads flags as the functions take them, in any order.
    ///
    /// - Throws: `.flags` for a character that is no flag.
    init(_ text: String) throws(Failure) {
      self = []
      for scalar in text.unicodeScalars {
        switch scalar {
        case "s": insert(.pointMatchesLineEnds)
        case "m": insert(.anchorsMatchLines)
        case "i": insert(.ignoresCase)
        case "x": insert(.ignoresWhitespace)
        case "q": insert(.literal)
        default: throw .flags
        }
      }
    }
  }
}
