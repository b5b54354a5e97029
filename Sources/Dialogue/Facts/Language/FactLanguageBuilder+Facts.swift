extension FactLanguageBuilder {
  /// Reads how a fact is told.
  mutating func readFact(_ entry: WordingEntry) throws(WordingError) {
    var fact = try definition(entry)
    let number = facts.count
    for list in entry.lists {
      if try takeOption(list, of: entry, &fact) { continue }
      guard let role = role(list.name) else { throw failure(entry, "", .unknownList(list.name)) }
      for pattern in try patterns(list.phrases, entry) {
        phrases.append(FactPhrase(fact: number, role: role, pattern: pattern))
      }
    }
    facts.append(fact)
  }

  private func definition(_ entry: WordingEntry) throws(WordingError) -> FactDefinition {
    let kind =
      switch entry.section {
      case "events": "event"
      case "context": entry.value("kind") ?? "context"
      default: entry.value("kind") ?? ""
      }
    guard let kind = FactDefinition.Kind(rawValue: kind) else {
      throw failure(entry, kind, .value(kind))
    }
    var fact = FactDefinition(id: entry.name, kind: kind)
    fact.isContext = entry.section == "context"
    return fact
  }

  private func takeOption(
    _ list: WordingEntry.List,
    of entry: WordingEntry,
    _ fact: inout FactDefinition
  ) throws(WordingError) -> Bool {
    let value = list.phrases.first ?? ""
    switch list.name {
    case "kind": break
    case "site": fact.isOfSite = value == "true"
    case "history": fact.keepsHistory = value == "keep"
    case "planned":
      fact.plannedStands = value == "stands"
      if !fact.plannedStands { fact.plannedValue = SlotValue(value) }
    case "wins": fact.winning = SlotValue(value)
    case "order": fact.order = list.phrases
    case "default": fact.isDefault = value == "true"
    case "least": fact.least = try number(value, entry)
    case "most": fact.most = try number(value, entry)
    case "from": fact.from = list.phrases
    case "to": fact.to = value
    case "regimen": fact.regimen = value
    case "unit": try takeUnit(value, entry, &fact)
    case "within": fact.within = try days(value, entry)
    case "month of cycles": fact.cycleMonth = try days(value, entry)
    case "schedules":
      for line in list.phrases {
        let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { throw failure(entry, line, .value(line)) }
        fact.schedules[parts[0]] = try days(parts[1], entry)
      }
    case "elsewhere":
      fact.elsewhere = FactDefinition.Elsewhere(id: value, conditions: [])
    case "elsewhere when":
      for line in list.phrases {
        fact.elsewhere?.conditions.append(try condition(line, entry))
      }
    case "unless":
      for line in list.phrases { fact.unless.append(try condition(line, entry)) }
    case "history unless":
      for line in list.phrases { fact.historyEnds.append(try condition(line, entry)) }
    default: return false
    }
    return true
  }

  /// Reads `6 weeks`.
  private func days(_ text: String, _ entry: WordingEntry) throws(WordingError) -> Double {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 2, let count = Double(parts[0]), let unit = quantities.units[parts[1]]
    else { throw failure(entry, text, .value(text)) }
    return count * unit.factor
  }

  /// Reads `carePhase = postoperative|surveillance`.
  private func condition(
    _ line: String,
    _ entry: WordingEntry
  ) throws(WordingError) -> (id: String, values: [SlotValue]) {
    let parts = line.split(separator: "=", maxSplits: 1).map { String($0.trimmed) }
    guard parts.count == 2 else { throw failure(entry, line, .value(line)) }
    return (parts[0], parts[1].split(separator: "|").map { SlotValue(String($0.trimmed)) })
  }

  private func takeUnit(
    _ name: String,
    _ entry: WordingEntry,
    _ fact: inout FactDefinition
  ) throws(WordingError) {
    if name == "count" { return }
    guard let unit = quantities.units[name] else { throw failure(entry, name, .value(name)) }
    fact.quantity = unit.kind
    fact.factor = 1 / unit.factor
  }

  private func number(_ text: String, _ entry: WordingEntry) throws(WordingError) -> Double {
    guard let number = Double(text) else { throw failure(entry, text, .value(text)) }
    return number
  }

  private func role(_ list: String) -> PhraseRole? {
    switch list {
    case "not": return .nothing
    case "near": return .near
    case "far": return .far
    case "value": return .value(isCertain: false)
    case "value anyway": return .value(isCertain: true)
    case "latest": return .latest
    case "event": return .event
    case "ended": return .ended
    case "cycles": return .cycles(isCertain: false)
    case "cycles anyway": return .cycles(isCertain: true)
    case "duration": return .duration
    case "schedule": return .schedule
    case "more": return .more
    case "total": return .total
    default: break
    }
    let denials: [(suffix: String, denial: PhraseRole.Denial)] = [
      (" only", .drops), (" anyway", .ignored), (" certain", .certain),
    ]
    let denial = denials.first { list.hasSuffix($0.suffix) }
    let name = String(list.dropLast(denial?.suffix.count ?? 0))
    if name == "true" || name == "false" {
      return .states(SlotValue(name), denial?.denial ?? .inverts)
    }
    guard name.hasPrefix("is ") else { return nil }
    return .states(SlotValue(String(name.dropFirst(3))), denial?.denial ?? .drops)
  }
}

extension Substring {
  /// The text without blanks around it.
  fileprivate var trimmed: Substring {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
