/// Records as PubMed exports them (`.nbib`): `PMID` names a document, `TI` (or `BTI` of a book) is its
/// title, `AB` its text.
///
/// A blank line ends a record, and so does another `PMID`.
package struct NBIBSource: DocumentSource, ~Copyable {
  private enum Field { case identifier, title, text, other }

  private var lines: InputLines
  private let path: String
  private var line: [UInt8] = []
  /// A line that belongs to the next record was read.
  private var holdsLine = false

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
    var field = Field.other
    var start: Int?
    while holdsLine ? true : try lines.next(into: &line) {
      holdsLine = false
      switch TaggedLine(nbib: line) {
      case .blank:
        if let start { return try finished(record, start) }
      case .other: throw .unexpected(path: path, line: lines.number, .lineWithoutTag)
      case .continuation(let value):
        guard start != nil else {
          throw .unexpected(path: path, line: lines.number, .lineWithoutTag)
        }
        append(value, to: field, &record)
      case .field(let tag, let value):
        field = Self.field(tag)
        if field == .identifier, let start, !record.identifier.isEmpty {
          holdsLine = true
          return try finished(record, start)
        }
        start = start ?? lines.number
        append(value, to: field, &record)
      }
    }
    guard let start else { return false }
    return try finished(record, start)
  }

  private func finished(_ record: DocumentRecord, _ start: Int) throws(SourceError) -> Bool {
    guard (1...FrontCoder.longest).contains(record.identifier.count) else {
      throw .unexpected(path: path, line: start, .recordWithoutIdentifier)
    }
    return true
  }

  private static func field(_ tag: ArraySlice<UInt8>) -> Field {
    switch String(decoding: tag, as: UTF8.self) {
    case "PMID": .identifier
    case "TI", "BTI": .title
    case "AB": .text
    default: .other
    }
  }

  private func append(
    _ value: ArraySlice<UInt8>,
    to field: Field,
    _ record: inout DocumentRecord
  ) {
    switch field {
    case .identifier: TaggedLine.append(value, to: &record.identifier)
    case .title: TaggedLine.append(value, to: &record.title)
    case .text: TaggedLine.append(value, to: &record.text)
    case .other: break
    }
  }
}
