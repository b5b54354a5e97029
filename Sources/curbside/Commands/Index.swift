internal import ArgumentParser
internal import Evidence
internal import Glibc
internal import Retrieval

/// Makes and changes an index over any collection of texts.
struct Index: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes and changes an index over any collection of texts.",
    discussion: """
      Inputs are JSON Lines with "_id", "text" and perhaps "title" (*.jsonl), Markdown by sections \
      (*.md), plain text (*.txt), PubMed exports (*.nbib), RIS (*.ris), CSL-JSON (*.json), folders of \
      these, and standard input as -. A name that says nothing leaves the kind to the content. Of \
      documents with the same id, the first of a run counts.
      """,
    subcommands: [
      IndexBuild.self, IndexAdd.self, IndexRemove.self, IndexMerge.self, IndexInfo.self,
      IndexVerify.self, IndexMeasure.self,
    ]
  )
}

/// Where words that searching treats on their own are listed, and how texts are kept.
struct IndexOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Memory for collecting, such as 256M or 2G.", valueName: "size"))
  var memory = MemorySize(bytes: 256 << 20)

  @Option(help: ArgumentHelp("Threads, 0 for as many as pay; one is used so far.", valueName: "n"))
  var threads = 0

  @Flag(
    inversion: .prefixedNo,
    help: """
      Store the texts, for phrases, fields, snippets and answers: by default, or as the index does that \
      documents are added to.
      """
  )
  var text: Bool?

  @Flag(inversion: .prefixedNo, help: "Store the order of words, to rank by proximity; likewise.")
  var positions: Bool?

  @Option(
    help: ArgumentHelp(
      "What all inputs are: jsonl, markdown, text, nbib, ris or csl; else by name and content.",
      valueName: "kind"
    )
  )
  var kind: DocumentKind?

  /// What the writer needs to know.
  ///
  /// - Parameter present: The index that is added to; nil for a new one.
  /// - Returns: What was asked for, and for the rest what that index does.
  func options(addingTo present: DirectoryReader? = nil) -> DirectoryWriter.Options {
    var options = DirectoryWriter.Options()
    options.memory = memory.bytes
    options.keepsTexts = text ?? present?.hasTexts ?? true
    options.keepsPositions = positions ?? present?.hasPositions ?? true
    return options
  }
}

extension DocumentKind: ExpressibleByArgument {}

extension ImportReport {
  /// Says on standard error what was passed over.
  func tell() {
    if skippedFiles > 0 {
      StandardError.report(
        "passed over \(skippedFiles) files that are hidden or of no known kind; name one to index it"
      )
    }
    if repeated > 0 {
      StandardError.report("passed over \(repeated) documents whose id came before")
    }
  }
}

/// A number of bytes as it is written on a command line.
struct MemorySize: ExpressibleByArgument, CustomStringConvertible {
  var bytes: Int

  init(bytes: Int) {
    self.bytes = bytes
  }

  init?(argument: String) {
    let units: [(String, Int)] = [("K", 10), ("M", 20), ("G", 30), ("", 0)]
    guard let (unit, shift) = units.first(where: { argument.hasSuffix($0.0) }),
      let number = Int(argument.dropLast(unit.count)), (1..<1 << 20).contains(number)
    else { return nil }
    bytes = number << shift
  }

  var description: String { "\(bytes >> 20)M" }
}

/// A new index.
struct IndexBuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Makes an index, in place of one that is there.",
    discussion: "The old index answers until the new one is complete, and stays if it is not."
  )

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "input"),
    completion: .file()
  )
  var inputs: [String]

  @Option(
    help: ArgumentHelp("The folder of the index.", valueName: "dir"),
    completion: .directory
  )
  var output: String

  @OptionGroup var corpus: CorpusOption

  @OptionGroup var index: IndexOptions

  func run() throws {
    let lexicon = try CorpusLocation.find(corpus.corpus)
    let words: IndexWords
    do throws(CorpusError) {
      words = try IndexWords.read("\(lexicon)/lexicon/index-words.yaml")
    } catch {
      throw CommandError.brokenCorpus(error.issues)
    }
    try IndexFailure.reported(output) {
      var writer = try DirectoryWriter(
        path: output,
        words: IndexedWords(stop: words.stop, asking: words.asking),
        options: index.options()
      )
      let report = try writer.add(inputs: inputs, kind: index.kind)
      try writer.commit()
      report.tell()
    }
  }
}

/// More documents.
struct IndexAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds documents to an index."
  )

  @Argument(
    help: ArgumentHelp("The folder of the index.", valueName: "dir"),
    completion: .directory
  )
  var folder: String

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "input"),
    completion: .file()
  )
  var inputs: [String]

  @OptionGroup var index: IndexOptions

  func run() throws {
    try IndexFailure.reported(folder) {
      var writer = try DirectoryWriter(
        path: folder,
        words: nil,
        options: index.options(addingTo: DirectoryReader(path: folder))
      )
      let report = try writer.add(inputs: inputs, kind: index.kind)
      try writer.commit()
      report.tell()
    }
  }
}

/// Fewer documents.
struct IndexRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Removes documents from an index by their ids.",
    discussion: "Exit status 1 when the index has none of them."
  )

  @Argument(
    help: ArgumentHelp("The folder of the index.", valueName: "dir"),
    completion: .directory
  )
  var folder: String

  @Argument(help: ArgumentHelp("Ids of documents.", valueName: "id"))
  var identifiers: [String]

  func run() throws {
    let removed = try IndexFailure.reported(folder) {
      let writer = try DirectoryWriter(path: folder, words: nil)
      return try writer.remove(Set(identifiers.map { Array($0.utf8) }))
    }
    var output = StandardOutput()
    try output.write("\(removed) removed\n")
    try output.flush()
    if removed == 0 { try ExitStatus.notCovered.end() }
  }
}

/// One segment out of many.
struct IndexMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Writes an index as one segment, without removed documents."
  )

  @Argument(
    help: ArgumentHelp("The folder of the index.", valueName: "dir"),
    completion: .directory
  )
  var folder: String

  func run() throws {
    try IndexFailure.reported(folder) {
      let writer = try DirectoryWriter(path: folder, words: nil)
      try writer.mergeAll()
    }
  }
}
