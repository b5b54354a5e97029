/// Gives documents to an index, one after the other.
package protocol DocumentSource: ~Copyable {
  /// Reads the next document into a record; false at the end.
  ///
  /// - Throws: `SourceError` with the place of what cannot be read.
  mutating func next(_ record: inout DocumentRecord) throws(SourceError) -> Bool
}

/// One document as bytes, in buffers that are used again for the next.
package struct DocumentRecord: Hashable, Sendable {
  /// What searches name it by.
  package var identifier: [UInt8] = []
  /// Empty where it has none.
  package var title: [UInt8] = []
  package var text: [UInt8] = []

  /// Makes an empty record.
  package init() {}

  /// Reads one line of JSON.
  ///
  /// - Throws: `SourceError.malformed` when it is no object.
  package init(line: [UInt8]) throws(SourceError) {
    var scanner = RecordScanner(line.indices)
    do throws(RecordError) {
      try scanner.read(line.span, into: &self)
    } catch {
      throw .malformed(path: "", line: 1, column: scanner.offset + 1)
    }
  }

  /// Empties the buffers and keeps their room.
  mutating func clear() {
    identifier.removeAll(keepingCapacity: true)
    title.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }
}

/// Why documents cannot be read.
package enum SourceError: Error, Hashable, Sendable {
  /// The system refused: `errno`.
  case unreadable(path: String, code: Int32)
  /// A line is no JSON object as expected; the column counts bytes from 1.
  case malformed(path: String, line: Int, column: Int)
  /// A document has no identifier, or one of more than 255 bytes.
  case identifier(path: String, line: Int)
}
