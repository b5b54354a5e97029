/// What a claim asserts: advice, a result, a habit, or a remark on the evidence.
public enum ClaimKind: String, Hashable, Sendable, CaseIterable {
  case recommendation
  case outcome
  case diagnosticAccuracy = "diagnostic accuracy"
  case practiceSurvey = "practice survey"
  case definition
  case prognosticFactor = "prognostic factor"
  case harm
  case evidenceQuality = "evidence quality"
}

/// Whether a claim is about the protocol's own subject or about a neighbouring one.
public enum ClaimScope: String, Hashable, Sendable, CaseIterable {
  /// About the protocol's subject itself, here vanished metastases.
  case subject
  /// About visible disease, or the disease in general: never evidence on the subject by itself.
  case context
}

/// Where a text stands: bytes `start ..< end` of a file, counted from 0.
public struct SourceSpan: Hashable, Sendable {
  /// The file's path inside the protocol's folder.
  public var file: String
  /// Offset of the first byte.
  public var start: Int
  /// Offset behind the last byte.
  public var end: Int

  /// Names a range of bytes in a file of the protocol.
  public init(file: String, start: Int, end: Int) {
    self.file = file
    self.start = start
    self.end = end
  }
}

/// A figure that a claim states.
public struct MeasuredValue: Hashable, Sendable {
  /// What was measured.
  public var measure: String
  /// Lower bound, in decimal digits as written; `nil` in "up to 80".
  public var low: String?
  /// Upper bound; equal to `low` for a single value, `nil` in "at least 30".
  public var high: String?
  /// Unit as written, for example `%` or `weeks`.
  public var unit: String

  /// Takes a figure as the corpus states it.
  public init(measure: String, low: String?, high: String?, unit: String) {
    self.measure = measure
    self.low = low
    self.high = high
    self.unit = unit
  }
}

/// Where a claim's figures come from.
public struct Study: Hashable, Sendable {
  /// Design in words, such as "retrospective series".
  public var design: String
  /// Number of patients, or what the corpus says instead; empty where it is unknown.
  public var size: String
  /// Years of inclusion or of the search; empty where unknown.
  public var years: String

  /// Takes the description of a study; empty strings for what is unknown.
  public init(design: String, size: String, years: String) {
    self.design = design
    self.size = size
    self.years = years
  }
}

/// A sentence of the corpus with its sources: what an answer may quote.
public struct Claim: Hashable, Sendable {
  /// Unique within the protocol.
  public let id: String
  /// The sentence, byte for byte as it stands at `span`.
  public let text: String
  /// Where the sentence stands.
  public let span: SourceSpan
  /// Index of the section in `ClinicalProtocol.sections`.
  public let section: Int
  /// Index of the passage in `ClinicalProtocol.passages`.
  public let passage: Int
  /// Ids of the references that carry the sentence, never empty.
  public let citations: [String]
  /// What the sentence asserts.
  public let kind: ClaimKind
  /// Topic label, shared by neighbouring claims.
  public let topic: String
  /// Whether the sentence is about the subject itself.
  public let scope: ClaimScope
  /// Ways in which people ask for this claim.
  public let asked: [String]
  /// The figures in the sentence.
  public let values: [MeasuredValue]
  /// The study behind it, if one is named.
  public let study: Study?
  /// To whom it applies; empty where nothing is said.
  public let population: String
  /// Strength as the source states it; empty where it states none.
  public let strength: String
  /// Ids of the claims that this one contradicts, limits or corrects.
  public let disputes: [String]
  /// Line in `claims.yaml` where its entry begins, from 1.
  public let entryLine: Int

  /// Joins a sentence with what the corpus says about it.
  ///
  /// - Returns: `nil` without a citation: there is no claim without a source.
  public init?(
    id: String,
    text: String,
    span: SourceSpan,
    section: Int,
    passage: Int,
    citations: [String],
    facts: ClaimFacts
  ) {
    guard !citations.isEmpty else { return nil }
    self.id = id
    self.text = text
    self.span = span
    self.section = section
    self.passage = passage
    self.citations = citations
    kind = facts.kind
    topic = facts.topic
    scope = facts.scope
    asked = facts.asked
    values = facts.values
    study = facts.study
    population = facts.population
    strength = facts.strength
    disputes = facts.disputes
    entryLine = facts.line
  }
}

/// What `claims.yaml` says about one claim.
public struct ClaimFacts: Hashable, Sendable {
  /// What the sentence asserts.
  public var kind: ClaimKind
  /// Topic label.
  public var topic: String
  /// Subject or context.
  public var scope: ClaimScope
  /// Ways in which people ask for it.
  public var asked: [String]
  /// The figures in the sentence.
  public var values: [MeasuredValue]
  /// The study behind it.
  public var study: Study?
  /// To whom it applies.
  public var population: String
  /// Strength as stated.
  public var strength: String
  /// Ids of disputed claims.
  public var disputes: [String]
  /// Line in `claims.yaml` where the entry begins, from 1.
  public var line: Int

  /// Takes an entry of `claims.yaml`.
  public init(
    kind: ClaimKind,
    topic: String,
    scope: ClaimScope = .subject,
    asked: [String] = [],
    values: [MeasuredValue] = [],
    study: Study? = nil,
    population: String = "",
    strength: String = "",
    disputes: [String] = [],
    line: Int = 1
  ) {
    self.kind = kind
    self.topic = topic
    self.scope = scope
    self.asked = asked
    self.values = values
    self.study = study
    self.population = population
    self.strength = strength
    self.disputes = disputes
    self.line = line
  }
}
