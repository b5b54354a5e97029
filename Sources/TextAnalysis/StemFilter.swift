/// Reduces English words to stems, so that `lesions` finds `lesion`.
///
/// Stems words, compounds and their parts. A token with a digit or a dot (`ki-67`, `e.g`) stays.
public struct StemFilter: TokenFilter {
  private let stemmer = SnowballEnglishStemmer()

  /// Makes a stem filter.
  public init() {}

  /// The tokens with stems for texts.
  ///
  /// - Complexity: O(*n*) in the bytes of the tokens.
  public func filter(_ tokens: [Token]) -> [Token] {
    var stemmed = tokens
    for index in stemmed.indices where isWord(stemmed[index].text) {
      stemmed[index].text = stemmer.stem(stemmed[index].text)
    }
    return stemmed
  }

  private func isWord(_ text: String) -> Bool {
    var hasLetter = false
    for byte in text.utf8 {
      if byte.isASCIIDigit || byte == UInt8(ascii: ".") { return false }
      if byte.isASCIILetter || byte >= 0x80 { hasLetter = true }
    }
    return hasLetter
  }
}
