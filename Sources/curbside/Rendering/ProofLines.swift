internal import Answering

/// Why decisions came out as they did, why not otherwise, and what would change them, as pieces.
struct ProofLines {
  let reply: Reply
  let report: CaseReport
  /// The most statements and the most dissenting ones below a proof; `--json` has all.
  private static let shownStatements = 4

  /// In the order: why, why not, changes.
  var lines: [LabelledLine] {
    (report.questioned.map { [reason($0)] } ?? report.why.flatMap(why))
      + report.whyNot.flatMap(whyNot) + report.changes.flatMap(changes) + disputes
  }

  // MARK: Why

  /// What an open question can settle: the decisions, the first with the outcomes that are left.
  private func reason(_ request: FactRequest) -> LabelledLine {
    let place = request.site.map { "\($0), " } ?? ""
    let outcomes = PlainName.alternatives(request.outcomes)
    let first = request.because.first.map { "\(place)\(PlainName.of($0)): \(outcomes)" } ?? ""
    let others = request.because.dropFirst().map(PlainName.of).joined(separator: ", ")
    let rest = others.isEmpty ? "" : " It bears on \(others) as well."
    return LabelledLine(
      label: "Why asked",
      text: "“\(request.question)” can settle \(first).\(rest)",
      emphasis: .strong
    )
  }

  private func why(_ proof: ProofReport) -> [LabelledLine] {
    let outcome = PlainName.of(proof.outcome)
    let head = LabelledLine(
      label: "Why",
      text: "\(subject(proof.decision, proof.site)): \(outcome)",
      emphasis: .strong
    )
    var shown: Set<String> = []
    return [head] + proof.rules.flatMap { rule($0, label: "Why", depth: 1, &shown) }
      + statements(of: proof)
  }

  /// A rule with its conditions; what was explained before is not explained again.
  private func rule(
    _ rule: ProofReport.Rule,
    label: String,
    depth: Int,
    _ shown: inout Set<String>
  ) -> [LabelledLine] {
    let head = LabelledLine(
      label: label,
      text: "rule \(rule.rule) \(Self.words[rule.standing]?.rule ?? "")",
      numbers: reply.numbers(rule.citations),
      depth: depth
    )
    return [head]
      + rule.conditions.flatMap { condition($0, label: label, depth: depth + 1, &shown) }
  }

  private func condition(
    _ condition: ProofReport.Condition,
    label: String,
    depth: Int,
    _ shown: inout Set<String>
  ) -> [LabelledLine] {
    let holds = condition.standing == "holds"
    // An entry of a decision's context says when a rule applies; it is worth a line when it does not.
    if holds, condition.expression.contains(".") { return [] }
    let name = PlainName.of(condition.expression)
    let state = condition.value.map { "is \($0.words)" } ?? "is not known"
    let demand = holds ? "" : ", must be \(Self.test(condition.test))"
    let standing = Self.words[condition.standing]?.condition ?? ""
    let text = "\(standing): \(name) \(state)\(demand)"
    let line = LabelledLine(label: label, text: text, depth: depth)
    let isOpen = condition.standing == "unknown"
    let because = condition.because.flatMap(\.rules).filter { $0.standing == "holds" }
    if isOpen ? condition.fact == nil : !because.isEmpty,
      !shown.insert(condition.expression).inserted
    {
      return [LabelledLine(label: label, text: "\(text), as above", depth: depth)]
    }
    if isOpen { return [line] + missing(condition, label, depth + 1) }
    var lines = [line]
    for cause in because { lines += rule(cause, label: label, depth: depth + 1, &shown) }
    return lines
  }

  /// The facts that leave a decision open, instead of all its rules.
  private func missing(
    _ condition: ProofReport.Condition,
    _ label: String,
    _ depth: Int
  ) -> [LabelledLine] {
    var names: [String] = []
    for fact in condition.openFacts where !names.contains(fact) { names.append(fact) }
    if names.isEmpty || condition.fact != nil { return [] }
    let text = "depends on \(names.map(PlainName.of).joined(separator: ", "))"
    return [LabelledLine(label: label, text: text, emphasis: .faint, depth: depth)]
  }

  /// A test in the words of a person: `"deep", null` is “deep or not stated”.
  private static func test(_ test: String) -> String {
    let plain = ["true": "yes", "false": "no", "null": "not stated"]
    let parts = test.split(separator: ",").map { part in
      let bare = String(part).trimmingBlanks.filter { $0 != "\"" }
      return plain[bare] ?? bare
    }
    return PlainName.alternatives(parts)
  }

