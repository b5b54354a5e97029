/// A word on its way through the steps of the English stemmer, one byte a letter.
///
/// Members keep the names of `algorithms/english.sbl`.
struct EnglishWord {
  /// Stands for any letter outside ASCII; a consonant to all rules.
  static let foreign: UInt8 = 0xFF

  var bytes: [UInt8]
  /// Where R1 starts: after the first consonant that follows a vowel.
  private(set) var p1 = 0
  /// Where R2 starts: the same within R1.
  private(set) var p2 = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Replaces the word by its stem.
  mutating func stem() {
    prelude()
    markRegions()
    step1a()
    step1b()
    step1c()
    step2()
    step3()
    step4()
    step5()
    postlude()
  }

  /// Drops a leading apostrophe and marks each consonantal y as Y.
  private mutating func prelude() {
    if bytes.first == UInt8(ascii: "'") { bytes.removeFirst() }
    for index in bytes.indices where bytes[index] == UInt8(ascii: "y") {
      if index == 0 || bytes[index - 1].isVowel { bytes[index] = UInt8(ascii: "Y") }
    }
  }

  private mutating func postlude() {
    for index in bytes.indices where bytes[index] == UInt8(ascii: "Y") {
      bytes[index] = UInt8(ascii: "y")
    }
  }

  private mutating func markRegions() {
    p1 = Self.regionPrefixes.first { bytes.starts(with: $0) }?.count ?? regionStart(after: 0)
    p2 = regionStart(after: p1)
  }

  private func regionStart(after start: Int) -> Int {
    var index = start
    while index < bytes.count, !bytes[index].isVowel { index += 1 }
    while index < bytes.count, bytes[index].isVowel { index += 1 }
    return min(index + 1, bytes.count)
  }

  private static let regionPrefixes = [
    "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
  ].map { Array($0.utf8) }
}

// MARK: - Looking and replacing

extension EnglishWord {
  /// The last eight letters, the last of them in the lowest byte.
  var tail: UInt64 {
    bytes.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The first of the endings that the word has; lists put longer endings first.
  func ending(of endings: [Affix]) -> Affix? {
    let tail = tail
    return endings.first { $0.ends(tail) }
  }

  mutating func replaceLast(_ count: Int, with replacement: Affix) {
    bytes.removeLast(count)
    for index in (0..<replacement.count).reversed() {
      bytes.append(UInt8(truncatingIfNeeded: replacement.letters >> UInt64(8 * index)))
    }
  }

  var endsInDouble: Bool {
    guard bytes.count > 1, let last = bytes.last, last == bytes[bytes.count - 2] else {
      return false
    }
    return last.isDoubling
  }

  /// Whether the letters before `end` close a short syllable (`shortv`).
  func endsInShortSyllable(at end: Int) -> Bool {
    guard end >= 2 else { return false }
    let last = bytes[end - 1]
    let middle = bytes[end - 2]
    if middle.isVowel, !last.isVowel {
      if end == 2 { return true }
      if !bytes[end - 3].isVowel, !last.isWXY { return true }
    }
    return bytes[..<end].suffix(4) == Self.past
  }
}
