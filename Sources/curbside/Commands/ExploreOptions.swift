internal import Answering
internal import ArgumentParser
internal import Evidence

/// What a view of the evidence can be written as.
enum ViewFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, csv, html
}

/// The form of a view, shared by all commands that give one.
struct ViewOptions: ParsableArguments {
  @OptionGroup var corpus: CorpusOption

  @OptionGroup var form: FormOption

  @Option(help: "Write text, json, markdown, csv or html; csv holds the tables alone.")
  var format: ViewFormat?

  /// What is asked for; `--json` is another way to say it.
  var chosen: ViewFormat { format ?? (form.json ? .json : .text) }
}

/// A command that gives one view of the evidence.
protocol ViewCommand: ParsableCommand {
  var options: ViewOptions { get }

  /// What the command shows.
  ///
  /// - Throws: `CommandError` for a name that the evidence does not know.
  func view(_ base: EvidenceBase) throws -> EvidenceView

  /// What is written, with line ends.
  ///
  /// - Throws: As `view(_:)`.
  func text(_ base: EvidenceBase, _ style: OutputStyle) throws -> String
}

extension ViewCommand {
  func run() throws {
    let base = try EvidenceBase.open(options.corpus.corpus)
    var output = StandardOutput()
    try output.write(text(base, .standardOutput(options.form.form)))
    try output.flush()
  }

  func text(_ base: EvidenceBase, _ style: OutputStyle) throws -> String {
    text(of: try view(base), base, style)
  }

  /// The view in the form asked for, with line ends.
  func text(of view: EvidenceView, _ base: EvidenceBase, _ style: OutputStyle) -> String {
    switch options.chosen {
    case .text: ViewText(view: view, style: style).text
    case .json: "\(view.json(base.identity))\n"
    case .markdown: view.markdown
    case .csv: view.csv
    case .html: HTMLPage(view: view, identity: base.identity).text
    }
  }
}

extension EvidenceBase {
  /// Reads the corpus that `CorpusLocation` finds.
  ///
  /// - Throws: `CommandError`, with every issue of a broken corpus.
  static func open(_ option: String?) throws(CommandError) -> EvidenceBase {
    let root = try CorpusLocation.find(option)
    do throws(CorpusError) {
      return try EvidenceBase.read(corpus: root)
    } catch {
      throw .brokenCorpus(error.issues)
    }
  }
}
