internal import Dialogue
internal import Evidence
internal import TextAnalysis

/// A conversation about one patient: which lines are about the case, and what they get.
///
/// What was said is folded into notes; nothing else of a case is kept between lines but which question
/// is open and which decision was spoken of last.
public struct CaseConversation: Sendable {
  let desk: CaseDesk
  /// The day from which dates are counted, as in 2025-11-05; nil leaves dates without a today.
  public var today: String?
  /// What was said so far.
  public internal(set) var notes = CaseNotes()
  /// The question that the next line may answer.
  var pending: FactRequest?
  /// The decision that "why?" is about.
  var topic: String?
  /// The words of the last what-if, which "keep it" adds to the case.
  var supposed: String?
  /// Whether the last line was about the case.
  var isCurrent = false
  /// The last texts that were read, so that a long case is read once for each line that adds to it.
  private var known: [KnownReading] = []

  private struct KnownReading: Sendable {
    var text: String
    var today: String?
    var reading: FactReading
  }

  /// Prepares a conversation.
  ///
  /// - Throws: `CaseError` for a protocol without a decision model, `CorpusError` or `IndexError` when
  ///   the corpus or its pack cannot be used.
  public init(_ assistant: Assistant, today: String? = nil) throws {
    desk = try CaseDesk(assistant)
    self.today = today
  }

  /// A conversation about another patient.
  public func restarted() -> CaseConversation {
    var fresh = self
    fresh.notes = CaseNotes()
    fresh.known = []
    (fresh.pending, fresh.topic, fresh.supposed, fresh.isCurrent) = (nil, nil, nil, false)
    return fresh
  }

  /// Answers a line that is about the case.
  ///
  /// - Returns: A reply with a case; nil for a line that is a question on the evidence or nothing to
  ///   do with a case.
  public mutating func reply(to line: String) throws -> Reply? {
    let reply = try caseReply(to: line)
    isCurrent = reply != nil
    return reply
  }

  private mutating func caseReply(to line: String) throws -> Reply? {
    // Reading goes through all that was said, with each line anew.
    guard notes.text.utf8.count + line.utf8.count <= CaseNotes.longestText else { return nil }
    let words = TurnWords(line).words[...]
    let rest = desk.cues.withoutOpening(words)
    if let reply = try answer(words) { return named(reply, line) }
    if !notes.isEmpty, let reply = try question(rest, line) { return named(reply, line) }
    return try told(line).map { named($0, line) }
  }

  /// Takes what was stated by itself and decides the case.
  ///
  /// - Returns: The reply about the whole case.
  /// - Throws: `CaseError` when a fact cannot be; the case is then as it was.
  public mutating func take(_ events: [CaseEvent]) throws -> Reply {
    try decide(events.reduce(notes) { $0.applying($1) })
  }

  /// The case as it stands, with what is asked of it.
  ///
  /// - Throws: `CaseError` for a decision or an outcome that there is not.
  public func decided(_ questions: CaseQuestions = CaseQuestions()) throws -> Reply {
    try desk.decide(notes, reading(notes.text), questions)
  }

  /// Answers a question that is asked beside a case, whatever it is about.
  ///
  /// - Returns: A reply with the case; the statements that answer the question come first.
  /// - Throws: As `reply(to:)`.
  public mutating func answer(_ question: String) throws -> Reply {
    if let reply = try reply(to: question) { return reply }
    let evidence = desk.assistant.answer(question, limit: 3)
    let first = evidence.status == .answered ? evidence.statements.map(\.claim) : []
    var reply = try desk.decide(notes, reading(notes.text), first: first)
    (reply.question, reply.resolved) = (question, question)
    reply.corrections = evidence.corrections
    reply.refusal = evidence.refusal
    return reply
  }

  /// Whether a line may hold facts of a patient although it was taken for a question: it states some
  /// without asking, or names an age or a sex.
  public func mayHoldFacts(_ line: String) -> Bool {
    guard line.utf8.count <= CaseNotes.longestText else { return true }
    let parts = LineParts(line, cues: desk.cues)
    return !reading(parts.statements).facts.isEmpty || !reading(line).context.isEmpty
  }

