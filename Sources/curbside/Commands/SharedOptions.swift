internal import ArgumentParser

/// Where the corpus lies.
struct CorpusOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The corpus folder; else CURBSIDE_CORPUS, else corpus here or beside the executable.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var corpus: String?
}

/// What a result that is neither a reply nor a view can be written as.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown

  /// What is asked for; `--json` is another way to say it.
  static func chosen(_ format: ResultFormat?, _ form: FormOption) -> ResultFormat {
    format ?? (form.json ? .json : .text)
  }
}

/// What answers are written as.
///
/// A group that commands share, because an option that a command and its parent declare each for
/// themselves goes to the parent alone.
struct FormOption: ParsableArguments {
  @Flag(help: "Write one JSON object for each reply.")
  var json = false

  @Flag(help: "Labelled lines without columns, colours or links, for a screen reader.")
  var plain = false

  /// The layout asked for.
  var form: OutputStyle.Form { plain ? .linear : .screen }
}
