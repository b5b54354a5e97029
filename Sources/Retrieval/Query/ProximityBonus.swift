/// What a document gains where words that are near each other in the question are near each other in it.
///
/// A pair of words counts the reciprocal of each distance at which it stands, saturates as a term
/// does in BM25, and weighs as the more frequent of the two. Only the best documents by BM25 get it, so
/// that it costs the reading of a few texts.
struct ProximityBonus {
  /// A word of the question.
  struct Word {
    var number: Int
    var weight: Float
  }

  private let words: [Word]
  /// By pair of words, the sum of the reciprocals in the present document.
  private var closeness: [Float]
  /// The last places at which words stood, in a ring.
  private var recent: [(place: Int, word: Int)] = []

  /// So many of the best documents get the bonus.
  static let depth = 30
  /// What a pair weighs beside a word.
  private static let share: Float = 0.3
  /// Words of the question that are further apart are no pair.
  private static let questionDistance = 3
  /// Words of the document that are further apart are not close.
  private static let documentDistance = 8

  init(_ words: [Word]) {
    self.words = words
    closeness = [Float](repeating: 0, count: words.count * Self.questionDistance)
  }

  /// The bonus of a document.
  ///
  /// - Parameters:
  ///   - text: Its text.
  ///   - norm: The part of its length, as in BM25.
  ///   - analysis: Knows the words by their numbers.
  /// - Returns: Comparable with a score of BM25.
  mutating func of(_ text: [UInt8], norm: Float, _ analysis: inout QuestionAnalysis) -> Float {
    for pair in closeness.indices { closeness[pair] = 0 }
    recent.removeAll(keepingCapacity: true)
    var place = 0
    let words = words
    analysis.forEachTerm(of: text.span) { number in
      place += 1
      guard let word = words.firstIndex(where: { $0.number == number }) else { return }
      add(word, at: place)
    }
    var bonus: Float = 0
    for first in words.indices {
      for distance in 1...Self.questionDistance where first + distance < words.count {
        let closeness = closeness[first * Self.questionDistance + distance - 1]
        let weight = min(words[first].weight, words[first + distance].weight)
        if closeness > 0 { bonus += weight * closeness / (closeness + norm) }
      }
    }
    return Self.share * bonus
  }

  private mutating func add(_ word: Int, at place: Int) {
    for earlier in recent.reversed() {
      let distance = place - earlier.place
      if distance > Self.documentDistance { break }
      let apart = abs(word - earlier.word)
      if apart == 0 || apart > Self.questionDistance { continue }
      closeness[min(word, earlier.word) * Self.questionDistance + apart - 1] += 1 / Float(distance)
    }
    recent.append((place, word))
  }
}
