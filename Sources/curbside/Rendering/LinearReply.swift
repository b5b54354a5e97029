internal import Answering
internal import Evidence

/// A reply as labelled lines in reading order, without columns, marks or line breaks inside one.
struct LinearReply {
  let reply: Reply
  /// The number of the first statement.
  let first: Int

  /// Without line ends.
  var lines: [String] {
    var lines = IdentifierWarning(reply.identifiers).map { [$0.sentence] } ?? []
    lines += reply.retractionWarning.map { [oneLine($0)] } ?? []
    lines += reply.corrections.prefix(4).map(\.sentence)
    if !reply.carried.isEmpty { lines.append("Read as: \(oneLine(reply.resolved))") }
    if let refusal = reply.refusal {
      lines.append("Not covered by this protocol.")
      lines += RefusalReasons(refusal).sentences
    }
    var references = reply.references
    if let report = reply.case {
      let answering = reply.statements.filter { report.answering.contains($0.claim) }
      lines += answering.enumerated().map { line($0.element, number: $0.offset + 1) }
      let pieces = ReplyRenderer.pieces(reply, report)
      lines += pieces.map(\.linear)
      let cited = answering.flatMap(\.citationNumbers)
      references = references.cited(by: pieces, and: cited)
    } else {
      for (offset, statement) in reply.statements.enumerated() {
        lines.append(line(statement, number: first + offset))
      }
    }
    lines += references.map { Self.line($0) }
    lines.append("Status: protocol \(oneLine(reply.corpus.standing)).")
    for (index, suggestion) in reply.suggestions.prefix(3).enumerated() {
      lines.append("Next question \(index + 1): \(oneLine(suggestion))")
    }
    return lines
  }

  /// A reference behind its label.
  static func line(_ reference: NumberedReference) -> String {
    let text = TextLayout.words(reference.text).joined(separator: " ")
    let url = TextLayout.words(reference.url).joined(separator: " ")
    let notice =
      reference.retraction.map { " \(TextLayout.words($0).joined(separator: " "))" } ?? ""
    let label = "Source \(reference.number) (\(reference.kind.rawValue)): \(text)\(notice)"
    return url.isEmpty ? label : "\(label) Link: \(url)"
  }

  private func line(_ statement: Statement, number: Int) -> String {
    let numbers = statement.citationNumbers.map(String.init)
    var notes = [statement.kind.rawValue]
    if statement.scope == .context { notes.append("visible disease") }
    notes.append((numbers.count == 1 ? "source " : "sources ") + numbers.joined(separator: " and "))
    let label = statement.isDissent ? "Statement \(number), disagrees" : "Statement \(number)"
    var line = "\(label) (\(notes.joined(separator: ", "))): \(oneLine(statement.text))"
    if let section = statement.sectionPath.last { line += " Section: \(oneLine(section))." }
    return line
  }

  private func oneLine(_ text: String) -> String {
    TextLayout.words(text).joined(separator: " ")
  }
}
