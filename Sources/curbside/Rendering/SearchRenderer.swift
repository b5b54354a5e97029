internal import Answering
internal import Retrieval

/// Lays out what a search found.
struct SearchRenderer {
  /// How a document is shown.
  enum Layout {
    /// A line for each document: score, id, title and text.
    case line
    /// Several lines, with the query's words set off.
    case block
    /// Labelled lines, with stars around the query's words.
    case labelled
  }

  let style: OutputStyle
  let layout: Layout

  /// The documents in order, with line ends.
  func render(_ documents: [FoundDocument]) -> String {
    documents.enumerated().map { number, document in
      let lines =
        switch layout {
        case .line: [line(document)]
        case .block: block(document)
        case .labelled: labelled(document, number: number + 1)
        }
      return (lines + explanation(document)).map { "\($0)\n" }.joined()
    }
    .joined()
  }

  /// The documents as a table of a document, with line ends.
  static func markdown(_ query: String, _ documents: [FoundDocument]) -> String {
    let rows = documents.map { document in
      let text = document.stored.flatMap { stored in
        document.snippet.map { String(decoding: Array(stored.text.utf8)[$0.range], as: UTF8.self) }
      }
      return [
        rounded(document.score), document.identifier, document.stored?.title ?? "", text ?? "",
      ].map { Sanitizer.visible($0) }
    }
    let table = EvidenceTable(
      "hits",
      title: "",
      columns: [
        .number("score", "Score"), .text("id", "Id"), .text("title", "Title"),
        .text("text", "Text"),
      ],
      rows: rows
    )
    return EvidenceView("search", title: query, tables: [table]).markdown
  }

  private func line(_ document: FoundDocument) -> String {
    var line = head(document)
    if let stored = document.stored {
      let words = words(document).map { plain($0, stored.text) }
      let title = stored.title.isEmpty ? "" : "\(stored.title): "
      line += "  \(title)\(words.joined(separator: " "))"
    }
    return Sanitizer.visible(line)
  }

  private func head(_ document: FoundDocument) -> String {
    "\(Self.rounded(document.score))  \(document.identifier)"
  }

  private func block(_ document: FoundDocument) -> [String] {
    let indent = String(repeating: " ", count: 7)
    var lines = [style.bold(Sanitizer.visible(head(document)))]
    guard let stored = document.stored else { return lines }
    let width = style.width - indent.utf8.count
    lines += TextLayout.wrap(stored.title, width: width).map { indent + style.dim($0) }
    let words = words(document)
    var start = 0
    for end in TextLayout.lineEnds(of: words.map { plain($0, stored.text) }, width: width) {
      let line = words[start..<end].map { marked($0, document, style.bold) }
      lines.append(indent + line.joined(separator: " "))
      start = end
    }
    return lines + [""]
  }

  private func labelled(_ document: FoundDocument, number: Int) -> [String] {
    let identifier = Sanitizer.visible(document.identifier)
    var lines = ["Result \(number): \(identifier), score \(Self.rounded(document.score))."]
    guard let stored = document.stored else { return lines }
    if !stored.title.isEmpty { lines.append("Title: \(Sanitizer.visible(stored.title))") }
    let words = words(document).map { marked($0, document) { "**\($0)**" } }
    lines.append("Text: \(words.joined(separator: " "))")
    return lines
  }

  /// The bytes between blanks of a snippet.
  private func words(_ document: FoundDocument) -> [Range<Int>] {
    guard let stored = document.stored, let snippet = document.snippet else { return [] }
    let bytes = Array(stored.text.utf8)
    var words: [Range<Int>] = []
    var start = snippet.range.lowerBound
    for end in snippet.range.lowerBound...snippet.range.upperBound {
      let isEnd = end == snippet.range.upperBound
      guard isEnd || bytes[end] == 0x20 || (9...13).contains(bytes[end]) else { continue }
      if start < end { words.append(start..<end) }
      start = end + 1
    }
    return words
  }

  private func plain(_ range: Range<Int>, _ text: String) -> String {
    Sanitizer.visible(String(decoding: Array(text.utf8)[range], as: UTF8.self))
  }

  private func marked(
    _ word: Range<Int>,
    _ document: FoundDocument,
    _ mark: (String) -> String
  ) -> String {
    guard let text = document.stored?.text, let marks = document.snippet?.marks else { return "" }
    var shown = ""
    var offset = word.lowerBound
    for range in marks where range.overlaps(word) {
      let inside = range.clamped(to: word)
      shown += plain(offset..<inside.lowerBound, text) + mark(plain(inside, text))
      offset = inside.upperBound
    }
    return shown + plain(offset..<word.upperBound, text)
  }

  private func explanation(_ document: FoundDocument) -> [String] {
    guard let shares = document.shares else { return [] }
    var lines = shares.shares.map { share in
      let term = Sanitizer.visible(String(decoding: share.term, as: UTF8.self))
      let times = "\(share.frequency) × here, in \(share.documentFrequency) documents"
      return "  \(share.steps) steps  \(term)  (\(times))"
    }
    let sum = shares.shares.reduce(0) { $0 + $1.steps }
    lines.append("  \(sum) steps ÷ \(shares.scale) = \(shares.termScore)")
    if shares.proximity != 0 { lines.append("  + \(shares.proximity) for words close together") }
    return lines
  }

  private static func rounded(_ score: Float) -> String {
    let thousandths = Int((score * 1000).rounded())
    let rest = "\(thousandths % 1000)"
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - rest.utf8.count))\(rest)"
  }
}
