extension FactLanguageBuilder {
  /// Reads an entry on numbers, units or dates.
  ///
  /// - Returns: False where the section is another one.
  mutating func readQuantities(_ entry: WordingEntry) throws(WordingError) -> Bool {
    switch entry.section {
    case "numbers": quantities.numbers[entry.name] = try number(entry)
    case "multipliers": quantities.multipliers[entry.name] = try number(entry)
    case "fractions": quantities.fractions[entry.name] = try number(entry)
    case "ordinals": quantities.ordinals[entry.name] = try number(entry)
    case "months":
      let month = Int(try number(entry))
      for name in entry.name.split(separator: " ") { quantities.months[String(name)] = month }
    case "denominators": quantities.denominators[entry.name] = entry.value("")
    case "units": try readUnit(entry)
    case "before", "after":
      guard let comparison = Comparison(rawValue: entry.name) else {
        throw failure(entry, "", .value(entry.name))
      }
      for pattern in try patterns(entry[""], entry) {
        if entry.section == "before" {
          quantities.before.append((comparison, pattern))
        } else {
          quantities.after.append((comparison, pattern))
        }
      }
    case "moments":
      guard let days = Double(entry.name) else { throw failure(entry, "", .value(entry.name)) }
      for pattern in try patterns(entry[""], entry) { quantities.moments.append((days, pattern)) }
    case "joints": try readJoint(entry)
    case "relations": quantities.relations[entry.name, default: []].formUnion(entry[""])
    default: return false
    }
    return true
  }

  private func number(_ entry: WordingEntry) throws(WordingError) -> Double {
    guard let number = entry.number("") else { throw failure(entry, "", .value(entry.name)) }
    return number
  }

  private mutating func readUnit(_ entry: WordingEntry) throws(WordingError) {
    let kind = entry.value("kind") ?? "measure"
    guard let kind = QuantityKind(rawValue: kind) else { throw failure(entry, kind, .value(kind)) }
    let unit = QuantityLanguage.Unit(
      name: entry.name,
      kind: kind,
      factor: entry.number("factor") ?? 1
    )
    for spelling in [entry.name] + entry["spelled"] {
      let pieces = PieceScanner(abbreviations: []).pieces(of: spelling)
      var key = ""
      for (index, piece) in pieces.enumerated() {
        if index > 0, piece.isSpaced { key += " " }
        key += piece.unitKey
      }
      quantities.units[key] = unit
      quantities.longestUnit = max(quantities.longestUnit, pieces.count)
    }
  }

  private mutating func readJoint(_ entry: WordingEntry) throws(WordingError) {
    let words = Set(entry[""])
    switch entry.name {
    case "ranges": quantities.separators = words
    case "times": quantities.times = words
    case "and": quantities.and = words
    case "of": quantities.of = words
    case "between": quantities.between = words
    case "articles": quantities.articles = words
    case "ordinals": quantities.ordinalEndings = words
    case "shy": quantities.shyUnits = words
    case "inserts": quantities.inserts = words
    default: throw failure(entry, "", .unknownList(entry.name))
    }
  }
}
