internal import TextAnalysis

/// How texts and questions become terms: words in lower case, without stop words, as English stems.
///
/// A word is a run of letters, digits and marks. The analysis works on bytes, because texts by the
/// hundred million words pass through it.
package struct WordAnalysis: Sendable {
  private let stops: Set<[UInt8]>
  private let asking: Set<[UInt8]>
  private let stemmer = SnowballEnglishStemmer()
  /// By byte: 0 separates words, 1 is outside ASCII, else the byte in lower case.
  private let folded: [UInt8]

  /// The most bytes of a word; what follows is left out.
  static let longestWord = 64

  /// Makes the analysis.
  package init(_ words: IndexedWords) {
    stops = Set(words.stop.map { Array($0.utf8) })
    asking = Set(words.asking.map { Array($0.utf8) })
    folded = (0..<256).map { value in
      let byte = UInt8(value)
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): return byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): return byte | 0x20
      case 0x80...: return 1
      default: return 0
      }
    }
  }

  /// Moves to the next word; false at the end of the text.
  func next(_ text: Span<UInt8>, _ cursor: inout WordCursor) -> Bool {
    cursor.clear()
    while cursor.offset < text.count {
      let byte = text[cursor.offset]
      let lower = folded[Int(byte)]
      if lower > 1 {
        cursor.append(lower)
        cursor.offset += 1
      } else if lower == 1 {
        let isWord = appendScalar(text, &cursor)
        if !isWord, cursor.count > 0 { return cursor.finish() }
      } else {
        cursor.offset += 1
        if cursor.count > 0 { return cursor.finish() }
      }
    }
    return cursor.count > 0 && cursor.finish()
  }

  /// Takes a scalar outside ASCII; false when it separates words.
  private func appendScalar(_ text: Span<UInt8>, _ cursor: inout WordCursor) -> Bool {
    let scalar = UTF8Scalar.decode(text, at: &cursor.offset)
    guard let scalar, ScalarClass(scalar).isWord else { return false }
    for byte in scalar.properties.lowercaseMapping.utf8 { cursor.append(byte) }
    return true
  }

  /// Whether a word belongs to how a question is asked.
  func isAsking(_ word: WordCursor) -> Bool {
    asking.contains(Array(word.bytes.prefix(word.count)))
  }

  /// The term of a text that is one word; nil for a stop word, and for what is no word or several.
  func term(ofWord text: [UInt8]) -> [UInt8]? {
    var word = WordCursor()
    guard next(text.span, &word), word.offset == text.count else { return nil }
    return term(of: word)
  }

  /// The term of a word; nil for a stop word.
  func term(of word: WordCursor) -> [UInt8]? {
    let bytes = Array(word.bytes.prefix(word.count))
    if stops.contains(bytes) { return nil }
    let stem = stemmer.stem(String(decoding: bytes, as: UTF8.self))
    return Array(stem.utf8)
  }
}

/// The words that an index treats on their own.
package struct IndexedWords: Hashable, Sendable {
  /// Not indexed, and passed over in questions.
  package var stop: [String]
  /// Passed over in questions that have other words.
  package var asking: [String]

  /// Takes both lists, in lower case.
  package init(stop: [String], asking: [String]) {
    self.stop = stop
    self.asking = asking
  }
}

/// Where a text is being read, and the word that was read last.
struct WordCursor {
  var offset = 0
  /// The word in lower case, followed by older bytes.
  private(set) var bytes: [UInt8]
  private(set) var count = 0
  private(set) var hash: UInt64 = ByteTable.seed

  init() {
    bytes = [UInt8](repeating: 0, count: WordAnalysis.longestWord)
  }

  /// Whether the word has more than one character.
  var isLongerThanOneLetter: Bool {
    guard count > 1 else { return false }
    return count > 4 || bytes[1..<count].contains { $0 & 0xC0 != 0x80 }
  }

  @inline(__always)
  mutating func clear() {
    count = 0
    hash = ByteTable.seed
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    guard count < WordAnalysis.longestWord else { return }
    bytes[count] = byte
    count += 1
    hash = ByteTable.step(hash, byte)
  }

  @inline(__always)
  mutating func finish() -> Bool {
    hash = ByteTable.finish(hash)
    return true
  }
}

/// Reads scalars out of bytes that may be no UTF-8.
enum UTF8Scalar {
  /// The scalar at an offset, which moves behind it; nil for bytes that are none.
  static func decode(_ text: Span<UInt8>, at offset: inout Int) -> Unicode.Scalar? {
    let lead = text[offset]
    offset += 1
    let length: Int
    switch lead {
    case 0xC2..<0xE0: length = 1
    case 0xE0..<0xF0: length = 2
    case 0xF0..<0xF5: length = 3
    default: return nil
    }
    var value = UInt32(lead) & (0x3F >> UInt32(length))
    for _ in 0..<length {
      guard offset < text.count, text[offset] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(text[offset] & 0x3F)
      offset += 1
    }
    return Unicode.Scalar(value)
  }
}
