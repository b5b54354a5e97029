internal import DMN
internal import Evidence

/// Decides the worked cases of a protocol and compares what comes out.
struct WorkedCaseCheck {
  let source: ClinicalProtocol
  let model: CaseModel

  /// Every difference, with the line of the expectation.
  func issues() -> [CorpusIssue] {
    let decider = CaseDecider(model: model, claims: ClaimDirectory(source.claims))
    return source.cases.flatMap { worked -> [CorpusIssue] in
      do throws(CaseError) {
        let patient = try PatientCase(worked.sheet, model: model)
        return issues(of: worked, decider.report(patient, CaseQuestions()))
      } catch {
        return error.problems.map { problem in
          var words = problem
          words.line = nil
          return issue(.unusableFact(words.description), in: worked, line: problem.line)
        }
      }
    }
  }

  private func issue(
    _ problem: WorkedCaseProblem,
    in worked: WorkedCase,
    line: Int?
  ) -> CorpusIssue {
    CorpusIssue(file: "\(source.folder)/\(worked.file)", line: line, problem: .workedCase(problem))
  }

  private func issues(of worked: WorkedCase, _ report: CaseReport) -> [CorpusIssue] {
    var found = issues(of: worked, worked.expected, report.decisions, site: nil)
    for (expected, site) in zip(worked.expectedOfSites, report.sites) {
      found += issues(of: worked, expected, site.decisions, site: site.label)
    }
    if let plan = worked.plan, let problem = difference(plan.actions, report.plan.map(\.text)) {
      found.append(issue(problem, in: worked, line: plan.line))
    }
    return found
  }

  private func issues(
    of worked: WorkedCase,
    _ expected: [WorkedCase.Expectation],
    _ decisions: [DecisionReport],
    site: String?
  ) -> [CorpusIssue] {
    expected.flatMap { expectation in
      problems(of: expectation, decisions, site).map {
        issue($0, in: worked, line: expectation.line)
      }
    }
  }

  private func problems(
    of expectation: WorkedCase.Expectation,
    _ decisions: [DecisionReport],
    _ site: String?
  ) -> [WorkedCaseProblem] {
    let name = expectation.decision
    guard let actual = decisions.first(where: { $0.id == name }) else {
      return [.noSuchDecision(name, known: decisions.map(\.id))]
    }
    var found: [WorkedCaseProblem] = []
    if actual.outcome != expectation.outcome {
      let expected = expectation.outcome
      found.append(
        .outcome(decision: name, site: site, expected: expected, actual: actual.outcome)
      )
    }
    if let expected = expectation.missing, Set(expected) != Set(actual.missing) {
      found.append(
        .missing(decision: name, site: site, expected: expected, actual: actual.missing)
      )
    }
    return found
  }

  private func difference(_ expected: [String], _ actual: [String]) -> WorkedCaseProblem? {
    for place in 0..<max(expected.count, actual.count) {
      let wanted = expected.indices.contains(place) ? expected[place] : nil
      let given = actual.indices.contains(place) ? actual[place] : nil
      if wanted != given { return .plan(action: place + 1, expected: wanted, actual: given) }
    }
    return nil
  }
}
