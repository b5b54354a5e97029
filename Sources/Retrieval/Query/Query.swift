public import TextAnalysis

/// The terms that are searched, with their weights.
public struct Query: Hashable, Sendable {
  /// A term of the query.
  public struct Term: Hashable, Sendable {
    /// As the analyzer gave it.
    public var text: String
    /// How much it counts; a word that stands twice counts double.
    public var weight: Float
    /// Where it stands in the question.
    public var position: Int
  }

  /// Distinct terms in order of first occurrence.
  public var terms: [Term]

  /// Takes the tokens of an analysed question.
  ///
  /// - Parameters:
  ///   - tokens: As the analyzer gave them.
  ///   - synonymWeight: What a term of the glossary counts beside the word that was typed.
  public init(_ tokens: [Token], synonymWeight: Float) {
    var terms: [Term] = []
    var places: [String: Int] = [:]
    for token in tokens {
      let weight = token.text.hasPrefix("§") ? synonymWeight : 1
      if let place = places[token.text] {
        terms[place].weight += weight
      } else {
        places[token.text] = terms.count
        terms.append(Term(text: token.text, weight: weight, position: token.position))
      }
    }
    self.terms = terms
  }
}
