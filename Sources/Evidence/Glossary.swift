/// A term with the words that stand for it.
public struct GlossaryTerm: Hashable, Sendable {
  /// The preferred term.
  public var term: String
  /// What the term names, such as disease, modality or treatment; drives what may replace what.
  public var type: String
  /// Abbreviations, written as people write them.
  public var abbreviations: [String]
  /// Other words for the same thing in this subject.
  public var synonyms: [String]
  /// One or two sentences in plain language.
  public var definition: String
  /// Line in `glossary.yaml` where the entry begins, from 1.
  public var line: Int

  /// Takes an entry of `glossary.yaml`.
  public init(
    term: String,
    type: String,
    abbreviations: [String] = [],
    synonyms: [String] = [],
    definition: String,
    line: Int = 1
  ) {
    self.term = term
    self.type = type
    self.abbreviations = abbreviations
    self.synonyms = synonyms
    self.definition = definition
    self.line = line
  }

  /// Everything that stands for the term, the term itself first.
  public var surfaceForms: [String] { [term] + abbreviations + synonyms }
}

/// The words that are not one protocol's: stop words, harmless words, cues, neighbouring topics
/// and the numbers by which answers are ranked and refused.
public struct Lexicon: Sendable {
  /// Function words that are left out of every search.
  public var stopWords: [String]
  /// Words that may stand in a question without being what it is about.
  public var everydayWords: [String]
  /// By kind of answer, the phrases that ask for it.
  public var questionCues: [(kind: String, phrases: [String])]
  /// By kind of neighbour, words of subjects that lie beside a protocol's own.
  public var neighbouringTopics: [(kind: String, phrases: [String])]
  /// Named numbers of ranking and refusal.
  public var parameters: [(name: String, value: Double)]
  /// By kind, the words by which a question leans on earlier ones.
  public var followUpCues: [(kind: String, phrases: [String])]
  /// By kind, the words by which a line gives away who a patient is.
  public var identifiers: [(kind: String, phrases: [String])]
  /// How numbers are said, and the cues of denial, doubt, plans and other people.
  public var factWordings: [FactWording]

  /// Takes the word lists.
  public init(
    stopWords: [String] = [],
    everydayWords: [String] = [],
    questionCues: [(kind: String, phrases: [String])] = [],
    neighbouringTopics: [(kind: String, phrases: [String])] = [],
    parameters: [(name: String, value: Double)] = [],
    followUpCues: [(kind: String, phrases: [String])] = [],
    identifiers: [(kind: String, phrases: [String])] = [],
    factWordings: [FactWording] = []
  ) {
    self.stopWords = stopWords
    self.everydayWords = everydayWords
    self.questionCues = questionCues
    self.neighbouringTopics = neighbouringTopics
    self.parameters = parameters
    self.followUpCues = followUpCues
    self.identifiers = identifiers
    self.factWordings = factWordings
  }
}
