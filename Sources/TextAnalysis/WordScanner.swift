extension UTF8Text {
  /// The word that starts at an index, or nil where none does.
  func word(at start: Int, position: Int) -> Token? {
    guard scalarClass(start).startsWord else { return nil }
    var scan = WordScan(start: start)
    while scan.end < count, let next = end(ofStepFrom: scan) {
      guard next - start <= Tokenizer.longestWord else { break }
      switch scalarClass(scan.end) {
      case .dash: scan.closePart(before: scan.end, nextAt: self.next(scan.end))
      case .dot: scan.segment = self.next(scan.end)
      default: break
      }
      scan.end = next
    }
    return Token(
      text: string(start..<scan.end),
      start: start,
      end: scan.end,
      position: position,
      parts: scan.closedParts
    )
  }

  /// Where a word ends that takes one more character, or a connector and the character after it.
  private func end(ofStepFrom scan: WordScan) -> Int? {
    let after = next(scan.end)
    switch scalarClass(scan.end) {
    case .letter, .digit, .mark: return after
    case .dash, .apostrophe, .joiner:
      return scalarClass(after).startsWord ? next(after) : nil
    case .dot:
      return joinsDigits(scan.end) || joinsInitials(from: scan.segment, dot: scan.end)
        ? next(after) : nil
    case .other: return nil
    }
  }

  private func joinsDigits(_ dot: Int) -> Bool {
    bytes[dot - 1].isASCIIDigit && byte(dot + 1)?.isASCIIDigit == true
  }

  /// Whether single letters stand on both sides of a dot, as in `e.g` and `U.S`.
  private func joinsInitials(from segment: Int, dot: Int) -> Bool {
    guard next(segment) == dot, scalarClass(segment) == .letter else { return false }
    return scalarClass(dot + 1) == .letter && !scalarClass(next(dot + 1)).isWord
  }
}

/// How far a word has been read.
private struct WordScan {
  let start: Int
  var end: Int
  /// Where the letters since the last dot or dash began.
  var segment: Int
  private var partStart: Int
  private var parts: [Range<Int>] = []

  init(start: Int) {
    self.start = start
    end = start
    segment = start
    partStart = start
  }

  mutating func closePart(before dash: Int, nextAt next: Int) {
    parts.append(partStart..<dash)
    partStart = next
    segment = next
  }

  /// The parts between dashes, or none where there is no dash.
  var closedParts: [Range<Int>] {
    parts.isEmpty ? [] : parts + [partStart..<end]
  }
}
