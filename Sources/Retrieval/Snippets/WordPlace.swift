internal import TextAnalysis

/// Where a word stands among the bytes that were read for it.
enum WordPlace {
  /// The range without what separates words at both ends.
  static func trimmed(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    var offset = range.lowerBound
    var start: Int?
    var end = range.lowerBound
    while offset < range.upperBound {
      let place = offset
      if isWord(text, &offset) {
        start = start ?? place
        end = offset
      }
    }
    return (start ?? end)..<end
  }

  /// Whether a scalar belongs to a word; the offset moves behind it.
  private static func isWord(_ text: [UInt8], _ offset: inout Int) -> Bool {
    let byte = text[offset]
    if byte < 0x80 {
      offset += 1
      return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
    guard let scalar = UTF8Scalar.decode(text.span, at: &offset) else { return false }
    return ScalarClass(scalar).isWord
  }
}
