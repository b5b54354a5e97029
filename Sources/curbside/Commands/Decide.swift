internal import Answering
internal import ArgumentParser
internal import Evidence
internal import Glibc

/// Evaluates a decision model of any subject.
struct Decide: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Evaluates a DMN model, whatever it is about.",
    discussion: """
      The inputs are a YAML or JSON mapping of input to value; one that is not stated is null, and a \
      date, time or duration is a text. Exit status 0 when the model was evaluated, also to null.
      """
  )

  @OptionGroup var form: FormOption

  @Option(help: "Write text, json or markdown.")
  var format: ResultFormat?

  @Argument(
    help: ArgumentHelp("The model.", valueName: "model.dmn"),
    completion: .file(extensions: ["dmn"])
  )
  var model: String

  @Option(
    help: ArgumentHelp("The inputs, or - for standard input.", valueName: "file"),
    completion: .file()
  )
  var input: String?

  @Option(
    help: ArgumentHelp(
      "A decision or decision service; may be repeated. Without it all decisions.",
      valueName: "name"
    )
  )
  var decision: [String] = []

  @Flag(help: "Show the rules that matched, the decisions on the way, and why values are null.")
  var explain = false

  func run() throws {
    if unsafe access(model, R_OK) != 0 {
      throw CommandError.unreadable(FileError(path: model, code: errno))
    }
    let inputs = try readInputs()
    let report: ModelReport
    do throws(ModelFailure) {
      report = try ModelEvaluation(path: model).evaluate(decision, inputs: inputs)
    } catch {
      throw CommandError.modelFailure(error)
    }
    for problem in report.problems { StandardError.report(problem) }
    var output = StandardOutput()
    let shown = ModelReportLines(report: report, isExplained: explain)
    switch ResultFormat.chosen(format, form) {
    case .json: try output.write("\(report.json(explained: explain))\n")
    case .text: for line in shown.lines { try output.write("\(line)\n") }
    case .markdown: try output.write(shown.markdown)
    }
    try output.flush()
  }

  private func readInputs() throws(CommandError) -> StatedTree? {
    guard let input else { return nil }
    let bytes = try InputFile.read(input)
    do {
      return try StatedTree.read(bytes, named: InputFile.name(input))
    } catch {
      throw .brokenCorpus(error.issues)
    }
  }
}
