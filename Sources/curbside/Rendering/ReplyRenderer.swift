internal import Answering
internal import Evidence

/// Lays a reply out as text.
struct ReplyRenderer: Sendable {
  /// Where the text is read.
  enum Place: Sendable {
    /// Between two prompts, where commands can follow.
    case prompt
    /// Alone, or in a pipe.
    case stream
  }

  var style: OutputStyle
  let place: Place

  /// The reply as lines, each with its line end.
  ///
  /// - Parameters:
  ///   - reply: What to show.
  ///   - first: The number of its first statement, more than 1 when earlier ones were shown before.
  /// - Returns: One screen in columns, or labelled lines for a screen reader.
  func render(_ reply: Reply, from first: Int = 1) -> String {
    switch style.form {
    case .screen: lines(reply.case.map { screen(reply, $0) } ?? screen(reply, from: first))
    case .linear: lines(LinearReply(reply: reply, first: first).lines)
    }
  }

  /// Whether all of the reply, its first line above all, stands on the screen with the next prompt.
  func fits(_ reply: Reply) -> Bool {
    switch style.form {
    case .screen: !isTooLong(screen(reply, from: 1).count)
    case .linear: true
    }
  }

  private func screen(_ reply: Reply, from first: Int) -> [String] {
    var answer = preface(reply)
    if let refusal = reply.refusal {
      answer += self.refusal(refusal)
    } else {
      for (offset, statement) in reply.statements.enumerated() {
        answer += self.statement(statement, number: first + offset)
      }
    }
    answer.append("")
    let references = reply.references.flatMap { reference($0) }
    let status = status(reply)
    let lines = answer + references + status + suggestions(reply.suggestions)
    if !isTooLong(lines.count) { return lines }
    return answer + reply.references.map { briefReference($0) } + status
      + briefSuggestions(reply.suggestions)
  }

  // MARK: Cases

  private func screen(_ reply: Reply, _ report: CaseReport) -> [String] {
    let answering = reply.statements.filter { report.answering.contains($0.claim) }
    let asked = answering.enumerated().flatMap { statement($0.element, number: $0.offset + 1) }
    let cited = answering.flatMap(\.citationNumbers)
    let head = warning(reply) + (asked.isEmpty ? [] : asked + [""])
    let lines = screen(Self.pieces(reply, report), of: reply, below: head, alsoCited: cited)
    if !isTooLong(lines.count) { return lines }
    let brief = Self.pieces(reply, report, isBrief: true)
    return screen(brief, of: reply, below: head, alsoCited: cited)
  }

  /// Pieces of a report on a case with the references behind them.
  func render(_ pieces: [LabelledLine], of reply: Reply) -> String {
    switch style.form {
    case .screen: lines(screen(pieces, of: reply))
    case .linear:
      lines(
        pieces.map(\.linear) + reply.references.cited(by: pieces).map { LinearReply.line($0) }
      )
    }
  }

  private func screen(
    _ pieces: [LabelledLine],
    of reply: Reply,
    below head: [String] = [],
    alsoCited: [Int] = []
  ) -> [String] {
    var pieces = pieces
    var lines = head + caseLines(pieces, of: reply, alsoCited)
    while isTooLong(lines.count), let place = pieces.dispensable {
      pieces.remove(at: place)
      lines = head + caseLines(pieces, of: reply, alsoCited)
    }
    return lines
  }

  private func caseLines(
    _ pieces: [LabelledLine],
    of reply: Reply,
    _ alsoCited: [Int]
  ) -> [String] {
    let lines = pieces.screen(style) + [""]
    let references = reply.references.cited(by: pieces, and: alsoCited)
    // At the prompt .source N shows the rest of a reference.
    let shown = references.flatMap { place == .prompt ? [briefReference($0)] : reference($0) }
    return lines + shown + status(reply)
  }

  /// A reference of a case with the statements of the reply that rest on it.
  func source(_ number: Int, of reply: Reply) -> String? {
    guard let reference = reply.references.first(where: { $0.number == number }) else { return nil }
    let resting = reply.statements.filter { $0.citationNumbers.contains(number) }
    let head = style.form == .linear ? [LinearReply.line(reference)] : self.reference(reference)
    return lines(
      head
        + resting.flatMap { statement in
          style.form == .linear
            ? [
              "\(statement.kind.rawValue): \(TextLayout.joined(TextLayout.words(statement.text)[...]))"
            ]
            : indented(statement.text, first: "  ", rest: "    ")
              + [style.dim("    \(statement.kind.rawValue) · \(statement.claim)")]
        }
    )
  }

