internal import Dialogue
internal import Evidence

/// Everything that decides cases, prepared once for many turns.
struct CaseDesk: Sendable {
  let assistant: Assistant
  let model: CaseModel
  let claims: ClaimDirectory
  let extractor: FactExtractor
  let cues: TurnCues

  /// Reads model, wording and claims.
  ///
  /// - Throws: `CaseError` when the protocol has no decision model, `CorpusError` when its wording
  ///   cannot be used, `IndexError` when the pack cannot be read.
  init(_ assistant: Assistant) throws {
    self.assistant = assistant
    model = try assistant.caseModel()
    claims = ClaimDirectory(assistant.pack)
    extractor = try assistant.factExtractor()
    cues = TurnCues(try assistant.pack.factWordings(protocol: 0))
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
    var report = CaseDecider(model: model, claims: claims).report(patient, questions)
    report.take(reading, except: notes.stated)
    report.answering = first
    report.ask.removeAll { notes.skipped.contains($0.fact) }
    return try assistant.reply(report, claims, first: first)
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