  /// What evidence for this patient speaks of; nothing while nothing is known, or for a question that
  /// is about patients in general.
  public func evidenceWords(for question: String) -> [String] {
    guard !notes.isEmpty, desk.cues.holds(.patient, TurnWords(question).words[...]) else {
      return []
    }
    let report = try? desk.decide(notes, reading(notes.text)).case
    return report.map { desk.evidence.words(for: $0) } ?? []
  }

  /// The decisions of the protocol with their outcomes.
  public var decisions: [DecisionOutcomes] {
    desk.model.decisions.map {
      DecisionOutcomes(decision: $0, outcomes: desk.model.outcomes(of: $0) ?? [])
    }
  }

  private func named(_ reply: Reply, _ line: String) -> Reply {
    var reply = reply
    (reply.question, reply.resolved) = (line, line)
    return reply
  }

  // MARK: Deciding

  /// Decides the notes and remembers what is open and what changed.
  mutating func decide(_ changed: CaseNotes, first: [String] = []) throws -> Reply {
    let before = notes.isEmpty ? [:] : try outcomes(of: notes)
    remember(changed)
    let reply = try desk.decide(changed, reading(changed.text), first: first)
    notes = changed
    pending = reply.case?.ask.first
    topic = reply.case?.topic(after: before) ?? topic
    supposed = nil
    isCurrent = true
    return reply
  }

  /// What words say, remembered where they were remembered before.
  func reading(_ text: String) -> FactReading {
    known.last { $0.text == text && $0.today == today }?.reading
      ?? desk.reading(text, today: today)
  }

  /// Remembers what the words of notes say.
  private mutating func remember(_ notes: CaseNotes) {
    let entry = KnownReading(text: notes.text, today: today, reading: reading(notes.text))
    known.removeAll { $0.text == entry.text }
    known.append(entry)
    if known.count > 2 { known.removeFirst() }
  }

  private func outcomes(of notes: CaseNotes) throws -> [String: String] {
    let report = try desk.decide(notes, reading(notes.text)).case
    return report?.outcomes ?? [:]
  }

  // MARK: Facts

  /// A line that states facts of a patient, by itself or as a correction of what was said.
  private mutating func told(_ line: String) throws -> Reply? {
    let parts = LineParts(line, cues: desk.cues)
    let own = reading(parts.statements)
    let asked = TurnWords(parts.questions).words[...]
    let asksForDecision = desk.cues.holds(.decision, asked) && !asksInGeneral(asked)
    if notes.isEmpty {
      let isPatient = asksForDecision && parts.statementCount > 0 && !own.facts.isEmpty
      guard isPatient || parts.describePatient(asksForDecision ? reading(line) : own) else {
        return nil
      }
      return try decide(notes.applying(.said(line)), first: evidence(parts, asksForDecision))
    }
    if parts.statements.isEmpty {
      return asksForDecision ? try decide(notes) : nil
    }
    let joined = notes.applying(.said(parts.statements))
    remember(notes)
    remember(joined)
    guard !own.facts.isEmpty || !own.conflicts.isEmpty || changes(joined) else { return nil }
    let restated = Set(own.facts.map(\.id))
    let settled = settling(joined.dropping(restated), own, line)
    return try decide(settled, first: evidence(parts, asksForDecision))
  }

  /// Whether a question is on what to do about such sites, and not about this patient: "how do you
  /// treat a ghost lesion?".
  private func asksInGeneral(_ words: ArraySlice<String>) -> Bool {
    let length = desk.cues.length(of: .management, at: desk.cues.withoutOpening(words))
    return length > 0 && !desk.cues.holds(.patient, words)
      && desk.cues.outcomes(in: words).contains { $0.outcome == GeneralRules.anyOutcome }
  }

  /// The notes with each contradiction settled that the last line settles: it opens as a correction, or
  /// speaks of what contradicted itself before.
  private func settling(_ joined: CaseNotes, _ own: FactReading, _ line: String) -> CaseNotes {
    let open = reading(notes.text).conflicts.map(\.id)
    let corrects = desk.cues.length(of: .correction, at: TurnWords(line).words[...]) > 0
    return reading(joined.text).conflicts.reduce(joined) { notes, conflict in
      guard corrects || open.contains(conflict.id),
        let last = own.facts.last(where: { $0.id == conflict.id })
      else { return notes }
      let fact = StatedFact(id: last.id, value: StatedValue(last.value))
      guard let site = conflict.site else { return notes.applying(.stated(fact)) }
      return notes.applying(.statedOfSite(fact, site: site))
    }
  }

