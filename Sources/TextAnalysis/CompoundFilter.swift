/// Adds the parts and the joined form of each compound at the position of the whole.
///
/// `eob-mri` stays and is followed by `eob`, `mri` and `eobmri`, so that it is found however an author
/// writes it. A number that labels a word (`folfox-6`) is no part, one that leads (`5-year`) is.
/// Numbers are never joined to each other, and quantities are left to ``NumberFilter``.
///
/// Expects dashes as ``FoldingFilter`` writes them.
public struct CompoundFilter: TokenFilter {
  /// Makes a compound filter.
  public init() {}

  /// The tokens, each compound followed by what it is made of.
  ///
  /// A part gets its own place in the text, or that of the whole where a token was made by hand with
  /// another length than its source.
  ///
  /// - Complexity: O(*n*) in the bytes of the tokens.
  public func filter(_ tokens: [Token]) -> [Token] {
    var result: [Token] = []
    result.reserveCapacity(tokens.count + tokens.count / 2)
    for token in tokens {
      result.append(token)
      if token.kind == .word, token.text.utf8.contains(UInt8(ascii: "-")) {
        appendParts(of: token, to: &result)
      }
    }
    return result
  }

  private func appendParts(of token: Token, to result: inout [Token]) {
    let parts = Self.parts(of: token)
    guard parts.count > 1 else { return }
    for (index, part) in parts.enumerated() where !part.text.isEmpty {
      if part.isNumber, index > 0, !parts[index - 1].isNumber { continue }
      result.append(token.part(String(part.text), part.range))
    }
    if let joined = Self.joined(parts.map(\.text)), !joined.isEmpty {
      result.append(token.part(joined, token.range))
    }
  }

  private static func parts(of token: Token) -> [CompoundPart] {
    let pieces = token.text.split(separator: "-", omittingEmptySubsequences: false)
    if pieces.count == token.parts.count {
      return zip(pieces, token.parts).map { CompoundPart(text: $0, range: $1) }
    }
    let isAsWritten = token.text.utf8.count == token.end - token.start
    var start = token.start
    return pieces.map { piece in
      defer { start += piece.utf8.count + 1 }
      let range = isAsWritten ? start..<start + piece.utf8.count : token.range
      return CompoundPart(text: piece, range: range)
    }
  }

  /// The parts in one word, or nil where two numbers would run into one.
  private static func joined(_ pieces: [Substring]) -> String? {
    for (left, right) in zip(pieces, pieces.dropFirst()) {
      if left.utf8.last?.isASCIIDigit == true, right.utf8.first?.isASCIIDigit == true { return nil }
    }
    return pieces.joined()
  }
}

/// One part of a compound and its place in the text.
private struct CompoundPart {
  let text: Substring
  let range: Range<Int>

  var isNumber: Bool { text.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") } }
}
