internal import DMN
internal import FEEL

extension CaseDecider {
  /// Answers why, why not and what would change it, for each site where the decision is made there.
  func answer(
    _ questions: CaseQuestions,
    _ patient: PatientCase,
    in report: inout CaseReport
  ) {
    for decision in questions.why {
      for (site, facts) in places(decision, patient) {
        guard let proof = model.reasoner.why(decision, facts) else { continue }
        report.why.append(self.report(proof, asked: nil, site: site))
      }
    }
    for (decision, outcome) in questions.whyNot {
      guard let value = value(outcome, of: decision) else { continue }
      for (site, facts) in places(decision, patient) {
        guard let proof = model.reasoner.whyNot(decision, value, facts) else { continue }
        report.whyNot.append(self.report(proof, asked: outcome, site: site))
      }
    }
    for (decision, outcome) in questions.changes {
      guard let value = value(outcome, of: decision) else { continue }
      for (site, facts) in places(decision, patient) {
        let sets = changes(to: value, of: decision, facts, fixed: Set(questions.fixed))
        report.changes.append(
          ChangeReport(decision: decision, outcome: outcome, site: site, sets: sets)
        )
      }
    }
  }

  /// Where a decision is made: for the patient, or at each of several sites.
  private func places(
    _ decision: String,
    _ patient: PatientCase
  ) -> [(site: String?, facts: CaseFacts)] {
    patient.sites.isEmpty || !model.siteDecisions.contains(decision)
      ? [(nil, patient.facts)] : patient.sites.map { ($0.label, patient.facts(at: $0)) }
  }

  private func changes(
    to outcome: Value,
    of decision: String,
    _ facts: CaseFacts,
    fixed: Set<String>
  ) -> [[ChangeReport.Change]] {
    model.reasoner.changes(to: outcome, of: decision, facts, fixed: fixed).map { set in
      set.compactMap { change in
        FactValue(change.to).map { ChangeReport.Change(fact: change.input, to: $0) }
      }
    }
  }

  private func value(_ outcome: String, of decision: String) -> Value? {
    model.reasoner.outcomes(of: decision).first { $0.outcomeName == outcome }
  }

  private func report(_ proof: Proof, asked: String?, site: String?) -> ProofReport {
    let outcomes = proof.outcomes.compactMap(\.outcomeName)
    return ProofReport(
      decision: proof.decision,
      asked: asked,
      outcome: outcomes.count == 1 ? outcomes[0] : DecisionReport.undetermined,
      site: site,
      rules: proof.rules.map { rule in
        let ids = model.text(of: rule.rule, in: proof.decision).claims
        return ProofReport.Rule(
          rule: "\(proof.decision)/\(rule.rule + 1)",
          standing: rule.standing.rawValue,
          conditions: rule.conditions.map { condition($0, site) },
          claims: ids,
          citations: claims.citations(of: ids)
        )
      }
    )
  }

  private func condition(_ proof: ConditionProof, _ site: String?) -> ProofReport.Condition {
    var value = proof.knowledge.flatMap { FactValue($0) }
    if proof.input == nil, proof.values.count == 1 { value = FactValue(proof.values[0]) }
    return ProofReport.Condition(
      expression: proof.expression,
      test: proof.test,
      standing: proof.standing.rawValue,
      fact: proof.input,
      value: value,
      because: proof.decision.map { [report($0, asked: nil, site: site)] } ?? []
    )
  }
}
