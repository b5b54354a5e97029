import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct RetractionTests {
  private let folder: TemporaryFolder
  private let question = "how soon do watched sites recur?"

  init() throws {
    folder = try TemporaryFolder()
    let copy = folder.url.appendingPathComponent("corpus")
    try FileManager.default.copyItem(at: BuiltExecutable.corpus, to: copy)
  }

  private func run(_ arguments: [String], list: String) throws -> BuiltExecutable.Run {
    let corpus = folder.url.appendingPathComponent("corpus")
    let file = corpus.appendingPathComponent("retractions.tsv")
    try Data(list.utf8).write(to: file)
    return try BuiltExecutable.run(arguments, environment: ["CURBSIDE_CORPUS": corpus.path])
  }

  @Test(arguments: ["benoist2006", "16921046"])
  func `an answer that uses a listed work says so in text, in plain form and in JSON`(
    _ work: String
  ) throws {
    let list = "# remark\n\(work)\t2026-01-02\tWithdrawn by the authors.\n"
    let text = try run(["ask", question], list: list).text
    #expect(text.contains("Warning: this answer uses a retracted work"))
    #expect(text.contains("Retracted 2026-01-02: Withdrawn by"))
    let plain = try run(["ask", "--plain", question], list: list).lines
    #expect(plain[0].hasPrefix("Warning: this answer uses a retracted work"))
    #expect(plain.contains { $0.hasPrefix("Source") && $0.contains("Retracted 2026-01-02") })
    let json = try run(["ask", "--json", question], list: list)
    let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
    let references = try #require(object?["references"] as? [[String: Any]])
    let marked = references.filter { $0["retraction"] != nil }
    #expect(marked.compactMap { $0["id"] as? String } == ["benoist2006"])
  }

  @Test func `a case that rests on a listed work says so`() throws {
    let list = "kuhlmann2016\t\t\n"
    let arguments = ["case", "--set", "restagingMRI=false", "--set", "restagingCT=true"]
    #expect(try run(arguments, list: list).text.contains("retracted work"))
    #expect(try !run(arguments, list: "").text.contains("retracted work"))
  }

  @Test func `an empty list, and none, change no byte of an answer`() throws {
    let without = try BuiltExecutable.run(["ask", "--json", question])
    #expect(try run(["ask", "--json", question], list: "").output == without.output)
    #expect(!without.text.contains("retraction"))
  }

  @Test func `a line without a work is an error with its place, and nothing goes out unmarked`()
    throws
  {
    let run = try run(["ask", question], list: "# list\n\t2026-01-02\tno work\n")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(run.errorText.contains("retractions.tsv:2"))
  }

  @Test func `the works, what falls without one, and tables mark the listed work`() throws {
    let list = "benoist2006\t2026-01-02\tWithdrawn.\n"
    for view in [["references"], ["show", "benoist2006"], ["without", "benoist2006"]] {
      #expect(try run(["explore"] + view, list: list).text.contains("Retracted"), "\(view)")
    }
    let table = try run(["explore", "table", "residual disease", "--plain"], list: list)
    #expect(table.text.contains("benoist2006 (retracted)"))
  }
}
