/// The pieces of a text with what each can be to an identifier.
struct IdentifierLine {
  private let pieces: [Piece]
  private let matches: [(length: Int, roles: [IdentifierRole])?]
  private let isWrittenBig: [Bool]
  private let words: IdentifierWords

  /// Text behind this many pieces is not looked at.
  private static let mostPieces = 4000

  init(_ text: String, _ words: IdentifierWords) {
    pieces = Array(PieceScanner(abbreviations: []).pieces(of: text).prefix(Self.mostPieces))
    self.words = words
    matches = Self.matches(pieces, words)
    let source = Array(text.utf8)
    isWrittenBig = pieces.map { piece in
      !source[piece.start..<piece.end].contains { $0 &- 0x61 < 26 }
    }
  }

  /// What begins at each piece; the points of abbreviations are passed over.
  private static func matches(
    _ pieces: [Piece],
    _ words: IdentifierWords
  ) -> [(length: Int, roles: [IdentifierRole])?] {
    let places = pieces.indices.filter { pieces[$0].text != "." }
    let texts = places.map { pieces[$0].text }
    var matches = [(length: Int, roles: [IdentifierRole])?](repeating: nil, count: pieces.count)
    for (order, place) in places.enumerated() {
      guard let match = words.match(texts, order) else { continue }
      matches[place] = (places[order + match.length - 1] - place + 1, match.roles)
    }
    return matches
  }

  var count: Int { pieces.count }

  func bytes(_ range: Range<Int>) -> Range<Int> {
    pieces[range.lowerBound].start..<pieces[range.upperBound - 1].end
  }

  // MARK: Pieces

  func text(_ index: Int) -> String { index < count && index >= 0 ? pieces[index].text : "" }

  func isWord(_ index: Int) -> Bool { index >= 0 && index < count && pieces[index].kind == .word }

  func isNumber(_ index: Int) -> Bool {
    index >= 0 && index < count && pieces[index].kind == .number
  }

  func isSpaced(_ index: Int) -> Bool { index < count && pieces[index].isSpaced }

  func isCapital(_ index: Int) -> Bool { isWord(index) && pieces[index].isCapital }

  /// Whether a word has capitals only, as abbreviations have.
  func isBig(_ index: Int) -> Bool { isCapital(index) && isWrittenBig[index] }

  func letterCount(_ index: Int) -> Int { text(index).unicodeScalars.count }

  func value(_ index: Int) -> Int? { isNumber(index) ? Int(text(index)) : nil }

  /// How many pieces from an index are a phrase of a role; 0 without one.
  func length(of role: IdentifierRole, at index: Int) -> Int {
    guard index >= 0, index < count, let match = matches[index], match.roles.contains(role) else {
      return 0
    }
    return match.length
  }

  func isA(_ role: IdentifierRole, _ index: Int) -> Bool { length(of: role, at: index) > 0 }

  /// Whether a word is in a list of names.
  func isListed(_ index: Int) -> Bool {
    length(of: .given, at: index) == 1 || length(of: .family, at: index) > 0
  }

  /// Whether a word belongs to the subject or the language rather than to a person.
  func isKnown(_ index: Int) -> Bool {
    if isListed(index) { return false }
    if let match = matches[index], match.roles != [.particle] { return true }
    return words.isKnown(text(index))
  }

  /// Whether a piece begins the text or a sentence of it.
  func isFirst(_ index: Int) -> Bool {
    index == 0 || pieces[index].sentence != pieces[index - 1].sentence
  }

  /// Whether the sentence of a piece holds a word of a role.
  func sentenceHolds(_ role: IdentifierRole, around index: Int) -> Bool {
    let number = pieces[index].sentence
    return pieces.indices.contains { pieces[$0].sentence == number && isA(role, $0) }
  }

  /// The first index behind connectors, such as `no:` between a label and its number.
  func behindConnectors(_ index: Int) -> Int {
    var next = index
    while next < count, next - index < 5, isA(.connector, next) || text(next) == "." {
      next += max(1, length(of: .connector, at: next))
    }
    return next
  }

  /// Whether a patient's age, sex or record stands at an index, behind punctuation.
  func isDescribed(at index: Int) -> Bool {
    var next = index
    while next < count, [",", "(", "-", ";", ":", "."].contains(text(next)), next - index < 3 {
      next += 1
    }
    if isA(.described, next) || isA(.birthLabel, next) || isA(.recordLabel, next) { return true }
    guard let years = value(next), (1...115).contains(years) else { return isSex(next) }
    let after = text(next + 1) == "-" || text(next + 1) == "/" ? next + 2 : next + 1
    return isA(.age, after)
  }

  /// `M` or `F` by itself, with the age behind it.
  private func isSex(_ index: Int) -> Bool {
    ["m", "f"].contains(text(index)) && value(index + 1).map { (1...115).contains($0) } == true
  }
}
