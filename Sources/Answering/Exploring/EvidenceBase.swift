internal import DMN
public import Evidence
internal import TextAnalysis

/// The evidence of a protocol to walk through: claims, works, disputes, and the rules that rest on
/// them.
///
/// It is read from the corpus files and not from the compiled pack, because studies, populations and
/// values are wanted whole and a start may take its time.
public struct EvidenceBase: Sendable {
  /// The protocol: the first of the corpus.
  public let source: ClinicalProtocol
  /// What is shown.
  public let identity: CorpusIdentity
  /// Works that were withdrawn.
  public let retractions: RetractionList
  /// Words about measures and units.
  let language: MeasureLanguage
  /// The rules that rest on claims, in the order of the model.
  let rules: [RuleBasis]
  /// All rules of the model, those without claims as well.
  let ruleTable: [RuleBasis]
  /// The decision model; nil for a protocol without one.
  let model: CaseModel?
  let analyzer: Analyzer
  /// Measures that a page draws.
  var featured: [String] = []
  /// Measures that say something about other values of their claim and are not drawn themselves.
  var notDrawn: Set<String> = []
  private let claimNumbers: [String: Int]
  private let referenceNumbers: [String: Int]
  private let disputants: [String: [String]]

  /// Reads a corpus folder.
  ///
  /// - Parameter root: The corpus folder.
  /// - Returns: The evidence of its first protocol.
  /// - Throws: `CorpusError` with every problem that keeps the corpus from being used.
  public static func read(corpus root: String) throws(CorpusError) -> EvidenceBase {
    let corpus = try CorpusReader.read(root)
    var base = try EvidenceBase(
      corpus,
      retractions: RetractionList.read(corpus: root),
      language: MeasureLanguage.read(corpus: root)
    )
    let choices = try StatedTree.optional("\(base.source.folder)/exploring.yaml", in: root)
    base.featured = choices?.texts("plots") ?? []
    base.notDrawn = Set(choices?.texts("notDrawn") ?? [])
    return base
  }

  init(
    _ corpus: Corpus,
    retractions: RetractionList,
    language: MeasureLanguage
  ) throws(CorpusError) {
    source = corpus.protocols[0]
    self.retractions = retractions
    self.language = language
    identity = CorpusIdentity(source, digest: corpus.digest)
    analyzer = QuestionAnalysis.plain(stopWords: corpus.lexicon.stopWords)
    let (model, outputNames) = try Self.model(of: source)
    self.model = model
    ruleTable = model.map { RuleBasis.table($0, outputNames: outputNames) } ?? []
    rules = ruleTable.filter { !$0.claims.isEmpty }
    claimNumbers = Self.numbers(source.claims.map(\.id))
    referenceNumbers = Self.numbers(source.references.map(\.id))
    var disputants: [String: [String]] = [:]
    for claim in source.claims {
      for other in claim.disputes { disputants[other, default: []].append(claim.id) }
    }
    self.disputants = disputants
  }

  private static func numbers(_ ids: [String]) -> [String: Int] {
    Dictionary(zip(ids, 0...)) { first, _ in first }
  }

  /// The model, and the names of the output columns of tables that have several.
  private static func model(
    of source: ClinicalProtocol
  ) throws(CorpusError) -> (CaseModel?, [String: [String]]) {
    guard let bytes = source.decisionModel else { return (nil, [:]) }
    do throws(ModelError) {
      let file = ModelFile(name: DecisionCheck.file, bytes: bytes)
      let stated = try DecisionModelReader().read(file)
      let model = try CaseModel(stated, siteFacts: source.siteFacts)
      return (model, RuleBasis.outputNames(of: stated))
    } catch {
      throw CorpusError(
        issues: [
          CorpusIssue(
            file: "\(source.folder)/\(DecisionCheck.file)",
            line: error.element.line,
            problem: .decisions(.brokenModel(error.complaint))
          )
        ]
      )
    }
  }

  /// A claim by its id.
  public func claim(_ id: String) -> Claim? { claimNumbers[id].map { source.claims[$0] } }

  /// A work by its citation key.
  public func reference(_ id: String) -> Reference? {
    referenceNumbers[id].map { source.references[$0] }
  }

  /// The claims that dispute a claim.
  func disputants(of id: String) -> [String] { disputants[id] ?? [] }

  /// The claims in dispute with a claim, those that it disputes first.
  func opponents(of claim: Claim) -> [String] {
    claim.disputes + disputants(of: claim.id).filter { !claim.disputes.contains($0) }
  }

  /// The rules that rest on a claim.
  func rules(on claim: String) -> [RuleBasis] { rules.filter { $0.claims.contains(claim) } }

  /// The ids that begin with a text or hold it, to suggest instead of one that is not there.
  public func ids(near text: String) -> [String] {
    let wanted = text.lowercased()
    let all = source.claims.map(\.id) + source.references.map(\.id)
    let begins = all.filter { $0.lowercased().hasPrefix(wanted.prefix(4)) }
    let holds = all.filter { $0.lowercased().contains(wanted) }
    return Array((holds + begins.filter { !holds.contains($0) }).prefix(5))
  }
}

extension CorpusIdentity {
  /// Names a protocol as its files are now.
  init(_ source: ClinicalProtocol, digest: ContentDigest) {
    self.init(
      protocolID: source.id,
      title: source.title,
      version: source.version,
      lastUpdated: source.lastUpdated,
      reviewStatus: source.reviewStatus,
      digest: digest.description
    )
  }
}
