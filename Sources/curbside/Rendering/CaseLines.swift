internal import Answering

/// A decided case as pieces: the facts, the plan, what was decided, what is open, and the one question
/// that settles most.
struct CaseLines {
  let reply: Reply
  let report: CaseReport
  /// Whether decisions share a line and their evidence is left to `.why`.
  var isBrief = false

  /// In reading order.
  var lines: [LabelledLine] {
    supposed + understood + conflicts + plan + decided + sites + open + question
  }

  // MARK: Facts

  private var understood: [LabelledLine] {
    var facts = report.facts.map(Self.words)
    for site in report.sites {
      facts.append("\(site.label): \(site.facts.map(Self.words).joined(separator: " · "))")
    }
    if facts.isEmpty { return [] }
    let text = facts.joined(separator: " · ")
    return [LabelledLine(label: "Understood", text: text, emphasis: .faint)]
  }

  /// The fact, its value, and the words that gave it.
  private static func words(_ fact: CaseFact) -> String {
    "\(fact.id) \(fact.value.words)" + (fact.words.map { " “\($0.text)”" } ?? "")
  }

  // MARK: What if

  /// Of a supposed case what would change, with the outcome of the stored one before it.
  private var supposed: [LabelledLine] {
    guard report.isHypothetical else { return [] }
    let after: [(place: String, decision: DecisionReport)] =
      report.decisions.map { ("", $0) }
      + report.sites.flatMap { site in site.decisions.map { ("\(site.label)/", $0) } }
    let changes = after.compactMap { place, decision -> LabelledLine? in
      let before = report.before[place + decision.id] ?? DecisionReport.undetermined
      if before == decision.outcome { return nil }
      let subject = place.split(separator: "/").map { "\($0), " }.joined()
      let words = "\(PlainName.of(before)) → \(PlainName.of(decision.outcome))"
      return LabelledLine(
        label: "Would change",
        text: "\(subject)\(PlainName.of(decision.id)): \(words)",
        emphasis: .strong
      )
    }
    let none = LabelledLine(label: "Would change", text: "nothing", emphasis: .strong)
    let note = LabelledLine(
      label: "Would change",
      text: "A supposition: the case stays as it was, unless you say “keep it”.",
      emphasis: .faint
    )
    return (changes.isEmpty ? [none] : changes) + [note]
  }

  /// What contradicts itself and has to be said again.
  private var conflicts: [LabelledLine] {
    report.conflicts.map { conflict in
      let values = conflict.values.map(\.words).joined(separator: " or ")
      let place = conflict.site.map { "\($0), " } ?? ""
      return LabelledLine(
        label: "Conflict",
        text:
          "\(place)\(conflict.id): \(values)? Say which, as in “\(Self.correction(conflict))”.",
        emphasis: .strong
      )
    }
  }

  /// Words that settle a conflict in favour of the last value; "no, no" would be none.
  private static func correction(_ conflict: ConflictReport) -> String {
    switch conflict.values.last {
    case .boolean(let truth)?: ".set \(conflict.id)=\(truth ? "yes" : "no")"
    case let value?: "no, \(value.words)"
    case nil: ""
    }
  }

  // MARK: Plan

  private var plan: [LabelledLine] {
    report.plan.enumerated().map { index, action in
      LabelledLine(
        label: "Plan",
        text: "\(index + 1)  \(action.site.map { "\($0): " } ?? "")\(action.text)",
        numbers: reply.numbers(action.citations),
        emphasis: .strong
      )
    }
  }

  // MARK: Decisions

  private var decided: [LabelledLine] {
    evidenceLines(report.decisions.filter(\.isMade), label: "Decided")
  }

  private var sites: [LabelledLine] {
    let undecided = report.sites.filter { !$0.decisions.contains(where: \.isMade) }
    let silent = undecided.map(\.label).joined(separator: ", ")
    let rest = LabelledLine(label: "Site", text: "\(silent) · nothing decided yet")
    return decidedSites + (undecided.isEmpty ? [] : [rest])
  }

  private var decidedSites: [LabelledLine] {
    report.sites.flatMap { site in
      evidenceLines(site.decisions.filter(\.isMade), label: "Site", of: site.label)
    }
  }

  /// Decisions with the evidence beside each; briefly all of them in one piece.
  private func evidenceLines(
    _ made: [DecisionReport],
    label: String,
    of site: String? = nil
  ) -> [LabelledLine] {
    if made.isEmpty { return [] }
    let place = site.map { "\($0) · " } ?? ""
    let warnings = made.flatMap(\.warnings).map {
      LabelledLine(label: label, text: "Warning: \($0)", emphasis: .strong, depth: 1)
    }
    if isBrief {
      let summary = made.map(summary).joined(separator: " · ")
      return [LabelledLine(label: label, text: place + summary)] + warnings
    }
    return made.flatMap { decision in
      let head = LabelledLine(
        label: label,
        text: place + summary(decision),
        numbers: reply.numbers(decision.citations)
      )
      return [head] + DecisionEvidence(reply: reply, decision: decision, label: label).lines
    } + warnings
  }

  /// The decision, its outcome, and whether claims dispute it.
  private func summary(_ decision: DecisionReport) -> String {
    let words = "\(PlainName.of(decision.id)): \(PlainName.of(decision.outcome))"
    return decision.dissent.isEmpty ? words : "\(words) (disputed)"
  }

  private var open: [LabelledLine] {
    let all: [(site: String?, decision: DecisionReport)] =
      report.decisions.map { (nil, $0) }
      + report.sites.flatMap { site in site.decisions.map { (site.label, $0) } }
    // Sites of which the same is open share a line.
    var groups: [(sites: [String], text: String)] = []
    for (site, decision) in all where decision.outcome == DecisionReport.undetermined {
      let outcomes = PlainName.alternatives(decision.possible)
      let text = "\(PlainName.of(decision.id)): \(outcomes)?"
      if let place = groups.firstIndex(where: { $0.text == text }), let site {
        groups[place].sites.append(site)
      } else {
        groups.append((site.map { [$0] } ?? [], text))
      }
    }
    return groups.map { sites, text in
      let place = sites.isEmpty ? "" : "\(sites.joined(separator: ", ")): "
      return LabelledLine(label: "Open", text: place + text)
    }
  }

  private var question: [LabelledLine] {
    guard let first = report.ask.first else { return [] }
    let place = first.site.map { "\($0): " } ?? ""
    let answers = "\(first.fact): \(first.accepts.words) / don't know"
    return [
      LabelledLine(label: "To settle it", text: place + first.question, emphasis: .strong),
      LabelledLine(label: "To settle it", text: "(\(answers))", emphasis: .faint),
    ]
  }

  /// What is said where the open question got another answer than it takes.
  var unanswered: [LabelledLine] {
    let text = "That is no answer to the open question; the case is as it was."
    return [LabelledLine(label: "Not taken", text: text)] + question
  }
}

extension DecisionReport {
  /// Whether it applies and is decided.
  fileprivate var isMade: Bool { outcome != Self.undetermined && outcome != Self.notApplicable }
}

extension FactKind {
  fileprivate var words: String {
    switch self {
    case .truth: "yes / no"
    case .number: "a number"
    case .choice(let values): values.map(PlainName.of).joined(separator: " / ")
    }
  }
}

extension FactValue {
  /// As a person says it.
  var words: String {
    switch self {
    case .boolean(let truth): truth ? "yes" : "no"
    case .number(let digits): digits
    case .text(let text): text
    }
  }
}
