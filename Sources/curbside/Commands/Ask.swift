internal import Answering
internal import ArgumentParser

/// One question, or a batch of them.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answers one question.",
    discussion: """
      The words of the question are joined by blanks; a single - reads it from standard input. \
      With --batch, each line of standard input is {"id","question"}, and each line of output a reply.
      """
  )

  @OptionGroup var corpus: CorpusOption

  @OptionGroup var form: FormOption

  @Option(
    help: ArgumentHelp(
      "Answer out of an index that ‘curbside index build’ made, not out of the protocol.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var index: String?

  @Option(help: ArgumentHelp("The most statements in an answer, 1 to 20.", valueName: "n"))
  var limit = AskInvocation.defaultLimit

  @Flag(help: "Read JSON Lines from standard input and write JSON Lines.")
  var batch = false

  @Flag(help: "Answer only from a protocol that has passed review.")
  var requireReviewed = false

  @Flag(help: "Show how each statement was scored, factor by factor.")
  var explain = false

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("The facts of a patient whom the question is about.", valueName: "file"),
    completion: .file()
  )
  var caseFile: String?

  @Option(help: "Write text, json or markdown.")
  var format: ResultFormat?

  @OptionGroup var reader: AudienceOption

  @Argument(help: ArgumentHelp("The question, or - for standard input.", valueName: "question"))
  var words: [String] = []

  func validate() throws {
    if !(1...20).contains(limit) { throw ValidationError("--limit takes a number from 1 to 20.") }
    if batch, !words.isEmpty { throw ValidationError("--batch reads standard input alone.") }
    if caseFile != nil, batch || explain {
      throw ValidationError("--case goes with one question, without --batch and --explain.")
    }
    if index != nil {
      if caseFile != nil || explain || requireReviewed || format == .markdown
        || reader.audience != nil
      {
        throw ValidationError(
          "--index goes with --json, --plain, --limit and --batch alone."
        )
      }
    }
    if batch, format != nil {
      throw ValidationError("--batch writes JSON Lines; leave --format out.")
    }
    if explain, form.json || batch || format == .json || format == .markdown {
      throw ValidationError("--explain is text; leave --json out.")
    }
    if !batch, words.isEmpty { throw ValidationError("Missing expected argument '<question>'.") }
  }

  private var output: AskInvocation.Output {
    if explain { return .explained }
    switch ResultFormat.chosen(format, form) {
    case .json: return .json
    case .markdown: return .markdown
    case .text: return .text
    }
  }

  func run() throws {
    let invocation = AskInvocation(
      corpus: corpus.corpus,
      form: form.form,
      output: output,
      limit: limit,
      audience: reader.audience?.kind,
      requiresReview: requireReviewed,
      caseFile: caseFile,
      words: words
    )
    if let index {
      let ask = IndexAsk(
        index: index,
        corpus: corpus.corpus,
        form: form.form,
        isJSON: ResultFormat.chosen(format, form) == .json,
        limit: limit
      )
      if batch { try ask.runBatch() } else { try ask.run(invocation.question()) }
    } else if batch {
      let batch = AskBatch(
        assistant: try invocation.openReviewed(),
        limit: limit,
        audience: reader.audience?.kind
      )
      try batch.run()
    } else {
      try invocation.run()
    }
  }
}
