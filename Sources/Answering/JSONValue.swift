/// A JSON text (RFC 8259) as it was read.
enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// As written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Equatable, Sendable {
    var key: String
    var value: JSONValue
  }

  /// Reads a text that is one value and nothing else.
  ///
  /// - Parameter bytes: In UTF-8.
  /// - Returns: The value; `nil` for whatever is not JSON or deeper than `JSONReader.deepest`.
  /// - Complexity: O(n).
  static func read(_ bytes: [UInt8]) -> JSONValue? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reader = JSONReader(bytes)
    do throws(JSONReader.Malformed) {
      return try reader.text()
    } catch {
      return nil
    }
  }

  /// The text of a string.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number, where it is written as an integer and fits.
  var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// The elements of an array.
  var array: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// The members of an object.
  var object: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The value of an object's key; of several the first.
  subscript(key: String) -> JSONValue? {
    object?.first { $0.key == key }?.value
  }
}

/// Reads JSON byte by byte, without any leniency.
struct JSONReader {
  /// The text is not JSON.
  struct Malformed: Error {}

  /// The most arrays and objects inside each other.
  static let deepest = 512

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // A byte order mark, which some editors put before UTF-8.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  mutating func text() throws(Malformed) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    guard at == bytes.count else { throw Malformed() }
    return value
  }

  private mutating func value(depth: Int) throws(Malformed) -> JSONValue {
    guard depth <= Self.deepest else { throw Malformed() }
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): return .object(try members(depth: depth))
    case UInt8(ascii: "["): return .array(try elements(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func members(depth: Int) throws(Malformed) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    at += 1
    if take("}") { return members }
    repeat {
      skipBlanks()
      let key = try string()
      guard take(":") else { throw Malformed() }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw Malformed() }
    return members
  }

  private mutating func elements(depth: Int) throws(Malformed) -> [JSONValue] {
    var elements: [JSONValue] = []
    at += 1
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw Malformed() }
    return elements
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Malformed) -> JSONValue {
    guard bytes[at...].starts(with: word.utf8) else { throw Malformed() }
    at += word.utf8.count
    return value
  }

  private mutating func number() throws(Malformed) -> String {
    let start = at
    if peek == UInt8(ascii: "-") { at += 1 }
    if peek == UInt8(ascii: "0") { at += 1 } else { try digits() }
    if peek == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if let sign = peek, sign | 0x20 == UInt8(ascii: "e") {
      at += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func digits() throws(Malformed) {
    let start = at
    while let byte = peek, byte &- 0x30 < 10 { at += 1 }
    guard at > start else { throw Malformed() }
  }

  // MARK: Strings

  private mutating func string() throws(Malformed) -> String {
    guard peek == UInt8(ascii: "\"") else { throw Malformed() }
    at += 1
    var text: [UInt8] = []
    while let byte = peek {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text.append(contentsOf: try escape().utf8)
      case 0..<0x20: throw Malformed()
      default: text.append(byte)
      }
    }
    throw Malformed()
  }

  private mutating func escape() throws(Malformed) -> String {
    guard let sign = peek else { throw Malformed() }
    at += 1
    switch sign {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return String(try scalar())
    default: throw Malformed()
    }
  }

  /// The scalar of `\u`, written as one unit of UTF-16 or as a pair of surrogates.
  private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
    let high = try unit()
    var value = high
    if 0xD800..<0xDC00 ~= high {
      guard bytes[at...].starts(with: "\\u".utf8) else { throw Malformed() }
      at += 2
      let low = try unit()
      guard 0xDC00..<0xE000 ~= low else { throw Malformed() }
      value = 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw Malformed() }
    return scalar
  }

  private mutating func unit() throws(Malformed) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek else { throw Malformed() }
      at += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
      default: throw Malformed()
      }
    }
    return value
  }

  // MARK: Bytes

  private var peek: UInt8? {
    at < bytes.count ? bytes[at] : nil
  }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 9 || byte == 10 || byte == 13 { at += 1 }
  }

  /// Whether a sign comes next, which is then passed.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard peek == UInt8(ascii: sign) else { return false }
    at += 1
    return true
  }
}
