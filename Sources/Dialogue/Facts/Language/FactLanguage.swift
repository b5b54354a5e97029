/// All the words by which facts are found: numbers, cues and one protocol's facts.
public struct FactLanguage: Sendable {
  var vocabulary = Vocabulary()
  var abbreviations: Set<String> = []
  var classes: [PhrasePattern] = []
  var quantities = QuantityLanguage()
  var assertion = AssertionLanguage()
  var facts: [FactDefinition] = []
  var phrases: [FactPhrase] = []
  /// Phrases that take back what was said.
  var corrections: [PhrasePattern] = []
  var sites = SiteLanguage()
  /// Atoms of words that no gap crosses.
  var breaks: Set<Int> = []
  /// Atoms of signs inside a phrase.
  var fillers: Set<Int> = []

  let phraseIndex: PatternIndex
  let answerIndex: PatternIndex
  let todayIndex: PatternIndex
  let carriedIndex: PatternIndex
  let cueIndex: PatternIndex
  let terminatorIndex: PatternIndex
  let correctionIndex: PatternIndex
  let siteIndex: PatternIndex

  /// Prepares the wording of a lexicon and a protocol.
  ///
  /// - Throws: What cannot be used, the first of it.
  public init(_ entries: [WordingEntry]) throws(WordingError) {
    var builder = FactLanguageBuilder(entries)
    try builder.build()
    vocabulary = builder.vocabulary
    abbreviations = builder.abbreviations
    classes = builder.classes
    quantities = builder.quantities
    assertion = builder.assertion
    facts = builder.facts
    phrases = builder.phrases
    corrections = builder.corrections
    sites = builder.sites
    breaks = builder.breaks
    fillers = builder.fillers
    phraseIndex = PatternIndex(builder.phrases.map(\.pattern), classes: builder.classes)
    answerIndex = PatternIndex(
      builder.assertion.answers.map(\.pattern),
      classes: builder.classes
    )
    carriedIndex = PatternIndex(builder.carried, classes: builder.classes)
    todayIndex = PatternIndex(builder.todays, classes: builder.classes)
    cueIndex = PatternIndex(builder.assertion.rules.map(\.pattern), classes: builder.classes)
    terminatorIndex = PatternIndex(builder.assertion.terminators, classes: builder.classes)
    correctionIndex = PatternIndex(builder.corrections, classes: builder.classes)
    siteIndex = PatternIndex(builder.sites.patterns.map(\.pattern), classes: builder.classes)
  }

  /// The number of a fact.
  func number(of id: String) -> Int? { facts.firstIndex { $0.id == id } }
}

/// How the sites of a patient are told apart.
struct SiteLanguage: Sendable {
  enum Role {
    /// Names a site.
    case label
    /// Points at the first, the second, … site.
    case position(Int)
    /// Speaks of all of them.
    case all
  }

  /// Words between two names of one site: "lesion A in segment V".
  var joints: Set<String> = []
  var patterns: [(role: Role, pattern: PhrasePattern)] = []
}
