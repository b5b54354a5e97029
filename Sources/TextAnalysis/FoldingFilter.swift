/// Folds case, diacritics and typography, so that `Métastases` and `metastases` are one term.
///
/// Full-width forms become ASCII, superscript digits digits, every dash `-` and every apostrophe `'`;
/// a possessive `'s` is dropped. A folded form may have another length than the original, to which
/// the offsets still point.
public struct FoldingFilter: TokenFilter {
  /// Makes a folding filter.
  public init() {}

  /// The tokens in folded form, without those of which nothing is left.
  ///
  /// - Complexity: O(*n*) in the bytes of the tokens.
  public func filter(_ tokens: [Token]) -> [Token] {
    var folded = tokens
    var isEmptied = false
    for index in folded.indices {
      guard let text = Self.fold(folded[index].text) else { continue }
      folded[index].text = text
      isEmptied = isEmptied || text.isEmpty
    }
    if isEmptied { folded.removeAll { $0.text.isEmpty } }
    return folded
  }

  /// The folded form of a word, or nil where it is the word itself.
  static func fold(_ word: String) -> String? {
    var isASCII = true
    var isFolded = true
    for byte in word.utf8 {
      if byte >= 0x80 { isASCII = false }
      if byte &- 0x41 < 26 || byte == UInt8(ascii: "'") { isFolded = false }
    }
    if isASCII && isFolded { return nil }
    return dropPossessive(isASCII ? lowercasedASCII(word) : foldScalars(word))
  }

  private static func lowercasedASCII(_ word: String) -> [UInt8] {
    word.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private static func foldScalars(_ word: String) -> [UInt8] {
    var folded: [UInt8] = []
    for scalar in word.unicodeScalars {
      // A lower case may be several scalars: İ becomes i and a combining dot.
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        folded.append(contentsOf: (FoldingTable.fold(lower) ?? String(lower)).utf8)
      }
    }
    return folded
  }

  private static func dropPossessive(_ bytes: [UInt8]) -> String {
    let isPossessive = bytes.count > 2 && bytes.suffix(2) == [UInt8(ascii: "'"), UInt8(ascii: "s")]
    return String(decoding: isPossessive ? bytes.dropLast(2) : bytes[...], as: UTF8.self)
  }
}
