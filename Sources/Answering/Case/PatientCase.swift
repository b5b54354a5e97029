internal import DMN
internal import Evidence
internal import FEEL

/// A patient whose facts were checked against a model.
struct PatientCase: Sendable {
  /// The patient's facts.
  var facts = CaseFacts()
  /// The sites, when there are several, each with its own facts alone.
  var sites: [Site] = []

  /// One of several sites.
  struct Site: Sendable {
    var label: String
    var facts: CaseFacts
  }

  /// Knows nothing.
  init() {}

  /// Checks what was stated.
  ///
  /// - Throws: Every problem.
  init(_ sheet: FactSheet, model: CaseModel) throws(CaseError) {
    let mapping = FactMapping(model: model.compiled, siteFacts: model.siteFacts)
    var problems = mapping.state(sheet.facts, in: &facts, site: nil)
    for site in sheet.sites {
      var own = CaseFacts()
      problems += mapping.state(site.facts, in: &own, site: site.label)
      sites.append(Site(label: site.label, facts: own))
    }
    if !problems.isEmpty { throw CaseError(problems) }
  }

  /// What is known at a site: its own facts and the patient's.
  func facts(at site: Site) -> CaseFacts {
    var merged = facts
    for (name, knowledge) in site.facts.known { merged[name] = knowledge }
    return merged
  }
}

/// What is asked of a case besides its decisions.
public struct CaseQuestions: Sendable {
  /// Decisions whose reasons are asked for.
  public var why: [String] = []
  /// Decisions and outcomes that did not come.
  public var whyNot: [(decision: String, outcome: String)] = []
  /// Decisions and outcomes that are wished for.
  public var changes: [(decision: String, outcome: String)] = []
  /// Facts that cannot change.
  public var fixed: [String] = []
  /// Whether the reply names the facts that each decision used, and carries the claims that dispute
  /// those it rests on.
  public var areDetailsWanted = true

  /// Whether nothing is asked besides the decisions.
  public var isEmpty: Bool { why.isEmpty && whyNot.isEmpty && changes.isEmpty }

  /// Asks nothing.
  public init() {}
}