  /// The case, or what was asked about it.
  static func pieces(
    _ reply: Reply,
    _ report: CaseReport,
    isBrief: Bool = false
  ) -> [LabelledLine] {
    let lines = CaseLines(reply: reply, report: report, isBrief: isBrief)
    if report.unanswered != nil { return lines.unanswered }
    let asked = ProofLines(reply: reply, report: report).lines
    return asked.isEmpty ? lines.lines : asked
  }

  /// How the question was read, where that is not as it was typed.
  private func preface(_ reply: Reply) -> [String] {
    var lines = warning(reply)
    if !reply.corrections.isEmpty {
      let text = reply.corrections.prefix(4).map(\.sentence).joined(separator: " ")
      lines += indented(text, first: "  ", rest: "  ").map(style.dim)
    }
    if !reply.carried.isEmpty {
      lines += indented("Read as: \(reply.resolved)", first: "  ", rest: "  ").map(style.dim)
    }
    return lines
  }

  /// What must be read before an answer: that identifiers were masked, that a work is withdrawn.
  private func warning(_ reply: Reply) -> [String] {
    let privacy = IdentifierWarning(reply.identifiers)?.sentence
    return [privacy, reply.retractionWarning].compactMap { $0 }.flatMap {
      indented($0, first: "  ", rest: "    ").map(style.bold)
    }
  }

  // MARK: Statements

  private func statement(_ statement: Statement, number: Int) -> [String] {
    let numbers = statement.citationNumbers.map(String.init)
    let citations = "[\(TextLayout.joined(numbers[...], separator: ","))]"
    let column = DisplayWidth.of(citations) + 2
    let words = statement.isDissent ? ["but:"] : []
    let text = TextLayout.wrap(
      words + TextLayout.words(statement.text),
      width: style.width - 4 - column
    )
    var lines: [String] = []
    for (index, line) in text.enumerated() {
      let indent = index == 0 ? "  " : "    "
      var styled = indent + style.bold(line)
      if index == text.count - 1 {
        let gap = style.width - indent.count - DisplayWidth.of(line) - DisplayWidth.of(citations)
        styled += blanks(gap) + citations
      }
      lines.append(styled)
    }
    var notes = [statement.kind.rawValue]
    if statement.scope == .context { notes.append("visible disease") }
    if place == .prompt { notes.append(".source \(number)") }
    let about = TextLayout.joined(notes[...], separator: " · ")
    let room = style.width - 4 - DisplayWidth.of(about) - 3
    let section = TextLayout.path(statement.sectionPath.suffix(2), width: room)
    lines.append("    " + style.dim(section.isEmpty ? about : "\(about) · \(section)"))
    return lines
  }

  // MARK: References

  /// A reference in Vancouver form behind its number, its kind at the end.
  func reference(_ reference: NumberedReference) -> [String] {
    let mark = "[\(reference.number)] "
    let head = "  " + mark
    let rest = blanks(DisplayWidth.of(head))
    let width = style.width - rest.count
    var words = TextLayout.words(reference.text)
    let showsIdentifier =
      words.last?.hasPrefix("doi:") == true || words.dropLast().last == "PMID:"
    if !showsIdentifier, !reference.url.isEmpty { words += TextLayout.words(reference.url) }
    let linked = reference.url.isEmpty ? nil : words.indices.last
    words += ["·"] + TextLayout.words(reference.kind.rawValue)
    let notice = TextLayout.words(reference.retraction.map { "· \($0)" } ?? "")
    words = words.enumerated().flatMap { index, word in
      index == linked ? [word] : TextLayout.cut(word, width: width)
    }
    let target = words.count - 2 - reference.kind.rawValue.split(separator: " ").count
    words += notice.flatMap { TextLayout.cut($0, width: width) }
    let ends = TextLayout.lineEnds(of: words, width: width)
    if linked != nil, words.indices.contains(target) {
      words[target] = style.link(words[target], to: reference.url)
    }
    var lines: [String] = []
    var start = 0
    for end in ends {
      lines.append((start == 0 ? head : rest) + TextLayout.joined(words[start..<end]))
      start = end
    }
    return lines
  }

  /// Journal, year and kind, with the identifier where there is room; `.source` shows the rest.
  private func briefReference(_ reference: NumberedReference) -> String {
    let head = "  [\(reference.number)] "
    let kind = " · \(reference.kind.rawValue)" + (reference.retraction == nil ? "" : " · retracted")
    let room = style.width - DisplayWidth.of(head) - DisplayWidth.of(kind)
    let brief = TextLayout.shorten(Sanitizer.visible(reference.brief), width: room)
    let resolver = "https://doi.org/"
    let address = Sanitizer.visible(reference.url)
    let identifier =
      address.hasPrefix(resolver) ? "doi:\(address.dropFirst(resolver.count))" : address
    let hasRoom = DisplayWidth.of(brief) + 3 + DisplayWidth.of(identifier) <= room
    if identifier.isEmpty || !hasRoom {
      return head + style.link(brief, to: reference.url) + kind
    }
    return head + brief + kind + " · " + style.link(identifier, to: reference.url)
  }

