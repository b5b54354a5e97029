/// Breaks text into lines.
enum TextLayout {
  /// The words of a text: what stands between ASCII blanks, with control characters made visible.
  ///
  /// A no-break space stays inside its word, as in "80 %".
  static func words(_ text: some StringProtocol) -> [String] {
    let bytes = Array(text.utf8)
    var words: [String] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || isBlank(bytes[end]) {
      if start < end {
        words.append(Sanitizer.visible(String(decoding: bytes[start..<end], as: UTF8.self)))
      }
      start = end + 1
    }
    return words
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (9...13).contains(byte)
  }

  /// Lines of at most `width` columns, as the places behind their last words; a word that is longer
  /// than a line has one to itself.
  ///
  /// Ranges in an array would cost the lookup of a conformance, a twentieth of an answer.
  static func lineEnds(of words: [String], width: Int) -> [Int] {
    var ends: [Int] = []
    var start = 0
    var used = 0
    for (index, word) in words.enumerated() {
      let needed = DisplayWidth.of(word)
      if index > start, used + 1 + needed > width {
        ends.append(index)
        start = index
        used = needed
      } else {
        used += needed + (index > start ? 1 : 0)
      }
    }
    if start < words.count { ends.append(words.count) }
    return ends
  }

  /// A text broken into lines of at most `width` columns, words longer than that being cut.
  static func wrap(_ text: some StringProtocol, width: Int) -> [String] {
    wrap(words(text), width: width)
  }

  /// Words set into lines of at most `width` columns, words longer than that being cut.
  static func wrap(_ words: [String], width: Int) -> [String] {
    let isCut = words.contains { $0.utf8.count > width }
    let words = isCut ? words.flatMap { cut($0, width: width) } : words
    var lines: [String] = []
    var start = 0
    for end in lineEnds(of: words, width: width) {
      lines.append(joined(words[start..<end]))
      start = end
    }
    return lines
  }

  /// Words with a separator between them; the library's generic joining took a twentieth of an
  /// answer.
  static func joined(_ words: ArraySlice<String>, separator: String = " ") -> String {
    var text = words.first ?? ""
    for word in words.dropFirst() {
      text += separator
      text += word
    }
    return text
  }

  /// A text shortened to `width` columns, with an ellipsis in the place of what was left out.
  static func shorten(_ text: String, width: Int) -> String {
    if DisplayWidth.of(text) <= width { return text }
    let head = cut(text, width: max(width - 1, 1)).first ?? ""
    return "\(head)…"
  }

  /// Headings from the outer to the inner, as many of the inner ones as have room in `width` columns.
  static func path(_ headings: ArraySlice<String>, width: Int) -> String {
    var rest = headings.map { Sanitizer.visible($0) }[...]
    while rest.count > 1, DisplayWidth.of(joined(rest, separator: " › ")) > width {
      rest.removeFirst()
    }
    return shorten(joined(rest, separator: " › "), width: width)
  }

  /// A word in pieces of at most `width` columns.
  static func cut(_ word: String, width: Int) -> [String] {
    if word.utf8.count <= width { return [word] }
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var used = 0
    for scalar in word.unicodeScalars {
      let needed = DisplayWidth.of(scalar)
      if used + needed > width, used > 0 {
        pieces.append(String(piece))
        piece.removeAll()
        used = 0
      }
      piece.append(scalar)
      used += needed
    }
    pieces.append(String(piece))
    return pieces
  }
}
