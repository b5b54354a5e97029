internal import Answering
internal import Evidence

/// A reply as Markdown.
struct MarkdownReply {
  let reply: Reply

  /// Each line with its end.
  var text: String {
    var lines: [String] = []
    if !reply.question.isEmpty { lines += ["# \(escaped(reply.question))", ""] }
    if let warning = reply.retractionWarning { lines += ["**\(escaped(warning))**", ""] }
    if reply.refusal != nil { lines += ["Not covered by this protocol.", ""] }
    var references = reply.references
    if let report = reply.case {
      let pieces = ReplyRenderer.pieces(reply, report)
      lines += pieces.map { "- **\($0.label):** \(escaped($0.text))\(marks($0.numbers))" } + [""]
      references = references.cited(by: pieces)
    } else {
      lines += reply.statements.map { statement in
        let dissent = statement.isDissent ? "but: " : ""
        return "- \(dissent)\(escaped(statement.text))\(marks(statement.citationNumbers))"
      }
      if !reply.statements.isEmpty { lines.append("") }
    }
    lines += references.map { reference in
      let url = reference.url.isEmpty ? "" : " <\(reference.url)>"
      let notice = reference.retraction.map { " **\(escaped($0))**" } ?? ""
      return "\\[\(reference.number)\\] \(escaped(reference.text)) · "
        + "\(reference.kind.rawValue)\(url)\(notice)  "
    }
    lines += references.isEmpty ? [] : [""]
    for term in reply.words?.terms ?? [] {
      let names =
        term.abbreviations.isEmpty ? "" : "\(term.abbreviations.joined(separator: ", ")) = "
      lines.append("- **\(escaped(names + term.term)):** \(escaped(term.definition))")
    }
    lines += reply.words?.terms.isEmpty == false ? [""] : []
    lines.append(
      "Protocol \(escaped(reply.corpus.standing)). Educational; not a substitute for clinical judgment."
    )
    return lines.map { "\($0)\n" }.joined()
  }

  private func marks(_ numbers: [Int]) -> String {
    numbers.isEmpty ? "" : " \\[\(numbers.map(String.init).joined(separator: ","))\\]"
  }

  /// In one line, with what Markdown would take for marks escaped.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in TextLayout.words(text).joined(separator: " ") {
      if "\\*_`<>[]#|".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }
}
