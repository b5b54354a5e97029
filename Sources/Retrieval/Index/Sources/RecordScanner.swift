/// A line is not the JSON that was expected.
struct RecordError: Error {}

/// What the members of a document are called.
struct RecordNames {
  var identifier: [UInt8]
  /// Taken where the identifier is missing; U+0000, which no name holds raw, for none.
  var substitute: [UInt8]
  var title: [UInt8]
  var text: [UInt8]

  static let jsonLines = RecordNames(
    identifier: "_id",
    substitute: "\u{0}",
    title: "title",
    text: "text"
  )
  static let csl = RecordNames(
    identifier: "id",
    substitute: "DOI",
    title: "title",
    text: "abstract"
  )

  private init(identifier: String, substitute: String, title: String, text: String) {
    self.identifier = Array(identifier.utf8)
    self.substitute = Array(substitute.utf8)
    self.title = Array(title.utf8)
    self.text = Array(text.utf8)
  }
}

/// Reads the members of one JSON object that a document is made of, and passes over the others.
struct RecordScanner {
  /// Where it stands.
  private(set) var offset: Int
  private let end: Int
  private let names: RecordNames
  /// What stands in for a missing identifier.
  private var substitute: [UInt8] = []
  /// Objects and arrays may be nested so deep.
  private static let deepest = 64

  init(_ range: Range<Int>, names: RecordNames = .jsonLines) {
    self.names = names
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Whether nothing but white space is left.
  mutating func isBlank(_ bytes: Span<UInt8>) -> Bool {
    skipBlanks(bytes)
    return offset == end
  }

  /// Reads the object.
  mutating func read(
    _ bytes: Span<UInt8>,
    into record: inout DocumentRecord
  ) throws(RecordError) {
    try readObject(bytes, into: &record)
    skipBlanks(bytes)
    if offset != end { throw RecordError() }
  }

  /// Reads the next object of a text that has more than one.
  mutating func readObject(
    _ bytes: Span<UInt8>,
    into record: inout DocumentRecord
  ) throws(RecordError) {
    record.clear()
    substitute.removeAll()
    try expect(UInt8(ascii: "{"), bytes)
    skipBlanks(bytes)
    if peek(bytes) == UInt8(ascii: "}") {
      offset += 1
    } else {
      repeat { try member(bytes, &record) } while try isMore(bytes, closing: UInt8(ascii: "}"))
    }
    if record.identifier.isEmpty { record.identifier = substitute }
  }

  /// Passes over the next sign where it is the one; false where it is another.
  mutating func take(_ sign: UInt8, _ bytes: Span<UInt8>) -> Bool {
    skipBlanks(bytes)
    guard peek(bytes) == sign else { return false }
    offset += 1
    return true
  }

  private mutating func member(
    _ bytes: Span<UInt8>,
    _ record: inout DocumentRecord
  ) throws(RecordError) {
    skipBlanks(bytes)
    let start = offset
    try skipString(bytes)
    let name = (start + 1)..<(offset - 1)
    try expect(UInt8(ascii: ":"), bytes)
    skipBlanks(bytes)
    if isName(names.text, name, bytes) {
      try value(bytes, into: &record.text)
    } else if isName(names.identifier, name, bytes) {
      try value(bytes, into: &record.identifier)
    } else if isName(names.title, name, bytes) {
      try value(bytes, into: &record.title)
    } else if isName(names.substitute, name, bytes) {
      var text: [UInt8] = []
      try value(bytes, into: &text)
      substitute = text
    } else {
      try skipValue(bytes, depth: 0)
    }
  }

  private func isName(_ name: [UInt8], _ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard range.count == name.count else { return false }
    for index in 0..<range.count where bytes[range.lowerBound + index] != name[index] {
      return false
    }
    return true
  }

  /// A string, or the digits of a number; nothing for null.
  private mutating func value(
    _ bytes: Span<UInt8>,
    into text: inout [UInt8]
  ) throws(RecordError) {
    text.removeAll(keepingCapacity: true)
    if peek(bytes) == UInt8(ascii: "\"") { return try string(bytes, into: &text) }
    let start = offset
    try skipValue(bytes, depth: 0)
    if bytes[start] == UInt8(ascii: "n") { return }
    guard bytes[start] == UInt8(ascii: "-") || bytes[start] &- 0x30 < 10 else {
      throw RecordError()
    }
    for index in start..<offset { text.append(bytes[index]) }
  }
}

// MARK: - Tokens

extension RecordScanner {
  private mutating func string(
    _ bytes: Span<UInt8>,
    into text: inout [UInt8]
  ) throws(RecordError) {
    offset += 1
    while offset < end {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return }
      if byte < 0x20 { throw RecordError() }
      if byte == UInt8(ascii: "\\") {
        try escape(bytes, into: &text)
      } else {
        text.append(byte)
      }
    }
    throw RecordError()
  }

