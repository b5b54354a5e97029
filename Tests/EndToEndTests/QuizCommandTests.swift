import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3))) struct QuizCommandTests {
  private let folder: TemporaryFolder
  private let deck: URL

  init() throws {
    folder = try TemporaryFolder()
    deck = folder.url.appendingPathComponent("deck.tsv")
  }

  private func quiz(_ arguments: [String], corpus: URL? = nil) throws -> BuiltExecutable.Run {
    let environment = corpus.map { ["CURBSIDE_CORPUS": $0.path] } ?? [:]
    return try BuiltExecutable.run(["explore", "quiz"] + arguments, environment: environment)
  }

  private func notes() throws -> [[String]] {
    try String(contentsOf: deck, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func `a quiz in 80 columns and in plain form is the one that was read`() throws {
    for (name, flags) in [
      ("quiz-remnant.txt", [String]()), ("quiz-remnant.plain.txt", ["--plain"]),
    ] {
      let text = try quiz(["--decision", "remnant"] + flags).text
      if let difference = Golden.difference(text, from: name) {
        Issue.record(Comment(rawValue: difference))
      }
    }
  }

  @Test func `without the key no answer is shown`() throws {
    let text = try quiz(["--decision", "remnant", "--no-key", "--plain"]).text
    #expect(!text.contains("adequate"))
    #expect(text.contains("30.1"))
  }

  @Test func `notes have five fields, and writing them again marks nothing`() throws {
    #expect(try quiz(["--anki", deck.path]).status == 0)
    let first = try notes()
    #expect(first.count > 30)
    #expect(first.allSatisfy { $0.count == 5 })
    #expect(
      try quiz(["--anki", deck.path]).errorText.contains("0 new, 0 with another answer, 0 stale")
    )
    #expect(try notes() == first)
  }

  @Test func `another sentence marks its notes, and a question that is no more becomes stale`()
    throws
  {
    _ = try quiz(["--decision", "remnant", "--anki", deck.path])
    let before = try notes()
    let gone = "0123456789abcdef\tfront\tback\tfedcba9876543210\tcurbside remnant\n"
    try Data((String(contentsOf: deck, encoding: .utf8) + gone).utf8).write(to: deck)
    let corpus = folder.url.appendingPathComponent("corpus")
    try FileManager.default.copyItem(at: BuiltExecutable.corpus, to: corpus)
    let model = corpus.appendingPathComponent("liver-metastases/decisions.dmn")
    let old = "The future liver remnant is above 30% of the liver volume."
    let text = try String(contentsOf: model, encoding: .utf8)
    try #require(text.contains(old))
    try Data(text.replacingOccurrences(of: old, with: "The remnant is above 30%.").utf8)
      .write(to: model)
    let run = try quiz(["--decision", "remnant", "--anki", deck.path], corpus: corpus)
    #expect(run.errorText.contains("1 stale"))
    let after = try notes()
    #expect(after.prefix(before.count).map { $0[0] } == before.map { $0[0] })
    for (old, new) in zip(before, after) {
      #expect((old[3] != new[3]) == new[4].contains("answer-changed"))
    }
    #expect(after.contains { $0[4].contains("answer-changed") })
    #expect(after.last?[0] == "0123456789abcdef")
    #expect(after.last?[4].hasSuffix("stale") == true)
  }

  @Test func `a decision that there is not is named with those that there are`() throws {
    let run = try quiz(["--decision", "nope"])
    #expect(run.status == 1)
    #expect(run.errorText.contains("siteManagement"))
  }
}
