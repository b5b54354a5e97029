internal import TextAnalysis

/// Cuts a text into pieces and numbers its sentences.
///
/// A sentence ends at a full stop, a question mark or an exclamation mark before white space, also where
/// the next word has no capital, as in notes; at a blank line; and at a line end after a short line.
struct PieceScanner {
  /// Words after which a full stop ends nothing.
  let abbreviations: Set<String>

  /// A line of fewer bytes was ended on purpose and not wrapped.
  private static let shortLine = 50
  /// Longer runs of letters and digits are cut.
  private static let longestPiece = 64

  /// The pieces of a text.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  func pieces(of text: String) -> [Piece] {
    let source = UTF8Text(text)
    var pieces: [Piece] = []
    pieces.reserveCapacity(source.count / 4)
    var state = ScanState()
    while state.index < source.count {
      let start = state.index
      if source.scalar(at: start).properties.isWhitespace {
        state.takeSpace(source)
        continue
      }
      let sort = source.scalarClass(start)
      let end =
        switch sort {
        case .letter, .mark: letters(source, start)
        case .apostrophe: contraction(source, start, state.isSpaced)
        case .digit: digits(source, start)
        default: source.next(start)
        }
      append(source, start..<end, sort, &state, &pieces)
      state.index = end
      state.isSpaced = false
    }
    return pieces
  }

  private func append(
    _ source: UTF8Text,
    _ range: Range<Int>,
    _ sort: ScalarClass,
    _ state: inout ScanState,
    _ pieces: inout [Piece]
  ) {
    if sort == .joiner { return }
    var text = source.string(range)
    let isCapital = text.unicodeScalars.first?.properties.isUppercase ?? false
    if !text.utf8.allSatisfy({ $0 < 0x41 || 0x5A < $0 && $0 < 0x80 }) { text = text.lowercased() }
    let letters = source.bytes[range]
    let isMixed =
      sort == .letter && letters.dropFirst().contains { $0 &- 0x41 < 26 }
      && letters.contains { $0 &- 0x61 < 26 }
    let kind: Piece.Kind =
      switch sort {
      case .letter, .mark: .word
      case .digit: source.bytes[range.lowerBound].isDigit ? .number : .word
      case .apostrophe:
        range.count > 3 || source.byte(range.upperBound - 1) ?? 0 < 0x80 ? .word : .sign
      default: .sign
      }
    if sort == .dash { text = "-" }
    if sort == .apostrophe || text.contains("\u{2019}") {
      text =
        "'" + text.unicodeScalars.filter { $0.properties.isAlphabetic }.map(String.init).joined()
    }
    if state.endsSentence(before: text, last: pieces.last, shortLine: Self.shortLine) {
      state.sentence += 1
    }
    state.stop = nil
    state.lineBreaks = 0
    if kind == .sign, text == "." || text == "?" || text == "!" {
      if text == ".", let last = pieces.last, abbreviations.contains(last.text) { return }
      state.stop = text
    }
    let piece = Piece(
      kind: kind,
      text: text,
      start: range.lowerBound,
      end: range.upperBound,
      isSpaced: state.isSpaced || pieces.isEmpty,
      isCapital: isCapital,
      isMixed: isMixed,
      sentence: state.sentence
    )
    pieces.append(piece)
  }

  /// A run of letters, with `n't` as a piece of its own.
  private func letters(_ source: UTF8Text, _ start: Int) -> Int {
    let end = run(source, ofLettersFrom: start)
    guard source.scalarClass(end) == .apostrophe, source.bytes[end - 1] | 0x20 == UInt8(ascii: "n"),
      let after = source.byte(source.next(end)), after | 0x20 == UInt8(ascii: "t"),
      source.scalarClass(source.next(end) + 1) != .letter
    else { return end }
    return end - 1 > start ? end - 1 : source.next(end) + 1
  }

  /// An apostrophe with the letters behind it when both belong to a word: `'s`, `'ll`.
  private func contraction(_ source: UTF8Text, _ start: Int, _ isSpaced: Bool) -> Int {
    let after = source.next(start)
    let joins = start == 0 || !isSpaced && source.scalarClass(source.previous(start)) == .letter
    return joins && source.scalarClass(after) == .letter ? run(source, ofLettersFrom: after) : after
  }

  private func run(_ source: UTF8Text, ofLettersFrom start: Int) -> Int {
    var end = source.next(start)
    while end < source.count, end - start < Self.longestPiece {
      let sort = source.scalarClass(end)
      guard sort == .letter || sort == .mark || sort == .joiner else { break }
      end = source.next(end)
    }
    return end
  }

  private func digits(_ source: UTF8Text, _ start: Int) -> Int {
    guard source.bytes[start].isDigit else { return source.next(start) }
    var end = run(source, start)
    while source.byte(end) == UInt8(ascii: ","), run(source, end + 1) == end + 4,
      end - start <= 3 || end - start > 4
    {
      end += 4
    }
    let isDot = source.byte(end) == UInt8(ascii: ".") || source.string(at: end) == "·"
    if isDot {
      let after = source.next(end)
      let stop = run(source, after)
      if stop > after { end = stop }
    }
    return end
  }

  private func run(_ source: UTF8Text, _ start: Int) -> Int {
    var end = start
    while let byte = source.byte(end), byte.isDigit, end - start < Self.longestPiece { end += 1 }
    return end
  }
}

/// Where the scanner is and what it has passed since the last piece.
private struct ScanState {
  var index = 0
  var isSpaced = false
  var sentence = 0
  var lineBreaks = 0
  var lineStart = 0
  var lastLineLength = 0
  /// The stop that came last, if nothing came after it.
  var stop: String?

  mutating func takeSpace(_ source: UTF8Text) {
    isSpaced = true
    if source.bytes[index] == UInt8(ascii: "\n") {
      if lineBreaks == 0 { lastLineLength = index - lineStart }
      lineBreaks += 1
      lineStart = index + 1
    }
    index = source.next(index)
  }

  func endsSentence(before text: String, last: Piece?, shortLine: Int) -> Bool {
    guard let last else { return false }
    if lineBreaks > 1 { return true }
    if lineBreaks == 1, lastLineLength < shortLine, !last.isStop || last.text == ";" { return true }
    return stop != nil && isSpaced && !(text == "." || text == "?" || text == "!")
  }
}

extension UInt8 {
  /// Whether the byte is one of `0` to `9`.
  var isDigit: Bool { self &- 0x30 < 10 }
}

extension UTF8Text {
  /// The scalar at an index as a text; empty past the end.
  fileprivate func string(at index: Int) -> String {
    index < count ? String(Character(scalar(at: index))) : ""
  }
}
