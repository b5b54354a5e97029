/// Documents out of one text file: sections under their headings, or paragraphs.
///
/// A document is named by the file and the line at which it begins: `guide.md:12`.
package struct TextSource: DocumentSource, ~Copyable {
  /// How the text is divided.
  package enum Form: Hashable, Sendable {
    /// A document for each heading of Markdown with what stands under it.
    case markdown
    /// A document for each run of lines that are not blank.
    case plain
  }

  private var lines: InputLines
  private let path: String
  private let form: Form
  private var number = 0
  /// The heading that ended the section before, and its line.
  private var heading: (text: [UInt8], line: Int)?

  /// Opens a file.
  package init(path: String, form: Form) throws(SourceError) {
    self.path = path
    self.form = form
    lines = try InputLines(path: path)
  }

  /// Reads the next section or paragraph that has words.
  package mutating func next(_ record: inout DocumentRecord) throws(SourceError) -> Bool {
    record.clear()
    var start = heading?.line
    record.title = heading?.text ?? []
    heading = nil
    while let line = try nextLine() {
      let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 9 || $0 == 13 }
      if form == .plain, isBlank {
        if start != nil { break }
        continue
      }
      if form == .markdown, let title = Self.heading(line) {
        if start == nil {
          start = number
          record.title = title
          continue
        }
        heading = (title, number)
        break
      }
      if isBlank, record.text.isEmpty { continue }
      start = start ?? number
      record.text += line
      record.text.append(10)
    }
    guard let start else { return false }
    record.identifier = Array("\(path):\(start)".utf8.suffix(FrontCoder.longest))
    return true
  }

  private mutating func nextLine() throws(SourceError) -> [UInt8]? {
    number += 1
    return try lines.withNext { bytes, range in
      var line: [UInt8] = []
      line.reserveCapacity(range.count)
      for index in range { line.append(bytes[index]) }
      return line
    }
  }

  /// The text of a heading line, without its marks.
  private static func heading(_ line: [UInt8]) -> [UInt8]? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), line.count > level, line[level] == 0x20 else { return nil }
    return Array(line[(level + 1)...])
  }
}
