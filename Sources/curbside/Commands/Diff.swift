internal import Answering
internal import ArgumentParser
internal import Evidence

/// What changes between two versions of a protocol.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what changes between two versions: claims, rules, answers, outcomes.",
    discussion: """
      Without --cases the worked cases of both versions are decided by both. Exit status 0 when nothing \
      changes, 1 when something does.
      """
  )

  @OptionGroup var form: FormOption

  @Option(help: "Write text, json, markdown, csv or html.")
  var format: ViewFormat?

  @Option(
    help: ArgumentHelp(
      #"Cases to decide, a line each: {"id","facts":{…}}, or the facts alone."#,
      valueName: "file"
    ),
    completion: .file()
  )
  var cases: String?

  @Option(
    help: ArgumentHelp(
      #"Questions to ask, a line each, bare or as {"id","question"}."#,
      valueName: "file"
    ),
    completion: .file()
  )
  var questions: String?

  @Argument(help: "The corpus folder of the old version.", completion: .directory)
  var old: String

  @Argument(help: "The corpus folder of the new version.", completion: .directory)
  var new: String

  func run() throws {
    for folder in [old, new] where !FileBytes.isFolder(folder) {
      throw CommandError.noCorpus(path: folder)
    }
    let difference: CorpusDifference
    do {
      difference = try CorpusDifference(
        old: old,
        new: new,
        questions: try questions.map(ProbeFile.questions) ?? [],
        cases: try cases.map(ProbeFile.cases)
      )
    } catch let error as CorpusError {
      throw CommandError.brokenCorpus(error.issues)
    }
    let identity = try EvidenceBase.open(new).identity
    var output = StandardOutput()
    let format = format ?? (form.json ? .json : .text)
    let text = format.text(of: difference.view, identity, .standardOutput(form.form))
    try output.write(text)
    try output.flush()
    if !difference.isEmpty { try ExitStatus.notCovered.end() }
  }
}
