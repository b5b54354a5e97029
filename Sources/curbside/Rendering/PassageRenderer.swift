internal import Answering

/// Lays out the passage around a statement, with the statement marked in it.
struct PassageRenderer: Sendable {
  let style: OutputStyle

  /// The passage, what its statement rests on and its references, as lines with line ends.
  func render(_ passage: PassageView) -> String {
    let lines: [String] =
      switch style.form {
      case .screen: screen(passage)
      case .linear: linear(passage)
      }
    return lines.map { "\($0)\n" }.joined()
  }

  private func screen(_ passage: PassageView) -> [String] {
    let heading = TextLayout.path(passage.heading[...], width: style.width - 2)
    let file = "\(Sanitizer.visible(passage.file)):\(passage.line)"
    var lines = ["  " + style.dim(heading), "  " + style.dim(file), ""]
    lines += text(passage)
    lines.append("")
    for (label, value) in facts(passage) {
      let wrapped = TextLayout.wrap(value, width: style.width - 14)
      for (index, line) in wrapped.enumerated() {
        let head = index == 0 ? label + String(repeating: " ", count: 12 - label.count) : ""
        lines.append("  " + (head.isEmpty ? String(repeating: " ", count: 12) : head) + line)
      }
    }
    let references = ReplyRenderer(style: style, place: .prompt)
    for reference in passage.references { lines += references.reference(reference) }
    return lines
  }

  /// The most lines of the passage before the statement, and behind it.
  private static let context = 5

  /// The passage in lines; those that hold the statement begin with a mark, its words stand out.
  ///
  /// Of a long one only what is near the statement.
  private func text(_ passage: PassageView) -> [String] {
    let width = style.width - 4
    let words = TextLayout.words(passage.text).flatMap { TextLayout.cut($0, width: width) }
    let claim = TextLayout.words(passage.claimText).flatMap { TextLayout.cut($0, width: width) }
    let marked = range(of: claim, in: words)
    var lines: [Range<Int>] = []
    for end in TextLayout.lineEnds(of: words, width: width) {
      lines.append((lines.last?.upperBound ?? 0)..<end)
    }
    let first = lines.firstIndex { $0.overlaps(marked) } ?? 0
    let last = lines.lastIndex { $0.overlaps(marked) } ?? lines.count - 1
    let near = max(0, first - Self.context)..<min(lines.count, last + Self.context + 1)
    let before = near.lowerBound > 0 ? ["    …"] : []
    let after = near.upperBound < lines.count ? ["    …"] : []
    let shown = lines[near].map { line in
      let inside = line.clamped(to: marked)
      if inside.isEmpty { return "    " + words[line].joined(separator: " ") }
      let parts = [
        words[line.lowerBound..<inside.lowerBound].joined(separator: " "),
        style.bold(words[inside].joined(separator: " ")),
        words[inside.upperBound..<line.upperBound].joined(separator: " "),
      ]
      return "  > " + parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return before + shown + after
  }

  private func range(of claim: [String], in words: [String]) -> Range<Int> {
    guard let head = claim.first, claim.count <= words.count else { return 0..<0 }
    for start in 0...(words.count - claim.count)
    where words[start] == head && words[start...].starts(with: claim) {
      return start..<(start + claim.count)
    }
    return 0..<0
  }

  private func linear(_ passage: PassageView) -> [String] {
    let oneLine = { (text: String) in TextLayout.words(text).joined(separator: " ") }
    var lines = ["Section: \(passage.heading.map(oneLine).joined(separator: ", "))."]
    lines.append("File: \(oneLine(passage.file)), line \(passage.line).")
    lines.append("Statement: \(oneLine(passage.claimText))")
    lines.append("Passage: \(oneLine(passage.text))")
    lines += facts(passage).map { "\($0): \(oneLine($1))" }
    lines += passage.references.map { LinearReply.line($0) }
    return lines
  }

  private func facts(_ passage: PassageView) -> [(label: String, value: String)] {
    [("Study", passage.study), ("Population", passage.population), ("Strength", passage.strength)]
      .filter { !$0.1.isEmpty }
  }
}
