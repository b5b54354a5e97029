internal import Answering
internal import ArgumentParser
internal import Evidence

/// Proves a corpus.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Proves a corpus: each finding on a line, as file:line: sentence.",
    discussion: "Exit status 0 without a finding, 65 with one."
  )

  @OptionGroup var corpus: CorpusOption

  @OptionGroup var form: FormOption

  @Option(help: "Write text, json or markdown.")
  var format: ResultFormat?

  func run() throws {
    let root = try CorpusLocation.find(corpus.corpus)
    let issues = CorpusCheck.run(root)
    var output = StandardOutput()
    try output.write(FindingList(issues).written(as: ResultFormat.chosen(format, form)))
    try output.flush()
    if issues.isEmpty { return StandardError.report("the corpus holds: no findings") }
    StandardError.report(issues.count == 1 ? "1 finding" : "\(issues.count) findings")
    try ExitStatus.malformedInput.end()
  }
}
