internal import Answering
internal import Evidence

extension PromptSession {
  /// The case as it stands, or that of a file.
  mutating func showCase(_ path: String) -> Turn {
    if path.isEmpty, patient.isEmpty {
      return Turn(text: note("There is no case yet; type .set carePhase=restaging, or .case FILE."))
    }
    var changed = patient
    do throws(CommandError) {
      if !path.isEmpty { try changed.load(path) }
    } catch {
      return Turn(text: note(error.description), holdsFacts: true)
    }
    return decide(changed, CaseQuestions())
  }

  /// States facts: `id=value`, several with blanks between them.
  mutating func set(_ argument: String) -> Turn {
    var changed = patient
    for setting in Self.settings(argument) {
      guard let sign = setting.firstIndex(of: "=") else {
        return Turn(
          text: note("A fact is stated as in .set lesionSizeMm=8; ? takes it back."),
          holdsFacts: true
        )
      }
      let value = String(setting[setting.index(after: sign)...]).trimmingBlanks
      changed.state(String(setting[..<sign]).trimmingBlanks, value)
    }
    return decide(changed, CaseQuestions())
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
    guard !patient.isEmpty else { return Turn(text: noCase) }
    var questions = CaseQuestions()
    if !name.isEmpty {
      guard let decision = decisionNames.decision(name) else { return Turn(text: unknown(name)) }
      questions.why = [decision]
      return decide(patient, questions)
    }
    return decide(patient, questions) { reply, report in
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
    guard !patient.isEmpty else { return Turn(text: noCase) }
    let outcomes = decisionNames.outcomes(name)
    guard outcomes.count == 1 else {
      let named = outcomes.map { "\($0.decision)=\($0.outcome)" }
      return Turn(
        text: outcomes.isEmpty
          ? unknown(name) : note("Which? \(named.joined(separator: ", ")).")
      )
    }
    var questions = CaseQuestions()
    ask(&questions, outcomes)
    return decide(patient, questions)
  }

  private mutating func decide(
    _ changed: PromptCase,
    _ questions: CaseQuestions,
    _ pieces: ((Reply, CaseReport) -> [LabelledLine])? = nil
  ) -> Turn {
    do {
      let reply = try assistant.decide(changed.sheet, questions)
      patient = changed
      let text =
        reply.case.flatMap { report in pieces.map { $0(reply, report) } }
        .map { renderer.render($0, of: reply) } ?? renderer.render(reply)
      return Turn(text: text, reply: reply, holdsFacts: true)
    } catch let error as CaseError {
      let lines = error.problems.map { note($0.description) }
      return Turn(text: lines.joined(), holdsFacts: true)
    } catch {
      return Turn(text: note("The case cannot be decided: \(error)"), holdsFacts: true)
    }
  }

  private var decisionNames: DecisionName {
    DecisionName(decisions: (try? assistant.decisions()) ?? [])
  }

  private var noCase: String {
    note("There is no case yet; .set states a fact and .case FILE reads one.")
  }

  private func unknown(_ name: String) -> String {
    let entries = decisionNames.decisions
    let known = entries.map { "\($0.decision) (\($0.outcomes.joined(separator: ", ")))" }
    return note("No decision and no outcome is called ‘\(name)’. Decisions: ")
      + known.map { note("  \($0)") }.joined()
  }
}
