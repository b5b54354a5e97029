internal import Answering
internal import ArgumentParser
internal import Evidence
internal import Glibc

/// The command line.
@main
struct Curbside: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "curbside",
    abstract: "Answers questions on a clinical protocol in its own cited words, offline.",
    discussion: """
      Without a command: a prompt on a terminal; otherwise one question per line of standard input.
      Exit status: 0 answered, 1 not covered, 2 facts needed, 3 not reviewed, 64 usage, 65 malformed \
      input, 66 no such input, 74 input/output error.
      Educational; not a substitute for clinical judgment.
      """,
    subcommands: [
      Ask.self, Resolve.self, Replay.self, Case.self, Extract.self, Decide.self, Tck.self,
      Check.self, Verify.self, Explore.self, Diff.self, Index.self, Search.self,
    ]
  )

  /// The version of the program, not of a corpus.
  static let version = "0.1.0"

  @OptionGroup var corpus: CorpusOption

  @OptionGroup var form: FormOption

  @OptionGroup var reader: AudienceOption

  @Flag(help: "Write nothing: no history of the prompt, which is not read either, no cache.")
  var `private` = false

  @Option(
    help: ArgumentHelp(
      "The day from which dates of a case are counted; the prompt takes it from the clock.",
      valueName: "yyyy-mm-dd"
    )
  )
  var today: String?

  @Flag(help: "Show the version of the program and of its corpus.")
  var version = false

  static func main() {
    // A reader who leaves ends a run through EPIPE, which is quiet.
    _ = signal(SIGPIPE, SIG_IGN)
    do {
      try checkArguments()
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let ask = AskInvocation(frequentForm: arguments) {
        try ask.run()
      } else if let decided = CaseInvocation(frequentForm: arguments) {
        try decided.run()
      } else if let search = SearchInvocation(frequentForm: arguments) {
        try search.run()
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch let end as ExitCode {
      Glibc.exit(end.rawValue)
    } catch let error as CommandError {
      StandardError.report(error.description)
      Glibc.exit(error.exitStatus.rawValue)
    } catch {
      exit(withError: error)
    }
  }

  func validate() throws {
    if let today, !TextCase.isDay(today) {
      throw ValidationError("--today takes a day such as 2025-11-05.")
    }
  }

  mutating func run() throws {
    if version { return try showVersion() }
    let access: CacheAccess = `private` ? .readsOnly : .readsAndWrites
    let assistant = try CorpusLocation.open(corpus.corpus, cache: access)
    if !form.json, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      let loop = PromptLoop(
        assistant: assistant,
        form: form.form,
        history: `private` ? .none : History.standard(),
        corpus: corpus.corpus,
        today: today ?? Today.iso,
        audience: reader.audience?.kind
      )
      try MainActor.assumeIsolated { try loop.run() }
    } else {
      let lines = QuestionLines(
        assistant: assistant,
        style: .standardOutput(form.form),
        corpus: corpus.corpus,
        today: today,
        audience: reader.audience?.kind
      )
      try lines.run(as: form.json ? .json : .text)
    }
  }

  private func showVersion() throws {
    var output = StandardOutput()
    var line = "curbside \(Self.version)"
    if (try? CorpusLocation.find(corpus.corpus)) != nil {
      let identity = try CorpusLocation.open(corpus.corpus).identity
      line += " · \(identity.protocolID) \(identity.version) (\(identity.standing))"
      line += " · digest \(identity.digest.prefix(12))"
    } else {
      line += " · no corpus found"
    }
    try output.write("\(Sanitizer.visible(line))\n")
    try output.flush()
  }

  /// Swift replaces what is not UTF-8 in an argument, so the bytes are looked at first.
  private static func checkArguments() throws(CommandError) {
    for index in 0..<Int(CommandLine.argc) {
      guard let pointer = unsafe CommandLine.unsafeArgv[index] else { continue }
      if unsafe String(validatingCString: pointer) == nil { throw .notUTF8(.argument(index)) }
    }
  }
}
