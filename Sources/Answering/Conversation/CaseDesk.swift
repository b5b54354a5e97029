internal import Dialogue
internal import Evidence

/// Everything that decides cases, prepared once for many turns.
struct CaseDesk: Sendable {
  let assistant: Assistant
  let model: CaseModel
  let claims: ClaimDirectory
  let extractor: FactExtractor
  let cues: TurnCues
  let days: [EarliestDay]
  let evidence: EvidenceWords

  /// Reads model, wording and claims.
  ///
  /// - Throws: `CaseError` when the protocol has no decision model, `CorpusError` when its wording
  ///   cannot be used, `IndexError` when the pack cannot be read.
  init(_ assistant: Assistant) throws {
    self.assistant = assistant
    model = try assistant.caseModel()
    claims = ClaimDirectory(assistant.pack)
    extractor = try assistant.factExtractor()
    let wordings = try assistant.pack.factWordings(protocol: 0)
    cues = TurnCues(wordings)
    days = EarliestDay.rules(wordings)
    evidence = EvidenceWords(wordings)
  }

  /// What the words of a case say.
  func reading(_ text: String, today: String?) -> FactReading {
    extractor.read(text, today: today.flatMap { CalendarDay($0) })
  }

  /// Decides a case.
  func decide(
    _ notes: CaseNotes,
    _ reading: FactReading,
    _ questions: CaseQuestions = CaseQuestions(),
    first: [String] = []
  ) throws -> Reply {
    var sheet = model.takenFacts(reading)
    sheet.add(notes.sheet)
    try model.check(questions)
    let patient = try PatientCase(sheet, model: model)
    let decider = CaseDecider(model: model, claims: claims)
    var report = decider.report(patient, questions)
    report.take(reading, except: notes.stated)
    for action in actions(reading, notes, patient, decider) { report.add(action) }
    report.answering = first
    report.ask.removeAll { notes.skipped.contains($0.fact) }
    return try assistant.reply(report, claims, first: first)
  }

  /// The days on which waits are over, as far as the words name those from which they count.
  private func actions(
    _ reading: FactReading,
    _ notes: CaseNotes,
    _ patient: PatientCase,
    _ decider: CaseDecider
  ) -> [PlannedAction] {
    guard let today = reading.today else { return [] }
    return days.compactMap { rule in
      guard !notes.stated.contains(rule.fact),
        let start = reading.facts.first(where: { $0.id == rule.fact && $0.site == nil })?.origin
      else { return nil }
      return decider.action(rule, from: start, today: today, patient.facts)
    }
  }
}

extension CaseReport {
  /// Adds an action to those of its decision, or behind all.
  fileprivate mutating func add(_ action: PlannedAction) {
    let place = plan.firstIndex { $0.decision == action.decision } ?? plan.endIndex
    plan.insert(action, at: place)
  }
}

extension FactSheet {
  /// Adds the facts of another sheet; sites with one label are one site.
  fileprivate mutating func add(_ other: FactSheet) {
    facts += other.facts
    for site in other.sites {
      if let place = sites.firstIndex(where: { $0.label == site.label }) {
        sites[place].facts += site.facts
      } else {
        sites.append(site)
      }
    }
  }
}
