internal import Answering
internal import ArgumentParser

/// Decides a case.
struct Case: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Decides a patient's case by the protocol's rules.",
    discussion: """
      A case is a YAML or JSON mapping of fact to value, with `sites:` for several lesions; a number \
      may be an interval such as "< 10" or "25..28", and what is not stated is unknown, never no. \
      Exit status 0 when every decision that applies is made, 2 when more facts are needed.
      """
  )

  @OptionGroup var corpus: CorpusOption

  @OptionGroup var form: FormOption

  @Argument(
    help: ArgumentHelp("The facts, or - for standard input.", valueName: "file"),
    completion: .file()
  )
  var file: String?

  @Option(
    help: ArgumentHelp(
      "The case in a clinician's words, or - for standard input.",
      valueName: "words"
    )
  )
  var text: String?

  @Option(
    help: ArgumentHelp(
      "The day from which the dates of --text are counted.",
      valueName: "yyyy-mm-dd"
    )
  )
  var today: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A fact that replaces one of the file; may be repeated.",
      valueName: "id=value"
    )
  )
  var settings: [Assignment] = []

  @Option(
    help: ArgumentHelp("Show why a decision came out as it did.", valueName: "decision"),
    completion: CorpusNames.decisions
  )
  var why: [String] = []

  @Option(
    help: ArgumentHelp("Show why an outcome did not come.", valueName: "decision=outcome")
  )
  var whyNot: [Assignment] = []

  @Option(
    help: ArgumentHelp(
      "Show the fewest changes that give an outcome.",
      valueName: "decision=outcome"
    )
  )
  var change: [Assignment] = []

  @Option(help: ArgumentHelp("A fact that --change leaves as it is.", valueName: "id"))
  var keep: [String] = []

  @Option(help: "Write text, json, markdown or cds-hooks (cards of CDS Hooks 2.0).")
  var format: ReplyFormat?

  @OptionGroup var reader: AudienceOption

  @Option(
    help: ArgumentHelp(
      "The facts as a QuestionnaireResponse or Bundle of FHIR R4, or - for standard input.",
      valueName: "file"
    ),
    completion: .file()
  )
  var fhir: String?

  @Flag(help: "Decide only by a protocol that has passed review.")
  var requireReviewed = false

  func validate() throws {
    if file == nil, settings.isEmpty, text == nil, fhir == nil {
      throw ValidationError("Missing expected argument '<file>', --text, or --set with a fact.")
    }
    if fhir != nil, file != nil || text != nil {
      throw ValidationError("A case is a file, a text or a FHIR resource, one of them.")
    }
    if file != nil, text != nil { throw ValidationError("A case is a file or a text, not both.") }
    if let today {
      if text == nil { throw ValidationError("--today belongs to --text.") }
      if !TextCase.isDay(today) { throw ValidationError("--today takes a day such as 2025-11-05.") }
    }
  }

  func run() throws {
    var invocation = CaseInvocation()
    invocation.corpus = corpus.corpus
    invocation.form = form.form
    invocation.format = ReplyFormat.chosen(format, form)
    invocation.audience = reader.audience?.kind
    invocation.fhir = fhir
    invocation.file = file
    invocation.settings = settings.map { ($0.name, $0.value) }
    invocation.text = text
    invocation.today = today
    invocation.requiresReview = requireReviewed
    invocation.questions.why = why
    invocation.questions.whyNot = whyNot.map { ($0.name, $0.value) }
    invocation.questions.changes = change.map { ($0.name, $0.value) }
    invocation.questions.fixed = keep
    try invocation.run()
  }
}

/// A name and a value with a `=` between them.
struct Assignment: ExpressibleByArgument {
  let name: String
  let value: String

  init?(argument: String) {
    guard let sign = argument.firstIndex(of: "=") else { return nil }
    name = String(argument[..<sign]).trimmingBlanks
    value = String(argument[argument.index(after: sign)...]).trimmingBlanks
    if name.isEmpty { return nil }
  }
}
