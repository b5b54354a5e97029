internal import Answering

/// What came of evaluating a model, as lines.
struct ModelReportLines {
  let report: ModelReport
  /// Whether rules, notes and the decisions on the way are shown.
  let isExplained: Bool

  /// Without line ends.
  var lines: [String] {
    let required = isExplained ? report.required.flatMap(lines) : []
    return required + report.decisions.flatMap(lines)
  }

  /// As a table of a document, each line with its end.
  var markdown: String {
    let decisions = (isExplained ? report.required : []) + report.decisions
    var table = EvidenceTable(
      "decisions",
      title: "",
      columns: [.text("decision", "Decision"), .text("value", "Value")],
      rows: decisions.map { [$0.name, $0.value.text] }
    )
    if isExplained {
      table.columns.append(.text("because", "Because"))
      for (place, decision) in decisions.enumerated() {
        let lines = lines(decision).dropFirst().map(\.trimmingBlanks)
        table.rows[place].append(lines.joined(separator: "; "))
      }
    }
    return EvidenceView("decide", title: report.model, tables: [table]).markdown
  }

  private func lines(_ decision: ModelReport.Decision) -> [String] {
    let line = "\(Sanitizer.visible(decision.name)): \(Sanitizer.visible(decision.value.text))"
    if !isExplained { return [line] }
    let rules = decision.rules.map { rule in
      let words = rule.annotations.isEmpty ? "" : ": \(rule.annotations.joined(separator: "; "))"
      return "  rule \(rule.number)\(words)"
    }
    return [line] + (rules + decision.notes.map { "  note: \($0)" }).map { Sanitizer.visible($0) }
  }
}
