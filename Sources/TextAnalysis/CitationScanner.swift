extension UTF8Text {
  /// The most bytes of one citation.
  private static let longestCitation = 512

  /// The end of the citation or attribute at an index, or nil where there is none.
  ///
  /// Numbers in brackets must follow without a space; Pandoc citations and attributes may follow after
  /// spaces on the same line.
  func citation(at start: Int) -> Int? {
    var index = start
    while byte(index) == UInt8(ascii: " "), index - start < 8 { index += 1 }
    switch (byte(index), byte(index + 1)) {
    case (UInt8(ascii: "["), UInt8(ascii: "@")?), (UInt8(ascii: "["), UInt8(ascii: "-")?):
      return pandocCitation(at: index)
    case (UInt8(ascii: "{"), UInt8(ascii: "#")?):
      return enclosed(at: index, by: UInt8(ascii: "}")) { $0 > 0x20 }
    case (UInt8(ascii: "["), _?) where index == start: return numericCitation(at: index)
    default: return index == start ? superscripts(at: index) : nil
    }
  }

  private func pandocCitation(at start: Int) -> Int? {
    guard byte(start + 1) == UInt8(ascii: "@") || byte(start + 2) == UInt8(ascii: "@") else {
      return nil
    }
    return enclosed(at: start, by: UInt8(ascii: "]")) { $0 != UInt8(ascii: "\n") }
  }

  private func numericCitation(at start: Int) -> Int? {
    guard byte(start + 1)?.isASCIIDigit == true else { return nil }
    return enclosed(at: start, by: UInt8(ascii: "]")) { byte in
      // The bytes of an en dash are those of any scalar outside ASCII.
      byte.isASCIIDigit || byte >= 0x80 || " ,;-".utf8.contains(byte)
    }
  }

  private func superscripts(at start: Int) -> Int? {
    var index = start
    while index < count, bytes[index] >= 0x80, isSuperscript(scalar(at: index)) {
      index = next(index)
    }
    return index > start ? index : nil
  }

  private func isSuperscript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: true
    default: false
    }
  }

  private func enclosed(
    at start: Int,
    by close: UInt8,
    allowing isAllowed: (UInt8) -> Bool
  ) -> Int? {
    var index = start + 1
    while let byte = byte(index), index - start < Self.longestCitation {
      if byte == close { return index + 1 }
      guard isAllowed(byte) else { return nil }
      index += 1
    }
    return nil
  }
}
