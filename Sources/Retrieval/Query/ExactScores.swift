/// Scores every document that holds a term, in floating point and by its exact length.
struct ExactScores {
  private let reader: DirectoryReader
  private let model: ScoringModel
  private let board: ScoreBoard

  init(_ reader: DirectoryReader, _ model: ScoringModel, _ board: ScoreBoard) {
    self.reader = reader
    self.model = model
    self.board = board
  }

  /// The best documents, best first.
  ///
  /// - Complexity: O(d + p) in the documents and in the postings of the terms.
  func best(_ plan: QueryPlan, limit: Int) throws(IndexError) -> [Hit] {
    var best = TopK(limit: limit)
    board.reserve(terms: 2)
    for (number, part) in reader.parts.enumerated() {
      let lengths = try relativeLengths(part.segment)
      var scores = [Float](repeating: 0, count: part.segment.documentCount)
      for term in plan.terms {
        guard let entry = term.entries[number] else { continue }
        let bytes = part.segment.bytes
        var walk = try PostingWalk(entry, weight: 1, room: 0, bytes, board)
        try walk.forEach(bytes, board) { document, frequency in
          let document = Int(document)
          guard document < scores.count else { return }
          let share = model.saturation(Float(frequency), relativeLength: lengths[document])
          scores[document] += term.weight * share
        }
      }
      for (document, score) in scores.enumerated() where score > 0 {
        if let deletions = part.deletions, deletions.contains(document) { continue }
        best.insert(Hit(document: part.firstNumber + document, score: score))
      }
    }
    return best.sorted
  }

  /// By document, its length by the mean; of its class where the order of words is not stored.
  private func relativeLengths(_ segment: SegmentReader) throws(IndexError) -> [Float] {
    var classes = ClassWalk(segment.classStarts)
    var lengths: [Float] = []
    lengths.reserveCapacity(segment.documentCount)
    for document in 0..<segment.documentCount {
      let lengthClass = classes.lengthClass(of: UInt32(document))
      let length =
        segment.hasPositions
        ? Float(try segment.marks(of: document).count / 2)
        : LengthClass.middle(UInt8(lengthClass))
      lengths.append(length / reader.meanLength)
    }
    return lengths
  }
}