  /// Whether the first line would leave the screen, counting the blank lines around an answer and
  /// the next prompt.
  private func isTooLong(_ count: Int) -> Bool {
    switch place {
    case .stream: false
    case .prompt: style.height.map { count + 3 > $0 } ?? false
    }
  }

  // MARK: Refusal

  private func refusal(_ refusal: Refusal) -> [String] {
    var lines = ["  " + style.bold("Not covered by this protocol.")]
    for line in RefusalReasons(refusal).sentences {
      lines += indented(line, first: "  ", rest: "    ")
    }
    return lines
  }

  // MARK: What comes next

  private func status(_ reply: Reply) -> [String] {
    let status = "  Protocol \(Sanitizer.visible(reply.corpus.standing))"
    guard place == .prompt, !reply.statements.isEmpty else { return [style.dim(status)] }
    if reply.case != nil {
      return [style.dim(footer(status, [".source N", ".why", ".whynot", ".change", ".set"]))]
    }
    var commands = [".more", ".explain"]
    if !reply.disagreements.isEmpty { commands.append(".disagreements") }
    return [style.dim(footer(status, commands))]
  }

  private func footer(_ status: String, _ commands: [String]) -> String {
    let text = commands.joined(separator: "  ")
    return status + blanks(style.width - DisplayWidth.of(status) - DisplayWidth.of(text)) + text
  }

  private func suggestions(_ suggestions: [String]) -> [String] {
    let shown = suggestions.prefix(3).map { TextLayout.joined(TextLayout.words($0)[...]) }
    if shown.isEmpty { return [] }
    let line = nextLine(Array(shown))
    if DisplayWidth.of(line) <= style.width { return [line] }
    return shown.enumerated().flatMap { index, suggestion in
      indented(suggestion, first: index == 0 ? "  Next: " : "        ", rest: "          ")
    }
  }

  /// As many suggestions as have room in one line, at least one.
  private func briefSuggestions(_ suggestions: [String]) -> [String] {
    var shown = Array(suggestions.prefix(3))
    while shown.count > 1, DisplayWidth.of(nextLine(shown)) > style.width { shown.removeLast() }
    return self.suggestions(shown)
  }

  private func nextLine(_ suggestions: [String]) -> String {
    "  Next: \(TextLayout.joined(suggestions[...], separator: "  ·  "))"
  }

  // MARK: Lines

  private func indented(_ text: String, first: String, rest: String) -> [String] {
    TextLayout.wrap(text, width: style.width - rest.count).enumerated().map { index, line in
      (index == 0 ? first : rest) + line
    }
  }

  private func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(count, 1))
  }

  private func lines(_ lines: [String]) -> String {
    var text = ""
    for line in lines {
      text += line
      text += "\n"
    }
    return text
  }
}

extension Reply {
  /// The numbers of references, those that the reply does not list left out.
  func numbers(_ citations: [String]) -> [Int] {
    citations.compactMap { id in references.first { $0.id == id }?.number }.sorted()
  }
}

extension Reply {
  /// A sentence on the withdrawn works among the references; nil without any.
  var retractionWarning: String? {
    let withdrawn = references.filter { $0.retraction != nil }
    if withdrawn.isEmpty { return nil }
    let numbers = withdrawn.map { "[\($0.number)]" }.joined(separator: ", ")
    return withdrawn.count == 1
      ? "Warning: this answer uses a retracted work, \(numbers)."
      : "Warning: this answer uses retracted works, \(numbers)."
  }
}

extension [NumberedReference] {
  /// Those whose numbers stand behind one of the pieces.
  func cited(by pieces: [LabelledLine], and others: [Int] = []) -> [NumberedReference] {
    let numbers = others + pieces.flatMap(\.numbers)
    return filter { numbers.contains($0.number) }
  }
}

extension Correction {
  /// What the reader must know about a word that was read as another.
  var sentence: String {
    "Read ‘\(TextLayout.shorten(Sanitizer.visible(from), width: 40))’ as ‘\(Sanitizer.visible(to))’."
  }
}

extension CorpusIdentity {
  /// The review status with its date, as in "under review, 2025-11-05".
  var standing: String { "\(reviewStatus.rawValue), \(lastUpdated)" }
}
