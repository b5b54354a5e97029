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

/// Makes questions into weighted terms, and remembers what words stand for.
struct QuestionAnalysis {
  /// Which words are passed over besides stop words.
  enum Form: Hashable {
    /// Words of one letter, and words of asking where there are others.
    case question
    /// None.
    case everyWord
  }

  private let analysis: WordAnalysis
  private let form: Form
  private var word = WordCursor()
  private(set) var vocabulary = Vocabulary()
  /// By word, whether it belongs to how a question is asked.
  private var isAsking: [Bool] = []

  /// The most terms of a question.
  private static let mostTerms = 1024
  /// So many terms are remembered before all are forgotten.
  private static let mostRemembered = 1 << 17

  init(_ analysis: WordAnalysis, form: Form) {
    self.analysis = analysis
    self.form = form
  }

  /// The distinct terms, in order of first occurrence; one that stands twice weighs double.
  mutating func terms(of question: [UInt8]) -> [(number: Int, weight: Float)] {
    if vocabulary.count > Self.mostRemembered {
      vocabulary = Vocabulary()
      isAsking = []
    }
    let terms = terms(of: question, form)
    return terms.isEmpty && form == .question ? self.terms(of: question, nil) : terms
  }

  private mutating func terms(
    of question: [UInt8],
    _ form: Form?
  ) -> [(number: Int, weight: Float)] {
    var terms: [(number: Int, weight: Float)] = []
    word.offset = 0
    while terms.count < Self.mostTerms, analysis.next(question.span, &word) {
      if form != .everyWord, !word.isLongerThanOneLetter { continue }
      let number = vocabulary.word(word, analysis)
      if number == isAsking.count { isAsking.append(analysis.isAsking(word)) }
      if form == .question, isAsking[number] { continue }
      guard let term = vocabulary.term(ofWord: number) else { continue }
      if let known = terms.firstIndex(where: { $0.number == term }) {
        terms[known].weight += 1
      } else {
        terms.append((term, 1))
      }
    }
    return terms
  }
}
