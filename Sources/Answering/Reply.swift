public import Dialogue
public import Evidence

/// What became of a question.
public enum ReplyStatus: String, Hashable, Sendable {
  /// Cited statements answer it.
  case answered
  /// The corpus holds no answer.
  case notCovered
  /// A case is undecided until more facts are known.
  case factsNeeded
  /// Every decision that applies is made.
  case decided
}

/// A sentence of the corpus in an answer, byte for byte.
public struct Statement: Hashable, Sendable {
  /// The claim's sentence.
  public let text: String
  /// The claim's id.
  public let claim: String
  /// What the claim asserts.
  public let kind: ClaimKind
  /// Whether it is about the protocol's subject or about visible disease.
  public let scope: ClaimScope
  /// Ids of its references, never empty.
  public let citations: [String]
  /// Numbers of its references in this reply, in the order of `citations`.
  public let citationNumbers: [Int]
  /// Where the sentence stands.
  public let span: SourceSpan
  /// The headings above it, outermost first, its own section last.
  public let sectionPath: [String]
  /// How well it fits the question; comparable within one reply.
  public let score: Double
  /// Whether it stands here only because it disputes a statement that fits.
  public let isDissent: Bool
  /// What it states in numbers, each with what was measured, as in "minimum remnant: at least 30 %".
  public let figures: [String]

  /// Quotes a claim.
  ///
  /// - Returns: `nil` without a citation: there is no statement without a source.
  public init?(
    text: String,
    claim: String,
    kind: ClaimKind,
    scope: ClaimScope,
    citations: [String],
    citationNumbers: [Int],
    span: SourceSpan,
    sectionPath: [String],
    score: Double,
    isDissent: Bool,
    figures: [String] = []
  ) {
    guard !citations.isEmpty, citations.count == citationNumbers.count else { return nil }
    self.text = text
    self.claim = claim
    self.kind = kind
    self.scope = scope
    self.citations = citations
    self.citationNumbers = citationNumbers
    self.span = span
    self.sectionPath = sectionPath
    self.score = score
    self.isDissent = isDissent
    self.figures = figures
  }
}

/// A reference as a reply lists it.
public struct NumberedReference: Hashable, Sendable {
  /// From 1, in order of first citation.
  public var number: Int
  /// Citation key.
  public var id: String
  /// Vancouver form.
  public var text: String
  /// Journal and year.
  public var brief: String
  /// What sort of work it is.
  public var kind: ReferenceKind
  /// Address to follow; empty where there is none.
  public var url: String
  /// What the list of retractions says of it; nil for a work that is not listed.
  public var retraction: String? = nil
}

/// Why a question was refused.
public struct Refusal: Hashable, Sendable {
  /// Words of the question, as typed, that the corpus never uses.
  public var unknownWords: [String]
  /// Words of the question that belong to a neighbouring subject which the corpus does not cover.
  public var neighbouringTopics: [String]
  /// Headings of the sections that come nearest.
  public var nearestSections: [String]
}

/// A word of the question that was read as another.
public struct Correction: Hashable, Sendable {
  /// As typed.
  public var from: String
  /// As searched.
  public var to: String
}

/// The corpus that a reply quotes.
public struct CorpusIdentity: Hashable, Sendable {
  /// The protocol's id.
  public var protocolID: String
  /// The protocol's title.
  public var title: String
  /// The protocol's version.
  public var version: String
  /// Date of the last change.
  public var lastUpdated: String
  /// How far it has come in review.
  public var reviewStatus: ReviewStatus
  /// SHA-256 of the corpus files.
  public var digest: String
}

/// The answer to one question.
public struct Reply: Hashable, Sendable {
  /// As given in a batch.
  public var id: String?
  /// As typed.
  public var question: String
  /// The question made to stand alone; equal to `question` where nothing was added.
  public var resolved: String
  /// Words that were carried over from earlier questions.
  public var carried: [String]
  /// What became of it.
  public var status: ReplyStatus
  /// Estimated probability that the corpus covers the question, 0 to 1.
  public var confidence: Double
  /// Best first.
  public var statements: [Statement]
  /// Pairs of claims in `statements` that dispute each other.
  public var disagreements: [[String]]
  /// In order of their numbers.
  public var references: [NumberedReference]
  /// What was decided of a case; nil for a question without one.
  public var `case`: CaseReport? = nil
  /// Questions that were found answerable.
  public var suggestions: [String]
  /// Why it was refused; `nil` when it was answered.
  public var refusal: Refusal?
  /// Words that were read as others.
  public var corrections: [Correction]
  /// What was quoted.
  public var corpus: CorpusIdentity
  /// What is explained below it; nil where no audience was named.
  public var words: ReplyWords? = nil
  /// What said who a patient is, and was made unreadable before anything else was done with it.
  public var identifiers: [IdentifierKind] = []
}

/// What is explained below a reply.
public struct ReplyWords: Hashable, Sendable {
  /// For whom.
  public var audience: Audience
  /// In the order in which they appear.
  public var terms: [ExplainedTerm]
}
