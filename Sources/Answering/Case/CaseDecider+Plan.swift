internal import DMN
internal import FEEL

extension CaseDecider {
  /// The actions that follow for certain, in the order of the plan's rules.
  func plan(_ patient: PatientCase) -> [PlannedAction] {
    guard let table = model.compiled.table(of: CaseModel.plan)?.logic else { return [] }
    let places: [(label: String?, facts: CaseFacts)] =
      [(nil, patient.facts)] + patient.sites.map { ($0.label, patient.facts(at: $0)) }
    let certain = places.map { model.reasoner.certainMatches(of: CaseModel.plan, $0.facts) }
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

  /// What to ask for some decisions.
  func ask(_ decisions: [String], _ facts: CaseFacts, site: String?) -> [FactRequest] {
    model.reasoner.questions(for: decisions, facts).map { question in
      FactRequest(
        fact: question.input,
        question: model.compiled.inputs.first { $0.name == question.input }?.description ?? "",
        because: question.decisions,
        outcomes: question.outcomes.compactMap(\.outcomeName),
        site: site,
        accepts: model.kind(of: question.input) ?? .truth
      )
    }
  }
}

extension ReasoningTable.Logic {
  /// The decision whose outcome a rule of the plan tests: the first column with a test that reads one.
  fileprivate func decision(of rule: ReasoningTable.Rule) -> String? {
    for (clause, test) in zip(inputs, rule.tests) where test != nil {
      if case .name(let name) = clause.expression.node { return name }
    }
    return nil
  }
}
