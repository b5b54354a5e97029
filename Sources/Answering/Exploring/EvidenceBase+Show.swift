internal import Evidence

extension EvidenceBase {
  /// A claim or a work with all that the corpus says about it.
  ///
  /// - Returns: nil for an id that neither has.
  public func show(_ id: String) -> EvidenceView? {
    claim(id).map(show) ?? reference(id).map(show)
  }

  private func show(_ claim: Claim) -> EvidenceView {
    let section = source.sections[claim.section]
    let passage = source.passages[claim.passage]
    var fields: [EvidenceView.Field] = [
      .init("statement", "Statement", claim.text),
      .init("kind", "Kind", claim.kind.rawValue),
      .init("topic", "Topic", claim.topic),
      .init("scope", "About", claim.scope == .context ? "visible disease" : "the subject"),
      .init("section", "Section", (section.path + [section.heading]).joined(separator: " › ")),
      .init("place", "Place", "\(claim.span.file):\(passage.line)"),
    ]
    if let study = claim.study {
      fields += [
        .init("design", "Design", study.design), .init("n", "n", study.size),
        .init("years", "Years", study.years),
      ]
    }
    fields += [
      .init("population", "Population", claim.population),
      .init("strength", "Strength", claim.strength),
    ]
    fields += claim.citations.map { .init("source", "Source", described($0)) }
    fields += disputes(of: claim)
    fields += rules(on: claim.id).map { rule in
      .init("rule", "Rests on it", "rule \(rule.name): \(rule.outcome)")
    }
    if let left = source.notEncoded.first(where: { $0.claim == claim.id }) {
      fields.append(.init("notEncoded", "No rule", left.reason))
    }
    return EvidenceView(
      "show",
      title: claim.id,
      fields: fields,
      tables: claim.values.isEmpty ? [] : [values(claim)]
    )
  }

  private func values(_ claim: Claim) -> EvidenceTable {
    EvidenceTable(
      "values",
      title: "Values",
      columns: [
        .text("measure", "Measure"), .text("value", "Value"), .text("low", "Low"),
        .text("high", "High"), .text("unit", "Unit"),
      ],
      rows: claim.values.map {
        [$0.measure, $0.words, $0.low ?? "", $0.high ?? "", $0.unit]
      }
    )
  }

  private func disputes(of claim: Claim) -> [EvidenceView.Field] {
    let own = claim.disputes.compactMap { self.claim($0) }.map { other in
      EvidenceView.Field("disputes", "Disputes", "\(other.id): \(other.text)")
    }
    let others = disputants(of: claim.id).compactMap { self.claim($0) }.map { other in
      EvidenceView.Field("disputedBy", "Disputed by", "\(other.id): \(other.text)")
    }
    return own + others
  }

  private func show(_ reference: Reference) -> EvidenceView {
    let claims = source.claims.filter { $0.citations.contains(reference.id) }
    let ids = Set(claims.map(\.id))
    let resting = rules.filter { !ids.isDisjoint(with: $0.claims) }
    let fields: [EvidenceView.Field] = [
      .init("work", "Work", reference.vancouver),
      .init("kind", "Kind", reference.kind.rawValue),
      .init("verified", "Verified", reference.verification),
      .init("link", "Link", reference.link),
      .init("retraction", "Retraction", retractions.notice(of: reference)?.sentence ?? ""),
      .init("rules", "Rules", resting.map(\.name).joined(separator: ", ")),
    ]
    let table = EvidenceTable(
      "claims",
      title: "Claims that cite it",
      columns: [
        .text("claim", "Claim"), .text("statement", "Statement"),
        .detail("otherSources", "other sources"),
      ],
      rows: claims.map { claim in
        [claim.id, claim.text, sources(claim.citations.filter { $0 != reference.id })]
      }
    )
    return EvidenceView(
      "show",
      title: reference.id,
      fields: fields,
      tables: claims.isEmpty ? [] : [table]
    )
  }

  /// A work with its key, kind and what was withdrawn.
  func described(_ id: String) -> String {
    guard let reference = reference(id) else { return id }
    let notice = retractions.notice(of: reference).map { " \($0.sentence)" } ?? ""
    return "\(id): \(reference.vancouver) · \(reference.kind.rawValue)\(notice)"
  }
}
