internal import DMN
internal import Dialogue
internal import Evidence
internal import FEEL

/// From which day on a wait is over: a fact counts weeks from a day that was named, and a decision has
/// an outcome until enough of them have passed.
///
/// The section `days` of a protocol's `facts.yaml` names decision, fact and outcome and has the
/// sentences.
struct EarliestDay: Sendable {
  /// The decision that waits.
  var decision: String
  /// The fact that counts weeks.
  var fact: String
  /// The outcome that ends with them.
  var until: String
  /// What is said while the day lies ahead, with `{date}`, `{weeks}` and `{start}`.
  var ahead: String
  /// What is said when it has come.
  var passed: String
  /// What is added where another answer to an open question gives an earlier day, with `{date}`,
  /// `{weeks}`, `{answer}` and `{question}`.
  var earlier: String
  /// How no and yes are said.
  var answers: [String]

  /// The section of the wording.
  static let section = "days"

  /// The rules of a protocol's wording; one that lacks something is left out.
  static func rules(_ wordings: [FactWording]) -> [EarliestDay] {
    wordings.filter { $0.section == section }.compactMap { wording in
      func text(_ name: String) -> String? {
        wording.lists.first { $0.name == name }?.phrases.first
      }
      guard let fact = text("fact"), let until = text("until"), let ahead = text("ahead"),
        let passed = text("passed"), let earlier = text("earlier"),
        let answers = wording.lists.first(where: { $0.name == "answers" })?.phrases,
        answers.count == 2
      else { return nil }
      return EarliestDay(
        decision: wording.name,
        fact: fact,
        until: until,
        ahead: ahead,
        passed: passed,
        earlier: earlier,
        answers: answers
      )
    }
  }
}

extension CaseDecider {
  /// The action that names the day on which a wait is over; nil where that day is not known.
  ///
  /// - Parameters:
  ///   - rule: What waits.
  ///   - start: The day from which the weeks count.
  ///   - today: The day on which they are counted.
  ///   - facts: What is known of the patient.
  /// - Returns: The action, resting on the claims of the rules that make the decision wait.
  func action(
    _ rule: EarliestDay,
    from start: CalendarDay,
    today: CalendarDay,
    _ facts: CaseFacts
  ) -> PlannedAction? {
    guard let range = range(rule, facts), let day = Self.day(range, after: start) else {
      return nil
    }
    var blanks = ["date": day.iso, "weeks": range.lower?.description ?? "", "start": start.iso]
    var text = Self.filled(day > today ? rule.ahead : rule.passed, blanks)
    if day > today, let other = earlier(rule, range, facts),
      let first = Self.day(other.range, after: start)
    {
      blanks = [
        "date": first.iso, "weeks": other.range.lower?.description ?? "", "answer": other.answer,
        "question": other.question,
      ]
      text += " " + Self.filled(rule.earlier, blanks)
    }
    let ids = claims(of: rule, facts)
    return PlannedAction(
      text: text,
      decision: rule.decision,
      claims: ids,
      citations: claims.citations(of: ids),
      site: nil
    )
  }

  private func range(_ rule: EarliestDay, _ facts: CaseFacts) -> NumberRange? {
    model.reasoner.range(of: rule.fact, ending: .string(rule.until), of: rule.decision, facts)
  }

  /// The first whole day that lies in a range of weeks after another.
  private static func day(_ weeks: NumberRange, after start: CalendarDay) -> CalendarDay? {
    guard let lower = weeks.lower, lower.double < 1000 else { return nil }
    let days = (lower.double * 7).rounded(.up)
    let isAfterEnd = !weeks.includesLower && days == lower.double * 7
    return CalendarDay(number: start.number + Int(days) + (isAfterEnd ? 1 : 0))
  }

  /// The answer to an open question that would let the wait end first.
  private func earlier(
    _ rule: EarliestDay,
    _ range: NumberRange,
    _ facts: CaseFacts
  ) -> (range: NumberRange, question: String, answer: String)? {
    var supposed = facts
    supposed[rule.fact] = nil
    let open = model.reasoner.verdict(on: rule.decision, supposed)?.missing ?? []
    for input in model.compiled.inputs where input.type == .boolean && open.contains(input.name) {
      for truth in [false, true] {
        supposed[input.name] = .value(.boolean(truth))
        if let other = self.range(rule, supposed), let low = other.lower, let end = range.lower,
          low < end
        {
          return (other, input.description ?? input.name, rule.answers[truth ? 1 : 0])
        }
      }
      supposed[input.name] = nil
    }
    return nil
  }

  /// The claims of the rules that make the decision wait.
  private func claims(of rule: EarliestDay, _ facts: CaseFacts) -> [String] {
    var supposed = facts
    supposed[rule.fact] = .value(.number(.zero))
    let rules = model.reasoner.verdict(on: rule.decision, supposed)?.possibleRules ?? []
    let waiting = rules.filter { number in
      let outputs = model.compiled.table(of: rule.decision)?.logic?.rules[number].outputs
      return outputs?.first?.node == .string(rule.until)
    }
    var found: [String] = []
    for id in waiting.flatMap({ model.text(of: $0, in: rule.decision).claims })
    where !found.contains(id) {
      found.append(id)
    }
    return found
  }

  private static func filled(_ template: String, _ blanks: [String: String]) -> String {
    blanks.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}
