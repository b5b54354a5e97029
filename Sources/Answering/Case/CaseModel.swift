internal import DMN
internal import Evidence
internal import FEEL

/// A protocol's decision model, ready for cases.
struct CaseModel: Sendable {
  let compiled: ReasoningModel
  let reasoner: Reasoner
  /// The decisions that a case is asked for, in the order in which they are reported.
  let decisions: [String]
  /// Those of them that are made site by site when there are several sites.
  let siteDecisions: Set<String>
  /// Facts that belong to a site.
  let siteFacts: Set<String>
  /// The decision service whose output decisions a case is asked for.
  static let service = "case"
  /// The decision that lists the actions.
  static let plan = "plan"

  /// Prepares a model as its file has it.
  ///
  /// - Throws: `ModelError` when the model cannot be used.
  init(_ model: DecisionModel, siteFacts: [String]) throws(ModelError) {
    self.init(ReasoningModel(try CompiledModel(model)), siteFacts: siteFacts)
  }

  /// Takes a compiled model.
  init(_ model: ReasoningModel, siteFacts: [String]) {
    compiled = model
    reasoner = Reasoner(model)
    self.siteFacts = Set(siteFacts)
    let offered = compiled.services.first { $0.name == Self.service }?.outputDecisions
    decisions = (offered ?? compiled.decisions.map(\.name)).filter { $0 != Self.plan }
    siteDecisions = Set(decisions).intersection(compiled.decisions(readingAnyOf: self.siteFacts))
  }

  /// What the rules of a decision say.
  func texts(of decision: String) -> [RuleText] {
    let rules = compiled.table(of: decision)?.ruleCount ?? 0
    return (0..<rules).map { text(of: $0, in: decision) }
  }

  /// What a rule (from 0) of a decision says; nothing for one that is not there.
  func text(of rule: Int, in decision: String) -> RuleText {
    guard let table = compiled.table(of: decision) else { return RuleText() }
    return RuleText(table.annotations(of: rule), columns: table.annotationColumns)
  }

  /// The names that a sentence may read.
  var names: KnownNames {
    KnownNames(compiled.inputs.map(\.name) + compiled.decisions.map(\.name))
  }

  /// The outcomes that a decision can have; nil when there is no such decision.
  func outcomes(of decision: String) -> [String]? {
    guard decisions.contains(decision) else { return nil }
    return reasoner.outcomes(of: decision).compactMap(\.outcomeName)
  }
}

extension CaseModel {
  /// What can be typed for a fact; nil when there is no such fact.
  func kind(of fact: String) -> FactKind? {
    guard let input = compiled.inputs.first(where: { $0.name == fact }) else { return nil }
    switch input.type {
    case .boolean: return .truth
    case .number: return .number
    default:
      let space = reasoner.inputs.first { $0.name == fact }
      return .choice(space?.classes.compactMap { $0.representative.outcomeName } ?? [])
    }
  }

  /// Whether a decision can have an outcome.
  func has(_ decision: String, _ outcome: String) -> Bool {
    outcomes(of: decision)?.contains(outcome) == true
  }
}

extension ReasoningModel {
  /// The decisions that read one of the inputs, directly or through others.
  fileprivate func decisions(readingAnyOf names: Set<String>) -> Set<String> {
    var found: Set<String> = []
    // Each decision follows those that it requires.
    for decision in decisions {
      let isReading =
        !names.isDisjoint(with: decision.requiredInputs)
        || !found.isDisjoint(with: decision.requiredDecisions)
      if isReading { found.insert(decision.name) }
    }
    return found
  }
}

extension Value {
  /// An outcome as it is written: the text of a string, other values as FEEL has them; nil for null.
  var outcomeName: String? {
    switch self {
    case .null: nil
    case .string(let text): text
    default: feelText
    }
  }
}
