/// Sets of code points that an escape names, written as members of a bracket expression of PCRE2.
///
/// Source: XML Schema Part 2: Datatypes, appendix G (`SingleCharEsc` to `MultiCharEsc`).
enum CharacterSets {
  /// The members of `\s`, `\d` and so on; nil when there is no such escape.
  static func members(ofEscape letter: Unicode.Scalar) -> String? {
    switch letter {
    case "s": members(of: whitespace)
    case "S": members(of: complement(of: whitespace))
    case "i": members(of: nameStart)
    case "I": members(of: complement(of: nameStart))
    case "c": members(of: nameCharacters)
    case "C": members(of: complement(of: nameCharacters))
    case "d": #"\p{Nd}"#
    case "D": #"\P{Nd}"#
    case "w": #"\p{L}\p{M}\p{N}\p{S}"#
    case "W": #"\p{P}\p{Z}\p{C}"#
    default: nil
    }
  }

  /// The members of `\p{name}` or, negated, `\P{name}`: a general category or, after `Is`, a block; nil
  /// when there is none of that name.
  static func members(ofProperty name: String, isNegated: Bool) -> String? {
    if categories.contains(name) { return isNegated ? "\\P{\(name)}" : "\\p{\(name)}" }
    guard name.hasPrefix("Is"), let block = UnicodeBlocks.block(named: String(name.dropFirst(2)))
    else { return nil }
    return members(of: isNegated ? complement(of: [block]) : [block])
  }

  /// The members of some stretches of code points.
  ///
  /// UTF-8 has no surrogates and PCRE2 takes none, so they are cut off.
  static func members(of stretches: [ClosedRange<UInt32>]) -> String {
    var text = ""
    for stretch in stretches {
      let first = surrogates.contains(stretch.lowerBound) ? 0xE000 : stretch.lowerBound
      let last = surrogates.contains(stretch.upperBound) ? 0xD7FF : stretch.upperBound
      if first <= last { text += "\(escaped(first))-\(escaped(last))" }
    }
    return text.isEmpty ? #"\P{Any}"# : text
  }

  /// A code point that stands for itself, wherever in a pattern of PCRE2.
  static func escaped(_ value: UInt32) -> String {
    "\\x{\(String(value, radix: 16))}"
  }

  /// All other code points; the stretches are in ascending order.
  private static func complement(of stretches: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var first: UInt32 = 0
    for stretch in stretches {
      if first < stretch.lowerBound { result.append(first...(stretch.lowerBound - 1)) }
      first = stretch.upperBound + 1
    }
    if first <= 0x10FFFF { result.append(first...0x10FFFF) }
    return result
  }

  private static let surrogates: ClosedRange<UInt32> = 0xD800...0xDFFF

  private static let categories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No",
    "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp",
    "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
  ]

  private static let whitespace: [ClosedRange<UInt32>] = [0x9...0xA, 0xD...0xD, 0x20...0x20]

  /// `NameStartChar` of XML 1.0, fifth edition, production 4.
  private static let nameStart: [ClosedRange<UInt32>] = [
    0x3A...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
    0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
    0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ]

  /// `NameChar` of XML 1.0, fifth edition, production 4a.
  private static let nameCharacters: [ClosedRange<UInt32>] = [
    0x2D...0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0xB7...0xB7, 0xC0...0xD6,
    0xD8...0xF6, 0xF8...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x203F...0x2040, 0x2070...0x218F,
    0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF,
  ]
}
