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
  /// A file is not of the form that it should have.
  case unexpected(path: String, line: Int, SourceProblem)
}

/// What is wrong with a file of documents.
package enum SourceProblem: Hashable, Sendable {
  /// A line of a PubMed or RIS file has neither a tag nor the blanks of a continuation.
  case lineWithoutTag
  /// A PubMed record has no `PMID`, or one of more than 255 bytes.
  case recordWithoutIdentifier
  /// A RIS record that begins at the line has no `ER`.
  case recordWithoutEnd
  /// A RIS line stands before the first `TY`.
  case lineOutsideRecord
  /// CSL-JSON is an array of objects; something else stands at the column, which counts from 1.
  case notCSL(column: Int)
  /// A CSL item has neither an `id` nor a `DOI`, or one of more than 255 bytes.
  case itemWithoutIdentifier
  /// A line has more than 64 MiB.
  case lineTooLong
  /// The file has more bytes than are read of its kind.
  case fileTooLong
}
