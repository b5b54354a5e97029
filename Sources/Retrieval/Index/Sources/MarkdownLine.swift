/// What a line of Markdown is.
enum MarkdownLine {
  /// The lines of a text without their ends.
  static func ranges(_ bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == 10 {
      if end == bytes.count, start == end { break }
      let hasReturn = end > start && bytes[end - 1] == 13
      ranges.append(start..<(hasReturn ? end - 1 : end))
      start = end + 1
    }
    return ranges
  }

  /// The line behind the metadata that a file begins with; 0 where it has none.
  static func metadataEnd(_ bytes: [UInt8], _ lines: [Range<Int>]) -> Int {
    guard let first = lines.first, bytes[first].elementsEqual("---".utf8) else { return 0 }
    let end = lines.dropFirst().firstIndex {
      bytes[$0].elementsEqual("---".utf8) || bytes[$0].elementsEqual("...".utf8)
    }
    return end.map { $0 + 1 } ?? 0
  }

  /// The level and the text of a line that begins with marks of a heading.
  static func heading(_ line: ArraySlice<UInt8>) -> (level: Int, text: ArraySlice<UInt8>)? {
    let marks = line.prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(marks.count) else { return nil }
    let rest = line[marks.endIndex...]
    guard let next = rest.first, next == 0x20 || next == 9 else { return nil }
    var text = rest.drop { isBlank($0) }
    while let last = text.last, isBlank(last) || last == UInt8(ascii: "#") { text.removeLast() }
    return text.isEmpty ? nil : (marks.count, text)
  }

  /// The level that a line of `=` or `-` gives to the line above it; nil where that is no heading.
  static func underline(_ line: ArraySlice<UInt8>, below text: ArraySlice<UInt8>) -> Int? {
    guard let sign = line.first, line.count > 2, line.allSatisfy({ $0 == sign }),
      let first = text.first, isLetter(first)
    else { return nil }
    return sign == UInt8(ascii: "=") ? 1 : sign == UInt8(ascii: "-") ? 2 : nil
  }

  /// The marks that begin or end code.
  static func fence(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = line.drop { $0 == 0x20 }
    guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
      return nil
    }
    let marks = text.prefix { $0 == sign }
    return marks.count >= 3 ? marks : nil
  }

  /// A heading as an address names it: letters and digits in lower case, blanks as hyphens.
  static func anchor(of heading: [UInt8]) -> [UInt8] {
    var anchor = ""
    for scalar in String(decoding: heading, as: UTF8.self).unicodeScalars {
      if scalar == " " {
        anchor += "-"
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar == "-" || scalar == "_"
      {
        anchor += scalar.properties.lowercaseMapping
      }
    }
    return Array(anchor.utf8)
  }

  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { isBlank($0) } }

  static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var text = line.drop { isBlank($0) }
    while let last = text.last, isBlank(last) { text.removeLast() }
    return Array(text)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 || byte == 13 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
