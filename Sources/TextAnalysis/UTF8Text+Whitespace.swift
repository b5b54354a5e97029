extension UTF8Text {
  /// The index of the first scalar from `start` on that is no white space.
  func skipWhitespace(_ start: Int) -> Int {
    var index = start
    while index < count, isWhitespace(index) { index = next(index) }
    return index
  }

  /// The end of the text before `limit`, without the white space there.
  func trimmedEnd(from start: Int, before limit: Int? = nil) -> Int {
    var end = limit ?? count
    while end > start, isWhitespace(previous(end)) { end = previous(end) }
    return end
  }

  /// Whether a line ends at an index and the line after it holds white space only.
  func startsBlankLine(_ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "\n") else { return false }
    return holdsBlankLine(index..<skipWhitespace(index))
  }

  /// Whether a range of white space holds two line ends.
  func holdsBlankLine(_ whitespace: Range<Int>) -> Bool {
    bytes[whitespace].lazy.filter { $0 == UInt8(ascii: "\n") }.prefix(2).count > 1
  }

  private func isWhitespace(_ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || byte &- 9 < 5 }
    return scalar(at: index).properties.isWhitespace
  }
}
