internal import DMN
internal import Dialogue
public import Evidence
internal import Retrieval

/// A case in a clinician's words.
public struct TextCase: Sendable {
  /// The words.
  public var text: String
  /// The day from which dates are counted, as in 2025-11-05; nil leaves dates without a today.
  public var today: String?

  /// Takes a text.
  public init(_ text: String, today: String? = nil) {
    self.text = text
    self.today = today
  }

  /// Whether a text is a day of the calendar, as in 2025-11-05.
  public static func isDay(_ text: String) -> Bool { CalendarDay(text) != nil }
}

extension Assistant {
  /// Reads a case out of words and decides it.
  ///
  /// - Parameters:
  ///   - words: What the clinician wrote.
  ///   - sheet: Facts that replace what the words say.
  ///   - questions: What is asked besides the decisions.
  /// - Returns: A reply with a case, whose facts carry the words that gave them.
  /// - Throws: `CaseError` when a fact of the sheet or a question cannot be taken, `IndexError` when the
  ///   pack cannot be read, `CorpusError` when the protocol's wording cannot be used.
  public func decide(
    _ words: TextCase,
    _ sheet: FactSheet,
    _ questions: CaseQuestions
  ) throws -> Reply {
    let desk = try CaseDesk(self)
    let reading = desk.reading(words.text, today: words.today)
    return try desk.decide(CaseNotes().applying(.loaded(sheet)), reading, questions)
  }

  /// What reads free text for the first protocol.
  func factExtractor() throws -> FactExtractor {
    let wordings = try pack.factWordings(protocol: 0)
    do throws(WordingError) {
      return FactExtractor(try FactWordings.language(wordings))
    } catch {
      let problem = CorpusIssue.Problem.unusableWording(
        entry: error.name,
        phrase: error.phrase,
        reason: "run check"
      )
      throw CorpusError(issues: [CorpusIssue(file: "facts.yaml", line: nil, problem: problem)])
    }
  }
}

extension CaseModel {
  /// The facts of a reading that the model can take; free text never fails for its content.
  func takenFacts(_ reading: FactReading) -> FactSheet {
    var sheet = FactSheet()
    let mapping = FactMapping(model: compiled, siteFacts: siteFacts)
    func stated(_ fact: Dialogue.CaseFact) -> StatedFact? {
      let stated = StatedFact(id: fact.id, value: StatedValue(fact.value))
      var known = CaseFacts()
      return mapping.state([stated], in: &known, site: nil).isEmpty ? stated : nil
    }
    sheet.facts = reading.facts.filter { $0.site == nil }.compactMap(stated)
    sheet.sites = reading.sites.map { label in
      let own = reading.facts.filter { $0.site == label }
      return FactSheet.Site(label: label, facts: own.compactMap(stated))
    }
    return sheet
  }
}

extension StatedValue {
  /// A value that was read out of words.
  init(_ value: SlotValue) {
    switch value {
    case .truth(let truth): self = .boolean(truth)
    case .number(let interval): self = .text(interval.description)
    case .name(let name): self = .text(name)
    }
  }
}

extension CaseReport {
  /// Puts the words of a reading to the facts, and adds what was only mentioned or contradicts itself.
  mutating func take(_ reading: FactReading, except replaced: Set<String>) {
    for index in facts.indices where !replaced.contains(facts[index].id) {
      facts[index].take(reading)
    }
    for site in sites.indices {
      for index in sites[site].facts.indices { sites[site].facts[index].take(reading) }
    }
    mentioned = reading.mentioned.map { fact in
      CaseFact(
        id: fact.id,
        value: FactValue(fact.value),
        site: fact.site,
        words: FactWords(fact)
      )
    }
    conflicts = reading.conflicts.filter { !replaced.contains($0.id) }.map { conflict in
      ConflictReport(
        id: conflict.id,
        values: conflict.statements.map { FactValue($0.value) },
        words: conflict.statements.map { FactWords($0) },
        site: conflict.site
      )
    }
  }
}

extension CaseFact {
  fileprivate mutating func take(_ reading: FactReading) {
    let said = reading.facts.first { $0.id == id && $0.site == site }
    words = said.map { FactWords($0) }
    // As it was said: the model has narrowed "< 10" to what a size can be.
    if let said { value = FactValue(said.value) }
  }
}

extension FactWords {
  init(_ fact: Dialogue.CaseFact) {
    self.init(polarity: fact.polarity.rawValue, text: fact.words, bytes: fact.bytes)
  }
}

extension FactValue {
  init(_ value: SlotValue) {
    switch value {
    case .truth(let truth): self = .boolean(truth)
    case .number(let interval):
      self = interval.single == nil ? .text(interval.description) : .number(interval.description)
    case .name(let name): self = .text(name)
    }
  }
}
