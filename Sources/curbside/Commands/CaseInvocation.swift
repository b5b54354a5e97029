internal import Answering
internal import Dialogue
internal import Evidence

/// One case with all that the command line says about it.
struct CaseInvocation {
  /// The value of `--corpus`.
  var corpus: String?
  var form: OutputStyle.Form = .screen
  var format = ReplyFormat.text
  /// For whom; nil adds nothing.
  var audience: Audience?
  /// The file with the facts, `-` for standard input.
  var file: String?
  /// The file with a FHIR resource, `-` for standard input.
  var fhir: String?
  /// Facts that replace those of the file.
  var settings: [(name: String, value: String)] = []
  /// The case in words, `-` for standard input.
  var text: String?
  /// The day from which dates in the words are counted.
  var today: String?
  var questions = CaseQuestions()
  /// Whether only a protocol that has passed review may decide.
  var requiresReview = false

  /// Decides, and writes the reply.
  ///
  /// - Throws: `ExitCode` where facts are missing, `CommandError` for what went wrong.
  func run() throws {
    let sheet = try sheet()
    let assistant = try CorpusLocation.open(corpus, requiresReview: requiresReview)
    var questions = questions
    // Neither the text nor a proof in it shows which facts a decision used.
    questions.areDetailsWanted = format != .text || !questions.isEmpty
    var reply: Reply
    do {
      if let words = try words() {
        let screened = assistant.identifiers.screen(words)
        reply = try assistant.decide(TextCase(screened.text, today: today), sheet, questions)
        reply.identifiers = screened.kinds
      } else {
        reply = try assistant.decide(sheet, questions)
      }
    } catch let error as CaseError {
      throw CommandError.badCase(error.problems)
    }
    if let audience { reply = assistant.explaining(reply, for: audience) }
    var output = StandardOutput()
    let written = reply.written(as: format, .standardOutput(form)) { claim in
      assistant.passage(of: claim)?.strength ?? ""
    }
    try output.write(written)
    try output.flush()
    try ExitStatus(reply.status).end()
  }

  private func words() throws(CommandError) -> String? {
    guard let text else { return nil }
    if text != "-" { return text }
    guard let words = String(validating: try InputFile.read("-"), as: UTF8.self) else {
      throw .notUTF8(.standardInput)
    }
    return words
  }

  private func sheet() throws(CommandError) -> FactSheet {
    var sheet =
      try file.map { path throws(CommandError) in try FactSheet(file: path) } ?? FactSheet()
    if let fhir { sheet.facts += try facts(of: fhir) }
    sheet.facts += settings.map { StatedFact(id: $0.name, value: StatedValue(plain: $0.value)) }
    return sheet
  }
}

extension CaseInvocation {
  /// The facts of a FHIR resource; what the mapping does not know is named on standard error.
  private func facts(of path: String) throws(CommandError) -> [StatedFact] {
    let bytes = try InputFile.read(path)
    let root = try CorpusLocation.find(corpus)
    do {
      let resource = try FHIRFacts(bytes, corpus: root)
      for item in resource.unmapped { StandardError.report("not mapped to a fact: \(item)") }
      return resource.facts
    } catch let problem as FHIRFacts.Problem {
      throw .malformedResource(problem)
    } catch let error as CorpusError {
      throw .brokenCorpus(error.issues)
    } catch {
      throw .malformedResource(.noResource)
    }
  }
}

extension CaseInvocation {
  /// Reads the most frequent form of the command line, `case` with a file and `--json` or `--plain`,
  /// and is `nil` for every other; the argument parser reads those.
  ///
  /// - Parameter arguments: Without the program's name.
  init?(frequentForm arguments: [String]) {
    guard arguments.first == "case" else { return nil }
    for argument in arguments.dropFirst() {
      switch argument {
      case "--json": format = .json
      case "--plain": form = .linear
      default:
        let isOption = argument != "-" && argument.utf8.first == UInt8(ascii: "-")
        if isOption || file != nil { return nil }
        file = argument
      }
    }
    if file == nil { return nil }
  }
}
