/// Weighs one term in one document.
public protocol Scorer: Sendable {
  /// What a term counts in every document.
  ///
  /// - Parameters:
  ///   - term: Statistics of the term in the collection.
  ///   - queryWeight: How much the term counts in the query; 1 for a word that stands once.
  /// - Returns: A number without unit, at least 0.
  func termWeight(_ term: TermStatistics, queryWeight: Float) -> Float

  /// The weight of a term's occurrences in a document.
  ///
  /// - Parameters:
  ///   - occurrences: In each field, with the fields' weights and lengths.
  ///   - norm: Length of the document's vector of logarithmic frequencies.
  ///   - termWeight: As `termWeight(_:queryWeight:)` gave it.
  /// - Returns: A number without unit, at least 0, comparable within one index and scorer.
  func score(_ occurrences: [FieldOccurrences], norm: Float, termWeight: Float) -> Float

  /// What the weights of all terms of a query are divided by.
  func queryNorm(_ terms: [(statistics: TermStatistics, queryWeight: Float)]) -> Float
}

/// How often a term stands in one field of a document.
public struct FieldOccurrences: Hashable, Sendable {
  /// Occurrences.
  public var frequency: Float
  /// Weight of the field.
  public var weight: Float
  /// How far length lowers the weight, 0 to 1.
  public var lengthNormalization: Float
  /// The field's length in this document by its mean.
  public var relativeLength: Float

  /// Takes the counts of one field.
  public init(
    frequency: Float,
    weight: Float,
    lengthNormalization: Float,
    relativeLength: Float
  ) {
    self.frequency = frequency
    self.weight = weight
    self.lengthNormalization = lengthNormalization
    self.relativeLength = relativeLength
  }
}

/// Okapi BM25 over weighted fields (BM25F; Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework", 2009, section 3.6).
///
/// Occurrences are weighted and divided by the length of their field before they are summed and
/// saturated; the idf is the non-negative `ln(1 + (N − n + 0.5) / (n + 0.5))`.
public struct BM25: Scorer {
  /// How soon further occurrences stop to count, above 0.
  public let saturation: Float

  /// Sets k1.
  public init(saturation: Float = 1.2) {
    precondition(saturation > 0, "k1 is above 0")
    self.saturation = saturation
  }

  /// The inverse document frequency, above 0.
  public func inverseDocumentFrequency(_ term: TermStatistics) -> Float {
    let n = Float(term.documentFrequency)
    return Logarithm.natural(1 + (Float(term.documentCount) - n + 0.5) / (n + 0.5))
  }

  /// The inverse document frequency, as often as the query has the term.
  public func termWeight(_ term: TermStatistics, queryWeight: Float) -> Float {
    queryWeight * inverseDocumentFrequency(term)
  }

  /// The weight of a term in a document, below `termWeight · (k1 + 1)`.
  public func score(_ occurrences: [FieldOccurrences], norm: Float, termWeight: Float) -> Float {
    var frequency: Float = 0
    for field in occurrences {
      let length = 1 - field.lengthNormalization + field.lengthNormalization * field.relativeLength
      frequency += field.weight * field.frequency / max(length, 0.01)
    }
    return termWeight * (frequency * (saturation + 1) / (frequency + saturation))
  }

  /// BM25 leaves the query as it is.
  public func queryNorm(_ terms: [(statistics: TermStatistics, queryWeight: Float)]) -> Float { 1 }
}

/// The cosine of logarithmic frequencies, with idf in the query alone: lnc.ltc (Manning, Raghavan
/// and Schütze, "Introduction to Information Retrieval", 2008, section 6.4.3).
public struct TFIDF: Scorer {
  /// Makes the scorer.
  public init() {}

  /// `1 + ln tf`, 0 for no occurrence and never below 0.
  public static func documentWeight(_ frequency: Float) -> Float {
    if frequency == 1 { return 1 }
    return frequency > 0 ? max(0, 1 + Logarithm.natural(frequency)) : 0
  }

  /// `ln ((N + 1) / (n + 0.5))`, which stays above 0 for a term in every document.
  public func inverseDocumentFrequency(_ term: TermStatistics) -> Float {
    Logarithm.natural((Float(term.documentCount) + 1) / (Float(term.documentFrequency) + 0.5))
  }

  /// The part of a term in the cosine before the query's length divides it.
  public func score(_ occurrences: [FieldOccurrences], norm: Float, termWeight: Float) -> Float {
    guard norm > 0 else { return 0 }
    var frequency: Float = 0
    for field in occurrences { frequency += field.weight * field.frequency }
    return Self.documentWeight(frequency) / norm * termWeight
  }

  /// The length of the query's vector.
  public func queryNorm(_ terms: [(statistics: TermStatistics, queryWeight: Float)]) -> Float {
    let squares = terms.reduce(Float(0)) { sum, term in
      let weight = termWeight(term.statistics, queryWeight: term.queryWeight)
      return sum + weight * weight
    }
    return squares > 0 ? squares.squareRoot() : 1
  }

  /// The logarithm of how often the query has the term, by its inverse document frequency.
  public func termWeight(_ term: TermStatistics, queryWeight: Float) -> Float {
    let frequency = queryWeight >= 1 ? 1 + Logarithm.natural(queryWeight) : queryWeight
    return frequency * inverseDocumentFrequency(term)
  }
}
