/// Reads the notation of ``PhrasePattern``.
///
/// A function has the name of what it reads and moves past it.
struct PatternParser {
  private var tokens: [String]
  private var index = 0
  private var vocabulary: Vocabulary
  private let classes: [String: Int]

  /// Reads a pattern and enters its words into a vocabulary.
  ///
  /// - Parameters:
  ///   - text: The pattern.
  ///   - vocabulary: The words so far.
  ///   - classes: The numbers of the classes that may be named.
  /// - Returns: The pattern.
  /// - Throws: Why it cannot be read.
  static func pattern(
    _ text: String,
    _ vocabulary: inout Vocabulary,
    classes: [String: Int]
  ) throws(PatternError) -> PhrasePattern {
    var parser = PatternParser(
      tokens: tokens(of: text),
      vocabulary: vocabulary,
      classes: classes
    )
    let pattern = try parser.choice()
    guard parser.index == parser.tokens.count else { throw .unbalanced }
    vocabulary = parser.vocabulary
    return pattern
  }

  private init(tokens: [String], vocabulary: Vocabulary, classes: [String: Int]) {
    self.tokens = tokens
    self.vocabulary = vocabulary
    self.classes = classes
  }

  /// The elements of a pattern; inside brackets a bar separates whole sequences.
  private static func tokens(of text: String) -> [String] {
    var spread = ""
    var depth = 0
    for character in text {
      switch character {
      case "(":
        depth += 1
        spread += " ( "
      case ")":
        depth -= 1
        spread += " ) "
      case "|" where depth > 0: spread += " | "
      default: spread.append(character)
      }
    }
    return spread.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  // MARK: Grammar

  private mutating func choice() throws(PatternError) -> PhrasePattern {
    var options = [try sequence()]
    while index < tokens.count, tokens[index] == "|" {
      index += 1
      options.append(try sequence())
    }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence() throws(PatternError) -> PhrasePattern {
    var elements: [PhrasePattern] = []
    while index < tokens.count, tokens[index] != "|", !tokens[index].hasPrefix(")") {
      elements.append(try element())
    }
    if elements.isEmpty { throw .empty }
    return elements.count == 1 ? elements[0] : .sequence(elements)
  }

  private mutating func element() throws(PatternError) -> PhrasePattern {
    var token = tokens[index]
    index += 1
    if token == "(" {
      let group = try choice()
      guard index < tokens.count, tokens[index] == ")" else { throw .unbalanced }
      index += 1
      if index < tokens.count, tokens[index] == "?" {
        index += 1
        return .optional(group)
      }
      return group
    }
    if token == "^" { return .sentenceStart }
    if token.hasPrefix("~") { return gap(token) }
    let isOptional = token.count > 1 && token.hasSuffix("?")
    if isOptional { token.removeLast() }
    let options = token == "|" ? [token] : token.split(separator: "|").map(String.init)
    var patterns: [PhrasePattern] = []
    for option in options { patterns.append(try single(option)) }
    if patterns.isEmpty { throw .empty }
    let pattern = patterns.count == 1 ? patterns[0] : .choice(patterns)
    return isOptional ? .optional(pattern) : pattern
  }

  private mutating func single(_ token: String) throws(PatternError) -> PhrasePattern {
    if token.hasPrefix("@") {
      let name = String(token.dropFirst())
      guard let number = classes[name] else { throw .unknownClass(name) }
      return .named(number)
    }
    if token.hasPrefix("#") {
      let name = String(token.dropFirst())
      if name == "any" { return .quantity(nil) }
      guard let kind = QuantityKind(rawValue: name) else { throw .unknownQuantity(name) }
      return .quantity(kind)
    }
    // What the scanner takes apart stands apart in the pattern too.
    let parts = PieceScanner(abbreviations: []).pieces(of: token).map(\.text)
    if parts.count < 2 || token.hasSuffix("*") { return .atom(vocabulary.atom(token.lowercased())) }
    return .sequence(parts.map { .atom(vocabulary.atom($0)) })
  }

  private func gap(_ token: String) -> PhrasePattern {
    if token.hasPrefix("~~") {
      return .gap(words: Int(token.dropFirst(2)) ?? 8, crossesStops: true)
    }
    return .gap(words: Int(token.dropFirst()) ?? 3, crossesStops: false)
  }
}
