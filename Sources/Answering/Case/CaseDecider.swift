internal import DMN
internal import Evidence
internal import FEEL

/// Decides a case: runs the reasoner over patient and sites and puts words, claims and sources to it.
struct CaseDecider {
  let model: CaseModel
  let claims: ClaimDirectory

  /// The report on a patient.
  func report(_ patient: PatientCase, _ questions: CaseQuestions) -> CaseReport {
    var report = CaseReport()
    let isSplit = !patient.sites.isEmpty
    report.facts = facts(patient.facts, site: nil)
    let own = model.decisions.filter { !isSplit || !model.siteDecisions.contains($0) }
    report.decisions = own.map { decide($0, patient.facts, questions) }
    report.ask = ask(own, patient.facts, site: nil)
    for site in patient.sites {
      let facts = patient.facts(at: site)
      let decisions = model.decisions.filter(model.siteDecisions.contains)
      report.sites.append(
        SiteReport(
          label: site.label,
          facts: self.facts(site.facts, site: site.label),
          decisions: decisions.map { decide($0, facts, questions) }
        )
      )
      report.ask += ask(decisions, facts, site: site.label)
    }
    report.plan = plan(patient)
    answer(questions, patient, in: &report)
    return report
  }

  // MARK: Decisions

  private func decide(
    _ decision: String,
    _ facts: CaseFacts,
    _ questions: CaseQuestions
  ) -> DecisionReport {
    var report = DecisionReport(
      id: decision,
      outcome: DecisionReport.undetermined,
      possible: [],
      text: "",
      citations: [],
      claims: [],
      rule: nil,
      usedFacts: [],
      missing: [],
      warnings: [],
      dissent: []
    )
    guard let verdict = model.reasoner.verdict(on: decision, facts) else { return report }
    report.possible = verdict.outcomes.compactMap(\.outcomeName)
    guard let outcome = verdict.outcome?.outcomeName else {
      report.missing = verdict.missing
      return report
    }
    report.outcome = outcome
    let rules = verdict.certainRules + verdict.possibleRules
    guard let rule = rules.first else { return report }
    let text = model.text(of: rule, in: decision)
    report.rule = "\(decision)/\(rule + 1)"
    report.text = filled(text.sentence, facts)
    report.claims = text.claims
    report.citations = claims.citations(of: report.claims)
    report.dissent = claims.dissent(of: report.claims)
    report.warnings = text.warnings.filter { warning in
      rules.allSatisfy { model.text(of: $0, in: decision).warnings.contains(warning) }
    }.map { filled($0, facts) }
    if questions.areDetailsWanted, let proof = model.reasoner.why(decision, facts) {
      report.usedFacts = usedFacts(proof, rule: rule, facts)
    }
    return report
  }

  /// The stated facts that a rule used, in the order of its conditions, then those that its output
  /// passes on.
  private func usedFacts(_ proof: Proof, rule: Int?, _ facts: CaseFacts) -> [String] {
    var used: [String] = []
    for entry in proof.rules where rule == nil || entry.rule == rule {
      for condition in entry.conditions where condition.standing == .holds {
        if let input = condition.input, condition.knowledge != nil { used.append(input) }
        if let inner = condition.decision { used += usedFacts(inner, rule: nil, facts) }
      }
      let outputs = model.compiled.outputs(of: entry.rule, in: proof.decision)
      let passed = outputs.reduce(into: Set<String>()) { $0.formUnion($1.freeNames) }
      used += passed.filter { facts[$0] != nil }.sorted()
    }
    return used.enumerated().filter { used.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }

  private func filled(_ sentence: String, _ facts: CaseFacts) -> String {
    // Most sentences stand as they are and need no names of the model.
    guard sentence.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") })
    else { return sentence }
    return SentenceTemplate(text: sentence, names: model.names).filled(in: scope(facts))
  }

  /// Facts with exact values under their names; what is not known exactly is null.
  func scope(_ facts: CaseFacts) -> Scope {
    var names: [String: Value] = [:]
    for input in model.compiled.inputs {
      if case .value(let value)? = facts[input.name] {
        names[input.name] = value
      } else {
        names[input.name] = .null
      }
    }
    return Scope(names)
  }

  private func facts(_ facts: CaseFacts, site: String?) -> [CaseFact] {
    model.compiled.inputs.compactMap { input in
      facts[input.name].flatMap { FactValue($0) }.map {
        CaseFact(id: input.name, value: $0, site: site)
      }
    }
  }
}

extension ReasoningModel {
  /// The outputs of a rule of a decision's table.
  fileprivate func outputs(of rule: Int, in decision: String) -> [Expression] {
    guard let rules = table(of: decision)?.logic?.rules, rules.indices.contains(rule) else {
      return []
    }
    return rules[rule].outputs
  }
}
