/// What a scalar does in a word.
package enum ScalarClass {
  /// Starts and continues a word.
  case letter
  /// Starts and continues a word, and may stand beside a decimal dot.
  case digit
  /// Continues a word: combining marks.
  case mark
  /// Joins two word characters into a compound.
  case dash
  /// Joins two word characters into one part.
  case apostrophe
  /// Invisible between two word characters: soft hyphen and the zero-width joiners.
  case joiner
  /// Joins two digits, or two single letters.
  case dot
  /// Separates words.
  case other

  package var isWord: Bool {
    self == .letter || self == .digit || self == .mark
  }

  package var startsWord: Bool {
    self == .letter || self == .digit
  }

  init(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      self = .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
    case UInt8(ascii: "-"): self = .dash
    case UInt8(ascii: "'"): self = .apostrophe
    case UInt8(ascii: "."): self = .dot
    default: self = .other
    }
  }

  package init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x00AD, 0x200C, 0x200D, 0x2060: self = .joiner
    case 0x2018, 0x2019, 0x201B, 0x02BC, 0xFF07: self = .apostrophe
    case 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D: self = .dash
    default: self = ScalarClass(category: scalar.properties.generalCategory)
    }
  }

  private init(category: Unicode.GeneralCategory) {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      self = .letter
    case .decimalNumber, .letterNumber, .otherNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    default: self = .other
    }
  }
}

extension UInt8 {
  /// Whether the byte is one of `0` to `9`.
  var isASCIIDigit: Bool { self &- 0x30 < 10 }

  /// Whether the byte is an unaccented Latin letter.
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
}