  private mutating func escape(
    _ bytes: Span<UInt8>,
    into text: inout [UInt8]
  ) throws(RecordError) {
    let sign = peek(bytes)
    offset += 1
    switch sign {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(sign ?? 0)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar(bytes)).utf8)
    default: throw RecordError()
    }
  }

  /// The scalar of `\uXXXX`, of two of them for one outside the first plane; U+FFFD for half of one.
  private mutating func scalar(_ bytes: Span<UInt8>) throws(RecordError) -> Unicode.Scalar {
    let first = try unit(bytes)
    if first & 0xFC00 == 0xD800, offset + 1 < end, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    {
      let back = offset
      offset += 2
      let second = try unit(bytes)
      if second & 0xFC00 == 0xDC00 {
        let value = 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF)
        return Unicode.Scalar(value) ?? "\u{FFFD}"
      }
      offset = back
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func unit(_ bytes: Span<UInt8>) throws(RecordError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek(bytes) else { throw RecordError() }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: throw RecordError()
      }
      offset += 1
    }
    return value
  }

  private mutating func skipString(_ bytes: Span<UInt8>) throws(RecordError) {
    try expect(UInt8(ascii: "\""), bytes)
    while offset < end {
      let byte = bytes[offset]
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return }
    }
    throw RecordError()
  }

  private mutating func skipValue(_ bytes: Span<UInt8>, depth: Int) throws(RecordError) {
    skipBlanks(bytes)
    guard depth < Self.deepest, let byte = peek(bytes) else { throw RecordError() }
    switch byte {
    case UInt8(ascii: "\""): try skipString(bytes)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let closing = byte + 2
      offset += 1
      skipBlanks(bytes)
      if peek(bytes) == closing {
        offset += 1
        return
      }
      repeat {
        if closing == UInt8(ascii: "}") {
          skipBlanks(bytes)
          try skipString(bytes)
          try expect(UInt8(ascii: ":"), bytes)
        }
        try skipValue(bytes, depth: depth + 1)
      } while try isMore(bytes, closing: closing)
    default:
      let start = offset
      while let next = peek(bytes), isPlain(next) { offset += 1 }
      if offset == start { throw RecordError() }
    }
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private mutating func isMore(_ bytes: Span<UInt8>, closing: UInt8) throws(RecordError) -> Bool {
    skipBlanks(bytes)
    let sign = peek(bytes)
    guard sign == closing || sign == UInt8(ascii: ",") else { throw RecordError() }
    offset += 1
    return sign != closing
  }

  private mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(RecordError) {
    skipBlanks(bytes)
    guard peek(bytes) == byte else { throw RecordError() }
    offset += 1
  }

  private func peek(_ bytes: Span<UInt8>) -> UInt8? { offset < end ? bytes[offset] : nil }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while let byte = peek(bytes), byte == 32 || byte == 9 || byte == 13 || byte == 10 {
      offset += 1
    }
  }
}
