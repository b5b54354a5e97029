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
    report.decisions = own.map { decide($0, patient.facts) }
    report.ask = ask(own, patient.facts, site: nil)
    for site in patient.sites {
      let facts = patient.facts(at: site)
      let decisions = model.decisions.filter(model.siteDecisions.contains)
      report.sites.append(
        SiteReport(
          label: site.label,
          facts: self.facts(site.facts, site: site.label),
          decisions: decisions.map { decide($0, facts) }
        )
      )
      report.ask += ask(decisions, facts, site: site.label)
    }
    report.plan = plan(patient)
    answer(questions, patient, in: &report)
    return report
  }

  // MARK: Decisions

  private func decide(_ decision: String, _ facts: CaseFacts) -> DecisionReport {
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
    if let proof = model.reasoner.why(decision, facts) {
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
  private func scope(_ facts: CaseFacts) -> Scope {
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

  // MARK: Plan and questions

  private func plan(_ patient: PatientCase) -> [PlannedAction] {
    guard
      let table = model.compiled.table(of: CaseModel.plan)
    else { return [] }
    let places: [(label: String?, facts: CaseFacts)] =
      [(nil, patient.facts)] + patient.sites.map { ($0.label, patient.facts(at: $0)) }
    let certain = places.map { Set(model.reasoner.certainMatches(of: CaseModel.plan, $0.facts)) }
    var actions: [PlannedAction] = []
    for (number, rule) in table.rules.enumerated() {
      let decision = table.decision(of: rule) ?? CaseModel.plan
      let isOfSites = !patient.sites.isEmpty && model.siteDecisions.contains(decision)
      for (place, rules) in zip(places, certain) where rules.contains(number) {
        guard (place.label != nil) == isOfSites, let output = rule.outputs.first else { continue }
        var evaluation = Evaluation()
        let value = evaluation.evaluate(output, in: scope(place.facts))
        guard let text = value.outcomeName else { continue }
        let claimIDs = model.text(of: number, in: CaseModel.plan).claims
        actions.append(
          PlannedAction(
            text: text,
            decision: decision,
            claims: claimIDs,
            citations: claims.citations(of: claimIDs),
            site: place.label
          )
        )
      }
    }
    return actions
  }

  private func ask(_ decisions: [String], _ facts: CaseFacts, site: String?) -> [FactRequest] {
    model.reasoner.questions(for: decisions, facts).map { question in
      FactRequest(
        fact: question.input,
        question: model.compiled.inputs.first { $0.name == question.input }?.description ?? "",
        because: question.decisions,
        outcomes: question.outcomes.compactMap(\.outcomeName),
        site: site
      )
    }
  }

  // MARK: Facts

  private func facts(_ facts: CaseFacts, site: String?) -> [CaseFact] {
    model.compiled.inputs.compactMap { input in
      facts[input.name].flatMap { FactValue($0) }.map {
        CaseFact(id: input.name, value: $0, site: site)
      }
    }
  }

  // MARK: Why, why not, what would change it

  private func answer(
    _ questions: CaseQuestions,
    _ patient: PatientCase,
    in report: inout CaseReport
  ) {
    func places(_ decision: String) -> [(label: String?, facts: CaseFacts)] {
      patient.sites.isEmpty || !model.siteDecisions.contains(decision)
        ? [(nil, patient.facts)] : patient.sites.map { ($0.label, patient.facts(at: $0)) }
    }
    for decision in questions.why {
      for place in places(decision) {
        guard let proof = model.reasoner.why(decision, place.facts) else { continue }
        report.why.append(self.report(proof, asked: nil, site: place.label))
      }
    }
    for (decision, outcome) in questions.whyNot {
      for place in places(decision) {
        guard let value = value(outcome, of: decision),
          let proof = model.reasoner.whyNot(decision, value, place.facts)
        else { continue }
        report.whyNot.append(self.report(proof, asked: outcome, site: place.label))
      }
    }
    for (decision, outcome) in questions.changes {
      for place in places(decision) {
        guard let value = value(outcome, of: decision) else { continue }
        let sets = model.reasoner.changes(
          to: value,
          of: decision,
          place.facts,
          fixed: Set(questions.fixed)
        )
        report.changes.append(
          ChangeReport(
            decision: decision,
            outcome: outcome,
            site: place.label,
            sets: sets.map { set in
              set.compactMap { change in
                FactValue(change.to).map { ChangeReport.Change(fact: change.input, to: $0) }
              }
            }
          )
        )
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

extension ReasoningModel {
  /// The outputs of a rule of a decision's table.
  fileprivate func outputs(of rule: Int, in decision: String) -> [Expression] {
    table(of: decision)?.rules[rule].outputs ?? []
  }
}

extension ReasoningTable {
  /// The decision whose outcome a rule of the plan tests: the first column with a test that reads one.
  fileprivate func decision(of rule: Rule) -> String? {
    for (clause, test) in zip(inputs, rule.tests) where test != nil {
      if case .name(let name) = clause.expression.node { return name }
    }
    return nil
  }
}

extension FactValue {
  /// What is known of a fact; nil for null.
  init?(_ knowledge: Knowledge) {
    switch knowledge {
    case .value(let value): self.init(value)
    case .numbers(let range): self = .text(range.description)
    }
  }

  /// A value; nil for null.
  init?(_ value: Value) {
    switch value {
    case .null: return nil
    case .boolean(let truth): self = .boolean(truth)
    case .number(let number): self = .number(number.description)
    case .string(let text): self = .text(text)
    default: self = .text(value.feelText)
    }
  }
}
