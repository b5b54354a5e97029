/// The punctuation at the end of a sentence, with the quotes, brackets and citations after it.
struct SentenceStop {
  let start: Int
  let end: Int
  /// Whether the stop is one full stop, which may also belong to a word.
  let isSingleDot: Bool
  /// Whether quotes or brackets close after the stop.
  let hasClosing: Bool
  let hasCitation: Bool
  /// Whether the stop ends a sentence without white space, as in Chinese and Japanese.
  let isHard: Bool

  /// The stop that starts at an index, or nil where there is none.
  init?(in text: UTF8Text, at start: Int) {
    var index = start
    while index < text.count, Self.isStop(text, index) { index = text.next(index) }
    guard index > start else { return nil }
    let afterStops = index
    isSingleDot = index == start + 1 && text.bytes[start] == UInt8(ascii: ".")
    isHard = text.bytes[index - 1] >= 0x80 && text.scalar(at: text.previous(index)) != "…"
    while index < text.count, Self.isClosing(text, index) { index = text.next(index) }
    hasClosing = index > afterStops
    let beforeCitation = index
    while let end = text.citation(at: index) { index = end }
    hasCitation = index > beforeCitation
    self.start = start
    end = index
  }

  private static func isStop(_ text: UTF8Text, _ index: Int) -> Bool {
    let byte = text.bytes[index]
    if byte < 0x80 {
      return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    }
    return ["…" as Unicode.Scalar, "。", "！", "？"].contains(text.scalar(at: index))
  }

  private static func isClosing(_ text: UTF8Text, _ index: Int) -> Bool {
    switch text.scalar(at: index) {
    case ")", "]", "}", "\"", "'", "*", "_": true
    case let scalar where !scalar.isASCII:
      [.closePunctuation, .finalPunctuation].contains(scalar.properties.generalCategory)
    default: false
    }
  }
}
