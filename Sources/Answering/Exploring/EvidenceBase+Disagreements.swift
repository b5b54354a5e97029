internal import Evidence

extension EvidenceBase {
  /// The claims that dispute each other, side by side, in groups that hang together.
  ///
  /// - Parameter topic: Only pairs with a claim of this topic; nil for all.
  /// - Returns: A table for each pair.
  public func disagreements(topic: String? = nil) -> EvidenceView {
    let wanted = topic?.lowercased()
    let groups = disputeGroups.compactMap { group -> (claims: [Claim], pairs: [(Claim, Claim)])? in
      let pairs = pairs(in: group).filter { left, right in
        wanted == nil || [left, right].contains { $0.topic.lowercased() == wanted }
      }
      return pairs.isEmpty ? nil : (claims: group, pairs: pairs)
    }
    var tables: [EvidenceTable] = []
    for (number, (group, pairs)) in zip(1..., groups) {
      for (left, right) in pairs {
        let label = group.count > 2 ? "Group \(number), \(group.count) claims" : "Pair \(number)"
        tables.append(sideBySide(left, right, id: "\(left.id)+\(right.id)", label: label))
      }
    }
    let counts = [(groups.count, "group"), (tables.count, "pair")].map { count, name in
      "\(count) \(name)\(count == 1 ? "" : "s")"
    }
    let note =
      "\(counts.joined(separator: ", ")). What sets two claims apart is read from their "
      + "study and population as stated; whether it explains the difference is not for the program "
      + "to say."
    return EvidenceView(
      "disagreements",
      title: "Where sources disagree",
      tables: tables,
      notes: [note]
    )
  }

  /// The claims in dispute, each group being all that are linked, in reading order.
  var disputeGroups: [[Claim]] {
    var groups: [[Claim]] = []
    var seen: Set<String> = []
    for claim in source.claims where !seen.contains(claim.id) {
      var members: Set<String> = []
      var open = [claim.id]
      while let id = open.popLast() {
        guard members.insert(id).inserted else { continue }
        open += (self.claim(id)?.disputes ?? []) + disputants(of: id)
      }
      seen.formUnion(members)
      if members.count > 1 { groups.append(source.claims.filter { members.contains($0.id) }) }
    }
    return groups
  }

  private func pairs(in group: [Claim]) -> [(Claim, Claim)] {
    var pairs: [(Claim, Claim)] = []
    for (place, left) in group.enumerated() {
      for right in group[(place + 1)...]
      where left.disputes.contains(right.id) || right.disputes.contains(left.id) {
        pairs.append((left, right))
      }
    }
    return pairs
  }

  private func sideBySide(
    _ left: Claim,
    _ right: Claim,
    id: String,
    label: String
  ) -> EvidenceTable {
    var rows = [["Claim", left.id, right.id]]
    for (name, read) in Self.aspects(self) {
      let cells = [read(left), read(right)]
      if cells != ["", ""] { rows.append([name] + cells.map { $0.isEmpty ? "not stated" : $0 }) }
    }
    let differing = rows.filter { Self.explaining.contains($0[0]) && $0[1] != $0[2] }.map {
      $0[0].lowercased()
    }
    let apart = differing.isEmpty ? "nothing that is stated" : differing.joined(separator: ", ")
    rows.append(["Set apart by", apart, ""])
    for remark in remarks(on: left, right) {
      rows.append(["The corpus says", "\(remark.id): \(remark.text)", ""])
    }
    return EvidenceTable(
      id,
      title: "\(label): \(left.topic)",
      columns: [.text("aspect", "Aspect"), .text("first", "First"), .text("second", "Second")],
      rows: rows
    )
  }

  private static let explaining: Set = ["Design", "n", "Years", "Population", "About"]

  private static func aspects(
    _ base: EvidenceBase
  ) -> [(name: String, read: (Claim) -> String)] {
    [
      ("Statement", \.text), ("Design", { $0.study?.design ?? "" }),
      ("n", { $0.study?.size ?? "" }), ("Years", { $0.study?.years ?? "" }),
      ("Population", \.population),
      ("About", { $0.scope == .context ? "visible disease" : "the subject" }),
      ("Source", { base.sources($0.citations) }),
      (
        "Kind of source",
        { claim in
          claim.citations.compactMap { base.reference($0)?.kind.rawValue }.joined(separator: ", ")
        }
      ),
    ]
  }

  /// Claims on the quality of the evidence that dispute one of the two, or that one of them disputes.
  private func remarks(on left: Claim, _ right: Claim) -> [Claim] {
    let linked = [left, right].flatMap { $0.disputes + disputants(of: $0.id) }
    return source.claims.filter { claim in
      claim.kind == .evidenceQuality && claim.id != left.id && claim.id != right.id
        && linked.contains(claim.id)
    }
  }
}
