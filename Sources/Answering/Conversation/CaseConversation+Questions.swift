internal import Dialogue
internal import Evidence

extension CaseConversation {
  // MARK: The answer to a question of the program

  /// A line that as a whole answers the question that is open.
  mutating func answer(_ words: ArraySlice<String>) throws -> Reply? {
    guard let pending, !notes.isEmpty else { return nil }
    if desk.cues.isWhole(.unknown, words) {
      return try decide(notes.applying(.skipped(fact: pending.fact)))
    }
    guard let value = value(words, for: pending.fact) else {
      return isBareAnswer(words) ? try unanswered(pending) : nil
    }
    let fact = StatedFact(id: pending.fact, value: value)
    guard let site = pending.site else { return try decide(notes.applying(.stated(fact))) }
    return try decide(notes.applying(.statedOfSite(fact, site: site)))
  }

  /// Whether words answer some question and are nothing else: yes, no or a number.
  private func isBareAnswer(_ words: ArraySlice<String>) -> Bool {
    if desk.cues.isWhole(.yes, words) || desk.cues.isWhole(.no, words) { return true }
    return words.count == 1 && words.first.flatMap { Double($0) } != nil
  }

  private mutating func unanswered(_ request: FactRequest) throws -> Reply {
    var reply = try asking(CaseQuestions())
    reply.case?.unanswered = request
    return reply
  }

  private func value(_ words: ArraySlice<String>, for fact: String) -> StatedValue? {
    switch desk.model.kind(of: fact) {
    case .truth:
      if desk.cues.isWhole(.yes, words) { return .boolean(true) }
      return desk.cues.isWhole(.no, words) ? .boolean(false) : nil
    case .number:
      let text = words.joined(separator: " ")
      let number = text.prefix { "0123456789.<>=≤≥ ".contains($0) }
      let unit = text[number.endIndex...].trimmed
      let isShort = words.count <= 3 && !unit.contains { $0.isNumber }
      guard isShort, number.contains(where: \.isNumber) else { return nil }
      // A unit of another size is read with the words of the line, not taken for the fact's own.
      return unit.isEmpty || unit == "%" ? .text(String(number).trimmed) : nil
    case .choice(let values):
      let text = words.joined(separator: " ")
      return values.first { $0.lowercased() == text }.map { .text($0) }
    case nil: return nil
    }
  }

  // MARK: Questions about the case

  /// A line that asks about decisions of the case.
  mutating func question(_ words: ArraySlice<String>, _ line: String) throws -> Reply? {
    let cues = desk.cues
    if cues.isWhole(.whyAsk, words) { return try whyAsked() }
    if cues.isWhole(.open, words) { return try decide(notes) }
    if cues.isWhole(.keep, words), let supposed { return try decide(adding(supposed)) }
    if isCurrent, cues.isWhole(.dissent, words) { return try dissentAsked() }
    let whyNot = cues.length(of: .whyNot, at: words)
    if whyNot > 0 { return try whyNotAsked(words.dropFirst(whyNot)) }
    let why = cues.length(of: .why, at: words)
    if why > 0 { return try whyAsked(words.dropFirst(why)) }
    if cues.length(of: .whatIf, at: words) > 0 { return try whatIf(words, line) }
    let change = cues.length(of: .change, at: words)
    if change > 0 { return try changeAsked(words.dropFirst(change)) }
    return nil
  }

  /// Why the last question was asked: the case again, whose open question names its decision.
  private mutating func whyAsked() throws -> Reply? {
    guard let pending else { return nil }
    var questions = CaseQuestions()
    questions.why = Array(pending.because.prefix(1))
    var reply = try asking(questions)
    reply.case?.questioned = pending
    return reply
  }

  private mutating func whyAsked(_ words: ArraySlice<String>) throws -> Reply? {
    let report = try desk.decide(notes, reading(notes.text)).case
    let named = desk.cues.outcomes(in: words)
    let current = named.first { report?.holds($0.decision, $0.outcome) == true }
    guard let decision = current?.decision ?? (words.isEmpty ? topic : nil) else { return nil }
    topic = decision
    var questions = CaseQuestions()
    questions.why = [decision]
    return try asking(questions)
  }

