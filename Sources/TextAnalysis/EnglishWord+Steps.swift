extension EnglishWord {
  mutating func step1a() {
    if let possessive = ending(of: Self.possessives) { bytes.removeLast(possessive.count) }
    guard let ending = ending(of: Self.plurals) else { return }
    let start = bytes.count - ending.count
    switch ending.letters {
    case Self.sses.letters: bytes.removeLast(2)
    case Self.ied.letters, Self.ies.letters: bytes.removeLast(start >= 2 ? 2 : 1)
    case Self.s.letters:
      if start >= 2, bytes[..<(start - 1)].contains(where: \.isVowel) { bytes.removeLast() }
    default: break
    }
  }

  mutating func step1b() {
    guard let ending = ending(of: Self.participles) else { return }
    let start = bytes.count - ending.count
    switch ending.letters {
    case Self.eed.letters, Self.eedly.letters:
      if p1 <= start, !Self.keptEed.contains(where: { bytes[..<start] == $0 }) {
        replaceLast(ending.count, with: Self.ee)
      }
    case Self.ing.letters where isYing(start): replaceLast(4, with: Self.ie)
    case Self.ing.letters where Self.keptIng.contains { bytes[..<start] == $0 }: break
    default: dropParticiple(ending, start: start)
    }
  }

  /// Whether the word is one consonant and `ying`: dying, lying, tying.
  private func isYing(_ start: Int) -> Bool {
    start == 2 && bytes[1] == UInt8(ascii: "y") && !bytes[0].isVowel
  }

  /// Removes `ed` or `ing`, then repairs what is left: hop(p)ing, lik(e)ing.
  private mutating func dropParticiple(_ ending: Affix, start: Int) {
    guard bytes[..<start].contains(where: \.isVowel) else { return }
    bytes.removeLast(ending.count)
    if self.ending(of: Self.needingE) != nil {
      bytes.append(UInt8(ascii: "e"))
    } else if endsInDouble {
      let isWholeWord = bytes.count == 3 && bytes[0].isAEO
      if !isWholeWord { bytes.removeLast() }
    } else if bytes.count == p1, endsInShortSyllable(at: bytes.count) {
      bytes.append(UInt8(ascii: "e"))
    }
  }

  mutating func step1c() {
    guard bytes.count > 2, let last = bytes.last, last | 0x20 == UInt8(ascii: "y"),
      !bytes[bytes.count - 2].isVowel
    else { return }
    bytes[bytes.count - 1] = UInt8(ascii: "i")
  }

  mutating func step2() {
    let tail = tail
    for (ending, replacement) in Self.step2Endings where ending.ends(tail) {
      let start = bytes.count - ending.count
      guard p1 <= start else { return }
      if ending.letters == Self.li.letters, start == 0 || !bytes[start - 1].isValidBeforeLi {
        return
      }
      if ending.letters == Self.ogi.letters, start == 0 || bytes[start - 1] != UInt8(ascii: "l") {
        return
      }
      return replaceLast(ending.count, with: replacement)
    }
  }

  mutating func step3() {
    let tail = tail
    for (ending, replacement) in Self.step3Endings where ending.ends(tail) {
      let start = bytes.count - ending.count
      let region = ending.letters == Self.ative.letters ? p2 : p1
      guard p1 <= start, region <= start else { return }
      return replaceLast(ending.count, with: replacement)
    }
  }

  mutating func step4() {
    guard let ending = ending(of: Self.step4Endings) else { return }
    let start = bytes.count - ending.count
    guard p2 <= start else { return }
    if ending.letters == Self.ion.letters {
      guard start > 0,
        bytes[start - 1] == UInt8(ascii: "s") || bytes[start - 1] == UInt8(ascii: "t")
      else { return }
    }
    bytes.removeLast(ending.count)
  }

  mutating func step5() {
    let start = bytes.count - 1
    switch bytes.last {
    case UInt8(ascii: "e"):
      if p2 <= start || p1 <= start && !endsInShortSyllable(at: start) { bytes.removeLast() }
    case UInt8(ascii: "l"):
      if p2 <= start, start > 0, bytes[start - 1] == UInt8(ascii: "l") { bytes.removeLast() }
    default: break
    }
  }
}
