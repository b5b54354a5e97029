internal import Evidence

extension EvidenceBase {
  /// What falls when a work is taken away, and what keeps another source.
  ///
  /// - Returns: nil for a key that no work has.
  public func without(_ id: String) -> EvidenceView? {
    guard let reference = reference(id) else { return nil }
    let citing = source.claims.filter { $0.citations.contains(id) }
    let lost = citing.filter { Set($0.citations) == [id] }
    let lostIDs = Set(lost.map(\.id))
    let touched = rules.filter { rule in rule.claims.contains { lostIDs.contains($0) } }
    let fallen = touched.filter { lostIDs.isSuperset(of: $0.claims) }
    let onRules =
      touched.isEmpty
      ? "no rule rests on one of them."
      : "\(fallen.count) of \(touched.count) rules that rest on one of them do."
    let notes = [
      "\(lost.count) of \(citing.count) statements that cite it lose all support; \(onRules)"
    ]
    return EvidenceView(
      "without",
      title: "Without \(id)",
      fields: [
        .init("work", "Work", reference.vancouver),
        .init("retraction", "Retraction", retractions.notice(of: reference)?.sentence ?? ""),
      ],
      tables: [
        statements(lost, "lost", "Statements that lose all support", without: id),
        statements(
          citing.filter { !lostIDs.contains($0.id) },
          "kept",
          "Statements that keep another source",
          without: id
        ),
        rules(fallen, "lostRules", "Rules that lose all support", lostIDs),
        rules(
          touched.filter { !fallen.contains($0) },
          "weakenedRules",
          "Rules that keep other claims",
          lostIDs
        ),
        decisions(fallen),
      ].filter { !$0.rows.isEmpty },
      notes: notes
    )
  }

  private func statements(
    _ claims: [Claim],
    _ id: String,
    _ title: String,
    without work: String
  ) -> EvidenceTable {
    EvidenceTable(
      id,
      title: title,
      columns: [
        .text("claim", "Claim"), .text("statement", "Statement"),
        .detail("otherSources", "other sources"),
      ],
      rows: claims.map { [$0.id, $0.text, sources($0.citations.filter { $0 != work })] }
    )
  }

  private func rules(
    _ rules: [RuleBasis],
    _ id: String,
    _ title: String,
    _ lost: Set<String>
  ) -> EvidenceTable {
    EvidenceTable(
      id,
      title: title,
      columns: [
        .text("rule", "Rule"), .text("outcome", "Outcome"), .text("lostClaims", "Loses"),
        .text("keptClaims", "Keeps"),
      ],
      rows: rules.map { rule in
        [
          rule.name, rule.outcome, rule.claims.filter(lost.contains).joined(separator: ", "),
          rule.claims.filter { !lost.contains($0) }.joined(separator: ", "),
        ]
      }
    )
  }

  /// How many rules of each decision fall; a decision loses all support when all of them do.
  private func decisions(_ fallen: [RuleBasis]) -> EvidenceTable {
    var names: [String] = []
    for rule in fallen where !names.contains(rule.decision) { names.append(rule.decision) }
    return EvidenceTable(
      "decisions",
      title: "Decisions",
      columns: [
        .text("decision", "Decision"), .number("lostRules", "Rules lost"),
        .number("rules", "Rules"), .text("support", "Support"),
      ],
      rows: names.map { name in
        let all = rules.count { $0.decision == name }
        let lost = fallen.count { $0.decision == name }
        return [name, "\(lost)", "\(all)", lost == all ? "loses all support" : "keeps other rules"]
      }
    )
  }
}
