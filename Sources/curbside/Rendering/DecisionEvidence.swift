internal import Answering
internal import Evidence

/// What stands beside a decision: the figures of the claims on which it rests, and those of the claims
/// that dispute them.
struct DecisionEvidence {
  let reply: Reply
  let decision: DecisionReport
  /// What the pieces belong to.
  let label: String
  /// The most figures for, and the most against; `.why` has the sentences, `--json` all of them.
  private static let shownFigures = 2

  /// Figures for, then figures against, then the sources of dissent that states none of its own.
  var lines: [LabelledLine] {
    let support = statements(decision.claims).filter { $0.figure != nil }
    let stated = support.compactMap(\.figure)
    let dissent = statements(decision.dissent)
    // A figure of something else, beside the decision and out of its sentence, would mislead.
    let measured = Set(stated.compactMap(Self.subject))
    let other = dissent.filter {
      guard let figure = $0.figure, !stated.contains(figure) else { return false }
      return Self.subject(figure).map(measured.contains) ?? false
    }
    let silent = dissent.filter { statement in !other.contains { $0.claim == statement.claim } }
    return support.prefix(Self.shownFigures).compactMap { figure(of: $0, before: "") }
      + other.prefix(Self.shownFigures).compactMap { figure(of: $0, before: "but ") }
      + (silent.isEmpty ? [] : [dispute(of: silent)])
  }

  /// The word by which a measure begins: what is measured, as in "interval from chemotherapy to surgery".
  private static func subject(_ figure: String) -> Substring? {
    figure.split { !$0.isLetter }.first
  }

  private func figure(of statement: Statement, before words: String) -> LabelledLine? {
    statement.figure.map { line(words + $0, statement.citationNumbers) }
  }

  private func dispute(of silent: [Statement]) -> LabelledLine {
    let text =
      silent.count == 1
      ? "but one statement disputes it" : "but \(silent.count) statements dispute it"
    return line(text, Set(silent.flatMap(\.citationNumbers)).sorted())
  }

  private func line(_ text: String, _ numbers: [Int]) -> LabelledLine {
    LabelledLine(
      label: label,
      text: text,
      numbers: numbers,
      emphasis: .faint,
      depth: 1,
      isSupport: true
    )
  }

  private func statements(_ claims: [String]) -> [Statement] {
    claims.compactMap { id in reply.statements.first { $0.claim == id } }
  }
}

extension Statement {
  /// The figure that it states of the disease; a remark on the evidence only repeats those of others.
  fileprivate var figure: String? { kind == .evidenceQuality ? nil : figures.first }
}
