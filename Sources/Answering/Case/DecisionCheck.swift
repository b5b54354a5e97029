internal import DMN
internal import Evidence
internal import FEEL

/// Checks a protocol's decision model: its tables, what its rules rest on, and the worked cases.
struct DecisionCheck {
  let source: ClinicalProtocol

  /// Every finding with its place, in the order of model, recommendations and cases.
  func issues() -> [CorpusIssue] {
    guard let bytes = source.decisionModel else { return withoutModel() }
    do throws(ModelError) {
      let file = ModelFile(name: Self.file, bytes: bytes)
      let compiled = try CompiledModel(DecisionModelReader().read(file))
      let model = CaseModel(ReasoningModel(compiled), siteFacts: source.siteFacts)
      let rules = RuleCheck(source: source, compiled: compiled, model: model)
      return rules.issues() + recommendations(rules.encodedClaims)
        + WorkedCaseCheck(source: source, model: model).issues()
    } catch {
      return [issue(.brokenModel(error.complaint), line: error.element.line)]
    }
  }

  /// The model's file in the protocol's folder.
  static let file = "decisions.dmn"

  private func issue(
    _ problem: DecisionProblem,
    in file: String = Self.file,
    line: Int?
  ) -> CorpusIssue {
    CorpusIssue(file: "\(source.folder)/\(file)", line: line, problem: .decisions(problem))
  }

  private func withoutModel() -> [CorpusIssue] {
    let cases = source.cases.map { issue(.withoutModel, in: $0.file, line: nil) }
    let left = source.notEncoded.map { issue(.withoutModel, in: "protocol.yaml", line: $0.line) }
    return left.prefix(1) + cases
  }

  // MARK: Recommendations

  /// Each recommendation is encoded in a rule or left out with a reason, and not both.
  private func recommendations(_ encoded: Set<String>) -> [CorpusIssue] {
    let kinds = Dictionary(source.claims.map { ($0.id, $0.kind) }) { first, _ in first }
    let left = Set(source.notEncoded.map(\.claim))
    let forgotten = source.claims.filter { claim in
      claim.kind == .recommendation && !encoded.contains(claim.id) && !left.contains(claim.id)
    }.map { claim in
      let line = source.passages[claim.passage].line
      return issue(.unencodedRecommendation(claim: claim.id), in: claim.span.file, line: line)
    }
    let idle = source.notEncoded.compactMap { entry -> CorpusIssue? in
      let problem: DecisionProblem
      switch kinds[entry.claim] {
      case nil: problem = .unwrittenClaim(entry.claim, namedBy: "‘notEncoded’")
      case _ where encoded.contains(entry.claim): problem = .encodedAfterAll(claim: entry.claim)
      case .recommendation: return nil
      default: problem = .noRecommendation(claim: entry.claim)
      }
      return issue(problem, in: "protocol.yaml", line: entry.line)
    }
    return forgotten + idle
  }
}
