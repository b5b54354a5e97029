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
    // A question has few terms; a dictionary of them took a fiftieth of a one-shot question in
    // instantiating its metadata.
    var places: [String: Int] = [:]
    for token in tokens {
      let weight = token.text.hasPrefix("§") ? synonymWeight : 1
      let isSearched = terms.count < Self.searchable
      let known =
        isSearched ? terms.firstIndex { $0.text == token.text } : places[token.text]
      if let known {
        terms[known].weight += weight
        continue
      }
      terms.append(Term(text: token.text, weight: weight, position: token.position))
      if terms.count == Self.searchable {
        for (place, term) in terms.enumerated() { places[term.text] = place }
      } else if !isSearched {
        places[token.text] = terms.count - 1
      }
    }
    self.terms = terms
  }

  /// So many terms are looked through one by one.
  private static let searchable = 48
}
