import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct ConversationCommandTests {
  private func curbside(_ arguments: [String], input: String = "") throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(arguments, input: Array(input.utf8))
  }

  @Test func `turns are made to stand alone line by line, and a bad line is an error in its place`()
    throws
  {
    let run = try curbside(
      ["resolve", "--batch"],
      input: """
        {"id":"a","turns":["Tell me about honey bees.","What do they eat?"]}
        {"id":"b","turns":"none"}
        {"turns":[]}
        no JSON

        {"id":"c","turns":[]}

        """
    )
    #expect(run.status == 65)
    #expect(run.lines.count == 5)
    #expect(
      run.lines.first
        == #"{"id":"a","resolved":["Tell me about honey bees.","What do honey bees eat?"]}"#
    )
    #expect(run.lines[1].hasPrefix(#"{"id":"b","error":{"line":2,"#))
    #expect(run.lines[2].hasPrefix(#"{"id":null,"error":{"line":3,"#))
    #expect(run.lines[3].hasPrefix(#"{"id":null,"error":{"line":4,"#))
    #expect(run.lines.last == #"{"id":"c","resolved":[]}"#)
  }

  @Test func `lines of one conversation share their context, others do not`() throws {
    let run = try curbside(
      ["ask", "--batch", "--limit", "1"],
      input: """
        {"id":"1","question":"gap between chemo and liver surgery?","conversation":"a"}
        {"id":"2","question":"and with avastin"}
        {"id":"3","question":"and with avastin","conversation":"b"}
        {"id":"4","question":"and with avastin","conversation":"a"}

        """
    )
    #expect(run.status == 0)
    #expect(run.lines[1].contains(#""resolved":"and with avastin","carried":[]"#))
    #expect(run.lines[2].contains(#""resolved":"and with avastin","carried":[]"#))
    #expect(
      run.lines[3].contains(
        #""resolved":"gap between chemo and liver surgery with avastin?","carried":["gap","#
      )
    )
  }

  @Test func `a replay writes the same bytes as its own output replayed`() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.url.path)/session.jsonl"
    let events = """
      {"event":"asked","question":"gap between chemo and liver surgery?","limit":2}
      {"event":"asked","question":"and with avastin","limit":2}
      {"event":"cleared"}

      """
    try events.write(toFile: path, atomically: true, encoding: .utf8)
    let first = try curbside(["replay", path])
    #expect(first.status == 0)
    #expect(first.lines.count == 4)
    try Data(first.output).write(to: URL(filePath: path))
    #expect(try curbside(["replay", path]).output == first.output)
  }

  @Test(arguments: [("nothing.jsonl", 66), ("bad.jsonl", 65)])
  func `a replay of what is no session says why`(name: String, status: Int32) throws {
    let folder = try TemporaryFolder()
    try "no JSON\n".write(
      toFile: "\(folder.url.path)/bad.jsonl",
      atomically: true,
      encoding: .utf8
    )
    let run = try curbside(["replay", "\(folder.url.path)/\(name)"])
    #expect(run.status == status)
    #expect(!run.errorText.isEmpty)
    #expect(run.output.isEmpty)
  }

  @Test func `the prompt shows what it understood, what is carried, and exports what it replays`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = "\(folder.url.path)/session.jsonl"
    let prompt = "curbside> "
    let terminal = try PseudoTerminal(
      ["--private"],
      environment: ["NO_COLOR": "1", "XDG_STATE_HOME": folder.url.path]
    )
    func answer(to line: String) throws -> String {
      terminal.type("\(line)\r")
      return try terminal.wait(for: prompt)
    }
    try terminal.wait(for: prompt)
    #expect(try answer(to: ".context").contains("Nothing is carried yet"))
    _ = try answer(to: "gap between chemo and liver surgery?")
    let follow = try answer(to: "and with avastin")
    #expect(follow.contains("gap between chemo and liver surgery with avastin?"))
    let context = try answer(to: ".context")
    #expect(context.contains("surgery, from question 1"))
    #expect(try answer(to: ".context drop avastin").contains("Question 2"))
    #expect(try answer(to: ".export \(path)").contains("it holds your questions"))
    let exported = try Data(contentsOf: URL(filePath: path))
    #expect(try curbside(["replay", path]).output == Array(exported))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try answer(to: ".new").contains("A new conversation."))
    #expect(try answer(to: ".context").contains("Nothing is carried yet"))
  }
}
