internal import DMN
internal import Evidence
internal import FEEL

/// Checks the tables of a decision model and what its rules say.
struct RuleCheck {
  let source: ClinicalProtocol
  let compiled: CompiledModel
  let model: CaseModel
  private let claims: [String: Claim]
  private let references: Set<String>

  init(source: ClinicalProtocol, compiled: CompiledModel, model: CaseModel) {
    self.source = source
    self.compiled = compiled
    self.model = model
    claims = Dictionary(source.claims.map { ($0.id, $0) }) { first, _ in first }
    references = Set(source.references.map(\.id))
  }

  /// The claims on which a rule rests.
  var encodedClaims: Set<String> {
    Set(model.compiled.decisions.flatMap { model.texts(of: $0.name) }.flatMap(\.claims))
  }

  /// Every finding, in the order of the file.
  func issues() -> [CorpusIssue] {
    (parsing() + inputs() + days() + evidence() + authorities() + tables() + rules()).sorted {
      ($0.line ?? 0) < ($1.line ?? 0)
    }
  }

  private func issue(_ problem: DecisionProblem, line: Int?) -> CorpusIssue {
    let file = "\(source.folder)/\(DecisionCheck.file)"
    return CorpusIssue(file: file, line: line, problem: .decisions(problem))
  }

  // MARK: Model

  private func parsing() -> [CorpusIssue] {
    compiled.problems.map { problem in
      let complaint = "\(problem.diagnostic.reason)"
      return issue(
        .unreadableExpression(problem.text.text, complaint: complaint),
        line: problem.text.line
      )
    }
  }

  private func inputs() -> [CorpusIssue] {
    let unknown = source.siteFacts.filter { fact in
      !compiled.inputs.contains { $0.name == fact }
    }.map { fact in
      CorpusIssue(
        file: "\(source.folder)/protocol.yaml",
        line: nil,
        problem: .decisions(.unknownSiteFact(fact))
      )
    }
    let silent = compiled.model.inputData.filter { $0.header.description ?? "" == "" }
    return unknown
      + silent.map { issue(.inputWithoutQuestion($0.header.name), line: $0.header.line) }
  }

  /// Rules on days name a decision, one of its outcomes and a number.
  private func days() -> [CorpusIssue] {
    source.factWordings.filter { $0.section == EarliestDay.section }.compactMap { wording in
      let rule = EarliestDay.rules([wording]).first
      let isKnown = rule.map { rule in
        model.outcomes(of: rule.decision)?.contains(rule.until) == true
          && compiled.inputs.contains { $0.name == rule.fact && $0.type == .number }
      }
      if isKnown == true { return nil }
      return CorpusIssue(
        file: wording.file,
        line: wording.line,
        problem: .decisions(.unknownDay(decision: wording.name))
      )
    }
  }

  /// Words of evidence stand under an outcome of a decision or a value of a fact.
  private func evidence() -> [CorpusIssue] {
    source.factWordings.filter { $0.section == EvidenceWords.section }.flatMap { wording in
      wording.lists.filter { !isKnown($0.name, of: wording.name) }.map { list in
        let problem = DecisionProblem.unknownEvidence(subject: wording.name, value: list.name)
        return CorpusIssue(file: wording.file, line: wording.line, problem: .decisions(problem))
      }
    }
  }

  private func isKnown(_ value: String, of subject: String) -> Bool {
    if let outcomes = model.outcomes(of: subject) { return outcomes.contains(value) }
    let values: [String: Value] = ["true": .boolean(true), "false": .boolean(false)]
    return [values[value], .string(value)].compactMap(\.self).contains { stated in
      var facts = CaseFacts()
      return (try? facts.state(subject, .value(stated), in: model.compiled)) != nil
    }
  }

  /// Knowledge sources are references, and a decision lists those that its rules cite.
  private func authorities() -> [CorpusIssue] {
    let sources = compiled.model.knowledgeSources
    let names = Dictionary(sources.map { ($0.header.id, $0.header.name) }) { first, _ in first }
    var found = sources.filter { !references.contains($0.header.name) }.map {
      issue(.unknownAuthority($0.header.name), line: $0.header.line)
    }
    for decision in compiled.model.decisions {
      let listed = Set(decision.authorities.compactMap { names[$0.id] })
      var seen = listed
      let rules = model.texts(of: decision.header.name)
      for key in rules.flatMap(\.claims).flatMap({ claims[$0]?.citations ?? [] })
      where seen.insert(key).inserted {
        let problem = DecisionProblem.unlistedAuthority(
          reference: key,
          decision: decision.header.name
        )
        found.append(issue(problem, line: decision.header.line))
      }
    }
    return found
  }

  private func tables() -> [CorpusIssue] {
    TableAnalysis.findings(in: compiled).map { issue(.table($0.description), line: $0.line) }
  }

  // MARK: Rules

  private func rules() -> [CorpusIssue] {
    compiled.decisions.flatMap { decision -> [CorpusIssue] in
      guard let table = decision.logic.decisionTable else { return [] }
      return zip(table.rules, model.texts(of: decision.name)).flatMap { rule, text in
        problems(of: rule, text, in: decision.name).map { issue($0, line: rule.line) }
      }
    }
  }

  private func problems(
    of rule: CompiledRule,
    _ text: RuleText,
    in decision: String
  ) -> [DecisionProblem] {
    let name = "\(decision)/\(rule.number)"
    var found: [DecisionProblem] = text.claims.filter { claims[$0] == nil }.map {
      .unwrittenClaim($0, namedBy: "rule \(name)")
    }
    let isPlan = decision == CaseModel.plan
    let isAsked = model.decisions.contains(decision)
    let decides = rule.outputs.first?.node != .string(DecisionReport.notApplicable)
    if isPlan || (isAsked && decides), text.claims.isEmpty {
      found.append(.ruleWithoutClaim(rule: name))
    }
    if isAsked, text.sentence.isEmpty { found.append(.ruleWithoutSentence(rule: name)) }
    let names = model.names
    for template in ([text.sentence] + text.warnings).map({
      SentenceTemplate(text: $0, names: names)
    }) {
      found += problems(of: template, rule: name)
      found += unsourced(template.words, rule, text.claims, name)
    }
    if isPlan {
      for words in rule.outputs.flatMap(\.strings) {
        found += unsourced(words, rule, text.claims, name)
      }
    }
    return found
  }

  private func problems(of template: SentenceTemplate, rule: String) -> [DecisionProblem] {
    template.expressions.filter { expression in
      guard let parsed = expression.parsed else { return true }
      return !parsed.freeNames.allSatisfy {
        compiled.isCaseName($0) || !Builtin.named($0).isEmpty
      }
    }.map { .unreadableSentence(rule: rule, expression: $0.text) }
  }

  /// Figures of a sentence that neither the claims nor the tests of its rule state.
  private func unsourced(
    _ words: String,
    _ rule: CompiledRule,
    _ ids: [String],
    _ name: String
  ) -> [DecisionProblem] {
    var known = Set(rule.testTexts.flatMap { Figures.all(in: $0.text) })
    for claim in ids.compactMap({ claims[$0] }) { known.formUnion(Figures.all(in: claim.text)) }
    return Figures.all(in: words).subtracting(known).sorted()
      .filter { !Figures.isLabel($0, in: words) }.map { .unsourcedFigure($0, rule: name) }
  }
}

extension Expression {
  /// The string literals inside.
  fileprivate var strings: [String] {
    if case .string(let text) = node { return [text] }
    return parts.flatMap(\.strings)
  }
}
