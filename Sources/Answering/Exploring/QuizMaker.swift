internal import DMN
internal import Evidence
internal import FEEL

/// Finds pairs of patients on the two sides of a rule's boundary.
///
/// It walks from each worked case over the boundaries of each fact, keeps those across which a decision
/// changes, and leaves out of the patients what the answers do not need.
struct QuizMaker {
  let base: EvidenceBase
  let model: CaseModel
  private let decider: CaseDecider
  /// The outcomes of each decision.
  private let choices: [String: [String]]
  private var seen: Set<String> = []

  init(base: EvidenceBase, model: CaseModel) {
    self.base = base
    self.model = model
    decider = CaseDecider(model: model, claims: ClaimDirectory(base.source.claims))
    choices = Dictionary(
      uniqueKeysWithValues: model.decisions.map { ($0, model.outcomes(of: $0) ?? []) }
    )
  }

  /// The pairs on some decisions, in the order of decisions, facts and rules.
  mutating func items(on decisions: [String]) -> [QuizItem] {
    var items: [QuizItem] = []
    for worked in base.source.cases where worked.sheet.sites.isEmpty {
      guard let patient = try? PatientCase(worked.sheet, model: model) else { continue }
      for decision in decisions { items += pairs(decision, patient.facts) }
    }
    let order = model.decisions
    return items.sorted { left, right in
      let places = [left, right].map { order.firstIndex(of: $0.decision) ?? order.count }
      if places[0] != places[1] { return places[0] < places[1] }
      return left.fact == right.fact ? left.id < right.id : left.fact < right.fact
    }
  }

  private mutating func pairs(_ decision: String, _ facts: CaseFacts) -> [QuizItem] {
    guard outcome(decision, facts) != nil else { return [] }
    var items: [QuizItem] = []
    for input in model.reasoner.inputs where facts[input.name] != nil {
      for (first, second) in Self.boundaries(of: input) {
        if let item = item(decision, input.name, first, second, facts),
          seen.insert(item.id).inserted
        {
          items.append(item)
        }
      }
    }
    return items
  }

  private func item(
    _ decision: String,
    _ fact: String,
    _ first: Value,
    _ second: Value,
    _ facts: CaseFacts
  ) -> QuizItem? {
    let full = [first, second].map { facts.with(fact, $0) }
    guard let left = outcome(decision, full[0]), let right = outcome(decision, full[1]),
      left != right
    else { return nil }
    let used = Set(full.flatMap { report(decision, $0)?.report.usedFacts ?? [] }).union([fact])
    let patients = full.map { $0.only(used) }
    let reports = patients.compactMap { report(decision, $0) }
    guard reports.map(\.report.outcome) == [left, right] else { return nil }
    let sides = zip([first, second], reports).compactMap { value, answer -> QuizItem.Side? in
      guard let value = FactValue(value) else { return nil }
      return QuizItem.Side(
        value: value,
        report: answer.report,
        proof: answer.proof,
        claims: answer.report.claims.compactMap(base.claim)
      )
    }
    guard sides.count == 2, sides.allSatisfy({ !$0.report.text.isEmpty }) else { return nil }
    let rules = reports.map { $0.report.rule ?? "" }
    return QuizItem(
      id: QuizItem.short([base.source.id, decision, fact] + rules),
      decision: decision,
      fact: fact,
      shared: model.compiled.inputs.filter { $0.name != fact }.compactMap { input in
        patients[0][input.name].flatMap { FactValue($0) }.map {
          CaseFact(id: input.name, value: $0, site: nil)
        }
      },
      sides: sides,
      choices: choices[decision] ?? []
    )
  }

  private func outcome(_ decision: String, _ facts: CaseFacts) -> String? {
    model.reasoner.verdict(on: decision, facts)?.outcome?.outcomeName
  }

  private func report(
    _ decision: String,
    _ facts: CaseFacts
  ) -> (report: DecisionReport, proof: ProofReport)? {
    var patient = PatientCase()
    patient.facts = facts
    var questions = CaseQuestions()
    questions.why = [decision]
    let report = decider.report(patient, questions)
    guard let decided = report.decisions.first(where: { $0.id == decision }),
      let proof = report.why.first
    else { return nil }
    return (decided, proof)
  }

  // MARK: Boundaries

  /// Values on the two sides of each boundary between classes, close to it.
  static func boundaries(of input: InputSpace.Input) -> [(Value, Value)] {
    let classes = input.classes
    guard input.type == .number else {
      return classes.indices.flatMap { left in
        classes.indices.filter { $0 > left }.map { right in
          (classes[left].representative, classes[right].representative)
        }
      }
    }
    return zip(classes, classes.dropFirst()).map { lower, upper in
      (value(of: lower, atUpperEnd: true), value(of: upper, atUpperEnd: false))
    }
  }

  /// A value of a class at one of its ends, a tenth inside where the end is another class's.
  private static func value(of part: InputSpace.ValueClass, atUpperEnd isUpper: Bool) -> Value {
    guard case .numbers(let range) = part.extent else { return part.representative }
    guard let end = isUpper ? range.upper : range.lower else { return part.representative }
    if isUpper ? range.includesUpper : range.includesLower { return .number(end) }
    let tenth = Number("0.1") ?? .one
    guard let inside = isUpper ? end.subtracting(tenth) : end.adding(tenth),
      range.contains(inside)
    else { return part.representative }
    return .number(inside)
  }
}

extension CaseFacts {
  fileprivate func with(_ name: String, _ value: Value) -> CaseFacts {
    var facts = self
    facts[name] = .value(value)
    return facts
  }

  fileprivate func only(_ names: Set<String>) -> CaseFacts {
    var facts = self
    for name in known.keys where !names.contains(name) { facts[name] = nil }
    return facts
  }
}

extension EvidenceBase {
  /// Pairs of patients that differ in one fact across a rule's boundary; none for a protocol without
  /// decisions.
  ///
  /// - Parameter decision: Only pairs on this decision; nil for all.
  /// - Returns: nil for a decision that there is not.
  public func quiz(_ decision: String? = nil) -> [QuizItem]? {
    guard let model else { return decision == nil ? [] : nil }
    if let decision, !model.decisions.contains(decision) { return nil }
    var maker = QuizMaker(base: self, model: model)
    return maker.items(on: decision.map { [$0] } ?? model.decisions)
  }

  /// The decisions that a case is asked for.
  public var decisionNames: [String] { model?.decisions ?? [] }
}
