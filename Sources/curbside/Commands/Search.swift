internal import ArgumentParser
internal import Glibc
internal import Retrieval

/// Searches an index.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Searches an index.",
    discussion: """
      A document must have each "phrase" and each title:word or text:word; other words, prefix* and \
      similar~ count where they occur, and -word leaves documents out. Quote the query for the shell, \
      and write -- before one that begins with a minus.

      Best first: score, id, title, and the sentences that fit best. With --batch, each line of \
      standard input is {"_id","text"}, read as words alone, and each line of output \
      {"_id","us","hits":[["id",score]]}, after a line {"open_us"}. Exit status 1 when nothing is found.
      """
  )

  @Argument(
    help: ArgumentHelp("The folder of the index.", valueName: "dir"),
    completion: .directory
  )
  var folder: String

  @Argument(help: ArgumentHelp("The words to search for.", valueName: "query"))
  var words: [String] = []

  @Option(help: ArgumentHelp("The most documents, 1 to 100000.", valueName: "k"))
  var limit = SearchInvocation.defaultLimit

  @Flag(help: "Rank by every word that is no stop word, without proximity.")
  var everyWord = false

  @OptionGroup var scoring: ScoringOptions

  @Flag(
    help: "Score all documents exactly, to measure what a fast search rounds off; words alone."
  )
  var exact = false

  @OptionGroup var form: FormOption

  @Option(help: "Write text, json or markdown.")
  var format: ResultFormat?

  @Flag(help: "Show what each term gives to a score.")
  var explain = false

  @Flag(help: "Read JSON Lines from standard input and write JSON Lines.")
  var batch = false

  func validate() throws {
    if !SearchInvocation.limits.contains(limit) {
      throw ValidationError("--limit takes a number from 1 to 100000.")
    }
    if batch, !words.isEmpty { throw ValidationError("--batch reads standard input alone.") }
    if explain, format == .markdown {
      throw ValidationError("--explain goes with text and json.")
    }
    if scoring.abbreviations == "-", batch {
      throw ValidationError("--batch reads standard input; name a file for --abbreviations.")
    }
    if batch || everyWord || exact, explain {
      throw ValidationError("--explain goes with one query, without --every-word and --exact.")
    }
    if batch, form.json || form.plain || format != nil {
      throw ValidationError("--batch has its own form; leave --json, --format and --plain out.")
    }
    if !batch, words.isEmpty { throw ValidationError("Missing expected argument '<query>'.") }
  }

  private var chosenForm: SearchInvocation.Form {
    switch ResultFormat.chosen(format, form) {
    case .text: .text(form.form)
    case .json: .json
    case .markdown: .markdown
    }
  }

  func run() throws {
    try SearchInvocation(
      folder: folder,
      words: words,
      limit: limit,
      isBatch: batch,
      everyWord: everyWord,
      model: scoring.model,
      evaluation: exact ? .exact : .fast,
      abbreviations: scoring.abbreviations,
      feedback: scoring.relevanceFeedback,
      form: chosenForm,
      explains: explain
    )
    .run()
  }
}
