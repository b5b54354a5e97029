internal import Answering
internal import ArgumentParser
internal import Evidence

/// Proves that a saved reply quotes the corpus.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Proves that a saved reply still quotes the corpus, byte for byte.",
    discussion: "Exit status 0 when it does, 1 when it does not, 65 when the file is no reply."
  )

  @OptionGroup var corpus: CorpusOption

  @OptionGroup var form: FormOption

  @Option(help: "Write text, json or markdown.")
  var format: ResultFormat?

  @Argument(help: "A reply as --json wrote it, or - for standard input.", completion: .file())
  var reply: String

  func run() throws {
    let bytes = try InputFile.read(reply)
    let root = try CorpusLocation.find(corpus.corpus)
    let findings: [VerificationFinding]
    do {
      findings = try ReplyVerification.verify(bytes, corpus: root)
    } catch let error as CorpusError {
      throw CommandError.brokenCorpus(error.issues)
    } catch let error as VerificationError {
      throw CommandError.malformedReply(error.description)
    }
    var output = StandardOutput()
    try output.write(FindingList(findings).written(as: ResultFormat.chosen(format, form)))
    try output.flush()
    if findings.isEmpty { return StandardError.report("the reply quotes the corpus") }
    try ExitStatus.notCovered.end()
  }
}
