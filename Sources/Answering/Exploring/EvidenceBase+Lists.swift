public import Evidence

/// Which claims a list shows; what is nil does not matter.
public struct ClaimFilter: Hashable, Sendable {
  /// Of a topic.
  public var topic: String?
  /// Of a kind.
  public var kind: ClaimKind?
  /// Citing a work.
  public var source: String?
  /// With a value whose measure holds these words.
  public var measure: String?

  /// Takes what is asked for.
  public init(
    topic: String? = nil,
    kind: ClaimKind? = nil,
    source: String? = nil,
    measure: String? = nil
  ) {
    self.topic = topic
    self.kind = kind
    self.source = source
    self.measure = measure
  }
}

extension EvidenceBase {
  /// The topics in reading order, each with what stands behind it.
  public var topics: EvidenceView {
    var table = EvidenceTable(
      "topics",
      title: "",
      columns: [
        .text("topic", "Topic"), .number("claims", "Claims"),
        .number("recommendations", "Recommendations"), .number("values", "Values"),
        .number("sources", "Sources"), .number("disputed", "Disputed"),
      ]
    )
    table.rows = topicNames.map { topic in
      let claims = source.claims.filter { $0.topic == topic }
      let disputed = claims.count { !$0.disputes.isEmpty || !disputants(of: $0.id).isEmpty }
      let counts = [
        claims.count, claims.count { $0.kind == .recommendation },
        claims.reduce(0) { $0 + $1.values.count }, Set(claims.flatMap(\.citations)).count, disputed,
      ]
      return [topic] + counts.map(String.init)
    }
    let note =
      "\(source.claims.count) claims on \(table.rows.count) topics from \(source.references.count) works."
    return EvidenceView("topics", title: source.title, tables: [table], notes: [note])
  }

  /// The topics in reading order.
  public var topicNames: [String] {
    var seen: Set<String> = []
    return source.claims.map(\.topic).filter { seen.insert($0).inserted }
  }

  /// The claims that a filter lets through, word for word.
  public func claims(_ filter: ClaimFilter) -> EvidenceView {
    let found = source.claims.filter { claim in
      (filter.topic.map { claim.topic.lowercased() == $0.lowercased() } ?? true)
        && (filter.kind.map { claim.kind == $0 } ?? true)
        && (filter.source.map(claim.citations.contains) ?? true)
        && (filter.measure.map { words in claim.values.contains { matches(words, $0.measure) } }
          ?? true)
    }
    var table = EvidenceTable(
      "claims",
      title: "",
      columns: [
        .text("claim", "Claim"), .text("statement", "Statement"), .detail("kind", "kind"),
        .detail("topic", "topic"), .detail("scope", "about"), .detail("sources", "sources"),
        .detail("values", "values"),
      ]
    )
    table.rows = found.map { claim in
      [
        claim.id, claim.text, claim.kind.rawValue, claim.topic,
        claim.scope == .context ? "visible disease" : "the subject", sources(claim.citations),
        claim.values.map { "\($0.measure): \($0.words)" }.joined(separator: "; "),
      ]
    }
    let count = found.count == 1 ? "1 claim." : "\(found.count) claims."
    return EvidenceView("claims", title: "Claims", tables: [table], notes: [count])
  }

  /// The works, with what rests on each.
  ///
  /// - Parameter kind: Only works of this kind; nil for all.
  /// - Returns: One table.
  public func references(_ kind: ReferenceKind?) -> EvidenceView {
    var table = EvidenceTable(
      "references",
      title: "",
      columns: [
        .text("reference", "Reference"), .number("claims", "Claims"), .text("work", "Work"),
        .detail("kind", "kind"), .detail("verified", "verified"), .detail("link", "link"),
        .detail("retraction", "retraction"),
      ]
    )
    for reference in source.references where kind.map({ reference.kind == $0 }) ?? true {
      let claims = source.claims.count { $0.citations.contains(reference.id) }
      table.rows.append([
        reference.id, "\(claims)", reference.vancouver, reference.kind.rawValue,
        reference.verification, reference.link, retractions.notice(of: reference)?.sentence ?? "",
      ])
    }
    let count = table.rows.count == 1 ? "1 work." : "\(table.rows.count) works."
    return EvidenceView("references", title: "References", tables: [table], notes: [count])
  }

  /// The keys of works, each marked where it was withdrawn.
  func sources(_ citations: [String]) -> String {
    citations.map { id in
      let isRetracted = reference(id).flatMap { retractions.notice(of: $0) } != nil
      return isRetracted ? "\(id) (retracted)" : id
    }.joined(separator: ", ")
  }
}
