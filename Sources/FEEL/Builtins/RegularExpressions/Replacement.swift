/// The replacement text of `replace`, read (Functions and Operators 3.1, 5.6.4).
struct Replacement: Sendable {
  private enum Piece {
    case bytes([UInt8])
    case group(Int)
  }

  private var pieces: [Piece] = []
  private var literal: [UInt8] = []

  /// Reads a replacement.
  ///
  /// - Parameters:
  ///   - text: The text, in which `$0` is the match, `$1` the first group, `\$` a dollar sign and `\\` a
  ///     backslash.
  ///   - groupCount: How many groups the pattern has.
  ///   - isLiteral: Whether nothing in the text has a meaning (flag `q`).
  /// - Throws: `.replacement` for any other use of `$` and `\`.
  init(_ text: String, groupCount: Int, isLiteral: Bool) throws(RegularExpression.Failure) {
    var rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "$" where !isLiteral:
        try appendReference(from: &rest, groupCount: groupCount)
      case "\\" where !isLiteral:
        guard let escaped = rest.popFirst(), escaped == "$" || escaped == "\\" else {
          throw .replacement
        }
        literal += UTF8.encode(escaped).map(Array.init) ?? []
      default:
        literal += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    flush()
  }

  /// Takes the longest number that is a group; digits behind it stand for themselves.
  ///
  /// A single digit above the number of groups is an empty group.
  private mutating func appendReference(
    from rest: inout Substring.UnicodeScalarView,
    groupCount: Int
  ) throws(RegularExpression.Failure) {
    guard var number = rest.first?.decimalDigit else { throw .replacement }
    rest.removeFirst()
    let largest = max(groupCount, 9)
    while let digit = rest.first?.decimalDigit, number * 10 + digit <= largest {
      number = number * 10 + digit
      rest.removeFirst()
    }
    flush()
    if number <= groupCount { pieces.append(.group(number)) }
  }

  /// How many pieces are written for each match, empty groups among them.
  var count: Int { pieces.count }

  private mutating func flush() {
    if !literal.isEmpty { pieces.append(.bytes(literal)) }
    literal = []
  }

  /// Writes the replacement of one match.
  ///
  /// - Parameters:
  ///   - result: Where to write.
  ///   - groups: The places of the match and its groups, nil for a group that took no part.
  ///   - bytes: The text that was searched.
  func append(to result: inout [UInt8], groups: [Range<Int>?], of bytes: [UInt8]) {
    for piece in pieces {
      switch piece {
      case .bytes(let literal): result += literal
      case .group(let number):
        if groups.indices.contains(number), let range = groups[number] { result += bytes[range] }
      }
    }
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII digit; nil for any other code point.
  var decimalDigit: Int? {
    ("0"..."9").contains(self) ? Int(value) - 0x30 : nil
  }
}
