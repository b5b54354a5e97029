import TestSupport

/// Texts that mix what an analysis has to tell apart with what it should never meet.
enum RandomText {
  private static let pieces: [String] = [
    "a", "B", "é", "e\u{301}", "İ", "ß", "ﬁ", "Ｆ", "²", "ø", "肝", "転移", "한",
    "\u{1F9D1}\u{200D}\u{2695}\u{FE0F}",
    "\u{0}", "\u{7}", "\u{AD}", "\u{200D}", "\u{301}", "\u{FE0F}", "1", "23", "0.5", ".7", "1,561",
    "·", "<", "≤",
    "≥", ">=", "%", "mm", "cm", "weeks", "y", "mg/m2", "/", "/52", "to", "per cent", "-", "–", "—",
    "−", "'",
    "’s", "’", ".", "?", "!", "…", "。", ",", ";", "(", ")", "[12]", "[@a; @b]", "{#id}", "[", "]",
    "{", "\"",
    "“", "”", "et al.", "e.g.", "No.", "Fig.", "J.", "EOB-MRI", "follow-up", " ", "  ", "\n",
    "\n\n", "\t", "\r\n",
    "\u{A0}", "\u{2028}", "\u{3000}", "Word", "word",
  ]

  /// A text of up to 40 pieces, some of them random scalars.
  static func make(using generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      Int.random(in: 0..<8, using: &generator) == 0
        ? scalar(using: &generator)
        : pieces.randomElement(using: &generator) ?? ""
    }.joined()
  }

  private static func scalar(using generator: inout SeededGenerator) -> String {
    Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator)).map { String($0) } ?? ""
  }
}

extension String {
  /// The text between two byte offsets, or nil where one is off a scalar boundary.
  func slice(_ start: Int, _ end: Int) -> String? {
    let bytes = Array(utf8)
    guard start >= 0, start <= end, end <= bytes.count else { return nil }
    return String(validating: bytes[start..<end], as: UTF8.self)
  }
}
