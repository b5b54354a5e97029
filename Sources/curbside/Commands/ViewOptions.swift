internal import Answering
internal import ArgumentParser
internal import Evidence

/// What a view of the evidence can be written as.
enum ViewFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown, csv, html

  /// A view in this form, with line ends.
  ///
  /// - Parameters:
  ///   - view: What is shown.
  ///   - identity: Of the corpus that it comes from.
  ///   - style: Of text.
  /// - Returns: The same bytes for the same view.
  func text(of view: EvidenceView, _ identity: CorpusIdentity, _ style: OutputStyle) -> String {
    switch self {
    case .text: ViewText(view: view, style: style).text
    case .json: "\(view.json(identity))\n"
    case .markdown: view.markdown
    case .csv: view.csv
    case .html: HTMLPage(view: view, identity: identity).text
    }
  }
}

/// The form of a view, shared by all commands that give one.
struct ViewOptions: ParsableArguments {
  @OptionGroup var corpus: CorpusOption

  @OptionGroup var form: FormOption

  @Option(help: "Write text, json, markdown, csv or html; csv holds the tables alone.")
  var format: ViewFormat?

  @OptionGroup var reader: AudienceOption

  /// What is asked for; `--json` is another way to say it.
  var chosen: ViewFormat { format ?? (form.json ? .json : .text) }
}

/// For whom something is shown.
struct AudienceOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Explain terms below: clinician (none), trainee (abbreviations), layperson (all).",
      valueName: "reader"
    )
  )
  var audience: Choice<Audience>?
}
