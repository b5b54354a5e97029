internal import Evidence
internal import Retrieval
internal import TextAnalysis

/// The analyzers of a corpus, made from its word lists.
struct QuestionAnalysis: Sendable {
  /// For passages and questions: stems without stop words, with glossary terms.
  let terms: Analyzer
  /// For cues, where function words matter: stems alone.
  let words: Analyzer

  /// The filters before stemming.
  private static var folding: [any TokenFilter] {
    [FoldingFilter(), NumberFilter(), CompoundFilter()]
  }

  /// Makes the analyzers.
  ///
  /// - Parameters:
  ///   - stopWords: Folded function words.
  ///   - synonyms: Glossary terms by their surface forms.
  ///   - digest: Names the word lists.
  init(stopWords: PhraseTable, synonyms: PhraseTable, digest: String) {
    let plain = Self.folding + [StopWordFilter { stopWords.holds($0) }, StemFilter()]
    terms = Analyzer(
      filters: plain + [SynonymFilter(table: synonyms)],
      fingerprintSeed: digest
    )
    words = Analyzer(filters: [FoldingFilter(), StemFilter()], fingerprintSeed: digest)
  }

  /// The analyzer that glossary terms are compiled with, before there is a table of them.
  static func plain(stopWords: [String]) -> Analyzer {
    Analyzer(
      filters: folding + [StopWordFilter(Set(stopWords)), StemFilter()],
      fingerprintSeed: ""
    )
  }

  /// The analyzer of `words`, before there is a pack.
  static var cues: Analyzer {
    Analyzer(filters: [FoldingFilter(), StemFilter()], fingerprintSeed: "")
  }
}
