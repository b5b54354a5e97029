public import Evidence

/// How well an index covers a question: what decides between answering and refusing.
///
/// Shares are of the question's words, each weighed by its rarity in the index; a word that the index
/// does not have counts as the rarest, unless it is an everyday word, which does not count.
public struct IndexCoverage: Hashable, Sendable {
  /// Share that the best three sentences in a row hold, 0 to 1.
  public var window: Float = 0
  /// Share that the document holds which holds the most, 0 to 1.
  public var document: Float = 0
  /// Share that no document holds, 0 to 1.
  public var unknown: Float = 1
  /// Share of the weightiest word that three sentences in a row lack, those that lack least, 0 to 1;
  /// everyday words do not count.
  public var missing: Float = 1
  /// The best document's score against the most that the words could give, 0 to 1.
  public var score: Float = 0

  /// Estimated probability that the index answers the question; 0 where a word of weight stands near
  /// none of the others.
  public func probability(_ numbers: IndexAnsweringNumbers) -> Double {
    guard Double(missing) <= numbers[.mostMissing] else { return 0 }
    let features: [(IndexAnsweringNumbers.Name, Float)] = [
      (.window, window), (.document, document), (.unknown, unknown), (.score, score),
    ]
    let sum = features.reduce(numbers[.intercept]) { $0 + numbers[$1.0] * Double($1.1) }
    return Logistic.value(sum)
  }
}
