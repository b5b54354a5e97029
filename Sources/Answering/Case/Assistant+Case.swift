internal import DMN
public import Evidence
internal import Retrieval

extension Assistant {
  /// Decides a case.
  ///
  /// - Parameters:
  ///   - sheet: What was stated.
  ///   - questions: What is asked besides the decisions.
  /// - Returns: A reply with a case; its statements are the claims on which the decisions rest.
  /// - Throws: `CaseError` when a fact or a question cannot be taken, `IndexError` when the pack cannot
  ///   be read.
  public func decide(_ sheet: FactSheet, _ questions: CaseQuestions) throws -> Reply {
    let model = try caseModel()
    try model.check(questions)
    let patient = try PatientCase(sheet, model: model)
    let claims = ClaimDirectory(pack)
    let report = CaseDecider(model: model, claims: claims).report(patient, questions)
    return try reply(report, claims)
  }

  /// The protocol's decision model.
  ///
  /// - Throws: `CaseError` when there is none.
  func caseModel() throws -> CaseModel {
    guard let model = try pack.decisions(protocol: 0).model() else {
      throw CaseError([CaseProblem(id: identity.title, reason: .noModel)])
    }
    return model
  }

  /// The reply about a case.
  ///
  /// - Parameters:
  ///   - report: What was decided.
  ///   - claims: The claims by id.
  ///   - first: Claims that stand before those on which the decisions rest.
  /// - Returns: The reply, without a question.
  /// - Throws: `IndexError` when the pack cannot be read.
  func reply(
    _ report: CaseReport,
    _ claims: ClaimDirectory,
    first: [String] = []
  ) throws -> Reply {
    var citations = CitationList(self)
    var shown: Set<String> = []
    var statements: [Statement] = []
    let cited = first + report.citedClaims
    let dissent = claims.dissent(of: cited)
    for (ids, isDissent) in [(cited, false), (dissent, true)] {
      for id in ids where shown.insert(id).inserted {
        guard let number = claims.number(of: id) else { continue }
        let ranked = RankedClaim(number: number, score: 0, words: 0, similarity: 0)
        if let statement = try statement(ranked, isDissent, &citations) {
          statements.append(statement)
        }
      }
    }
    let ids = Set(statements.map(\.claim))
    let pairs = statements.flatMap { statement in
      claims.dissent(of: [statement.claim])
        .filter { $0 > statement.claim && ids.contains($0) }
        .map { [statement.claim, $0] }
    }
    return Reply(
      id: nil,
      question: "",
      resolved: "",
      carried: [],
      status: report.isDecided ? .decided : .factsNeeded,
      confidence: 1,
      statements: statements,
      disagreements: pairs,
      references: citations.references,
      case: report,
      suggestions: [],
      refusal: nil,
      corrections: [],
      corpus: identity
    )
  }
}

extension CaseReport {
  /// The claims on which decisions, plan and proofs rest, in that order.
  fileprivate var citedClaims: [String] {
    (decisions + sites.flatMap(\.decisions)).flatMap(\.claims) + plan.flatMap(\.claims)
      + (why + whyNot).flatMap(\.rules).flatMap(\.claims)
  }
}

extension CaseModel {
  /// Refuses questions about decisions, outcomes and facts that there are not.
  func check(_ questions: CaseQuestions) throws(CaseError) {
    var problems: [CaseProblem] = []
    for decision in questions.why where !decisions.contains(decision) {
      problems.append(CaseProblem(id: decision, reason: .unknownDecision(known: decisions)))
    }
    for (decision, outcome) in questions.whyNot + questions.changes {
      if let known = outcomes(of: decision) {
        if known.contains(outcome) { continue }
        let reason = CaseProblem.Reason.unknownOutcome(outcome, known: known)
        problems.append(CaseProblem(id: decision, reason: reason))
      } else {
        problems.append(CaseProblem(id: decision, reason: .unknownDecision(known: decisions)))
      }
    }
    for fact in questions.fixed where !compiled.inputs.contains(where: { $0.name == fact }) {
      problems.append(CaseProblem(id: fact, reason: .unknownFact(nearest: nil)))
    }
    if !problems.isEmpty { throw CaseError(problems) }
  }
}
