internal import Answering
internal import Evidence

/// Quiz items as views and as cards.
struct QuizView {
  let items: [QuizItem]
  /// Whether the answers stand below the questions.
  var hasKey = true

  /// The items as tables, both patients side by side.
  var view: EvidenceView {
    EvidenceView(
      "quiz",
      title: "Two patients, one fact apart",
      tables: zip(1..., items).map(table),
      notes: [items.count == 1 ? "1 question." : "\(items.count) questions."]
    )
  }

  private func table(_ number: Int, _ item: QuizItem) -> EvidenceTable {
    let shared = Self.shared(item)
    var rows: [[String]] = shared.isEmpty ? [] : [["Both", shared, shared]]
    rows.append([PlainName.of(item.fact)] + item.sides.map(\.value.words))
    if hasKey {
      rows.append(["Answer"] + item.sides.map { PlainName.of($0.report.outcome) })
      rows.append(["The rule says"] + item.sides.map(\.report.text))
      rows.append(["Because"] + item.sides.map(Self.because))
      let claims = item.sides.map { $0.claims.map(Self.statement).joined(separator: " ") }
      if claims.contains(where: { !$0.isEmpty }) { rows.append(["It rests on"] + claims) }
    }
    return EvidenceTable(
      item.id,
      title: "Question \(number): \(PlainName.of(item.decision))",
      columns: [
        .text("aspect", "Aspect"), .text("first", "Patient A"), .text("second", "Patient B"),
      ],
      rows: rows
    )
  }

  /// The facts of both patients in one line.
  static func shared(_ item: QuizItem) -> String {
    item.shared.map { "\(PlainName.of($0.id)) \($0.value.words)" }.joined(separator: "; ")
  }

  /// The rule that applies and the conditions that hold.
  static func because(_ side: QuizItem.Side) -> String {
    guard let rule = side.proof.rules.first(where: { $0.rule == side.report.rule }) else {
      return side.report.rule.map { "rule \($0)" } ?? ""
    }
    let conditions = rule.conditions.filter { $0.standing == "holds" }.flatMap { condition in
      // An entry of a decision's context says when a rule applies, which the facts say better.
      if condition.expression.contains(".") { return condition.because.flatMap(facts) }
      return condition.value.map {
        ["\(PlainName.of(condition.expression)) is \($0.words)\(deeper(condition))"]
      } ?? []
    }
    if conditions.isEmpty { return "rule \(rule.rule)" }
    var seen: Set<String> = []
    let told = conditions.filter { seen.insert($0).inserted }
    return "rule \(rule.rule): \(told.joined(separator: ", "))"
  }

  /// Behind a condition on another decision, the facts from which that came, in brackets.
  private static func deeper(_ condition: ProofReport.Condition) -> String {
    let facts = condition.because.flatMap(facts)
    return facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
  }

  private static func facts(_ proof: ProofReport) -> [String] {
    let conditions = proof.rules.filter { $0.standing == "holds" }.flatMap(\.conditions)
    return conditions.filter { $0.standing == "holds" }.flatMap { condition -> [String] in
      guard condition.because.isEmpty else { return condition.because.flatMap(facts) }
      return condition.value.map { ["\(PlainName.of(condition.expression)) is \($0.words)"] } ?? []
    }
  }

  /// A claim word for word, with its id and works.
  static func statement(_ claim: Claim) -> String {
    "\(claim.text) [\(claim.id): \(claim.citations.joined(separator: ", "))]"
  }
}
