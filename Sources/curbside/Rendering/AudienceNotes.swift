internal import Answering

/// The explanations below a reply for readers who are no specialists.
struct AudienceNotes {
  let terms: [ExplainedTerm]
  let style: OutputStyle

  /// Lines with their line ends; empty without a term.
  var text: String {
    if terms.isEmpty { return "" }
    switch style.form {
    case .linear:
      return terms.map { "Word: \(Self.name($0)): \($0.definition)" }
        .map { "\(TextLayout.words($0).joined(separator: " "))\n" }.joined()
    case .screen:
      let lines = terms.map {
        LabelledLine(label: "In words", text: "\(Self.name($0)): \($0.definition)")
      }
      return "\n" + lines.screen(style).map { "\($0)\n" }.joined()
    }
  }

  /// The abbreviation written out, or the term.
  private static func name(_ term: ExplainedTerm) -> String {
    term.abbreviations.isEmpty
      ? term.term : "\(term.abbreviations.joined(separator: ", ")) = \(term.term)"
  }
}
