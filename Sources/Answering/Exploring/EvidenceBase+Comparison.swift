internal import Evidence

extension EvidenceBase {
  /// Two works, modalities or treatments over the measures that they share.
  ///
  /// Values of works share a measure when its name is the same; values of things that the glossary
  /// names share one when its names differ by the thing alone, as in “sensitivity, CT” and
  /// “sensitivity, MRI”.
  ///
  /// - Returns: nil when the corpus knows one of the two neither as a work nor by a value.
  public func compare(_ left: String, _ right: String) -> EvidenceView? {
    let sides = [left, right].map(values)
    if sides.contains(where: \.isEmpty) { return nil }
    var table = EvidenceTable(
      "shared",
      title: "",
      columns: [
        .text("measure", "Measure"), .text("first", left), .text("second", right),
        .detail("firstClaim", "\(left) from"), .detail("secondClaim", "\(right) from"),
        .detail("study", "study"),
      ]
    )
    var unshared = Set(sides.flatMap { $0 }.map { [$0.claim.id, $0.value.measure] })
    // Within one claim the two were measured alike; only where there is no such pair are others used.
    for isOneClaim in [true, false] {
      let before = unshared
      for first in sides[0] {
        for second in sides[1] where first.isLike(second, inOneClaim: isOneClaim) {
          let names = [first, second].map { [$0.claim.id, $0.value.measure] }
          if before.isDisjoint(with: names) { continue }
          table.rows.append(row(first, second))
          unshared.subtract(names)
        }
      }
    }
    let pairs = table.rows.count == 1 ? "1 pair of values" : "\(table.rows.count) pairs of values"
    let note =
      "\(pairs) with the same measure and unit; \(unshared.count) values of either have no "
      + "counterpart. Values of different studies come from different patients."
    return EvidenceView(
      "compare",
      title: "\(left) and \(right)",
      tables: table.rows.isEmpty ? [] : [table],
      notes: [note]
    )
  }

  private struct Side {
    var claim: Claim
    var value: MeasuredValue
    /// The measure's name without the thing compared.
    var key: [String]

    func isLike(_ other: Side, inOneClaim: Bool) -> Bool {
      key == other.key && value.unit == other.value.unit
        && (claim.id == other.claim.id) == inOneClaim
    }
  }

  private func row(_ first: Side, _ second: Side) -> [String] {
    let measure = shared(first.value.measure, second.value.measure)
    let isOne = first.claim.id == second.claim.id
    return [
      measure, first.value.words, second.value.words,
      "\(first.claim.id) (\(sources(first.claim.citations)))",
      "\(second.claim.id) (\(sources(second.claim.citations)))",
      isOne ? "the same: \(first.claim.study?.words ?? "not described")" : "two different ones",
    ]
  }

  /// The words that two measures share, in the order of the first; where the thing compared ends or
  /// breaks a phrase, dots stand for it.
  private func shared(_ first: String, _ second: String) -> String {
    let others = second.split(separator: " ").map(bare)
    var kept: [String] = []
    for word in first.split(separator: " ") {
      if others.contains(bare(word)) {
        kept.append(String(word))
      } else if let last = kept.last, last != "…", last.last != "," {
        kept.append("…")
      }
    }
    let text = kept.joined(separator: " ")
    return text.last == "," ? String(text.dropLast()) : text
  }

  private func bare(_ word: Substring) -> Substring {
    word.last == "," ? word.dropLast() : word
  }

  private func values(of phrase: String) -> [Side] {
    if let work = reference(phrase) {
      return source.claims.filter { $0.citations.contains(work.id) }.flatMap { claim in
        claim.values.map { Side(claim: claim, value: $0, key: stems($0.measure)) }
      }
    }
    // The longest name first, so that “contrast-enhanced ultrasound” leaves no word behind.
    let names = names(of: phrase).map(stems).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    return source.claims.flatMap { claim in
      claim.values.compactMap { value in
        var stems = stems(value.measure)
        guard let place = names.lazy.compactMap({ stems.firstRange(of: $0) }).first else {
          return nil
        }
        stems.removeSubrange(place)
        return stems.isEmpty ? nil : Side(claim: claim, value: value, key: stems)
      }
    }
  }
}
