/// A text file as one document, a long one as several, divided between paragraphs.
///
/// The identifier is the file (`notes.txt`); further parts count (`notes.txt#2`). A part ends with the
/// first paragraph that takes it over `longestPart` bytes, or within a paragraph of `longestParagraph`.
package struct PlainTextSource: DocumentSource, ~Copyable {
  private var lines: InputLines
  private let path: String
  private var part = 0
  private var line: [UInt8] = []

  /// A part takes no further paragraph beyond so many bytes.
  static let longestPart = 16_384
  /// A part takes no further line beyond so many bytes.
  static let longestParagraph = 1 << 20

  /// Opens a file; `-` is standard input.
  package init(path: String) throws(SourceError) {
    self.init(try InputLines(path: path), path: path)
  }

  init(_ lines: consuming InputLines, path: String) {
    self.lines = lines
    self.path = path
  }

  /// Reads the next part that has text.
  package mutating func next(_ record: inout DocumentRecord) throws(SourceError) -> Bool {
    record.clear()
    var end = 0
    while try lines.next(into: &line) {
      let isBlank = MarkdownLine.isBlank(line[...])
      if isBlank, end == 0 { continue }
      if isBlank, end > Self.longestPart { break }
      record.text += line
      if !isBlank { end = record.text.count }
      if end > Self.longestParagraph { break }
      record.text.append(10)
    }
    guard end > 0 else { return false }
    record.text.removeLast(record.text.count - end)
    part += 1
    let name = part == 1 ? path : "\(path)#\(part)"
    record.identifier = Array(name.utf8.suffix(FrontCoder.longest))
    return true
  }
}
