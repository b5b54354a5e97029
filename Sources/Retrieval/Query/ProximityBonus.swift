/// What a document gains where words that are near each other in the question are near each other in it.
///
/// A pair of words counts the reciprocal of each distance at which it stands, saturates as a term
/// does in BM25, and weighs as the more frequent of the two. Only the best documents by BM25 get it, so
/// that it costs the reading of a few documents' marks. Two terms with the same mark are not told apart.
struct ProximityBonus {
  /// A word of the question.
  struct Word {
    var mark: UInt16
    var weight: Float
  }

  private var words: [Word] = []
  /// By mark, the place of the word among those of the question, plus one.
  private var placeOfMark = [UInt8](repeating: 0, count: 1 << 16)
  /// By pair of words, the sum of the reciprocals in the present document.
  private var closeness: [Float] = []
  /// The last words that were met, and their places.
  private var recent: [(place: Int, word: Int)] = []

  /// So many of the best documents get the bonus.
  static let depth = 30
  /// What a pair weighs beside a word.
  private static let share: Float = 0.3
  /// Words of the question that are further apart are no pair.
  private static let questionDistance = 3
  /// Words of the document that are further apart are not close.
  private static let documentDistance = 8
  private static let reciprocals: [Float] = (0...documentDistance).map { 1 / Float(max($0, 1)) }
  /// So many words of a question are looked at.
  private static let mostWords = 64

  /// Takes the words of the next question.
  mutating func select(_ words: [Word]) {
    for word in self.words { placeOfMark[Int(word.mark)] = 0 }
    self.words = Array(words.prefix(Self.mostWords))
    for (place, word) in self.words.enumerated().reversed() {
      placeOfMark[Int(word.mark)] = UInt8(place + 1)
    }
    closeness = [Float](repeating: 0, count: self.words.count * Self.questionDistance)
  }

  /// The bonus of a document.
  ///
  /// - Parameters:
  ///   - range: Where its marks lie.
  ///   - segment: Its segment.
  ///   - norm: The part of its length, as in BM25.
  /// - Returns: Comparable with a score of BM25.
  /// - Throws: `IndexError` when the segment is damaged.
  mutating func of(
    _ range: Range<Int>,
    in segment: SegmentReader,
    norm: Float
  ) throws(IndexError) -> Float {
    recent.removeAll(keepingCapacity: true)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let word = placeOfMark[Int(try segment.bytes.uint16(offset))]
      if word > 0 { add(Int(word) - 1, at: offset >> 1) }
      offset += 2
    }
    return Self.share * takeSum(norm)
  }

  /// Sums up the pairs and sets them back.
  private mutating func takeSum(_ norm: Float) -> Float {
    var sum: Float = 0
    for pair in closeness.indices where closeness[pair] > 0 {
      let first = pair / Self.questionDistance
      let second = first + pair % Self.questionDistance + 1
      let weight = min(words[first].weight, words[second].weight)
      sum += weight * closeness[pair] / (closeness[pair] + norm)
      closeness[pair] = 0
    }
    return sum
  }

  private mutating func add(_ word: Int, at place: Int) {
    var index = recent.count - 1
    while index >= 0 {
      let earlier = recent[index]
      let distance = place - earlier.place
      if distance > Self.documentDistance { break }
      let apart = abs(word - earlier.word)
      if apart > 0, apart <= Self.questionDistance {
        let pair = min(word, earlier.word) * Self.questionDistance + apart - 1
        closeness[pair] += Self.reciprocals[distance]
      }
      index -= 1
    }
    recent.append((place, word))
  }
}
