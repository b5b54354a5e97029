/// Cuts a FEEL text into tokens (DMN 1.5, 10.3.1.2, rules 26 to 37 and 61 to 65).
struct Lexer {
  private let bytes: [UInt8]
  private var place = 0
  private var tokens: [Token] = []

  private init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The tokens of a text, closed by `.end`.
  ///
  /// - Complexity: O(n) in the number of bytes.
  static func tokens(of text: String) throws(Diagnostic) -> [Token] {
    var lexer = Lexer(text)
    try lexer.run()
    return lexer.tokens
  }

  private mutating func run() throws(Diagnostic) {
    while true {
      let hasSpace = try skipSpace()
      let start = place
      guard start < bytes.count else {
        append(.end, from: start, hasSpace)
        return
      }
      append(try kind(), from: start, hasSpace)
    }
  }

  private mutating func append(_ kind: Token.Kind, from start: Int, _ hasSpace: Bool) {
    tokens.append(Token(kind: kind, range: SourceRange(start, place), hasSpaceBefore: hasSpace))
  }

  // MARK: Kinds

  private mutating func kind() throws(Diagnostic) -> Token.Kind {
    let byte = bytes[place]
    if byte == UInt8(ascii: "\"") { return try string() }
    if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1).isDigit) { return number() }
    if let scalar = scalar(at: place), scalar.value.isNameStart { return word() }
    return try sign()
  }

  private mutating func word() -> Token.Kind {
    let start = place
    while let scalar = scalar(at: place), scalar.value.isNamePart { place += scalar.width }
    return .word(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  /// Rules 35 to 37: digits, perhaps with a point.
  ///
  /// `1..5` is two numbers. An exponent, which DMN 1.6 adds, is read too.
  private mutating func number() -> Token.Kind {
    let start = place
    skipDigits()
    if peek(0) == UInt8(ascii: "."), peek(1).isDigit {
      place += 1
      skipDigits()
    }
    if peek(0) | 0x20 == UInt8(ascii: "e") {
      let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if peek(hasSign ? 2 : 1).isDigit {
        place += hasSign ? 2 : 1
        skipDigits()
      }
    }
    return .number(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private mutating func skipDigits() {
    while peek(0).isDigit { place += 1 }
  }

  private static let signs: [[UInt8]] = [
    "**", "..", "<=", ">=", "!=", "->", "(", ")", "[", "]", "{", "}", "<", ">", "=", "+", "-", "*",
    "/", ",", ":", ".", "?", "@", "'", "’",
  ].map { Array($0.utf8) }

  private mutating func sign() throws(Diagnostic) -> Token.Kind {
    for sign in Self.signs
    where sign[0] == bytes[place] && bytes[place...].starts(with: sign) {
      place += sign.count
      return .sign(String(decoding: sign, as: UTF8.self))
    }
    let width = scalar(at: place)?.width ?? 1
    let text = String(decoding: bytes[place..<min(bytes.count, place + width)], as: UTF8.self)
    throw Diagnostic(.invalidCharacter(text), at: SourceRange(place, place + width))
  }

  // MARK: Strings

  private mutating func string() throws(Diagnostic) -> Token.Kind {
    let start = place
    place += 1
    var content: [UInt8] = []
    while true {
      guard place < bytes.count else {
        throw Diagnostic(.unterminatedString, at: SourceRange(start, bytes.count))
      }
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") {
        place += 1
        return .string(String(decoding: content, as: UTF8.self))
      }
      if byte == UInt8(ascii: "\\") {
        content += try escape()
      } else {
        content.append(byte)
        place += 1
      }
    }
  }

  /// Rule 64: the bytes of an escape.
  private mutating func escape() throws(Diagnostic) -> [UInt8] {
    let start = place
    place += 2
    switch peek(-1) {
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): return [bytes[place - 1]]
    case UInt8(ascii: "u"): return try scalar(digits: 4, from: start)
    case UInt8(ascii: "U"): return try scalar(digits: 6, from: start)
    default:
      // A backslash before another character stands for itself.
      place -= 1
      return [UInt8(ascii: "\\")]
    }
  }

  private mutating func scalar(digits: Int, from start: Int) throws(Diagnostic) -> [UInt8] {
    var value = hexadecimal(digits)
    if let high = value, (0xD800..<0xDC00).contains(high), peek(0) == UInt8(ascii: "\\"),
      peek(1) == UInt8(ascii: "u")
    {
      place += 2
      let low = hexadecimal(4).flatMap { (0xDC00..<0xE000).contains($0) ? $0 : nil }
      value = low.map { 0x10000 + (high - 0xD800) << 10 + ($0 - 0xDC00) }
    }
    guard let value, let scalar = Unicode.Scalar(value) else {
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      throw Diagnostic(.invalidEscape(text), at: SourceRange(start, place))
    }
    return Array(String(Character(scalar)).utf8)
  }

  /// So many hexadecimal digits; nil where there are fewer.
  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    let start = place
    while place - start < count, peek(0).isHexadecimalDigit { place += 1 }
    guard place - start == count else { return nil }
    return UInt32(String(decoding: bytes[start..<place], as: UTF8.self), radix: 16)
  }

  // MARK: White space

  /// Skips white space and comments (rules 61 and 62); whether there was any.
  private mutating func skipSpace() throws(Diagnostic) -> Bool {
    let start = place
    while place < bytes.count {
      if let scalar = scalar(at: place), scalar.value.isSpace {
        place += scalar.width
      } else if bytes[place] == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
        while place < bytes.count, bytes[place] != 10, bytes[place] != 13 { place += 1 }
      } else if bytes[place] == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        try skipComment()
      } else {
        break
      }
    }
    return place > start
  }

  private mutating func skipComment() throws(Diagnostic) {
    let start = place
    place += 2
    while !(peek(0) == UInt8(ascii: "*") && peek(1) == UInt8(ascii: "/")) {
      guard place < bytes.count else {
        throw Diagnostic(.unterminatedComment, at: SourceRange(start, bytes.count))
      }
      place += 1
    }
    place += 2
  }

  // MARK: Bytes

  /// A byte relative to the place; zero outside of the text.
  private func peek(_ offset: Int) -> UInt8 {
    let index = place + offset
    return index >= 0 && index < bytes.count ? bytes[index] : 0
  }

  /// The Unicode scalar that begins at a byte, which starts one because the text was a string.
  private func scalar(at index: Int) -> (value: Unicode.Scalar, width: Int)? {
    guard index < bytes.count else { return nil }
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + width <= bytes.count else { return nil }
    var value = UInt32(first) & (width == 4 ? 0x07 : width == 3 ? 0x0F : 0x1F)
    for offset in 1..<width { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return Unicode.Scalar(value).map { ($0, width) }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  fileprivate var isHexadecimalDigit: Bool {
    isDigit || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "f"))
  }
}

extension Unicode.Scalar {
  /// Rule 28: what a name can begin with.
  fileprivate var isNameStart: Bool {
    switch value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A: true
    case 0..<0xC0: false
    case 0xD7, 0xF7, 0x2000...0x200B, 0x200E...0x206F, 0x2190...0x2BFF, 0x3000: false
    default: true
    }
  }

  /// Rule 29: what a name can go on with.
  fileprivate var isNamePart: Bool {
    isNameStart || (0x30...0x39).contains(value) || value == 0xB7
      || (0x203F...0x2040).contains(value)
  }

  /// Rules 61 and 62.
  fileprivate var isSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}
