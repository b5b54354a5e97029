extension UTF8Text {
  /// The word with inner dots that ends before an index; longer ones are cut at 64 bytes.
  func wordBefore(_ end: Int, notBefore limit: Int) -> Range<Int> {
    var start = end
    while start > limit, end - start < 64 {
      let index = previous(start)
      guard scalarClass(index).isWord || bytes[index] == UInt8(ascii: ".") else { break }
      start = index
    }
    return start..<end
  }

  /// Whether a word numbers a list item: digits, or one letter.
  func isLabel(_ word: Range<Int>) -> Bool {
    bytes[word].allSatisfy(\.isASCIIDigit) && word.count <= 3
      || word.count == 1 && bytes[word.lowerBound].isASCIILowercase
  }

  /// Whether a word is one capital letter, or single letters with dots between them.
  func isInitial(_ word: Range<Int>) -> Bool {
    var index = word.lowerBound
    var letters = 0
    while index < word.upperBound, scalarClass(index) == .letter {
      letters += 1
      index = next(index)
      if index == word.upperBound { break }
      guard bytes[index] == UInt8(ascii: ".") else { return false }
      index += 1
    }
    guard index == word.upperBound, letters > 0 else { return false }
    return letters > 1 || scalar(at: word.lowerBound).properties.isUppercase
  }
}

extension UInt8 {
  fileprivate var isASCIILowercase: Bool { self &- 0x61 < 26 }
}
