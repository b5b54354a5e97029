/// How occurrences of a question's terms make the score of a document.
package enum ScoringModel: Hashable, Sendable {
  /// Okapi BM25 (Robertson and Zaragoza 2009).
  case bm25(BM25Parameters)
  /// BM25 over title and text, each by its own length.
  case bm25f(BM25FParameters)
  /// Logarithmic frequencies by inverse document frequencies, with pivoted length normalization.
  case tfidf(PivotedParameters)

  /// BM25 with its usual parameters.
  package static let standard = Self.bm25(BM25Parameters())

  /// Whether occurrences in the title are told from others.
  var needsFields: Bool {
    if case .bm25f = self { return true }
    return false
  }

  /// What a term counts in every document that holds it, above 0.
  func inverseDocumentFrequency(_ term: TermStatistics) -> Float {
    switch self {
    case .bm25, .bm25f: return BM25().inverseDocumentFrequency(term)
    case .tfidf: return TFIDF().inverseDocumentFrequency(term)
    }
  }

  /// What a frequency makes of a term's weight, in points of the model.
  ///
  /// - Parameters:
  ///   - frequency: At least 1.
  ///   - relativeLength: The document's length by the mean.
  /// - Returns: Above 0; below 1 for BM25, whose factor `k1 + 1` is left out.
  func saturation(_ frequency: Float, relativeLength: Float) -> Float {
    switch self {
    case .bm25(let own):
      let b = own.lengthNormalization
      return frequency / (frequency + own.saturation * (1 - b + b * relativeLength))
    case .bm25f(let own):
      return own.saturation(title: 0, text: own.part(frequency, relativeLength, 1))
    case .tfidf(let own):
      return PivotedParameters.weight(frequency) / (1 - own.slope + own.slope * relativeLength)
    }
  }
}

/// The two parameters of BM25.
package struct BM25Parameters: Hashable, Sendable {
  /// How soon further occurrences stop to count: k1.
  package var saturation: Float
  /// How far length lowers a weight, 0 to 1: b.
  package var lengthNormalization: Float

  /// Sets k1 and b.
  package init(saturation: Float = 1.2, lengthNormalization: Float = 0.75) {
    self.saturation = saturation
    self.lengthNormalization = lengthNormalization
  }
}

/// The parameters of BM25F over title and text (Robertson and Zaragoza, "The Probabilistic Relevance
/// Framework", 2009, section 3.6).
package struct BM25FParameters: Hashable, Sendable {
  /// How soon further occurrences stop to count: k1.
  package var saturation: Float
  /// How far the length of a field lowers what stands in it, 0 to 1: b.
  package var lengthNormalization: Float
  /// What an occurrence in the title counts beside one in the text.
  package var titleWeight: Float

  /// Sets the parameters.
  package init(
    saturation: Float = 1.2,
    lengthNormalization: Float = 0.75,
    titleWeight: Float = 2
  ) {
    self.saturation = saturation
    self.lengthNormalization = lengthNormalization
    self.titleWeight = titleWeight
  }

  /// A frequency in a field by the field's length.
  ///
  /// - Parameters:
  ///   - frequency: Occurrences in the field.
  ///   - length: The field's words.
  ///   - mean: Their mean number over all documents.
  /// - Returns: The frequency that the field has at mean length.
  func part(_ frequency: Float, _ length: Float, _ mean: Float) -> Float {
    guard frequency > 0 else { return 0 }
    let relative = length > 0 ? length / max(mean, .leastNormalMagnitude) : 0
    // A field that holds the term is not empty, even where its length is known by its class alone.
    return frequency / max(1 - lengthNormalization + lengthNormalization * relative, 0.01)
  }

  /// What both parts make of a term's weight, above 0 and below 1.
  func saturation(title: Float, text: Float) -> Float {
    let frequency = titleWeight * title + text
    return frequency / (frequency + saturation)
  }
}

/// The parameter of TF-IDF with pivoted length normalization (Singhal, Buckley and Mitra, "Pivoted
/// Document Length Normalization", SIGIR 1996; the form is that of Singhal, "Modern Information
/// Retrieval: A Brief Overview", 2001).
package struct PivotedParameters: Hashable, Sendable {
  /// How far length lowers a weight, 0 to below 1.
  package var slope: Float

  /// Sets the slope.
  package init(slope: Float = 0.2) {
    self.slope = slope
  }

  /// `1 + ln(1 + ln tf)`, for a frequency of at least 1.
  static func weight(_ frequency: Float) -> Float {
    1 + Logarithm.natural(1 + Logarithm.natural(frequency))
  }
}
