/// Changes an index in a folder: one writer at a time, while readers keep what they opened.
///
/// A change is complete when the manifest is replaced by one that names the new files; whatever
/// happens before leaves the index as it was, and files that no manifest names are removed by the
/// next writer.
package struct DirectoryWriter: ~Copyable {
  /// How an index is built.
  package struct Options: Hashable, Sendable {
    /// How many bytes may be used, as far as what grows with each document and not with its text
    /// leaves room; documents are written out as a run before they are.
    package var memory = 256 << 20
    /// Whether texts are stored, for snippets.
    package var keepsTexts = true
    /// Whether the order of words is stored, for ranking by proximity.
    package var keepsPositions = true
    /// How many threads bring documents into runs; with more than one, another reads them.
    package var threads = 1

    /// As many threads as can run at once.
    package static var processors: Int { SystemThread.processors }

    /// The options as they are by default.
    package init() {}
  }

  private let path: String
  private let lock: WriterLock
  private let options: Options
  /// Told of progress, where somebody wants to know.
  let meter: ProgressMeter?
  private var manifest: Manifest
  private let analysis: WordAnalysis
  private var run: RunBuilder
  /// Where there are several threads, what they bring into runs.
  private var pool: RunPool?
  private var added: [Manifest.Segment] = []
  private var nextNumber: Int
  /// Bytes that others keep while documents are added.
  var otherMemory = 0

  /// What the process takes beside documents: the program, input and output.
  private static let baseMemory = 32 << 20
  /// The most runs that are merged at once; each takes memory for what is read of it.
  private static let mostRuns = 24

  /// Opens a folder for writing.
  ///
  /// - Parameters:
  ///   - path: The folder; made if it is missing.
  ///   - words: Of a new index; nil to add to the one that is there.
  ///   - options: How texts are kept.
  ///   - meter: Told of progress.
  /// - Throws: `IndexError.locked` when another process is writing.
  package init(
    path: String,
    words: IndexedWords?,
    options: Options = Options(),
    meter: ProgressMeter? = nil
  ) throws(IndexError) {
    if words != nil {
      try IndexError.writing { () throws(SystemError) in try FileSystem.makeFolder(path) }
    }
    let lock = try WriterLock(folder: path)
    let manifest = try Self.manifest(path, words)
    try Self.removeUnnamedFiles(path)
    self.path = path
    self.lock = lock
    self.options = options
    self.meter = meter
    self.manifest = manifest
    analysis = WordAnalysis(manifest.words)
    run = RunBuilder(
      analysis: analysis,
      keepsTexts: options.keepsTexts,
      keepsPositions: options.keepsPositions
    )
    if options.threads > 1 { pool = RunPool(manifest.words, options, folder: path) }
    nextNumber = manifest.nextNumber
  }

  /// The manifest to begin with: an empty one for a new index, which keeps counting files where an
  /// index in the folder stopped.
  private static func manifest(
    _ path: String,
    _ words: IndexedWords?
  ) throws(IndexError) -> Manifest {
    let present: Manifest?
    do throws(IndexError) {
      present = try Manifest(MappedBytes(path: "\(path)/\(Manifest.fileName)"))
    } catch {
      if words == nil { throw error }
      present = nil
    }
    guard let words else { return present ?? Manifest(words: IndexedWords(stop: [], asking: [])) }
    var manifest = Manifest(words: words)
    manifest.nextNumber = present?.nextNumber ?? 1
    return manifest
  }

  /// Adds a document.
  package mutating func add(_ record: DocumentRecord) throws(IndexError) {
    let memory = collectingMemory
    if pool != nil {
      try pool?.add(record, memory: memory)
      return
    }
    run.add(
      identifier: record.identifier.span,
      title: record.title.span,
      text: record.text.span
    )
    if run.size > memory { try spill() }
  }

  /// Bytes for what is being collected.
  private var collectingMemory: Int {
    let other = min(Self.baseMemory + otherMemory, options.memory / 2)
    return (options.memory - other) / 8 * 7
  }

  private mutating func spill() throws(IndexError) {
    guard run.documentCount > 0 else { return }
    let number = nextNumber
    try run.write(to: "\(path)/\(Manifest.segmentName(number))")
    addRun(documentCount: run.documentCount, tokenCount: run.tokenCount)
    run.removeAll()
  }

  /// Takes what the threads have written.
  private mutating func takeRuns() throws(IndexError) {
    let memory = collectingMemory
    for run in try pool?.finish(memory: memory) ?? [] {
      let path = "\(path)/\(Manifest.segmentName(nextNumber))"
      try IndexError.writing { () throws(SystemError) in try FileSystem.rename(run.path, to: path) }
      addRun(documentCount: run.documentCount, tokenCount: run.tokenCount)
    }
    pool = nil
  }

  private mutating func addRun(documentCount: Int, tokenCount: Int) {
    added.append(
      Manifest.Segment(
        number: nextNumber,
        deletions: 0,
        documentCount: documentCount,
        tokenCount: tokenCount
      )
    )
    nextNumber += 1
  }

  /// Makes what was added part of the index, as one segment, in place of documents with the same
  /// identifiers that it had.
  package consuming func commit() throws(IndexError) {
    try spill()
    try takeRuns()
    run = RunBuilder(analysis: analysis, keepsTexts: false, keepsPositions: false)
    try mergeRuns()
    if !manifest.segments.isEmpty {
      var identifiers = IdentifierSet()
      for segment in added {
        let segment = try part(segment).segment
        var cursor = IdentifierCursor(segment)
        while try cursor.next() { identifiers.insert(cursor.identifier) }
      }
      _ = try markRemoved(identifiers)
    }
    manifest.segments += added
    try replaceManifest()
  }

  /// Brings the runs into one segment, in several steps where there are many.
  private mutating func mergeRuns() throws(IndexError) {
    while added.count > 1 {
      var merged: [Manifest.Segment] = []
      for start in stride(from: 0, to: added.count, by: Self.mostRuns) {
        let group = Array(added[start..<min(start + Self.mostRuns, added.count)])
        guard group.count > 1 else {
          merged += group
          continue
        }
        merged.append(try self.merged(group))
        // No manifest names them.
        for run in group { FileSystem.remove("\(path)/\(Manifest.segmentName(run.number))") }
      }
      added = merged
    }
  }

  /// Writes all segments as one.
  package consuming func mergeAll() throws(IndexError) {
    manifest.segments = [try merged(manifest.segments)]
    try replaceManifest()
  }

  /// Removes documents by their identifiers.
  ///
  /// - Returns: How many there were.
  package consuming func remove(_ identifiers: Set<[UInt8]>) throws(IndexError) -> Int {
    let removed = try markRemoved(IdentifierSet(identifiers))
    if removed > 0 { try replaceManifest() }
    return removed
  }

  /// Writes new files of deletions, and names them in the manifest that is to come.
  private mutating func markRemoved(_ identifiers: IdentifierSet) throws(IndexError) -> Int {
    var removed = 0
    for index in manifest.segments.indices {
      let part = try part(manifest.segments[index])
      var deletions = part.deletions ?? Deletions(documentCount: part.segment.documentCount)
      let before = deletions.count
      var cursor = IdentifierCursor(part.segment)
      while try cursor.next() {
        if identifiers.contains(cursor.identifier) { _ = deletions.insert(cursor.document) }
      }
      guard deletions.count > before else { continue }
      removed += deletions.count - before
      manifest.segments[index].deletions = nextNumber
      let bytes = deletions.bytes(documentCount: part.segment.documentCount)
      try write(bytes, to: Manifest.deletionsName(nextNumber))
      nextNumber += 1
    }
    return removed
  }

  private func part(_ entry: Manifest.Segment) throws(IndexError) -> DirectoryReader.Part {
    let segment = try SegmentReader(path: "\(path)/\(Manifest.segmentName(entry.number))")
    var deletions: Deletions?
    if entry.deletions > 0 {
      deletions = try Deletions(
        MappedBytes(path: "\(path)/\(Manifest.deletionsName(entry.deletions))"),
        documentCount: segment.documentCount
      )
    }
    return DirectoryReader.Part(segment: segment, deletions: deletions, firstNumber: 0)
  }

  private mutating func merged(
    _ segments: [Manifest.Segment]
  ) throws(IndexError) -> Manifest.Segment {
    var parts: [DirectoryReader.Part] = []
    for segment in segments { parts.append(try part(segment)) }
    var merger = try SegmentMerger(parts, meter: meter)
    let number = nextNumber
    nextNumber += 1
    let counts = try merger.write(to: "\(path)/\(Manifest.segmentName(number))")
    return Manifest.Segment(
      number: number,
      deletions: 0,
      documentCount: counts.documents,
      tokenCount: counts.tokens
    )
  }

  private mutating func replaceManifest() throws(IndexError) {
    manifest.nextNumber = nextNumber
    let temporary = "\(Manifest.fileName).new"
    try write(manifest.bytes, to: temporary)
    try syncFolder()
    try IndexError.writing { () throws(SystemError) in
      try FileSystem.rename("\(path)/\(temporary)", to: "\(path)/\(Manifest.fileName)")
    }
    try syncFolder()
    try Self.removeUnnamedFiles(path)
  }

  private func write(_ bytes: [UInt8], to name: String) throws(IndexError) {
    var file = try OutputFile(path: "\(path)/\(name)")
    try file.append(bytes)
    try file.finish(head: [])
  }

  /// Waits until the names in the folder are on the disk.
  private func syncFolder() throws(IndexError) {
    try IndexError.writing { () throws(SystemError) in
      try FileDescriptor(path, for: .syncingFolder).sync()
    }
  }

  /// Removes files of the index that its manifest does not name.
  private static func removeUnnamedFiles(_ path: String) throws(IndexError) {
    var named: Set<String> = [Manifest.fileName, WriterLock.fileName]
    // An index that is being replaced stays until the new manifest is there.
    let present = try? Manifest(MappedBytes(path: "\(path)/\(Manifest.fileName)"))
    for segment in present?.segments ?? [] {
      named.insert(Manifest.segmentName(segment.number))
      named.insert(Manifest.deletionsName(segment.deletions))
    }
    let names = try IndexError.reading { () throws(SystemError) in try FileSystem.names(in: path) }
    for name in names {
      let isOurs = name.hasSuffix(".segment") || name.hasSuffix(".deletions")
      if isOurs || name == "\(Manifest.fileName).new", !named.contains(name) {
        FileSystem.remove("\(path)/\(name)")
      }
    }
  }
}
