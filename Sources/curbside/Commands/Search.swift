internal import ArgumentParser
internal import Glibc
internal import Retrieval

/// Searches an index.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Searches an index.",
    discussion: """
      A line for each document, best first: score, id, and the beginning of the text where it is stored. \
      With --batch, each line of standard input is {"_id","text"}, and each line of output \
      {"_id","us","hits":[["id",score]]}, after a line {"open_us"}. Exit status 1 when nothing is found.
      """
  )

  @Argument(help: ArgumentHelp("The folder of the index.", valueName: "dir"))
  var folder: String

  @Argument(help: ArgumentHelp("The words to search for.", valueName: "query"))
  var words: [String] = []

  @Option(help: ArgumentHelp("The most documents, 1 to 100000.", valueName: "k"))
  var limit = SearchInvocation.defaultLimit

  @Flag(help: "Read JSON Lines from standard input and write JSON Lines.")
  var batch = false

  func validate() throws {
    if !SearchInvocation.limits.contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 100000.")
    }
    if batch, !words.isEmpty { throw ValidationError("--batch reads standard input alone.") }
    if !batch, words.isEmpty { throw ValidationError("Missing expected argument '<query>'.") }
  }

  func run() throws {
    try SearchInvocation(folder: folder, words: words, limit: limit, isBatch: batch).run()
  }
}
