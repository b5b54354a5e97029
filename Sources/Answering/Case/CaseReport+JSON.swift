extension CaseReport {
  /// Writes the report as the `case` of a reply.
  func write(to writer: inout JSONWriter) {
    writer.object {
      if isHypothetical {
        $0.key("hypothetical")
        $0.bool(true)
      }
      $0.key("facts")
      $0.array(facts) { $1.write(to: &$0) }
      $0.key("mentioned")
      $0.array(mentioned) { $1.write(to: &$0) }
      $0.key("conflicts")
      $0.array(conflicts) { $1.write(to: &$0) }
      $0.key("decisions")
      $0.array(decisions) { $1.write(to: &$0) }
      $0.key("sites")
      $0.array(sites) { writer, site in
        writer.object {
          $0.key("label")
          $0.string(site.label)
          $0.key("facts")
          $0.array(site.facts) { $1.write(to: &$0) }
          $0.key("decisions")
          $0.array(site.decisions) { $1.write(to: &$0) }
        }
      }
      $0.key("changes")
      $0.array(changes) { $1.write(to: &$0) }
      $0.key("plan")
      $0.array(plan) { $1.write(to: &$0) }
      $0.key("ask")
      $0.array(ask) { $1.write(to: &$0) }
      if !why.isEmpty {
        $0.key("why")
        $0.array(why) { $1.write(to: &$0) }
      }
      if !whyNot.isEmpty {
        $0.key("whyNot")
        $0.array(whyNot) { $1.write(to: &$0) }
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  fileprivate mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array(values) { $0.string($1) }
  }

  fileprivate mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  fileprivate mutating func member(_ name: String, _ value: FactValue) {
    key(name)
    self.value(value)
  }
}

extension CaseFact {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.member("value", value)
      let plain = value == .boolean(false) ? "negated" : "affirmed"
      $0.member("polarity", words?.polarity ?? plain)
      $0.member("words", words?.text ?? "")
      $0.key("start")
      if let words { $0.number(words.bytes.lowerBound) } else { $0.null() }
      $0.key("end")
      if let words { $0.number(words.bytes.upperBound) } else { $0.null() }
      $0.member("site", site)
    }
  }
}

extension ConflictReport {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.key("values")
      $0.array(values) { $0.value($1) }
      if let site { $0.member("site", site) }
    }
  }
}

extension DecisionReport {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.member("outcome", outcome)
      $0.member("text", text)
      $0.member("citations", citations)
      $0.member("claims", claims)
      $0.member("rule", rule)
      $0.member("usedFacts", usedFacts)
      $0.member("missing", missing)
      $0.member("warnings", warnings)
      $0.member("dissent", dissent)
    }
  }
}

extension ChangeReport {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("decision", decision)
      $0.member("outcome", outcome)
      if let site { $0.member("site", site) }
      $0.key("sets")
      $0.array(sets) { writer, set in
        writer.array(set) { writer, change in
          writer.object {
            $0.member("fact", change.fact)
            $0.member("to", change.to)
          }
        }
      }
    }
  }
}

extension PlannedAction {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("text", text)
      $0.member("decision", decision)
      $0.member("claims", claims)
      $0.member("citations", citations)
      if let site { $0.member("site", site) }
    }
  }
}

extension FactRequest {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("fact", fact)
      $0.member("question", question)
      $0.member("because", because)
      $0.member("outcomes", outcomes)
      if let site { $0.member("site", site) }
    }
  }
}

extension ProofReport {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("decision", decision)
      if let asked { $0.member("asked", asked) }
      $0.member("outcome", outcome)
      if let site { $0.member("site", site) }
      $0.key("rules")
      $0.array(rules) { writer, rule in
        writer.object {
          $0.member("rule", rule.rule)
          $0.member("standing", rule.standing)
          $0.key("conditions")
          $0.array(rule.conditions) { $1.write(to: &$0) }
          $0.member("claims", rule.claims)
          $0.member("citations", rule.citations)
        }
      }
    }
  }
}

extension ProofReport.Condition {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("expression", expression)
      $0.member("test", test)
      $0.member("standing", standing)
      $0.member("fact", fact)
      $0.key("value")
      if let value { $0.value(value) } else { $0.null() }
      $0.key("because")
      $0.array(because) { $1.write(to: &$0) }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func value(_ value: FactValue) {
    switch value {
    case .boolean(let truth): bool(truth)
    case .number(let digits): number(digits: digits)
    case .text(let text): string(text)
    }
  }
}
