internal import Answering

/// Lays out an answer out of an index: its sentences, then the documents that they stand in.
struct IndexReplyRenderer {
  let style: OutputStyle

  /// The reply as lines with line ends.
  func render(_ reply: IndexReply) -> String {
    let lines: [String] =
      switch (style.form, reply.status) {
      case (.screen, .answered): [""] + statements(reply) + [""] + references(reply)
      case (.screen, _): [""] + wrapped(refusal(reply))
      case (.linear, .answered): linear(reply)
      case (.linear, _): refusal(reply)
      }
    return lines.map { "\($0)\n" }.joined()
  }

  private func statements(_ reply: IndexReply) -> [String] {
    reply.statements.flatMap { statement in
      let mark = "[\(statement.reference)]"
      var lines = TextLayout.wrap(statement.text, width: style.width - 8).map { "  \($0)" }
      let used = DisplayWidth.of(lines.last ?? "")
      let gap = max(1, style.width - used - mark.utf8.count)
      lines.append((lines.popLast() ?? "") + String(repeating: " ", count: gap) + mark)
      return lines
    }
  }

  private func references(_ reply: IndexReply) -> [String] {
    reply.references.enumerated().map { number, reference in
      let title = reference.title.isEmpty ? "" : " · \(reference.title)"
      let line = "\(number + 1)  \(Sanitizer.visible(reference.id + title))"
      return "  " + style.dim(TextLayout.shorten(line, width: style.width - 2))
    }
  }

  private func linear(_ reply: IndexReply) -> [String] {
    let statements = reply.statements.enumerated().map { number, statement in
      "Statement \(number + 1) (source \(statement.reference)): \(oneLine(statement.text))"
    }
    let references = reply.references.enumerated().map { number, reference in
      let title = reference.title.isEmpty ? "" : ", \(oneLine(reference.title))"
      return "Source \(number + 1): \(oneLine(reference.id))\(title)"
    }
    return statements + references
  }

  private func refusal(_ reply: IndexReply) -> [String] {
    var lines = ["Not covered by this index."]
    if !reply.unknownWords.isEmpty {
      let words = reply.unknownWords.prefix(8).map { "‘\(oneLine($0))’" }
      lines.append("No document has \(words.joined(separator: ", ")).")
    }
    if let word = reply.separateWord {
      lines.append("No passage has ‘\(oneLine(word))’ near the other words.")
    }
    if !reply.nearest.isEmpty {
      let nearest = reply.nearest.map { oneLine($0.title.isEmpty ? $0.id : $0.title) }
      lines.append("Nearest documents: \(nearest.joined(separator: "; "))")
    }
    return lines
  }

  private func wrapped(_ lines: [String]) -> [String] {
    lines.flatMap { TextLayout.wrap($0, width: style.width - 2).map { "  \($0)" } }
  }

  private func oneLine(_ text: String) -> String {
    TextLayout.words(text).joined(separator: " ")
  }
}
