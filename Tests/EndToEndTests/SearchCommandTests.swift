import Foundation
import TestSupport
import Testing

@Suite struct SearchCommandTests {
  private static let lines = """
    {"_id":"a","title":"Liver surgery","text":"An introduction. Resection of vanished lesions needs a margin."}
    {"_id":"b","text":"Ablation of a small lesion, or of lesions."}
    {"_id":"c","title":"Waiting","text":"Chemotherapy before surgery. Vanished after bevacizumab."}

    """

  private let folder: TemporaryFolder
  private let index: String

  init() throws {
    folder = try TemporaryFolder()
    index = folder.url.appendingPathComponent("index").path
    let build = try BuiltExecutable.run(
      ["index", "build", "-", "--output", index],
      input: Array(Self.lines.utf8)
    )
    #expect(build.status == 0, "\(build.errorText)")
  }

  private func run(_ arguments: [String]) throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(["search", index] + arguments)
  }

  private func json(_ run: BuiltExecutable.Run) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(run.output))
    return try #require(object as? [String: Any])
  }

  @Test func `an abbreviation of a list is searched written out as well`() throws {
    let list = folder.url.appendingPathComponent("list.tsv")
    try "abbreviation\tmeaning\nCTX\tchemotherapy\n".write(
      to: list,
      atomically: true,
      encoding: .utf8
    )
    #expect(try run(["CTX"]).status == 1)
    let found = try run(["CTX", "--abbreviations", list.path, "--json"])
    let documents = try #require(try json(found)["hits"] as? [[String: Any]])
    #expect(documents.map { $0["id"] as? String } == ["c"])
    try "CTX\n".write(to: list, atomically: true, encoding: .utf8)
    let refused = try run(["CTX", "--abbreviations", list.path])
    #expect(refused.status == 65)
    #expect(refused.errorText.contains("line 1"))
  }

  @Test(arguments: [
    (["\"vanished lesions\""], ["a"]), (["title:surgery"], ["a"]), (["chemo*"], ["c"]),
    (["vanished", "--", "-lesion"], ["c"]), (["ablatoin~"], ["b"]), (["\"lesions vanished\""], []),
  ])
  func `signs narrow a search`(arguments: [String], identifiers: [String]) throws {
    let found = try run(arguments)
    #expect(found.lines.map { $0.split(separator: " ")[1] } == identifiers.map { Substring($0) })
    #expect(found.status == (identifiers.isEmpty ? 1 : 0))
  }

  @Test func `JSON has the best sentences with their places in the text`() throws {
    let hits = try #require(
      try json(run(["vanished lesions", "--json"]))["hits"] as? [[String: Any]]
    )
    let snippet = try #require(hits.first?["snippet"] as? [String: Any])
    let text = "An introduction. Resection of vanished lesions needs a margin."
    #expect(hits.first?["title"] as? String == "Liver surgery")
    let start = try #require(snippet["start"] as? Int)
    let end = try #require(snippet["end"] as? Int)
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[start..<end], as: UTF8.self) == snippet["text"] as? String)
    let marks = try #require(snippet["marks"] as? [[Int]])
    let words = marks.map { String(decoding: bytes[$0[0]..<$0[1]], as: UTF8.self) }
    #expect(words == ["vanished", "lesions"])
  }

  @Test(arguments: ["vanished lesions", "\"vanished lesions\" surgery", "surgery"])
  func `the parts of an explanation add up to the score`(query: String) throws {
    let hits = try #require(
      try json(run([query, "--json", "--explain"]))["hits"] as? [[String: Any]]
    )
    #expect(!hits.isEmpty)
    for hit in hits {
      let explanation = try #require(hit["explanation"] as? [String: Any])
      let terms = try #require(explanation["terms"] as? [[String: Any]])
      let steps = terms.reduce(0) { $0 + ($1["steps"] as? Int ?? 0) }
      let scale = Float(try #require(explanation["stepsPerPoint"] as? Double))
      let termScore = Float(try #require(explanation["termScore"] as? Double))
      let proximity = Float(try #require(explanation["proximity"] as? Double))
      #expect(Float(steps) / scale == termScore)
      #expect(termScore + proximity == Float(try #require(hit["score"] as? Double)))
    }
  }

  @Test func `the linear form labels its lines and sets words off by stars`() throws {
    let lines = try run(["\"vanished lesions\"", "--plain"]).lines
    #expect(lines[0].hasPrefix("Result 1: a, score "))
    #expect(lines[1] == "Title: Liver surgery")
    #expect(lines[2].contains("**vanished** **lesions** needs"))
  }

  @Test(arguments: [
    ["--scorer", "tf-idf"], ["--scorer", "bm25f", "--title-weight", "5"],
    ["--k1", "2", "--b", "0"], ["--feedback", "--feedback-terms", "3"],
    ["--scorer", "tf-idf", "--feedback", "--feedback-weight", "0.3"],
  ])
  func `every way of scoring finds and explains, with and without signs`(options: [String]) throws {
    for query in ["vanished lesions", "vanished -ablation"] {
      let plain = try json(run([query, "--json"]))["hits"] as? [[String: Any]] ?? []
      let hits =
        try json(run(options + ["--json", "--explain", "--", query]))["hits"] as? [[String: Any]]
        ?? []
      let known = Set(plain.compactMap { $0["id"] as? String })
      #expect(!known.isEmpty && known.isSubset(of: hits.compactMap { $0["id"] as? String }))
      #expect(hits.map { $0["score"] as? Double } != plain.map { $0["score"] as? Double })
      for hit in hits {
        let explanation = try #require(hit["explanation"] as? [String: Any])
        let termScore = Float(try #require(explanation["termScore"] as? Double))
        let proximity = Float(try #require(explanation["proximity"] as? Double))
        #expect(termScore + proximity == Float(try #require(hit["score"] as? Double)))
      }
    }
  }

  @Test func `the exact evaluation finds the same documents with nearly the same scores`() throws {
    let fast = try json(run(["vanished lesions", "--json"]))["hits"] as? [[String: Any]] ?? []
    let exact =
      try json(run(["vanished lesions", "--json", "--exact"]))["hits"] as? [[String: Any]] ?? []
    #expect(fast.count == 3)
    #expect(fast.map { $0["id"] as? String } == exact.map { $0["id"] as? String })
    for (one, other) in zip(fast, exact) {
      let scores = [one, other].compactMap { $0["score"] as? Double }
      #expect(abs(scores[0] - scores[1]) < 0.01)
    }
  }

  @Test(arguments: [
    (["\"open"], 64, "does not end"), (["--", "-surgery"], 64, "only leaves out"),
    (["title:"], 64, "needs a word"), (["x", "--batch"], 64, "--batch"),
    (["x", "--scorer", "tf-idf", "--k1", "2"], 64, "--scorer bm25 and"),
    (["x", "--b", "2"], 64, "from 0 to 1"), (["x", "--title-weight", "2"], 64, "--scorer bm25f"),
    (["x", "--k1", "nan"], 64, "above 0"),
    (["x", "--feedback-terms", "5"], 64, "goes with --feedback"),
    (["x", "--feedback", "--feedback-documents", "0"], 64, "from 1 to 100"),
    (["x", "--exact", "--explain"], 64, "without --every-word and --exact"),
  ])
  func `what cannot be searched for is said`(arguments: [String], status: Int32, words: String)
    throws
  {
    let found = try run(arguments)
    #expect(found.status == status)
    #expect(found.errorText.contains(words))
  }
}
