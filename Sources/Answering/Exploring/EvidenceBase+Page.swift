internal import DMN
public import Evidence

extension EvidenceBase {
  /// The evidence tables of all topics, in reading order.
  public var evidenceTables: [EvidenceTable] {
    topicNames.map { topic in
      evidenceTable(source.claims.filter { $0.topic == topic }, id: topic, title: topic)
    }
  }

  /// The plots that the protocol's `exploring.yaml` names, those without a value left out.
  public var featuredPlots: [MeasurePlot] { featured.compactMap(plot) }

  /// The decision tables of the model, each rule with its conditions, words and claims.
  public var decisionTables: [EvidenceTable] {
    guard let model else { return [] }
    return model.compiled.decisions.filter { $0.table != nil }.map { decision in
      EvidenceTable(
        decision.name,
        title: decision.name,
        columns: [
          .number("rule", "Rule"), .text("conditions", "Conditions"), .text("outcome", "Outcome"),
          .detail("sentence", "Sentence"), .detail("claims", "Claims"),
        ],
        rows: ruleTable.filter { $0.decision == decision.name }.map { rule in
          [
            "\(rule.number)", rule.conditions.joined(separator: "; "), rule.outcome, rule.sentence,
            rule.claims.joined(separator: ", "),
          ]
        }
      )
    }
  }

  /// The pairs of claims in dispute, each once, in reading order.
  public var disputes: [(first: Claim, second: Claim)] {
    var seen: Set<Set<String>> = []
    return source.claims.flatMap { claim in
      claim.disputes.filter { seen.insert([claim.id, $0]).inserted }
        .compactMap { self.claim($0) }.map { (first: claim, second: $0) }
    }
  }

  /// A passage in pieces: its claims, and what stands around them.
  public func pieces(of passage: Int) -> [(text: String, claim: Claim?)] {
    var rest = source.passages[passage].text[...]
    var pieces: [(text: String, claim: Claim?)] = []
    for claim in source.claims where claim.passage == passage {
      guard let place = rest.firstRange(of: claim.text) else { continue }
      let before = String(rest[..<place.lowerBound])
      if before.contains(where: { !$0.isWhitespace }) { pieces.append((before, nil)) }
      pieces.append((claim.text, claim))
      rest = rest[place.upperBound...]
    }
    if rest.contains(where: { !$0.isWhitespace }) { pieces.append((String(rest), nil)) }
    return pieces
  }
}
