internal import Answering
internal import ArgumentParser
internal import Evidence

/// An exported conversation once more.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Repeats an exported conversation.",
    discussion: """
      Writes what .export wrote at the prompt, from the questions alone: the same bytes where the corpus \
      and the program are the same.
      """
  )

  @OptionGroup var corpus: CorpusOption

  @Argument(
    help: ArgumentHelp("The exported session.", valueName: "file"),
    completion: .file()
  )
  var file: String

  func run() throws {
    let events = try SessionFile.read(file)
    let assistant = try CorpusLocation.open(corpus.corpus)
    var record = SessionRecord(assistant)
    var output = StandardOutput()
    try output.write("\(record.lines[0])\n")
    for event in events {
      record.add(event)
      try output.write("\(record.lines[record.lines.count - 1])\n")
    }
    try output.flush()
  }
}