  /// What is said of a rule and of a condition, by the standing.
  private static let words: [String: (rule: String, condition: String)] = [
    "holds": ("applies", "holds"), "fails": ("does not apply", "fails"),
    "unknown": ("may apply", "open"),
  ]

  /// The statements on which the rules that hold rest, and those that dispute them.
  private func statements(of proof: ProofReport) -> [LabelledLine] {
    let claims = proof.rules.flatMap(\.claims)
    let cited = reply.statements.filter { claims.contains($0.claim) }
    let disputed = Set(
      reply.disagreements.filter { $0.contains(where: claims.contains) }.joined()
    ).subtracting(claims)
    let dissent = reply.statements.filter { disputed.contains($0.claim) }
    return shown(cited, label: "It rests on") + shown(dissent, label: "But")
  }

  private func shown(_ statements: [Statement], label: String) -> [LabelledLine] {
    var lines = statements.prefix(Self.shownStatements).map {
      LabelledLine(label: label, text: $0.text, numbers: $0.citationNumbers, isSupport: true)
    }
    if statements.count > Self.shownStatements {
      let text = "and \(statements.count - Self.shownStatements) more"
      lines.append(LabelledLine(label: label, text: text, emphasis: .faint, isSupport: true))
    }
    return lines
  }

  // MARK: Dissent

  /// The decisions of which dissent was asked for, each with the statements that dispute it.
  private var disputes: [LabelledLine] {
    var shown: Set<String> = []
    return (report.decisions + report.sites.flatMap(\.decisions)).filter {
      report.disputed.contains($0.id) && !$0.dissent.isEmpty && shown.insert($0.id).inserted
    }.flatMap { decision in
      let head = LabelledLine(
        label: "Disputed",
        text: "\(PlainName.of(decision.id)): \(PlainName.of(decision.outcome))",
        numbers: reply.numbers(decision.citations),
        emphasis: .strong
      )
      let dissent = decision.dissent.compactMap { id in
        reply.statements.first { $0.claim == id }
      }
      return [head] + self.shown(dissent, label: "But")
    }
  }

  // MARK: Why not

  private func whyNot(_ proof: ProofReport) -> [LabelledLine] {
    let asked = PlainName.of(proof.asked ?? "")
    let subject = subject(proof.decision, proof.site)
    if proof.asked == proof.outcome {
      return [LabelledLine(label: "Why not", text: "\(subject) is \(asked).", emphasis: .strong)]
    }
    let head = LabelledLine(
      label: "Why not",
      text: "\(asked) (\(subject) is \(PlainName.of(proof.outcome)))",
      emphasis: .strong
    )
    var shown: Set<String> = []
    return [head] + proof.rules.flatMap { rule($0, label: "Why not", depth: 1, &shown) }
  }

  // MARK: Changes

  private func changes(_ change: ChangeReport) -> [LabelledLine] {
    let outcome = PlainName.of(change.outcome)
    let subject = subject(change.decision, change.site)
    func line(_ text: String, _ emphasis: LabelledLine.Emphasis = .plain, depth: Int = 0)
      -> LabelledLine
    {
      LabelledLine(label: "To change", text: text, emphasis: emphasis, depth: depth)
    }
    if change.sets.isEmpty { return [line("No change of facts makes \(subject) \(outcome).")] }
    if change.sets == [[]] { return [line("\(subject) is \(outcome) already.")] }
    return [line("\(subject) would be \(outcome) with", .strong)]
      + change.sets.enumerated().map { index, set in
        let words = set.map { "\(PlainName.of($0.fact)) \($0.to.words)" }
        return line("\(index + 1)  \(words.joined(separator: " and "))", depth: 1)
      }
  }

  // MARK: Words

  private func subject(_ decision: String, _ site: String?) -> String {
    PlainName.of(decision) + (site.map { " of \($0)" } ?? "")
  }
}

extension ProofReport.Condition {
  /// The facts that are not known and leave it open, also through decisions.
  fileprivate var openFacts: [String] {
    guard standing == "unknown" else { return [] }
    if let fact { return [fact] }
    return because.flatMap(\.rules).filter { $0.standing != "fails" }
      .flatMap { $0.conditions.flatMap(\.openFacts) }
  }
}
