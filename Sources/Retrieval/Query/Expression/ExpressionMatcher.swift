/// A query with the terms of an index that stand for it.
struct ExpressionMatcher {
  /// What counts, each term once.
  let terms: [WeightedTerm]
  /// Clauses that a document must match.
  let required: [ClauseMatcher]
  /// Clauses that it must not match.
  let excluded: [ClauseMatcher]

  /// Whether stored texts must be looked at, because postings alone do not tell.
  var needsTexts: Bool { (required + excluded).contains(where: \.needsText) }

  init(_ expression: SearchExpression, _ reader: DirectoryReader) throws(IndexError) {
    var terms: [WeightedTerm] = []
    var required: [ClauseMatcher] = []
    var excluded: [ClauseMatcher] = []
    var free: [UInt8] = []
    for clause in expression.clauses {
      if clause.form == .words, clause.field == .any, !clause.isExcluded {
        free += clause.text + [0x20]
        continue
      }
      let words = try Self.words(of: clause, reader)
      let matcher = ClauseMatcher(clause: clause, words: words)
      if clause.isExcluded {
        excluded.append(matcher)
      } else {
        for word in words where !word.isStopWord { Self.add(word.terms, to: &terms) }
        if clause.isRequired { required.append(matcher) }
      }
    }
    var questions = QuestionAnalysis(reader.analysis, form: .question)
    for term in questions.terms(of: free) {
      let bytes = Array(questions.vocabulary[term.number])
      Self.add([WeightedTerm(term: bytes, weight: term.weight)], to: &terms)
    }
    self.terms = terms
    self.required = required
    self.excluded = excluded
  }

  private static func add(_ more: [WeightedTerm], to terms: inout [WeightedTerm]) {
    for term in more {
      if let known = terms.firstIndex(where: { $0.term == term.term }) {
        terms[known].weight += term.weight
      } else {
        terms.append(term)
      }
    }
  }

  private static func words(
    of clause: SearchExpression.Clause,
    _ reader: DirectoryReader
  ) throws(IndexError) -> [WordMatcher] {
    let analysis = reader.analysis
    let expansion = TermExpansion(reader: reader)
    var words: [WordMatcher] = []
    var word = WordCursor()
    while words.count < mostWords, analysis.next(clause.text.span, &word) {
      let own = analysis.term(of: word)
      let folded = Array(word.bytes.prefix(word.count))
      let isLast = word.offset >= clause.text.count
      switch clause.form {
      case .prefix where isLast:
        words.append(WordMatcher(terms: try expansion.terms(prefix: folded, own: own)))
      case .similar where isLast:
        words.append(WordMatcher(terms: try expansion.terms(similarTo: folded, own: own ?? folded)))
      default:
        let term = WeightedTerm(term: own ?? folded, weight: 1)
        words.append(WordMatcher(terms: [term], isStopWord: own == nil))
      }
    }
    return words
  }

  /// The most words of a clause.
  private static let mostWords = 256
}
