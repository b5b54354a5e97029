import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct QuizCommandTests {
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

  /// Asks the questions of a decision, with answers from a pipe.
  private func asked(
    _ answers: [String],
    decision: String = "siteManagement",
    _ arguments: [String] = []
  ) throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(
      ["explore", "quiz", "--ask", "--decision", decision] + arguments,
      input: Array(answers.map { "\($0)\n" }.joined().utf8)
    )
  }

  /// The outcomes of both patients of each question, as the list has them.
  private func keys(_ decision: String) throws -> [[String]] {
    let run = try quiz(["--decision", decision, "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
    let tables = try #require(object?["tables"] as? [[String: Any]])
    return tables.compactMap { table in
      let rows = table["rows"] as? [[String: Any]]
      let answer = rows?.first { $0["aspect"] as? String == "Answer" }
      return answer.map { [$0["first"], $0["second"]].compactMap { $0 as? String } }
    }
  }

  @Test func `questions that are asked read as they were read, in 80 columns and in plain form`()
    throws
  {
    let answers = ["ablate, observe", "what?", "1 2", "B: ablate; A: obs", "skip", "stop"]
    for (name, flags) in [("quiz-asked.txt", [String]()), ("quiz-asked.plain.txt", ["--plain"])] {
      let run = try asked(answers, flags)
      #expect(run.status == 0 && run.errorText.isEmpty)
      #expect(!run.output.contains(0x1B))
      if let difference = Golden.difference(run.text, from: name) {
        Issue.record(Comment(rawValue: difference))
      }
    }
  }

  @Test(arguments: ["remnant", "siteManagement", "surgeryTiming"])
  func `the key's own answers are all right, turned round they are all wrong`(
    _ decision: String
  ) throws {
    let keys = try keys(decision)
    try #require(!keys.isEmpty)
    let right = try asked(keys.map { $0.joined(separator: ", ") }, decision: decision)
    #expect(right.lines.count { $0.hasSuffix("Right.") } == keys.count)
    #expect(right.text.contains("\(keys.count) of \(keys.count) answers were right."))
    let turned = try asked(keys.map { "\($0[1]), \($0[0])" }, decision: decision)
    #expect(turned.text.contains("0 of \(keys.count) answers were right."))
    #expect(!turned.text.contains("Right."))
    // Whoever names the patients may begin with B.
    let named = try asked(keys.map { "B \($0[1]), A \($0[0])" }, decision: decision)
    #expect(named.text == right.text)
  }

  @Test func `an input that ends early ends the quiz, and ill-matched options are refused`() throws
  {
    let run = try asked([])
    #expect(run.status == 0)
    #expect(run.text.contains("Question 1 of"))
    #expect(try quiz(["--ask", "--json"]).status == 64)
    #expect(try quiz(["--ask", "--anki", deck.path]).status == 64)
  }

  @Test func `on a terminal a quiz asks, at the prompt as well, and keeps no answer`() throws {
    let home = ["XDG_STATE_HOME": folder.url.path, "NO_COLOR": "1"]
    let alone = try PseudoTerminal(["explore", "quiz", "--limit", "2"], environment: home)
    try alone.wait(for: "Question 1 of 2")
    try alone.wait(for: "quiz> ")
    alone.type("1 1\r")
    try alone.wait(for: "Because")
    try alone.wait(for: "Enter shows the next")
    alone.type("\r")
    try alone.wait(for: "Question 2 of 2")
    alone.type("stop\r")
    try alone.wait(for: "The quiz is over.")
    #expect(try alone.waitForEnd() == 0)
    let prompt = try PseudoTerminal(environment: home)
    try prompt.wait(for: "curbside> ")
    prompt.type(".quiz --decision remnant\r")
    try prompt.wait(for: "Question 1 of")
    try prompt.wait(for: "quiz> ")
    prompt.type(".show flr-30\r")
    try prompt.wait(for: "Statement")
    try prompt.wait(for: "quiz> ")
    prompt.type("adequate inadequate\r")
    try prompt.wait(for: "It rests on")
    prompt.type("quit\r")
    try prompt.wait(for: "The quiz is over.")
    try prompt.wait(for: "curbside> ")
    prompt.type("\u{4}")
    #expect(try prompt.waitForEnd() == 0)
    let history = folder.url.appendingPathComponent("curbside/history")
    let kept = try String(contentsOf: history, encoding: .utf8)
    #expect(kept == ".quiz --decision remnant\n.show flr-30\n")
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
