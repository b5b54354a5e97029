internal import Evidence

extension EvidenceBase {
  /// The evidence table of a topic: a row for each value, and one for each claim without any.
  ///
  /// - Parameter topic: As the list of topics has it, in any case.
  /// - Returns: nil for a topic that no claim has.
  public func table(_ topic: String) -> EvidenceView? {
    let wanted = topic.lowercased()
    let claims = source.claims.filter { $0.topic.lowercased() == wanted }
    guard let first = claims.first else { return nil }
    let table = evidenceTable(claims, id: "evidence", title: "")
    let note = "\(claims.count) claims, \(table.rows.count) rows."
    return EvidenceView(
      "table",
      title: "Evidence on \(first.topic)",
      tables: [table],
      notes: [note]
    )
  }

  /// The evidence table of claims.
  func evidenceTable(_ claims: [Claim], id: String, title: String) -> EvidenceTable {
    EvidenceTable(
      id,
      title: title,
      columns: [
        .text("study", "Study"), .text("year", "Year"), .text("n", "n"),
        .text("measure", "Measure"), .text("value", "Value"), .detail("claim", "claim"),
        .detail("statement", "statement"),
        .detail("design", "design"), .detail("years", "years"),
        .detail("population", "population"), .detail("sources", "source"),
        .detail("remarks", "remarks"),
      ],
      rows: claims.flatMap(rows)
    )
  }

  private func rows(_ claim: Claim) -> [[String]] {
    let works = claim.citations.compactMap(reference)
    let study = works.map(\.shortName).joined(separator: ", ")
    let years = works.map(\.year).filter { !$0.isEmpty }
    let year = Set(years).sorted().joined(separator: ", ")
    let head = [study, year, claim.study?.size ?? ""]
    let tail = [
      claim.id, claim.values.isEmpty ? claim.text : "", claim.study?.design ?? "",
      claim.study?.years ?? "", claim.population,
      sources(claim.citations), remarks(claim),
    ]
    let figures = claim.values.map { [$0.measure, $0.words] }
    return (figures.isEmpty ? [["in words", ""]] : figures).map { head + $0 + tail }
  }

  private func remarks(_ claim: Claim) -> String {
    var remarks: [String] = []
    if claim.scope == .context { remarks.append("on visible disease") }
    if !claim.strength.isEmpty, claim.strength != claim.study?.design {
      remarks.append(claim.strength)
    }
    let opponents = opponents(of: claim)
    if !opponents.isEmpty { remarks.append("in dispute with \(opponents.joined(separator: ", "))") }
    return remarks.joined(separator: "; ")
  }
}
