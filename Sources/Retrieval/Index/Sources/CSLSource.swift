/// The items of a file of CSL-JSON: `id` (else `DOI`) names a document, `title` is its title,
/// `abstract` its text.
package struct CSLSource: DocumentSource, ~Copyable {
  private let path: String
  private let bytes: [UInt8]
  private var scanner: RecordScanner
  private var hasBegun = false
  private var hasEnded = false

  /// The most bytes of a file.
  private static let longestFile = 1 << 30

  /// Opens a file; `-` is standard input.
  package init(path: String) throws(SourceError) {
    try self.init(try InputLines(path: path), path: path)
  }

  init(_ input: consuming InputLines, path: String) throws(SourceError) {
    self.path = path
    bytes = try input.rest(limit: Self.longestFile)
    scanner = RecordScanner(bytes.indices, names: .csl)
  }

  /// Reads the next item.
  package mutating func next(_ record: inout DocumentRecord) throws(SourceError) -> Bool {
    if hasEnded { return false }
    // The bytes are borrowed while the scanner moves, so it moves as a copy.
    var moving = scanner
    let found: Bool?
    do throws(RecordError) {
      found = try step(&moving, &record)
    } catch {
      found = nil
    }
    scanner = moving
    guard let found else {
      let place = place()
      throw .unexpected(path: path, line: place.line, .notCSL(column: place.column))
    }
    hasBegun = true
    hasEnded = !found
    guard found else { return false }
    guard (1...FrontCoder.longest).contains(record.identifier.count) else {
      throw .unexpected(path: path, line: place().line, .itemWithoutIdentifier)
    }
    return true
  }

  /// Reads the signs before an item and the item; false behind the last.
  private func step(
    _ scanner: inout RecordScanner,
    _ record: inout DocumentRecord
  ) throws(RecordError) -> Bool {
    let bytes = bytes.span
    if !hasBegun, !scanner.take(UInt8(ascii: "["), bytes) { throw RecordError() }
    if scanner.take(UInt8(ascii: "]"), bytes) {
      guard scanner.isBlank(bytes) else { throw RecordError() }
      return false
    }
    if hasBegun, !scanner.take(UInt8(ascii: ","), bytes) { throw RecordError() }
    try scanner.readObject(bytes, into: &record)
    return true
  }

  /// Where the scanner stands; lines and columns count from 1.
  private func place() -> (line: Int, column: Int) {
    let before = bytes[..<min(scanner.offset, bytes.count)]
    let line = before.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return (line, before.count - start + 1)
  }
}
