extension QuantityScanner {
  /// The most bytes of a number; a longer run of digits is read as a word.
  private static let longestNumber = 32

  /// A number with decimals (`0.35`, `.01`, `0·35`) and thousands (`1,561`).
  func number(at start: Int) -> NumberMatch? {
    var match = NumberMatch(start: start)
    var end = digits(from: start)
    if end == start {
      guard text.byte(start) == UInt8(ascii: "."), digits(from: start + 1) > start + 1 else {
        return nil
      }
      match.text = "0"
    } else {
      match.text = text.string(start..<end)
      if end - start <= 3 { end = appendThousands(to: &match, from: end) }
    }
    appendDecimals(to: &match, from: &end)
    guard end - start <= Self.longestNumber else { return nil }
    match.range = start..<end
    return match
  }

  private func appendThousands(to match: inout NumberMatch, from start: Int) -> Int {
    var end = start
    while text.byte(end) == UInt8(ascii: ","), digits(from: end + 1) == end + 4 {
      match.text += text.string(end + 1..<end + 4)
      end += 4
    }
    return end
  }

  private func appendDecimals(to match: inout NumberMatch, from end: inout Int) {
    guard end < text.count, ["." as Unicode.Scalar, "·"].contains(text.scalar(at: end)) else {
      return
    }
    let start = text.next(end)
    let stop = digits(from: start)
    guard stop > start else { return }
    match.text += "." + text.string(start..<stop)
    match.isInteger = false
    end = stop
  }

  // One digit over the limit is enough to know that a number is too long.
  private func digits(from start: Int) -> Int {
    var end = start
    while end < text.count, end - start <= Self.longestNumber, text.bytes[end].isASCIIDigit {
      end += 1
    }
    return end
  }

  /// Whether no further word character belongs to the number that ends here.
  func endsNumber(_ end: Int) -> Bool {
    switch text.scalarClass(end) {
    case .letter, .digit, .mark: false
    case .dash, .apostrophe, .joiner: !text.scalarClass(text.next(end)).startsWord
    case .dot: text.byte(end + 1)?.isASCIIDigit != true
    case .other: true
    }
  }

  /// The index after at most eight spaces with at most one line break among them.
  func skipSpaces(_ start: Int) -> Int {
    var index = start
    var breaks = 0
    for _ in 0..<8 where index < text.count {
      let scalar = text.scalar(at: index)
      guard scalar.properties.isWhitespace else { break }
      if scalar == "\n" { breaks += 1 }
      if breaks > 1 { break }
      index = text.next(index)
    }
    return index
  }
}