  private mutating func whyNotAsked(_ words: ArraySlice<String>) throws -> Reply? {
    let report = try desk.decide(notes, reading(notes.text)).case
    let named = desk.cues.outcomes(in: words).filter { desk.model.has($0.decision, $0.outcome) }
    let open = named.filter { report?.holds($0.decision, $0.outcome) == false }
    // Of several decisions that can have the outcome the one that was spoken of.
    guard let asked = open.first(where: { $0.decision == topic }) ?? open.first else {
      return words.isEmpty ? try whyAsked(words) : nil
    }
    topic = asked.decision
    var questions = CaseQuestions()
    questions.whyNot = [asked]
    return try asking(questions)
  }

  /// What disputes the decision that was spoken of, or those that were made when nothing disputes it.
  private mutating func dissentAsked() throws -> Reply? {
    var reply = try asking(CaseQuestions())
    let made = reply.case.map { $0.decisions + $0.sites.flatMap(\.decisions) } ?? []
    let disputed = made.filter { !$0.dissent.isEmpty }.map(\.id)
    if disputed.isEmpty { return nil }
    reply.case?.disputed = disputed.filter { $0 == topic }
    if reply.case?.disputed.isEmpty == true { reply.case?.disputed = disputed }
    return reply
  }

  private mutating func changeAsked(_ words: ArraySlice<String>) throws -> Reply? {
    let report = try desk.decide(notes, reading(notes.text)).case
    let named = desk.cues.outcomes(in: words).filter { desk.model.has($0.decision, $0.outcome) }
    var questions = CaseQuestions()
    if let asked = named.first(where: { report?.holds($0.decision, $0.outcome) == false }) {
      topic = asked.decision
      questions.changes = [asked]
    } else if let topic {
      let outcomes = desk.model.outcomes(of: topic) ?? []
      questions.changes = outcomes.filter {
        $0 != DecisionReport.notApplicable && report?.holds(topic, $0) == false
      }.map { (topic, $0) }
    }
    return questions.changes.isEmpty ? nil : try asking(questions)
  }

  private mutating func asking(_ questions: CaseQuestions) throws -> Reply {
    let reply = try desk.decide(notes, reading(notes.text), questions)
    pending = reply.case?.ask.first
    return reply
  }

  // MARK: What if

  /// Decides a copy of the case in which the words hold; nil when they change nothing in it.
  private mutating func whatIf(_ words: ArraySlice<String>, _ line: String) throws -> Reply? {
    let supposition = withoutCue(line)
    let changed = adding(supposition)
    guard changed != notes else { return nil }
    let before = try desk.decide(notes, reading(notes.text))
    var reply = try desk.decide(changed, reading(changed.text))
    guard var report = reply.case else { return nil }
    report.isHypothetical = true
    report.before = before.case?.outcomes ?? [:]
    reply.case = report
    supposed = supposition
    return reply
  }

  /// The line without the words that make it a supposition.
  private func withoutCue(_ line: String) -> String {
    var parts = line.split(whereSeparator: \.isWhitespace)[...]
    let words = TurnWords(line).words
    guard words.count == parts.count else { return line }
    let rest = desk.cues.withoutOpening(words[...])
    let length = desk.cues.length(of: .whatIf, at: rest)
    parts = parts.dropFirst(words.count - rest.count + length)
    var text = parts.joined(separator: " ")
    while text.hasSuffix("?") { text.removeLast() }
    return text
  }

  /// The notes with the words added, which count where they contradict what was said.
  private func adding(_ words: String) -> CaseNotes {
    let joined = notes.applying(.said(words))
    let (old, new) = (reading(notes.text), reading(joined.text))
    let start = joined.text.utf8.count - words.utf8.count
    var stated: [(fact: StatedFact, site: String?)] = []
    for fact in new.facts + new.conflicts.compactMap(\.statements.last) {
      let isOfWords = fact.bytes.lowerBound >= start
      let isKnown = old.facts.contains {
        $0.id == fact.id && $0.site == fact.site && $0.value == fact.value
      }
      if isOfWords, !isKnown {
        stated.append((StatedFact(id: fact.id, value: StatedValue(fact.value)), fact.site))
      }
    }
    return stated.reduce(notes) { notes, entry in
      guard let site = entry.site else { return notes.applying(.stated(entry.fact)) }
      return notes.applying(.statedOfSite(entry.fact, site: site))
    }
  }
}

extension CaseReport {
  /// Whether a decision has an outcome, of the patient or of one site.
  fileprivate func holds(_ decision: String, _ outcome: String) -> Bool {
    (decisions + sites.flatMap(\.decisions)).contains {
      $0.id == decision && $0.outcome == outcome
    }
  }
}

extension StringProtocol {
  /// Without blanks at the ends, and with one between words.
  var trimmed: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
