/// The sections of a Markdown file, a document for each heading with text under it.
///
/// The title is the path of headings (`Surgery › Timing`), the identifier the file with the anchor that
/// the heading has on a web page (`guide.md#timing`, a second one `guide.md#timing-1`); what stands
/// before the first heading is named by the file alone. Metadata between two lines `---` at the
/// beginning are left out.
package struct MarkdownSource: DocumentSource, ~Copyable {
  private let path: String
  private let bytes: [UInt8]
  private let lines: [Range<Int>]
  private var line = 0
  private var fence: ArraySlice<UInt8>?
  private var headings: [(level: Int, text: [UInt8])] = []
  private var anchors: [[UInt8]: Int] = [:]
  private var anchor: [UInt8] = []

  /// The most bytes of a file.
  private static let longestFile = 1 << 28

  /// Opens a file; `-` is standard input.
  package init(path: String) throws(SourceError) {
    try self.init(try InputLines(path: path), path: path)
  }

  init(_ input: consuming InputLines, path: String) throws(SourceError) {
    self.path = path
    bytes = try input.rest(limit: Self.longestFile)
    lines = MarkdownLine.ranges(bytes)
    line = MarkdownLine.metadataEnd(bytes, lines)
  }

  /// Reads the next section that has text.
  package mutating func next(_ record: inout DocumentRecord) throws(SourceError) -> Bool {
    while line < lines.count {
      let title = headings.map(\.text).joined(separator: Array(" › ".utf8))
      let anchor = anchor
      record.clear()
      let hasText = readSection(&record.text)
      guard hasText else { continue }
      record.title = Array(title)
      record.identifier = identifier(anchor)
      return true
    }
    return false
  }

  private func identifier(_ anchor: [UInt8]) -> [UInt8] {
    let whole = Array(path.utf8) + (anchor.isEmpty ? [] : [UInt8(ascii: "#")] + anchor)
    return Array(whole.suffix(FrontCoder.longest))
  }

  /// Reads lines up to the next heading, which is taken; false when none of them has text.
  private mutating func readSection(_ text: inout [UInt8]) -> Bool {
    var end = 0
    while line < lines.count {
      let content = bytes[lines[line]]
      line += 1
      if fence == nil, let heading = MarkdownLine.heading(content) {
        open(heading.level, Array(heading.text))
        break
      }
      if fence == nil, line < lines.count,
        let level = MarkdownLine.underline(bytes[lines[line]], below: content)
      {
        line += 1
        open(level, MarkdownLine.trimmed(content))
        break
      }
      moveFence(content)
      let isBlank = MarkdownLine.isBlank(content)
      if isBlank, text.isEmpty { continue }
      text += content
      text.append(10)
      if !isBlank { end = text.count - 1 }
    }
    text.removeLast(text.count - end)
    return end > 0
  }

  /// Lines between fences are code, in which `#` begins no heading.
  private mutating func moveFence(_ content: ArraySlice<UInt8>) {
    guard let mark = MarkdownLine.fence(content) else { return }
    if let open = fence {
      if mark.starts(with: open) { fence = nil }
    } else {
      fence = mark
    }
  }

  private mutating func open(_ level: Int, _ text: [UInt8]) {
    while let last = headings.last, last.level >= level { headings.removeLast() }
    headings.append((level, text))
    let base = MarkdownLine.anchor(of: text)
    let before = anchors[base, default: 0]
    anchors[base] = before + 1
    anchor = before == 0 ? base : base + Array("-\(before)".utf8)
  }
}
