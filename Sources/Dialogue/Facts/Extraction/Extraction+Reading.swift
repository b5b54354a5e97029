extension Extraction {
  /// Everything that the text says of the patient.
  mutating func reading() -> FactReading {
    var reading = FactReading()
    let measured = measured()
    let timeline = Timeline(self)
    var sitesWithFacts: Set<Int> = []
    var resolved: [(fact: Int, resolution: Resolution)] = []
    for (number, fact) in language.facts.enumerated() {
      var resolution = Resolution()
      switch fact.kind {
      case .boolean, .choice, .context:
        resolve(statements(of: number) + ended(number, timeline), fact, &resolution)
      case .measure: resolve(measured[number] ?? [], fact, &resolution)
      case .elapsed: resolve(corrected(elapsed(number, timeline), number), fact, &resolution)
      case .exposure: resolve(corrected(exposure(number), number), fact, &resolution)
      case .event: break
      }
      sitesWithFacts.formUnion(resolution.sites)
      resolved.append((number, resolution))
    }
    let labels = sitesWithFacts.count > 1 ? siteMap.labels : []
    reading.sites = sitesWithFacts.sorted().compactMap { $0 < labels.count ? labels[$0] : nil }
    dropHistory(&resolved)
    for (number, resolution) in resolved {
      enter(resolution, language.facts[number], labels, &reading)
    }
    moveElsewhere(&reading)
    reading.today = day(before: NumberInterval(0))
    return reading
  }

  /// Takes back what is told as earlier where another fact makes that worthless.
  private func dropHistory(_ resolved: inout [(fact: Int, resolution: Resolution)]) {
    for index in resolved.indices {
      let fact = language.facts[resolved[index].fact]
      if holdsOne(of: fact.historyEnds, resolved) {
        resolved[index].resolution.held.removeAll { $0.assertion.isHistorical }
      }
      if holdsOne(of: fact.unless, resolved) {
        resolved[index].resolution.held = []
        resolved[index].resolution.conflicts = []
      }
    }
  }

  private func holdsOne(
    of conditions: [(id: String, values: [SlotValue])],
    _ resolved: [(fact: Int, resolution: Resolution)]
  ) -> Bool {
    conditions.contains { condition in
      resolved.contains {
        language.facts[$0.fact].id == condition.id
          && $0.resolution.held.contains { condition.values.contains($0.value) }
      }
    }
  }

  private func enter(
    _ resolution: Resolution,
    _ fact: FactDefinition,
    _ labels: [String],
    _ reading: inout FactReading
  ) {
    func made(_ statement: Statement, polarity: Polarity) -> CaseFact {
      let site = fact.isOfSite ? siteMap.site(of: statement.pieces.lowerBound) : nil
      var made = caseFact(
        fact.id,
        statement.value,
        polarity,
        statement.pieces,
        site: site.flatMap { $0 < labels.count ? labels[$0] : nil }
      )
      made.origin = statement.origin
      return made
    }
    for statement in resolution.held {
      let polarity: Polarity = statement.value == .truth(false) ? .negated : .affirmed
      if fact.isContext {
        reading.context.append(made(statement, polarity: polarity))
      } else {
        reading.facts.append(made(statement, polarity: polarity))
      }
    }
    for statement in resolution.mentioned where !fact.isContext {
      reading.mentioned.append(made(statement, polarity: statement.assertion.polarity))
    }
    for statements in resolution.conflicts where !fact.isContext {
      let facts = statements.map { made($0, polarity: .affirmed) }
      reading.conflicts.append(
        FactConflict(id: fact.id, statements: facts, site: facts.first?.site)
      )
    }
  }

  /// What statements of one fact come to.
  struct Resolution {
    var held: [Statement] = []
    var mentioned: [Statement] = []
    var conflicts: [[Statement]] = []
    var sites: Set<Int> = []
  }

  private func resolve(
    _ statements: [Statement],
    _ fact: FactDefinition,
    _ resolution: inout Resolution
  ) {
    resolution.mentioned = statements.filter { !$0.assertion.polarity.isFact }
    let facts = statements.filter {
      $0.assertion.polarity.isFact && (fact.keepsHistory || !$0.assertion.isHistorical)
    }
    var bySite: [(site: Int?, statements: [Statement])] = []
    for statement in facts.sorted(by: { $0.pieces.lowerBound < $1.pieces.lowerBound }) {
      let site = fact.isOfSite ? siteMap.site(of: statement.pieces.lowerBound) : nil
      if let site { resolution.sites.insert(site) }
      if let place = bySite.firstIndex(where: { $0.site == site }) {
        bySite[place].statements.append(statement)
      } else {
        bySite.append((site, [statement]))
      }
    }
    for group in bySite where !group.statements.allSatisfy(\.isRetracted) {
      switch settle(group.statements, fact) {
      case .held(let statement): resolution.held.append(statement)
      case .conflict(let statements) where statements.isEmpty: break
      case .conflict(let statements): resolution.conflicts.append(statements)
      }
    }
  }

  private enum Settlement {
    case held(Statement)
    case conflict([Statement])
  }

  /// What statements about one thing come to; there is at least one.
  private func settle(_ statements: [Statement], _ fact: FactDefinition) -> Settlement {
    var standing: [Statement] = []
    let retracted = Set(statements.filter(\.isRetracted).map(\.value))
    for statement in statements where !retracted.contains(statement.value) {
      if let place = standing.firstIndex(where: { $0.value == statement.value }) {
        if statement.isLatest {
          standing = [statement]
        } else if standing[place].assertion.isHistorical {
          standing[place] = statement
        }
        continue
      }
      if statement.isLatest { standing.removeAll() }
      standing.removeAll { isCorrected($0.pieces, by: statement.pieces) }
      if let index = standing.firstIndex(where: { $0.value.contains(statement.value) }) {
        standing[index] = statement
      } else if !standing.contains(where: { statement.value.contains($0.value) }) {
        standing.append(statement)
      }
    }
    if standing.isEmpty { return .conflict([]) }
    if standing.count == 1 { return .held(standing[0]) }
    if let winner = standing.first(where: { $0.value == fact.winning }) { return .held(winner) }
    if !fact.order.isEmpty, let last = standing.max(by: { rank($0, fact) < rank($1, fact) }) {
      return .held(last)
    }
    return .conflict(standing)
  }

  private func rank(_ statement: Statement, _ fact: FactDefinition) -> Int {
    fact.order.firstIndex(of: statement.value.description) ?? -1
  }

  /// Gives what was said in the words of one fact to another one where the case demands it.
  private func moveElsewhere(_ reading: inout FactReading) {
    for fact in language.facts {
      guard let elsewhere = fact.elsewhere else { continue }
      let facts = reading.facts
      let isThere = elsewhere.conditions.contains { condition in
        facts.contains { $0.id == condition.id && condition.values.contains($0.value) }
      }
      guard isThere else { continue }
      for index in reading.facts.indices where reading.facts[index].id == fact.id {
        reading.facts[index].id = elsewhere.id
      }
      for index in reading.mentioned.indices where reading.mentioned[index].id == fact.id {
        reading.mentioned[index].id = elsewhere.id
      }
      for index in reading.conflicts.indices where reading.conflicts[index].id == fact.id {
        reading.conflicts[index].id = elsewhere.id
      }
    }
  }
}

extension SlotValue {
  /// Whether the other value lies within this interval.
  fileprivate func contains(_ other: SlotValue) -> Bool {
    guard case .number(let outer) = self, case .number(let inner) = other, outer != inner,
      outer.single == nil
    else { return false }
    let isAbove = outer.low.map { low in
      inner.low.map { $0 > low || $0 == low && (outer.includesLow || !inner.includesLow) } ?? false
    }
    let isBelow = outer.high.map { high in
      inner.high.map { $0 < high || $0 == high && (outer.includesHigh || !inner.includesHigh) }
        ?? false
    }
    return isAbove ?? true && isBelow ?? true
  }
}
