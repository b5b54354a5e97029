internal import Answering
internal import Evidence

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
