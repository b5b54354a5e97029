internal import Glibc

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
    var paths: [(path: String, isListed: Bool)] = []
    for input in inputs {
      guard input != "-" else {
        paths.append((input, false))
        continue
      }
      let files = try InputFiles(input, kind: kind)
      report.skippedFiles += files.skipped
      paths += files.paths.map { ($0, files.isFolder) }
    }
    meter?.begin(.reading, total: Self.size(of: paths.map(\.path)))
    for (path, isListed) in paths { try add(file: path, isListed: isListed, kind, &report, &seen) }
    return report
  }

  /// Bytes of all files; nil where one is no regular file.
  private static func size(of paths: [String]) -> Int? {
    var size = 0
    for path in paths {
      guard path != "-", let status = try? FileSystem.status(path),
        status.st_mode & S_IFMT == S_IFREG
      else { return nil }
      size += Int(status.st_size)
    }
    return size
  }

  private mutating func add(
    file path: String,
    isListed: Bool,
    _ kind: DocumentKind?,
    _ report: inout ImportReport,
    _ seen: inout IdentifierSet
  ) throws {
    var lines = try InputLines(path: path, meter: meter)
    let name = path == "-" ? "standard input" : path
    let beginning = try lines.beginning()
    let seemingKind = DocumentKind(content: beginning)
    // In a folder there may be JSON of any kind.
    if isListed, kind == nil, DocumentKind(path: path) == .csl,
      !DocumentKind.holdsRecords(beginning)
    {
      report.skippedFiles += 1
      return
    }
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
      otherMemory = seen.size
      try add(record)
      meter?.addDocument()
      report.documents += 1
    }
  }
}
