import Foundation
import TestSupport
import Testing

@Suite struct IndexAskCommandTests {
  private let folder: TemporaryFolder
  private let index: String

  init() throws {
    folder = try TemporaryFolder()
    index = folder.url.appendingPathComponent("index").path
    let guide =
      "# Timing\n\nWait six weeks after bevacizumab.\n\n# Margin\n\nOne millimetre is enough.\n"
    let build = try BuiltExecutable.run(
      ["index", "build", "-", "--kind", "markdown", "--output", index],
      input: Array(guide.utf8)
    )
    #expect(build.status == 0, "\(build.errorText)")
  }

  @Test func `an answer quotes and cites, a question that is not covered ends with 1`() throws {
    let found = try BuiltExecutable.run([
      "ask", "--index", index, "how long to wait after bevacizumab?",
    ])
    #expect(found.status == 0, "\(found.errorText)")
    #expect(found.text.contains("Wait six weeks after bevacizumab."))
    #expect(found.text.contains("1  standard input#timing · Timing"))
    let refused = try BuiltExecutable.run(["ask", "--index", index, "treat gout with zebras"])
    #expect(refused.status == 1)
    #expect(refused.text.contains("Not covered by this index."))
    let plain = try BuiltExecutable.run(["ask", "--index", index, "--plain", "bevacizumab weeks"])
    #expect(plain.lines[0] == "Statement 1 (source 1): Wait six weeks after bevacizumab.")
  }

  @Test func `a batch answers each line`() throws {
    let lines = #"{"id":"1","question":"wait after bevacizumab?"}"# + "\n{}\n"
    let batch = try BuiltExecutable.run(
      ["ask", "--index", index, "--batch"],
      input: Array(lines.utf8)
    )
    #expect(batch.status == 65)
    #expect(batch.lines.count == 2)
    #expect(batch.lines[0].hasPrefix(#"{"schema":"curbside.reply/1","id":"1","question":"#))
    #expect(batch.lines[1].hasPrefix(#"{"id":null,"error":"#))
  }

  @Test func `how well others are refused is measured`() throws {
    let covered = folder.url.appendingPathComponent("covered.jsonl")
    let other = folder.url.appendingPathComponent("other.jsonl")
    try Data(#"{"_id":"1","text":"wait after bevacizumab?"}"#.utf8).write(to: covered)
    try Data(#"{"_id":"1","text":"treat gout with zebras"}"#.utf8).write(to: other)
    let measured = try BuiltExecutable.run(
      ["index", "measure", index, "--covered", covered.path, "--other", other.path]
    )
    #expect(
      measured.lines == [
        "covered  answered 100.0 % (1 of 1)  \(covered.path)",
        "other  answered 0.0 % (0 of 1)  \(other.path)", "auc  100.0 %  \(other.path)",
      ]
    )
  }

  @Test(arguments: [["--case", "x"], ["--explain"], ["--require-reviewed"]])
  func `what an index has not is refused`(arguments: [String]) throws {
    let run = try BuiltExecutable.run(["ask", "--index", index, "x"] + arguments)
    #expect(run.status == 64)
  }
}
