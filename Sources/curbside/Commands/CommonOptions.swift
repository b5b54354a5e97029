internal import Answering
internal import ArgumentParser
internal import Evidence

/// Where the corpus lies.
struct CorpusOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The corpus folder; else CURBSIDE_CORPUS, else corpus here or beside the executable.",
      valueName: "dir"
    )
  )
  var corpus: String?

  /// Opens the corpus that the option, the environment or the default names.
  ///
  /// - Throws: `CommandError`.
  func open() throws -> Assistant {
    try Self.open(CorpusLocation.find(corpus))
  }

  /// Opens the corpus in a folder.
  ///
  /// - Throws: `CommandError.brokenCorpus` with every issue.
  static func open(_ root: String) throws -> Assistant {
    do {
      return try Assistant.open(corpus: root)
    } catch let error as CorpusError {
      throw CommandError.brokenCorpus(error.issues)
    }
  }
}

/// How text is laid out.
struct FormOption: ParsableArguments {
  @Flag(help: "Labelled lines without columns, colours or links, for a screen reader.")
  var plain = false

  /// The layout asked for.
  var form: OutputStyle.Form { plain ? .linear : .screen }
}
