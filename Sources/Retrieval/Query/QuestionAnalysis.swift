/// A term of a question with what it counts.
package struct WeightedTerm: Hashable, Sendable {
  /// As the analysis gives it.
  package var term: [UInt8]
  /// How much it counts, above 0.
  package var weight: Float

  /// Takes a term and its weight.
  package init(term: [UInt8], weight: Float) {
    self.term = term
    self.weight = weight
  }
}

/// Makes questions into weighted terms: a word that stands twice weighs double, a word of one letter
/// is left out, and words of asking are where there are others.
struct QuestionAnalysis {
  private let analysis: WordAnalysis
  private var word = WordCursor()

  /// The most terms of a question.
  private static let mostTerms = 1024

  init(_ analysis: WordAnalysis) {
    self.analysis = analysis
  }

  /// The distinct terms, in order of first occurrence.
  mutating func terms(of question: [UInt8]) -> [WeightedTerm] {
    let terms = terms(of: question, leavingOutAsking: true)
    return terms.isEmpty ? self.terms(of: question, leavingOutAsking: false) : terms
  }

  private mutating func terms(
    of question: [UInt8],
    leavingOutAsking: Bool
  ) -> [WeightedTerm] {
    var terms: [WeightedTerm] = []
    word.offset = 0
    while terms.count < Self.mostTerms, analysis.next(question.span, &word) {
      guard word.isLongerThanOneLetter, !(leavingOutAsking && analysis.isAsking(word)),
        let term = analysis.term(of: word)
      else { continue }
      if let known = terms.firstIndex(where: { $0.term == term }) {
        terms[known].weight += 1
      } else {
        terms.append(WeightedTerm(term: term, weight: 1))
      }
    }
    return terms
  }
}