  /// Whether the words of a turn change what is read out of all of them.
  private func changes(_ joined: CaseNotes) -> Bool {
    let (old, new) = (reading(notes.text), reading(joined.text))
    return old.known != new.known || old.conflicts.count != new.conflicts.count
      || old.mentioned.count != new.mentioned.count
  }

  /// The claims that answer a question that stands beside facts.
  private func evidence(_ parts: LineParts, _ asksForDecision: Bool) -> [String] {
    guard !parts.questions.isEmpty, !asksForDecision else { return [] }
    let reply = desk.assistant.answer(parts.questions, limit: 2)
    return reply.status == .answered ? reply.statements.map(\.claim) : []
  }
}

extension FactReading {
  /// The values by fact and site.
  fileprivate var known: [String: SlotValue] {
    Dictionary(facts.map { ("\($0.site ?? "")/\($0.id)", $0.value) }) { $1 }
  }
}

extension CaseReport {
  /// The outcomes by decision, those of sites behind the label.
  var outcomes: [String: String] {
    let own = decisions.map { ($0.id, $0.outcome) }
    let others = sites.flatMap { site in
      site.decisions.map { ("\(site.label)/\($0.id)", $0.outcome) }
    }
    return Dictionary(own + others) { $1 }
  }

  /// The decision that a turn was about: of those that changed the one that rests on most facts.
  fileprivate func topic(after before: [String: String]) -> String? {
    let made = decisions + sites.flatMap(\.decisions)
    let changed =
      decisions.filter { before[$0.id] != $0.outcome }
      + sites.flatMap { site in
        site.decisions.filter { before["\(site.label)/\($0.id)"] != $0.outcome }
      }
    let told = (before.isEmpty ? made : changed).filter {
      $0.outcome != DecisionReport.undetermined && $0.outcome != DecisionReport.notApplicable
    }
    return told.max { $0.usedFacts.count < $1.usedFacts.count }?.id
  }
}

/// A line cut into what it states and what it asks.
struct LineParts {
  /// The sentences that state something.
  var statements = ""
  /// The sentences that ask something.
  var questions = ""
  /// How many sentences state something.
  var statementCount = 0

  init(_ line: String, cues: TurnCues) {
    let bytes = Array(line.utf8)
    for range in SentenceSplitter().split(line) {
      var sentence = String(decoding: bytes[range], as: UTF8.self)[...]
      let words = cues.withoutOpening(TurnWords(String(sentence)).words[...])
      if !cues.beginsQuestion(words), cues.length(of: .circumstance, at: words) == 0,
        let tail = Self.questionTail(sentence, cues)
      {
        state(sentence[..<tail])
        sentence = sentence[tail...].dropFirst()
        questions += questions.isEmpty ? sentence.trimmed : " \(sentence.trimmed)"
      } else if sentence.hasSuffix("?") || cues.beginsQuestion(words) {
        questions += questions.isEmpty ? "\(sentence)" : " \(sentence)"
      } else {
        state(sentence)
      }
    }
  }

  private mutating func state(_ sentence: Substring) {
    statements += statements.isEmpty ? "\(sentence)" : " \(sentence)"
    statementCount += 1
  }

  /// The comma behind which a sentence asks: "last cycle 1 October with bev, when can we operate?".
  private static func questionTail(_ sentence: Substring, _ cues: TurnCues) -> Substring.Index? {
    guard sentence.hasSuffix("?"), let comma = sentence.lastIndex(of: ",") else { return nil }
    let words = TurnWords(String(sentence[comma...])).words[...]
    let asks = cues.beginsQuestion(words) || cues.length(of: .decision, at: words) > 0
    return asks ? comma : nil
  }

  /// Whether the line tells of a patient, and is not a search in key words: it has several sentences
  /// or a full one, an age or a sex, a list of findings, or many facts.
  func describePatient(_ reading: FactReading) -> Bool {
    let found = reading.facts.count + reading.conflicts.count
    if found == 0 { return false }
    let commas = statements.count { ",;".contains($0) }
    return !reading.context.isEmpty || statementCount > 1 || statements.hasSuffix(".")
      || (found > 1 && commas > 1) || found > 3
  }
}
