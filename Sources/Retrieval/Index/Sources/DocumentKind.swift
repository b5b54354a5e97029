/// The forms in which documents come.
package enum DocumentKind: String, CaseIterable, Sendable {
  /// A JSON object a line, as BEIR keeps collections.
  case jsonLines = "jsonl"
  /// Sections under headings.
  case markdown
  /// Prose without marks.
  case plainText = "text"
  /// What PubMed exports.
  case nbib
  /// What reference managers exchange.
  case ris
  /// What Zotero and Pandoc keep references in.
  case csl

  /// The kind that a file's name speaks for; nil where it speaks for none.
  package init?(path: String) {
    let name = path.lowercased()
    let endings: [(String, DocumentKind)] = [
      (".jsonl", .jsonLines), (".ndjson", .jsonLines), (".md", .markdown), (".markdown", .markdown),
      (".txt", .plainText), (".text", .plainText), (".nbib", .nbib), (".ris", .ris),
      (".csl.json", .csl), (".json", .csl),
    ]
    guard let ending = endings.first(where: { name.hasSuffix($0.0) }) else { return nil }
    self = ending.1
  }

  /// The kind that a file's first bytes speak for; plain text where they speak for none.
  package init(content: ArraySlice<UInt8>) {
    let content = content.prefix(1 << 12)
    let start = content.drop { $0 == 0x20 || (9...13).contains($0) }
    if start.first == UInt8(ascii: "{") {
      self = .jsonLines
    } else if start.first == UInt8(ascii: "[") {
      self = .csl
    } else if start.starts(with: Array("TY  - ".utf8)) {
      self = .ris
    } else if start.dropFirst(4).starts(with: Array("- ".utf8)),
      start.prefix(4).allSatisfy({ $0 == 0x20 || (0x41...0x5A).contains($0) })
    {
      self = .nbib
    } else {
      let lines = content.split(separator: 10)
      self = lines.contains { MarkdownLine.heading($0) != nil } ? .markdown : .plainText
    }
  }

  /// Whether the first bytes of JSON look like lines or items that name documents.
  static func holdsRecords(_ content: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: content.prefix(1 << 12), as: UTF8.self)
    let start = text.drop(while: \.isWhitespace)
    switch start.first {
    case "{": return start.prefix { !$0.isNewline }.contains("\"_id\"")
    case "[": return start.contains("\"id\"") || start.contains("\"DOI\"")
    default: return false
    }
  }
}
