/// How far a protocol has come on its way through review.
public enum ReviewStatus: String, Hashable, Sendable, CaseIterable {
  case submitted
  case underReview = "under review"
  case approved
}

/// A heading of a protocol's text with what belongs to it.
public struct Section: Hashable, Sendable {
  /// The heading without its marks.
  public var heading: String
  /// 1 for `#`, 2 for `##` and so on.
  public var level: Int
  /// The headings above it, outermost first.
  public var path: [String]
  /// The file's path inside the protocol's folder.
  public var file: String
  /// Line of the heading, from 1.
  public var line: Int

  /// Takes a heading and its place.
  public init(heading: String, level: Int, path: [String], file: String, line: Int) {
    self.heading = heading
    self.level = level
    self.path = path
    self.file = file
    self.line = line
  }
}

/// A paragraph or list item of the text.
public struct Passage: Hashable, Sendable {
  /// The bytes as they stand in the file, marks and citations included.
  public var span: SourceSpan
  /// The text without citation marks.
  public var text: String
  /// Index of the section.
  public var section: Int
  /// Line where it begins, from 1.
  public var line: Int

  /// Takes a block of text and its place.
  public init(span: SourceSpan, text: String, section: Int, line: Int) {
    self.span = span
    self.text = text
    self.section = section
    self.line = line
  }
}

/// One protocol: its text, claims, references and glossary.
public struct ClinicalProtocol: Sendable {
  /// Name of its folder.
  public var folder: String
  /// Identifier, as replies name it.
  public var id: String
  /// Title.
  public var title: String
  /// Version.
  public var version: String
  /// Date of the last change, as in 2025-11-05.
  public var lastUpdated: String
  /// How far it has come in review.
  public var reviewStatus: ReviewStatus
  /// What every reader must know.
  public var disclaimer: String
  /// How its text came about.
  public var editorialPolicy: String
  /// Language codes of its text.
  public var languages: [String]
  /// Headings, in reading order.
  public var sections: [Section]
  /// Paragraphs and list items, in reading order.
  public var passages: [Passage]
  /// Citable sentences, in reading order.
  public var claims: [Claim]
  /// Cited works, in the order of `references.json`.
  public var references: [Reference]
  /// Terms, in the order of `glossary.yaml`.
  public var glossary: [GlossaryTerm]
  /// The bytes of `decisions.dmn`; nil for a protocol without decisions.
  public var decisionModel: [UInt8]?
  /// The inputs of the decision model that belong to a site and not to the patient.
  public var siteFacts: [String]
  /// How clinicians say the facts, from `facts.yaml`; none for a protocol without that file.
  public var factWordings: [FactWording]
  /// Recommendations that no rule encodes, with the reason.
  public var notEncoded: [UnencodedClaim]
  /// Worked patients, in the order of their files' names.
  public var cases: [WorkedCase]
}

/// A recommendation that no rule encodes.
public struct UnencodedClaim: Hashable, Sendable {
  /// The claim's id.
  public var claim: String
  /// Why no rule encodes it.
  public var reason: String
  /// Line of `protocol.yaml`, from 1.
  public var line: Int
}

/// All protocols of a corpus folder with the words that they share.
public struct Corpus: Sendable {
  /// In the order of their folders' names, at least one.
  public var protocols: [ClinicalProtocol]
  /// Words and numbers that are not one protocol's.
  public var lexicon: Lexicon
  /// Digest of every file that was read.
  public var digest: ContentDigest
  /// Every file and folder that was looked at, as paths below the corpus folder; a change of one
  /// of them is a change of the corpus.
  public var inventory: [String]
}
