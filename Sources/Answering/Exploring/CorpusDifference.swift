public import Evidence

/// What changes between two versions of a protocol.
public struct CorpusDifference: Sendable {
  /// A thing that both versions know, or one of them.
  public struct Entry: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// As the old version has it; nil where it has none.
    public var old: String?
    /// As the new version has it; nil where it has none.
    public var new: String?
  }

  /// A question or a case of a file.
  public struct Probe<Content: Sendable>: Sendable {
    /// Its name.
    public var name: String
    /// What is asked or stated.
    public var content: Content

    /// Takes a probe.
    public init(name: String, content: Content) {
      self.name = name
      self.content = content
    }
  }

  /// Claims with another text, value, source or standing.
  public private(set) var claims: [Entry] = []
  /// Rules with other conditions, outcome, sentence or claims.
  public private(set) var rules: [Entry] = []
  /// Questions with another answer.
  public private(set) var answers: [Entry] = []
  /// Decisions of cases with another outcome.
  public private(set) var outcomes: [Entry] = []

  /// Whether nothing changes.
  public var isEmpty: Bool {
    claims.isEmpty && rules.isEmpty && answers.isEmpty && outcomes.isEmpty
  }

  /// Compares two corpus folders.
  ///
  /// - Parameters:
  ///   - old: The folder of the old version.
  ///   - new: The folder of the new version.
  ///   - questions: Asked of both.
  ///   - cases: Decided by both; nil for the worked cases of both.
  /// - Throws: `CorpusError` when one of them cannot be used.
  public init(
    old: String,
    new: String,
    questions: [Probe<String>],
    cases: [Probe<FactSheet>]?
  ) throws {
    let bases = (try EvidenceBase.read(corpus: old), try EvidenceBase.read(corpus: new))
    claims = Self.entries(
      bases.0.source.claims.map { ($0.id, $0.difference) },
      bases.1.source.claims.map { ($0.id, $0.difference) }
    )
    rules = Self.entries(
      bases.0.ruleTable.map { ($0.name, $0.difference) },
      bases.1.ruleTable.map { ($0.name, $0.difference) }
    )
    if !questions.isEmpty {
      let assistants = (try Assistant.open(corpus: old), try Assistant.open(corpus: new))
      answers = questions.compactMap { probe in
        Self.entry(
          probe.name,
          Self.answer(probe.content, assistants.0),
          Self.answer(probe.content, assistants.1)
        )
      }
    }
    for probe in cases ?? Self.workedCases(bases.0, bases.1) {
      outcomes += Self.entries(
        Self.outcomes(of: probe, bases.0),
        Self.outcomes(of: probe, bases.1)
      )
    }
  }

  // MARK: Probes

  private static func workedCases(
    _ old: EvidenceBase,
    _ new: EvidenceBase
  ) -> [Probe<FactSheet>] {
    let files = Set(new.source.cases.map(\.file))
    let all = new.source.cases + old.source.cases.filter { !files.contains($0.file) }
    return all.map { Probe(name: $0.file, content: $0.sheet) }
  }

  private static func answer(_ question: String, _ assistant: Assistant) -> String {
    let reply = assistant.answer(question, limit: 4)
    if reply.refusal != nil { return "not covered" }
    return reply.statements.map { "\($0.text) [\($0.claim)]" }.joined(separator: " ")
  }

  /// The outcomes of a case by decision, and that it cannot be decided where a fact is unknown.
  private static func outcomes(
    of probe: Probe<FactSheet>,
    _ base: EvidenceBase
  ) -> [(String, String)] {
    guard let model = base.model else { return [] }
    do throws(CaseError) {
      let patient = try PatientCase(probe.content, model: model)
      let decider = CaseDecider(model: model, claims: ClaimDirectory(base.source.claims))
      let report = decider.report(patient, CaseQuestions())
      let sites = report.sites.flatMap { site in
        site.decisions.map { ("\(probe.name) \(site.label) \($0.id)", $0.difference) }
      }
      return report.decisions.map { ("\(probe.name) \($0.id)", $0.difference) } + sites
    } catch {
      let words = error.problems.map(\.description).joined(separator: "; ")
      return [("\(probe.name)", "cannot be decided: \(words)")]
    }
  }

  // MARK: Entries

  private static func entry(_ name: String, _ old: String?, _ new: String?) -> Entry? {
    old == new ? nil : Entry(name: name, old: old, new: new)
  }

  /// The entries that differ, in the order of the old list, then those that only the new one has.
  private static func entries(
    _ old: [(String, String)],
    _ new: [(String, String)]
  ) -> [Entry] {
    let before = Dictionary(old) { first, _ in first }
    let after = Dictionary(new) { first, _ in first }
    return old.compactMap { entry($0.0, $0.1, after[$0.0]) }
      + new.filter { before[$0.0] == nil }.map { Entry(name: $0.0, old: nil, new: $0.1) }
  }
}

extension Claim {
  /// All that a reader would notice.
  fileprivate var difference: String {
    let figures = values.map { "\($0.measure): \($0.words)" }
    let about = [kind.rawValue, topic, scope.rawValue, study?.words ?? "", population, strength]
    let disputed = disputes.isEmpty ? [] : ["disputes \(disputes.joined(separator: ", "))"]
    let parts = figures + about + disputed
    return "\(text) [\(citations.joined(separator: ", "))] "
      + parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension RuleBasis {
  fileprivate var difference: String {
    let tests = conditions.joined(separator: "; ")
    return "if \(tests) then \(outcome). \(sentence) [\(claims.joined(separator: ", "))]"
  }
}

extension DecisionReport {
  fileprivate var difference: String {
    text.isEmpty ? outcome : "\(outcome): \(text)"
  }
}

extension CorpusDifference {
  /// Both sides of everything that changes, in tables.
  public var view: EvidenceView {
    let parts: [(id: String, title: String, entries: [Entry])] = [
      ("claims", "Claims", claims), ("rules", "Rules", rules), ("answers", "Answers", answers),
      ("outcomes", "Outcomes of cases", outcomes),
    ]
    let tables = parts.filter { !$0.entries.isEmpty }.map { part in
      EvidenceTable(
        part.id,
        title: part.title,
        columns: [.text("name", "Name"), .text("old", "Old"), .text("new", "New")],
        rows: part.entries.map { [$0.name, $0.old ?? "(none)", $0.new ?? "(none)"] }
      )
    }
    let counts = parts.map { "\($0.title.lowercased()) \($0.entries.count)" }
    let note = isEmpty ? "Nothing changes." : "Changed: \(counts.joined(separator: ", "))."
    return EvidenceView("diff", title: "What changes", tables: tables, notes: [note])
  }
}
