/// A worked patient with the outcomes that the decision model must give.
public struct WorkedCase: Hashable, Sendable {
  /// The file's path inside the protocol's folder.
  public var file: String
  /// What the case shows.
  public var title: String
  /// The facts.
  public var sheet: FactSheet
  /// The outcomes that must come out for the patient.
  public var expected: [Expectation]
  /// The outcomes that must come out for each site, in the order of the sheet's sites.
  public var expectedOfSites: [[Expectation]]
  /// The plan that must come out; nil when the case does not say.
  public var plan: Plan?

  /// What must come out of one decision.
  public struct Expectation: Hashable, Sendable {
    /// The decision.
    public var decision: String
    /// The outcome, `undetermined` included.
    public var outcome: String
    /// The inputs that must be missing; nil when the case does not say.
    public var missing: [String]?
    /// Line of the file, from 1.
    public var line: Int
  }

  /// The actions that must come out, in order.
  public struct Plan: Hashable, Sendable {
    /// Their words.
    public var actions: [String]
    /// Line of the file, from 1.
    public var line: Int
  }
}

extension WorkedCase {
  /// Reads a file of the folder `cases`: `title`, `facts`, `expect`, perhaps `missing`,
  /// `plan` and `sites`.
  static func read(
    _ content: [UInt8],
    file: String,
    place: String,
    _ issues: inout [CorpusIssue]
  ) -> WorkedCase? {
    guard let node = YAMLNode.document(content, file: place, &issues) else { return nil }
    var fields = YAMLFields(node, file: place)
    var reader = FactSheetReader(file: place)
    var worked = WorkedCase(
      file: file,
      title: fields.text("title"),
      sheet: FactSheet(),
      expected: expectations(&fields),
      expectedOfSites: []
    )
    if let facts = node["facts"] { worked.sheet = reader.sheet(facts) }
    for var site in fields.mappings("sites") {
      let label = site.text("label")
      let facts = site.node["facts"].map { reader.sheet($0).facts } ?? []
      worked.sheet.sites.append(FactSheet.Site(label: label, facts: facts))
      worked.expectedOfSites.append(expectations(&site))
      fields.take(site)
    }
    if let plan = fields.node.mapping?.first(where: { $0.key == "plan" }) {
      worked.plan = Plan(actions: fields.texts("plan"), line: plan.line)
    }
    if worked.expected.isEmpty, worked.expectedOfSites.isEmpty, worked.plan == nil {
      fields.note(.missing(key: "expect"), at: node)
    }
    issues += fields.issues + reader.issues
    return worked
  }

  private static func expectations(_ fields: inout YAMLFields) -> [Expectation] {
    guard let expected = fields.mapping("expect") else { return [] }
    var missing: [String: [String]] = [:]
    if var lists = fields.mapping("missing") {
      for pair in lists.node.mapping ?? [] { missing[pair.key] = lists.texts(pair.key) }
      fields.take(lists)
    }
    return (expected.node.mapping ?? []).compactMap { pair in
      guard let outcome = pair.value.text else {
        fields.note(
          .wrongType(key: "expect", expected: "a mapping of decision to outcome"),
          at: pair.value
        )
        return nil
      }
      return Expectation(
        decision: pair.key,
        outcome: outcome,
        missing: missing[pair.key],
        line: pair.line
      )
    }
  }
}
