internal import Answering
internal import ArgumentParser
internal import Retrieval

/// What an index holds.
struct IndexInfo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info",
    abstract: "Shows what an index holds."
  )

  @Argument(
    help: ArgumentHelp("The folder of the index.", valueName: "dir"),
    completion: .directory
  )
  var folder: String

  @OptionGroup var form: FormOption

  @Option(help: "Write text, json or markdown.")
  var format: ResultFormat?

  func run() throws {
    let reader = try IndexFailure.reported(folder) { try DirectoryReader(path: folder) }
    let counts = [
      ("documents", Int(reader.documentCount)), ("removed", Int(reader.deletedCount)),
      ("segments", Int(reader.segmentCount)), ("terms", Int(reader.termCount)),
      ("bytes", Int(reader.size)),
    ]
    let parts = [("positions", reader.hasPositions), ("texts", reader.hasTexts)]
    var output = StandardOutput()
    switch ResultFormat.chosen(format, form) {
    case .json: try output.write("\(Self.json(counts, parts))\n")
    case .text, .markdown:
      let mark = ResultFormat.chosen(format, form) == .markdown ? "- " : ""
      let width = mark.isEmpty ? 11 : 0
      let words = counts.map { ($0.0, "\($0.1)") } + parts.map { ($0.0, Self.stored($0.1)) }
      for (name, value) in words {
        let gap = String(repeating: " ", count: max(width - name.utf8.count, 1))
        try output.write("\(mark)\(name)\(gap)\(value)\n")
      }
    }
    try output.flush()
  }

  private static func stored(_ isStored: Bool) -> String { isStored ? "stored" : "not stored" }

  /// One line of the schema `curbside.index/1`.
  private static func json(_ counts: [(String, Int)], _ parts: [(String, Bool)]) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.key("schema")
      $0.string("curbside.index/1")
      for (name, count) in counts {
        $0.key(name)
        $0.number(count)
      }
      for (name, isStored) in parts {
        $0.key(name)
        $0.bool(isStored)
      }
    }
    return writer.text
  }
}

/// Whether an index is whole.
struct IndexVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks every byte of an index.",
    discussion: "Exit status 65 when it is damaged."
  )

  @Argument(
    help: ArgumentHelp("The folder of the index.", valueName: "dir"),
    completion: .directory
  )
  var folder: String

  func run() throws {
    try IndexFailure.reported(folder) { try DirectoryReader(path: folder).verify() }
    var output = StandardOutput()
    try output.write("the index is whole\n")
    try output.flush()
  }
}
