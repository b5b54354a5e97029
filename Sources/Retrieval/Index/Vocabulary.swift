/// The words that were met, and the terms that they stand for.
///
/// Two tables with open addressing: a word that was met before is not stemmed again.
struct Vocabulary {
  private var words = ByteTable()
  /// By word, its term; `none` for a word that is not indexed.
  private var termOfWord: [UInt32] = []
  private var terms = ByteTable()
  /// By term, what stands for it in the order of words.
  private var marks: [UInt16] = []
  private static let none = UInt32.max

  /// Distinct terms.
  var count: Int { terms.count }

  /// About how many bytes the tables take.
  var size: Int { words.size + 4 * termOfWord.count + terms.size }

  /// The number of the term that a word stands for; nil for a word that is not indexed.
  mutating func number(of word: WordCursor, _ analysis: WordAnalysis) -> Int? {
    let number = self.word(word, analysis)
    return term(ofWord: number)
  }

  /// The number of the term that a word of a number stands for; nil for a word that is not indexed.
  func term(ofWord word: Int) -> Int? {
    let term = termOfWord[word]
    return term == Self.none ? nil : Int(term)
  }

  /// The number of a word.
  mutating func word(_ word: WordCursor, _ analysis: WordAnalysis) -> Int {
    let number = words.number(of: word.bytes.span.extracting(0..<word.count), hash: word.hash)
    if number == termOfWord.count {
      var term = Self.none
      if let stem = analysis.term(of: word) {
        let hash = ByteTable.hash(stem[...])
        term = UInt32(terms.number(of: stem.span, hash: hash))
        if marks.count < terms.count { marks.append(Self.mark(hash)) }
      }
      termOfWord.append(term)
    }
    return number
  }

  /// The number of the term of a field that belongs to a term.
  mutating func number(ofTerm term: Int, field: Int) -> Int {
    let bytes = FieldTerm.bytes(terms[term], field: field)
    let hash = ByteTable.hash(bytes[...])
    let number = terms.number(of: bytes.span, hash: hash)
    if marks.count < terms.count { marks.append(Self.mark(hash)) }
    return number
  }

  /// Two bytes that stand for a term; few other terms have the same.
  func mark(_ term: Int) -> UInt16 { marks[term] }

  private static func mark(_ hash: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  /// The bytes of a term.
  subscript(term: Int) -> ArraySlice<UInt8> { terms[term] }

  /// The numbers of all terms, in the order of their bytes.
  func sorted() -> [Int] {
    var keyed = (0..<count).map { (key: FrontCoder.key(terms[$0]), number: $0) }
    keyed.sort { first, second in
      if first.key != second.key { return first.key < second.key }
      return terms[first.number].lexicographicallyPrecedes(terms[second.number])
    }
    return keyed.map(\.number)
  }
}

/// Numbers byte strings in the order in which they are first met.
struct ByteTable {
  private var arena: [UInt8] = []
  private var ends: [Int] = [0]
  /// By place, the number plus one in the low half and the high half of the hash above; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)

  /// Byte strings so far.
  var count: Int { ends.count - 1 }

  /// About how many bytes it takes.
  var size: Int { arena.count + 8 * ends.count + 8 * slots.count }

  subscript(number: Int) -> ArraySlice<UInt8> { arena[ends[number]..<ends[number + 1]] }

  /// The number of a byte string, a new one for one that was not met before.
  mutating func number(of bytes: Span<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 {
      let slot = slots[place]
      if slot >> 32 == hash >> 32 {
        let number = Int(slot & 0xFFFF_FFFF) - 1
        if isEqual(number, bytes) { return number }
      }
      place = (place + 1) & mask
    }
    for index in bytes.indices { arena.append(bytes[index]) }
    ends.append(arena.count)
    slots[place] = (hash >> 32) << 32 | UInt64(count)
    if 2 * count > slots.count { grow() }
    return count - 1
  }

  private func isEqual(_ number: Int, _ bytes: Span<UInt8>) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == bytes.count else { return false }
    for offset in bytes.indices where arena[start + offset] != bytes[offset] { return false }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: 4 * slots.count)
    for number in 0..<count {
      let hash = Self.hash(self[number])
      var place = Int(truncatingIfNeeded: hash) & (larger.count - 1)
      while larger[place] != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = (hash >> 32) << 32 | UInt64(number + 1)
    }
    slots = larger
  }

  /// The hash of a byte string.
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = step(hash, byte) }
    return finish(hash)
  }

  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Spreads what the last bytes changed to all bits.
  @inline(__always)
  static func finish(_ hash: UInt64) -> UInt64 { hash ^ hash >> 29 }
}
