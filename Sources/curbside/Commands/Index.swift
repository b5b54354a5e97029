internal import ArgumentParser
internal import Evidence
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

  @OptionGroup var progress: ProgressOption

  func run() throws {
    let lexicon = try CorpusLocation.find(corpus.corpus)
    let words: IndexWords
    do throws(CorpusError) {
      words = try IndexWords.read("\(lexicon)/lexicon/index-words.yaml")
    } catch {
      throw CommandError.brokenCorpus(error.issues)
    }
    try IndexFailure.reported(output) {
      let report = try progress.showing { meter in
        var writer = try DirectoryWriter(
          path: output,
          words: IndexedWords(stop: words.stop, asking: words.asking),
          options: index.options(),
          meter: meter
        )
        let report = try writer.add(inputs: inputs, kind: index.kind)
        try writer.commit()
        return report
      }
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

  @OptionGroup var progress: ProgressOption

  func run() throws {
    try IndexFailure.reported(folder) {
      let report = try progress.showing { meter in
        var writer = try DirectoryWriter(
          path: folder,
          words: nil,
          options: index.options(addingTo: DirectoryReader(path: folder)),
          meter: meter
        )
        let report = try writer.add(inputs: inputs, kind: index.kind)
        try writer.commit()
        return report
      }
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

  @OptionGroup var progress: ProgressOption

  func run() throws {
    try IndexFailure.reported(folder) {
      try progress.showing { meter in
        let writer = try DirectoryWriter(path: folder, words: nil, meter: meter)
        try writer.mergeAll()
      }
    }
  }
}
