/// Documents as BEIR keeps them: a JSON object a line with `_id`, `text` and sometimes `title`.
package struct JSONLinesSource: DocumentSource, ~Copyable {
  private var lines: InputLines
  private let path: String
  private var line = 0

  /// Opens a file; `-` is standard input.
  package init(path: String) throws(SourceError) {
    self.init(try InputLines(path: path), path: path)
  }

  init(_ lines: consuming InputLines, path: String) {
    self.path = path
    self.lines = lines
  }

  /// Reads the next line that is not blank.
  package mutating func next(_ record: inout DocumentRecord) throws(SourceError) -> Bool {
    while true {
      line += 1
      let number = line
      let name = path
      let found = try lines.withNext { bytes, range throws(SourceError) in
        var scanner = RecordScanner(range)
        if scanner.isBlank(bytes) { return false }
        do throws(RecordError) {
          try scanner.read(bytes, into: &record)
        } catch {
          let column = scanner.offset - range.lowerBound + 1
          throw .malformed(path: name, line: number, column: column)
        }
        return true
      }
      guard let found else { return false }
      guard found else { continue }
      guard (1...FrontCoder.longest).contains(record.identifier.count) else {
        throw .identifier(path: path, line: line)
      }
      return true
    }
  }
}
