internal import Answering
internal import ArgumentParser
internal import Evidence

/// What changes between two versions of a protocol.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what changes between two versions: claims, rules, answers, outcomes.",
    discussion: """
      Without --cases the worked cases of both versions are decided by both. Exit status 0 when nothing \
      changes, 1 when something does.
      """
  )

  @OptionGroup var form: FormOption

  @Option(help: "Write text, json, markdown, csv or html.")
  var format: ViewFormat?

  @Option(
    help: ArgumentHelp(
      #"Cases to decide, a line each: {"id","facts":{…}}, or the facts alone."#,
      valueName: "file"
    )
  )
  var cases: String?

  @Option(
    help: ArgumentHelp(
      #"Questions to ask, a line each, bare or as {"id","question"}."#,
      valueName: "file"
    )
  )
  var questions: String?

  @Argument(help: "The corpus folder of the old version.")
  var old: String

  @Argument(help: "The corpus folder of the new version.")
  var new: String

  func run() throws {
    for folder in [old, new] where !FileBytes.isFolder(folder) {
      throw CommandError.noCorpus(path: folder)
    }
    let difference: CorpusDifference
    do {
      difference = try CorpusDifference(
        old: old,
        new: new,
        questions: try questions.map(ProbeFile.questions) ?? [],
        cases: try cases.map(ProbeFile.cases)
      )
    } catch let error as CorpusError {
      throw CommandError.brokenCorpus(error.issues)
    }
    let identity = try EvidenceBase.open(new).identity
    var output = StandardOutput()
    try output.write(text(difference.view, identity))
    try output.flush()
    if !difference.isEmpty { try ExitStatus.notCovered.end() }
  }

  private func text(_ view: EvidenceView, _ identity: CorpusIdentity) -> String {
    switch format ?? (form.json ? .json : .text) {
    case .text: ViewText(view: view, style: .standardOutput(form.form)).text
    case .json: "\(view.json(identity))\n"
    case .markdown: view.markdown
    case .csv: view.csv
    case .html: HTMLPage(view: view, identity: identity).text
    }
  }
}

/// Files of questions and of cases, a line each.
enum ProbeFile {
  /// The questions of a file.
  static func questions(_ path: String) throws -> [CorpusDifference.Probe<String>] {
    try lines(path).map { number, line in
      if line.first != "{" { return .init(name: line, content: line) }
      let tree = try tree(line, path, number)
      guard let question = tree["question"]?.text else {
        throw malformed(path, number, .missing(key: "question"))
      }
      return .init(name: tree["id"]?.text ?? question, content: question)
    }
  }

  /// The cases of a file.
  static func cases(_ path: String) throws -> [CorpusDifference.Probe<FactSheet>] {
    try lines(path).map { number, line in
      let tree = try tree(line, path, number)
      let sheet = FactSheet(tree["facts"] ?? tree)
      return .init(name: tree["id"]?.text ?? "case \(number)", content: sheet)
    }
  }

  private static func lines(_ path: String) throws(CommandError) -> [(Int, String)] {
    guard let text = String(validating: try InputFile.read(path), as: UTF8.self) else {
      throw .brokenCorpus([
        CorpusIssue(file: path, line: nil, problem: .syntax("is not UTF-8"))
      ])
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return zip(1..., lines.map { String($0).trimmingBlanks }).filter { !$0.1.isEmpty }
  }

  private static func tree(
    _ line: String,
    _ path: String,
    _ number: Int
  ) throws(CommandError) -> StatedTree {
    do throws(CorpusError) {
      return try StatedTree.read(Array(line.utf8), named: InputFile.name(path))
    } catch {
      throw .brokenCorpus(
        error.issues.map { CorpusIssue(file: $0.file, line: number, problem: $0.problem) }
      )
    }
  }

  private static func malformed(
    _ path: String,
    _ line: Int,
    _ problem: CorpusIssue.Problem
  ) -> CommandError {
    .brokenCorpus([CorpusIssue(file: InputFile.name(path), line: line, problem: problem)])
  }
}
