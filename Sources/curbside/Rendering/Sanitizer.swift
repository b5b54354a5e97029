/// Makes control characters of the corpus or of the input visible, so that no text can command the
/// terminal or change the order of what is read.
enum Sanitizer {
  /// The text with a visible character in the place of each control or reordering one.
  ///
  /// C0 controls and DEL become their pictures (U+2400 and following); C1 controls, bidirectional
  /// embeddings, overrides and isolates, and line or paragraph separators become U+FFFD.
  static func visible(_ text: some StringProtocol) -> String {
    // All suspects begin with one of these bytes, and nearly every text has none of them.
    let hasSuspects = text.utf8.contains { byte in
      byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2
    }
    if !hasSuspects { return String(text) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(visible(scalar)) }
    return String(scalars)
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0...0x1F: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0x2028...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
