/// Records as reference managers exchange them (`.ris`): from `TY` to `ER`, with `TI` or `T1` for the
/// title and `AB` or `N2` for the text.
///
/// A document is named by `ID`, else `AN`, else `DO`, else by the file and the line of its `TY`
/// (`export.ris:12`).
package struct RISSource: DocumentSource, ~Copyable {
  private var lines: InputLines
  private let path: String
  private var line: [UInt8] = []
  private var fields: [String: [UInt8]] = [:]

  private static let titles = ["TI", "T1"]
  private static let texts = ["AB", "N2"]
  private static let identifiers = ["ID", "AN", "DO"]
  private static let kept = Set(titles + texts + identifiers)

  /// Opens a file; `-` is standard input.
  package init(path: String) throws(SourceError) {
    self.init(try InputLines(path: path), path: path)
  }

  init(_ lines: consuming InputLines, path: String) {
    self.lines = lines
    self.path = path
  }

  /// Reads the next record.
  package mutating func next(_ record: inout DocumentRecord) throws(SourceError) -> Bool {
    record.clear()
    fields.removeAll(keepingCapacity: true)
    var tag = ""
    var start: Int?
    while try lines.next(into: &line) {
      switch TaggedLine(ris: line) {
      case .blank: continue
      case .other, .continuation:
        guard start != nil else {
          throw .unexpected(path: path, line: lines.number, .lineOutsideRecord)
        }
        append(line[...], to: tag)
      case .field(let name, let value):
        tag = String(decoding: name, as: UTF8.self)
        if tag == "TY" {
          if let start { throw .unexpected(path: path, line: start, .recordWithoutEnd) }
          start = lines.number
          continue
        }
        guard let start else {
          throw .unexpected(path: path, line: lines.number, .lineOutsideRecord)
        }
        if tag == "ER" { return finish(&record, start) }
        // A second identifier is another's; a second title or abstract adds to the first.
        if Self.identifiers.contains(tag), fields[tag] != nil { tag = "" }
        append(value, to: tag)
      }
    }
    if let start { throw .unexpected(path: path, line: start, .recordWithoutEnd) }
    return false
  }

  private mutating func append(_ value: ArraySlice<UInt8>, to tag: String) {
    guard Self.kept.contains(tag) else { return }
    TaggedLine.append(value, to: &fields[tag, default: []])
  }

  private func finish(_ record: inout DocumentRecord, _ start: Int) -> Bool {
    record.title = first(Self.titles) ?? []
    record.text = first(Self.texts) ?? []
    record.identifier = first(Self.identifiers) ?? Array("\(path):\(start)".utf8)
    record.identifier = Array(record.identifier.suffix(FrontCoder.longest))
    return true
  }

  private func first(_ tags: [String]) -> [UInt8]? {
    for tag in tags {
      if let value = fields[tag], !value.isEmpty { return value }
    }
    return nil
  }
}
