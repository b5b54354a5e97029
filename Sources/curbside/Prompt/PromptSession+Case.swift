internal import Answering
internal import Evidence

extension PromptSession {
  /// The case as it stands.
  mutating func showCase() -> Turn {
    hasCase ? decided { try $0.decided() } : Turn(text: noCase)
  }

  /// Writes the facts of the case to a file.
  func saveCase(_ path: String, mayReplace: Bool) -> Turn {
    guard hasCase, let sheet = try? patient?.sheet() else { return Turn(text: noCase) }
    do throws(CommandError) {
      try PrivateFile.write(sheet.yaml, to: path, mayReplace: mayReplace)
      let read = "read it with .case load or curbside case"
      return Turn(
        text: note("Written to \(Sanitizer.visible(path)), readable by you alone; \(read).")
      )
    } catch {
      return Turn(text: note(error.description))
    }
  }

  /// Takes the facts of a file in the place of the case.
  mutating func loadCase(_ path: String) -> Turn {
    do throws(CommandError) {
      let sheet = try FactSheet(file: path)
      return decided(.loaded(sheet)) { try $0.take([.loaded(sheet)]) }
    } catch {
      return Turn(text: note(error.description), holdsFacts: true)
    }
  }

  /// States facts: `id=value`, several with blanks between them; `?` takes one back.
  mutating func set(_ argument: String) -> Turn {
    var facts: [StatedFact] = []
    for setting in Self.settings(argument) {
      guard let sign = setting.firstIndex(of: "=") else {
        let hint = "A fact is stated as in .set lesionSizeMm=8; ? takes it back."
        return Turn(text: note(hint), holdsFacts: true)
      }
      let value = String(setting[setting.index(after: sign)...]).trimmingBlanks
      let id = String(setting[..<sign]).trimmingBlanks
      let stated: StatedValue = value == "?" ? .unknown : StatedValue(plain: value)
      facts.append(StatedFact(id: id, value: stated))
    }
    return decided(.stated(facts)) { try $0.take(facts.map { .stated($0) }) }
  }

  /// Cuts before each word that holds a `=`, so that a value may have blanks.
  private static func settings(_ argument: String) -> [String] {
    var settings: [String] = []
    for word in argument.split(separator: " ").map(String.init) {
      if settings.isEmpty || (word.contains("=") && !word.hasPrefix("=")) {
        settings.append(word)
      } else {
        settings[settings.count - 1] += " \(word)"
      }
    }
    return settings
  }

  /// Why: of one decision the proof, without a name the sentence of each.
  mutating func why(_ name: String) -> Turn {
    guard hasCase else { return Turn(text: noCase) }
    var questions = CaseQuestions()
    if !name.isEmpty {
      guard let decision = decisionNames.decision(name) else { return Turn(text: unknown(name)) }
      questions.why = [decision]
      return decided { try $0.decided(questions) }
    }
    return decided(nil, { try $0.decided() }) { reply, report in
      (report.decisions + report.sites.flatMap(\.decisions)).filter { !$0.text.isEmpty }.map {
        LabelledLine(
          label: "Why",
          text: "\(PlainName.of($0.id)): \($0.text)",
          numbers: reply.numbers($0.citations)
        )
      }
    }
  }

  /// Why an outcome did not come.
  mutating func whyNot(_ name: String) -> Turn {
    asking(name) { $0.whyNot = $1 }
  }

  /// What would have to be different for an outcome.
  mutating func change(_ name: String) -> Turn {
    asking(name) { $0.changes = $1 }
  }

  private mutating func asking(
    _ name: String,
    _ ask: (inout CaseQuestions, [(decision: String, outcome: String)]) -> Void
  ) -> Turn {
    guard hasCase else { return Turn(text: noCase) }
    let outcomes = decisionNames.outcomes(name)
    guard outcomes.count == 1 else {
      if outcomes.isEmpty { return Turn(text: unknown(name)) }
      let named = outcomes.map { "\($0.decision)=\($0.outcome)" }
      return Turn(text: note("Which? \(named.joined(separator: ", "))."))
    }
    var questions = CaseQuestions()
    ask(&questions, outcomes)
    return decided { try $0.decided(questions) }
  }

  /// What a bare line gets that is about the case; nil for a question on the evidence.
  mutating func caseTurn(_ line: String) -> Turn? {
    do {
      var known = try caseConversation()
      // Made once, as it reads all the words by which facts are found.
      if patient == nil { patient = known }
      guard let reply = try known.reply(to: line) else {
        // What it remembers of the line is that it was about something else.
        patient = known
        return nil
      }
      adopt(known, after: .told(line))
      return Turn(text: rendered(reply), reply: reply, holdsFacts: true)
    } catch {
      // A protocol without decisions has no cases, and what no rule can read is a question.
      return nil
    }
  }

  /// What a question on the evidence gets; a line that may hold facts of a patient is kept by no file.
  mutating func evidenceTurn(_ line: String) -> Turn {
    var turn = ask(line)
    turn.holdsFacts = patient?.mayHoldFacts(line) ?? false
    return turn
  }

  private mutating func decided(
    _ event: SessionEvent? = nil,
    _ decide: (inout CaseConversation) throws -> Reply,
    _ pieces: ((Reply, CaseReport) -> [LabelledLine])? = nil
  ) -> Turn {
    do {
      var known = try caseConversation()
      let reply = try decide(&known)
      adopt(known, after: event)
      let shown = reply.case.flatMap { report in pieces.map { $0(reply, report) } }
      let text = shown.map { renderer.render($0, of: reply) } ?? rendered(reply)
      return Turn(text: text, reply: reply, holdsFacts: true)
    } catch let error as CaseError {
      let lines = error.problems.map { note($0.description) }
      return Turn(text: lines.joined(), holdsFacts: true)
    } catch {
      return Turn(text: note("The case cannot be decided: \(error)"), holdsFacts: true)
    }
  }

  private func caseConversation() throws -> CaseConversation {
    if let patient { return patient }
    return try CaseConversation(assistant, today: today)
  }

  /// Goes on with a case, and remembers for `.export` what led to it.
  private mutating func adopt(_ known: CaseConversation, after event: SessionEvent?) {
    if !events.contains(where: \.isOfCase), let today = known.today {
      events.append(.dated(today))
    }
    patient = known
    if let event { events.append(event) }
  }

  var hasCase: Bool { patient?.notes.isEmpty == false }

  private var decisionNames: DecisionName {
    DecisionName(decisions: (try? caseConversation().decisions) ?? [])
  }

  private var noCase: String {
    note(
      """
      There is no case yet. Describe the patient in a line, state a fact with .set, or read a file \
      with .case load FILE.
      """
    )
  }

  private func unknown(_ name: String) -> String {
    let entries = decisionNames.decisions
    let known = entries.map { "\($0.decision) (\($0.outcomes.joined(separator: ", ")))" }
    return note("No decision and no outcome is called ‘\(name)’. Decisions: ")
      + known.map { note("  \($0)") }.joined()
  }
}
