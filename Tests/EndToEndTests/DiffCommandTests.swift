import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct DiffCommandTests {
  private let folder: TemporaryFolder
  private let changed: URL

  /// A copy of the corpus whose least remnant is 35 and not 30.
  init() throws {
    folder = try TemporaryFolder()
    changed = folder.url.appendingPathComponent("changed")
    try FileManager.default.copyItem(at: BuiltExecutable.corpus, to: changed)
    let model = changed.appendingPathComponent("liver-metastases/decisions.dmn")
    var text = try String(contentsOf: model, encoding: .utf8)
    for sign in ["&gt;", "&lt;="] {
      let entry = "<inputEntry><text>\(sign) 30</text></inputEntry>"
      try #require(text.contains(entry))
      text = text.replacingOccurrences(
        of: entry,
        with: "<inputEntry><text>\(sign) 35</text></inputEntry>"
      )
    }
    try Data(text.utf8).write(to: model)
  }

  private func diff(_ arguments: [String], _ new: String? = nil) throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(
      ["diff", BuiltExecutable.corpus.path, new ?? changed.path] + arguments
    )
  }

  private func rows(_ run: BuiltExecutable.Run, _ table: String) throws -> [[String: String]] {
    let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let tables = try #require(object?["tables"] as? [[String: Any]])
    return tables.filter { $0["id"] as? String == table }
      .flatMap { $0["rows"] as? [[String: String]] ?? [] }
  }

  @Test func `two equal versions give nothing and status 0`() throws {
    let run = try diff([], BuiltExecutable.corpus.path)
    #expect(run.status == 0)
    #expect(run.text.contains("Nothing changes."))
  }

  @Test func `one changed threshold lists exactly the cases that come out otherwise`() throws {
    let cases = [20, 29.9, 30, 30.1, 32, 34.9, 35, 35.1, 45].enumerated().map { number, remnant in
      #"{"id":"c\#(number)","facts":{"carePhase":"restaging","futureLiverRemnantPercent":\#(remnant)}}"#
    }
    let file = folder.url.appendingPathComponent("cases.jsonl")
    try Data(cases.joined(separator: "\n").utf8).write(to: file)
    let run = try diff(["--cases", file.path, "--json"])
    #expect(run.status == 1)
    #expect(try rows(run, "claims").isEmpty)
    #expect(Set(try rows(run, "rules").compactMap { $0["name"] }).isSuperset(of: ["remnant/2"]))
    var expected: Set<String> = []
    for line in cases {
      let pair = try [BuiltExecutable.corpus, changed].map { try outcomes(line, $0) }
      for (decision, outcome) in pair[0] where pair[1][decision] != outcome {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        expected.insert("\(object?["id"] as? String ?? "") \(decision)")
      }
    }
    #expect(!expected.isEmpty)
    #expect(Set(try rows(run, "outcomes").compactMap { $0["name"] }) == expected)
  }

  /// The outcomes with their sentences, decided by a run of its own.
  private func outcomes(_ line: String, _ corpus: URL) throws -> [String: String] {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let facts = try JSONSerialization.data(withJSONObject: object?["facts"] ?? [:])
    let run = try BuiltExecutable.run(
      ["case", "-", "--json"],
      input: Array(facts),
      environment: ["CURBSIDE_CORPUS": corpus.path]
    )
    let reply = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let report = try #require(reply?["case"] as? [String: Any])
    let decisions = try #require(report["decisions"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: decisions.map {
        ("\($0["id"] ?? "")", "\($0["outcome"] ?? "") \($0["text"] ?? "")")
      }
    )
  }

  @Test func `the changes read as they were read, and the plain form holds every cell`() throws {
    let screen = try diff([])
    let plain = try diff(["--plain"])
    #expect(screen.lines.allSatisfy { $0.count <= 80 })
    for (text, name) in [(screen.text, "diff.txt"), (plain.text, "diff.plain.txt")] {
      if let difference = Golden.difference(text, from: name) {
        Issue.record(Comment(rawValue: difference))
      }
    }
    #expect(!plain.text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) })
    let json = try diff(["--json"])
    let cells = try ["claims", "rules", "answers", "outcomes"].flatMap { table in
      try rows(json, table).flatMap(\.values)
    }
    #expect(cells.count > 6)
    for cell in cells { #expect(plain.text.contains(cell), "\(cell)") }
  }

  @Test func `a changed sentence shows both quotes and the answers that hold it`() throws {
    let text = changed.appendingPathComponent("liver-metastases/protocol.md")
    let old = try String(contentsOf: text, encoding: .utf8)
    let word = "gold standard"
    try #require(old.contains(word))
    try Data(old.replacingOccurrences(of: word, with: "reference standard").utf8).write(to: text)
    let file = folder.url.appendingPathComponent("questions.txt")
    try Data("what is the gold standard?\nhow long after bevacizumab?\n".utf8).write(to: file)
    let run = try diff(["--questions", file.path, "--json"])
    let claims = try rows(run, "claims")
    #expect(claims.contains { $0["name"] == "gold-standard" })
    for row in claims {
      #expect(row["old"]?.contains(word) == true && row["new"]?.contains("reference") == true)
    }
    #expect(try rows(run, "answers").contains { $0["name"] == "what is the gold standard?" })
    #expect(try !rows(run, "answers").contains { $0["name"] == "how long after bevacizumab?" })
  }

  @Test func `a folder that is none, and a line that is no case, are errors`() throws {
    #expect(try diff([], "/nonexistent").status == 66)
    let file = folder.url.appendingPathComponent("cases.jsonl")
    try Data("{\"id\":\"a\"}\n{broken\n".utf8).write(to: file)
    let run = try diff(["--cases", file.path])
    #expect(run.status == 65)
    #expect(run.errorText.contains(":2:"))
  }
}
