internal import Evidence

extension JSONWriter {
  /// Writes facts as an object of fact and value; what takes a fact back is null.
  mutating func facts(_ facts: [StatedFact]) {
    object { writer in
      for fact in facts {
        writer.key(fact.id)
        switch fact.value {
        case .unknown: writer.null()
        case .boolean(let truth): writer.bool(truth)
        case .number(let digits): writer.number(digits: digits)
        case .text(let text): writer.string(text)
        }
      }
    }
  }

  /// Writes the members `facts` and `sites` of a sheet.
  mutating func sheet(_ sheet: FactSheet) {
    key("facts")
    facts(sheet.facts)
    key("sites")
    array(sheet.sites) { writer, site in
      writer.object {
        $0.key("label")
        $0.string(site.label)
        $0.key("facts")
        $0.facts(site.facts)
      }
    }
  }
}

extension JSONValue {
  /// An object of fact and value; nil for anything else.
  var statedFacts: [StatedFact]? {
    guard let object else { return nil }
    var facts: [StatedFact] = []
    for member in object {
      let value: StatedValue
      switch member.value {
      case .null: value = .unknown
      case .bool(let truth): value = .boolean(truth)
      case .number(let digits): value = .number(digits)
      case .string(let text): value = .text(text)
      case .array, .object: return nil
      }
      facts.append(StatedFact(id: member.key, value: value))
    }
    return facts
  }
}

extension FactSheet {
  /// Takes the members `facts` and `sites` of an object.
  init?(_ object: JSONValue) {
    guard let facts = object["facts"]?.statedFacts, let sites = object["sites"]?.array else {
      return nil
    }
    self.init(facts: facts)
    for site in sites {
      guard let label = site["label"]?.string, let facts = site["facts"]?.statedFacts else {
        return nil
      }
      self.sites.append(Site(label: label, facts: facts))
    }
  }
}
