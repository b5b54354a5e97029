/// What became of the inputs of an index.
package struct ImportReport: Hashable, Sendable {
  /// Documents that were added.
  package var documents = 0
  /// Files of folders that were passed over because they are hidden or of no known kind.
  package var skippedFiles = 0
  /// Documents that were passed over because one of the same id came before.
  package var repeated = 0

  /// Nothing so far.
  package init() {}
}

extension DirectoryWriter {
  /// Adds the documents of files and folders, in the order given; those of a folder by their paths.
  ///
  /// - Parameters:
  ///   - inputs: Paths; `-` is standard input.
  ///   - kind: What all of them are; nil to go by their names, and by their content where the name
  ///     says nothing.
  /// - Returns: How many documents came, and what was passed over.
  /// - Throws: `SourceError` for what cannot be read, `IndexError` for what cannot be written.
  package mutating func add(
    inputs: [String],
    kind: DocumentKind? = nil
  ) throws -> ImportReport {
    var report = ImportReport()
    var seen = IdentifierSet()
    for input in inputs {
      if input == "-" {
        try add(file: input, kind, &report, &seen)
        continue
      }
      let files = try InputFiles(input, kind: kind)
      report.skippedFiles += files.skipped
      for file in files.paths { try add(file: file, kind, &report, &seen) }
    }
    return report
  }

  private mutating func add(
    file path: String,
    _ kind: DocumentKind?,
    _ report: inout ImportReport,
    _ seen: inout IdentifierSet
  ) throws {
    var lines = try InputLines(path: path)
    let name = path == "-" ? "standard input" : path
    let seemingKind = DocumentKind(content: try lines.beginning())
    var kind = kind ?? DocumentKind(path: path) ?? seemingKind
    // Both kinds of JSON are called *.json.
    if kind == .csl, seemingKind == .jsonLines { kind = .jsonLines }
    switch kind {
    case .jsonLines: try add(JSONLinesSource(lines, path: name), &report, &seen)
    case .markdown: try add(MarkdownSource(lines, path: name), &report, &seen)
    case .plainText: try add(PlainTextSource(lines, path: name), &report, &seen)
    case .nbib: try add(NBIBSource(lines, path: name), &report, &seen)
    case .ris: try add(RISSource(lines, path: name), &report, &seen)
    case .csl: try add(CSLSource(lines, path: name), &report, &seen)
    }
  }

  private mutating func add<Source: DocumentSource & ~Copyable>(
    _ source: consuming Source,
    _ report: inout ImportReport,
    _ seen: inout IdentifierSet
  ) throws {
    var record = DocumentRecord()
    while try source.next(&record) {
      guard seen.insert(record.identifier) else {
        report.repeated += 1
        continue
      }
      try add(record)
      report.documents += 1
    }
  }
}

/// Identifiers that came before, kept as hashes of 128 bits, of which no two of all that an index can
/// number are expected to meet.
private struct IdentifierSet {
  private struct Mark: Hashable {
    var first: UInt64
    var second: UInt64
  }

  private var marks: Set<Mark> = []

  /// False when the identifier was there.
  mutating func insert(_ identifier: [UInt8]) -> Bool {
    // FNV-1a, and the same with another prime and start.
    var mark = Mark(first: 0xCBF2_9CE4_8422_2325, second: 0x9E37_79B9_7F4A_7C15)
    for byte in identifier {
      mark.first = (mark.first ^ UInt64(byte)) &* 0x100_0000_01B3
      mark.second = (mark.second ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
      mark.second ^= mark.second >> 32
    }
    return marks.insert(mark).inserted
  }
}
