/// A text cut into pieces, each with what of a vocabulary it is.
struct ReadText {
  let pieces: [Piece]
  /// For each sentence the indexes of its pieces.
  let sentences: [Range<Int>]

  /// A longer run without a stop is cut, which bounds the work for any piece.
  private static let longestSentence = 250

  init(_ text: String, scanner: PieceScanner, vocabulary: Vocabulary) {
    var pieces = scanner.pieces(of: text)
    var known: [String: [Int]] = [:]
    var sentences: [Range<Int>] = []
    var start = 0
    for index in pieces.indices {
      let word = pieces[index].text
      if let atoms = known[word] {
        pieces[index].atoms = atoms
      } else {
        let atoms = vocabulary.atoms(of: word)
        known[word] = atoms
        pieces[index].atoms = atoms
      }
      if pieces[index].sentence != pieces[start].sentence || index - start == Self.longestSentence {
        sentences.append(start..<index)
        start = index
      }
    }
    if start < pieces.count { sentences.append(start..<pieces.count) }
    // Numbered anew, as a cut one became several.
    for (number, range) in sentences.enumerated() {
      for index in range { pieces[index].sentence = number }
    }
    self.pieces = pieces
    self.sentences = sentences
  }

  /// The pieces of the sentence in which a piece stands.
  func sentence(of piece: Int) -> Range<Int> {
    sentences[pieces[piece].sentence]
  }

  /// The bytes of a run of pieces that is not empty.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    pieces[range.lowerBound].start..<pieces[range.upperBound - 1].end
  }
}
