public import Evidence

extension CaseConversation {
  /// All facts that are known, as a file of a case has them; what contradicts itself is not known.
  ///
  /// - Throws: As `decided(_:)`.
  public func sheet() throws -> FactSheet {
    guard let report = try decided().case else { return FactSheet() }
    return FactSheet(
      facts: report.facts.map(StatedFact.init),
      sites: report.sites.map {
        FactSheet.Site(label: $0.label, facts: $0.facts.map(StatedFact.init))
      }
    )
  }
}

extension StatedFact {
  fileprivate init(_ fact: CaseFact) {
    let value: StatedValue =
      switch fact.value {
      case .boolean(let truth): .boolean(truth)
      case .number(let digits): .number(digits)
      case .text(let text): .text(text)
      }
    self.init(id: fact.id, value: value)
  }
}
