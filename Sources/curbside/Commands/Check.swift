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

  func run() throws {
    let root = try CorpusLocation.find(corpus.corpus)
    let issues = CorpusCheck.run(root)
    var output = StandardOutput()
    for issue in issues { try output.write("\(Sanitizer.visible(issue.description))\n") }
    try output.flush()
    if issues.isEmpty { return StandardError.report("the corpus holds: no findings") }
    StandardError.report(issues.count == 1 ? "1 finding" : "\(issues.count) findings")
    try ExitStatus.malformedInput.end()
  }
}
