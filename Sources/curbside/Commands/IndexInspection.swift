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

  func run() throws {
    let reader = try IndexFailure.reported(folder) { try DirectoryReader(path: folder) }
    var output = StandardOutput()
    try output.write(
      """
      documents  \(reader.documentCount)
      removed    \(reader.deletedCount)
      segments   \(reader.segmentCount)
      terms      \(reader.termCount)
      bytes      \(reader.size)
      positions  \(reader.hasPositions ? "stored" : "not stored")
      texts      \(reader.hasTexts ? "stored" : "not stored")

      """
    )
    try output.flush()
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
