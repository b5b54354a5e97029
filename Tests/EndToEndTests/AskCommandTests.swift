import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct AskCommandTests {
  private let question = "how long after bevacizumab before surgery?"

  private func curbside(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:]
  ) throws -> BuiltExecutable.Run {
    try BuiltExecutable.run(arguments, input: Array(input.utf8), environment: environment)
  }

  // MARK: Answers

  @Test func `an answer shows its statement, then its reference and the review status`() throws {
    let run = try curbside(["ask"] + question.split(separator: " ").map(String.init))
    #expect(run.status == 0)
    #expect(run.errorText.isEmpty)
    #expect(run.lines.first?.hasPrefix("  ") == true)
    let reference = try #require(run.lines.firstIndex { $0.hasPrefix("  [1] ") })
    let cited = try #require(run.lines.firstIndex { $0.hasSuffix("[1]") })
    let status = try #require(run.lines.firstIndex { $0.hasPrefix("  Protocol under review, ") })
    #expect(cited < reference)
    #expect(reference < status)
    #expect(run.lines.allSatisfy { $0.count <= 80 || $0.contains("https://") })
    #expect(!run.text.contains("\u{1B}"))
  }

  @Test func `words, one argument and standard input ask the same`() throws {
    let words = try curbside(["ask"] + question.split(separator: " ").map(String.init))
    let line = try curbside(["ask", question])
    let input = try curbside(["ask", "-"], input: "\(question)\n")
    #expect(words.text == line.text)
    #expect(line.text == input.text)
  }

  @Test func `options before, between and after the words mean the same`() throws {
    let after = try curbside(["ask", "how", "long", "after", "bevacizumab", "--json"])
    let between = try curbside(["ask", "how", "long", "--json", "after", "bevacizumab"])
    let parsed = try curbside(["ask", "--limit", "4", "--json", "how long after bevacizumab"])
    #expect(after.status == 0)
    #expect(after.text == between.text)
    #expect(after.text == parsed.text)
  }

  @Test func `a question outside of the protocol is refused with status 1`() throws {
    let run = try curbside(["ask", "xylophone tuning"])
    #expect(run.status == 1)
    #expect(run.lines.first == "  Not covered by this protocol.")
    #expect(run.text.contains("xylophone"))
  }

  @Test func `the plain form labels every line`() throws {
    let run = try curbside(["ask", question, "--plain"])
    #expect(run.status == 0)
    #expect(run.lines.first?.hasPrefix("Statement 1 (") == true)
    let labels = ["Statement ", "Source ", "Status: ", "Next question "]
    #expect(run.lines.allSatisfy { line in labels.contains { line.hasPrefix($0) } })
    let accessible = try curbside(["ask", question], environment: ["ACCESSIBLE": "1"])
    #expect(accessible.text == run.text)
  }

  @Test func `an explanation follows the answer`() throws {
    let plain = try curbside(["ask", question])
    let explained = try curbside(["ask", question, "--explain"])
    #expect(explained.status == 0)
    #expect(explained.text.hasPrefix(plain.text + "\n"))
    #expect(explained.text.count > plain.text.count + 1)
  }

  @Test func `the limit bounds the number of statements`() throws {
    let run = try curbside(["ask", question, "--limit", "1", "--plain"])
    let statements = run.lines.filter { $0.hasPrefix("Statement ") && !$0.contains("disagrees") }
    #expect(statements.count == 1)
  }

  // MARK: JSON

  @Test func `JSON is one line with its keys in order and the same in every run`() throws {
    let first = try curbside(["ask", question, "--json"])
    let second = try curbside(["ask", question, "--json"])
    #expect(first.text == second.text)
    #expect(first.lines.count == 1)
    #expect(first.text.hasSuffix("}\n"))
    let keys = [
      "{\"schema\":\"curbside.reply/1\"", ",\"question\":", ",\"resolved\":", ",\"carried\":",
      ",\"status\":", ",\"confidence\":", ",\"statements\":", ",\"disagreements\":",
      ",\"references\":", ",\"case\":null", ",\"suggestions\":", ",\"corpus\":",
    ]
    var rest = Substring(first.text)
    for key in keys {
      let found = try #require(rest.range(of: key), "\(key) is missing or out of order")
      rest = rest[found.upperBound...]
    }
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(first.output)) }
  }

  // MARK: Batches

  @Test func `a bad line of a batch gets an error in its place and the batch goes on`() throws {
    let input = """
      {"id":"a","question":"\(question)"}
      not JSON
      {"id":"b","question":"xylophone tuning"}

      """
    let run = try curbside(["ask", "--batch"], input: input)
    #expect(run.status == 65)
    try #require(run.lines.count == 3)
    #expect(run.lines[0].hasPrefix("{\"schema\":\"curbside.reply/1\",\"id\":\"a\","))
    #expect(run.lines[1].hasPrefix("{\"id\":null,\"error\":{\"line\":2,\"message\":\""))
    #expect(run.lines[2].hasPrefix("{\"schema\":\"curbside.reply/1\",\"id\":\"b\","))
  }

  @Test func `a good batch ends with status 0 though a question is not covered`() throws {
    let input = "{\"id\":\"a\",\"question\":\"xylophone tuning\"}\r\n\n"
    let run = try curbside(["ask", "--batch"], input: input)
    #expect(run.status == 0)
    #expect(run.lines.count == 1)
  }

  @Test func `a batch answers each line before it waits for the next`() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = BuiltExecutable.url
    process.arguments = ["ask", "--batch"]
    process.environment = BuiltExecutable.environment()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for id in ["a", "b"] {
      let line = "{\"id\":\"\(id)\",\"question\":\"\(question)\"}\n"
      try input.fileHandleForWriting.write(contentsOf: Data(line.utf8))
      var reply = Data()
      while reply.last != UInt8(ascii: "\n") {
        let piece = output.fileHandleForReading.availableData
        try #require(!piece.isEmpty)
        reply += piece
      }
      #expect(String(decoding: reply, as: UTF8.self).contains("\"id\":\"\(id)\""))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.status == 0)
  }

  @Test func `a pipe gets an answer for each line and no prompt`() throws {
    let run = try curbside([], input: "\(question)\n\nxylophone tuning\n")
    #expect(run.status == 1)
    #expect(!run.text.contains("curbside>"))
    #expect(run.lines.filter { $0.hasPrefix("  Protocol under review") }.count == 2)
  }

  @Test func `a pipe gets one JSON object for each line when it asks for it`() throws {
    let run = try curbside(["--json"], input: "\(question)\n\(question)")
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
    #expect(run.lines.first == run.lines.last)
  }

  // MARK: Bad input

  @Test(arguments: [
    ["ask"], ["ask", ""], ["ask", "  \t"], ["ask", "--limit", "0", "mri"],
    ["ask", "--limit", "21", "mri"], ["ask", "--nonsense", "mri"], ["ask", "--batch", "mri"],
    ["ask", "--json", "--explain", "mri"], ["nonsense"], ["verify"],
  ])
  func `a wrong use of the command line ends with status 64`(_ arguments: [String]) throws {
    let run = try curbside(arguments)
    #expect(run.status == 64)
    #expect(run.text.isEmpty)
    #expect(!run.errorText.isEmpty)
  }

  @Test(arguments: ["", "\n", " \r\n\t", "\0\0"])
  func `an input without words ends with status 64`(_ input: String) throws {
    let run = try curbside(["ask", "-"], input: input)
    #expect(run.status == 64)
    #expect(run.errorText == "curbside: the question is empty\n")
  }

  @Test func `a missing corpus ends with status 66 and names the path`() throws {
    for arguments in [["ask", "mri", "--corpus", "/nowhere"], ["check", "--corpus", "/nowhere"]] {
      let run = try curbside(arguments)
      #expect(run.status == 66)
      #expect(run.text.isEmpty)
      #expect(run.errorText.contains("/nowhere"))
    }
    let variable = try curbside(["ask", "mri"], environment: ["CURBSIDE_CORPUS": "/nowhere"])
    #expect(variable.status == 66)
    let reply = try curbside(["verify", "/nowhere/reply.json"])
    #expect(reply.status == 66)
  }

  @Test func `a folder in the place of a file ends with status 65 and names it`() throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appendingPathComponent("corpus")
    try FileManager.default.copyItem(at: BuiltExecutable.corpus, to: copy)
    let file = copy.appendingPathComponent("lexicon/stop-words.yaml")
    if FileManager.default.fileExists(atPath: file.path) {
      try FileManager.default.removeItem(at: file)
    }
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    let run = try curbside(["ask", "mri", "--corpus", copy.path])
    #expect(run.status == 65)
    #expect(run.text.isEmpty)
    #expect(run.errorText.contains("stop-words.yaml"))
    let reply = try curbside(["verify", copy.path])
    #expect(reply.status == 65)
  }

  @Test func `bytes that are not UTF-8 end with status 65`() throws {
    let argument = try BuiltExecutable.run(
      ["-c", "exec \"$0\" ask \"$(printf 'mri \\377')\"", BuiltExecutable.url.path],
      executable: URL(fileURLWithPath: "/bin/sh")
    )
    #expect(argument.status == 65)
    #expect(argument.errorText == "curbside: argument 2 is not valid UTF-8\n")
    let input = try BuiltExecutable.run(["ask", "-"], input: [0x6D, 0xC3, 0x28])
    #expect(input.status == 65)
    #expect(input.errorText == "curbside: standard input is not valid UTF-8\n")
    let line = try BuiltExecutable.run([], input: [0x6D, 0xFF, 0x0A])
    #expect(line.status == 65)
    #expect(line.errorText == "curbside: line 1 of standard input is not valid UTF-8\n")
  }

  @Test func `a question of a megabyte is answered or refused in a few lines`() throws {
    let input = String(repeating: "xylophone ", count: 100_000)
    let run = try curbside(["ask", "-"], input: input)
    #expect([0, 1].contains(run.status))
    #expect(run.output.count < 10_000)
    let word = try curbside(["ask", "-"], input: String(repeating: "x", count: 1_000_000))
    #expect([0, 1].contains(word.status))
    #expect(word.output.count < 10_000)
  }

  @Test func `NUL bytes in a question are no obstacle`() throws {
    let run = try curbside(["ask", "-"], input: "bevacizumab\0 before\0surgery")
    #expect([0, 1].contains(run.status))
    #expect(!run.output.contains(0))
  }

  @Test(arguments: ["\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{202E}", "\u{7F}"])
  func `a control sequence in a question never comes back raw`(_ sequence: String) throws {
    let run = try curbside(["ask", "xylo\(sequence)phone \(sequence)"])
    let scalars = Set(run.text.unicodeScalars).union(run.errorText.unicodeScalars)
    for control in sequence.unicodeScalars where !control.isASCII || control.value < 0x20 {
      #expect(!scalars.contains(control))
    }
    #expect(!scalars.contains("\u{7F}"))
  }

  @Test func `a protocol that has not passed review is refused on request with status 3`() throws {
    let run = try curbside(["ask", question, "--require-reviewed"])
    #expect(run.status == 3)
    #expect(run.text.isEmpty)
    #expect(run.errorText.contains("under review"))
  }

  // MARK: Output

  @Test func `a closed pipe is a normal end`() throws {
    for arguments in [["ask", question], ["ask", question, "--json"], ["--version"]] {
      let process = Process()
      let (output, errors) = (Pipe(), Pipe())
      try output.fileHandleForReading.close()
      process.executableURL = BuiltExecutable.url
      process.arguments = arguments
      process.environment = BuiltExecutable.environment()
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = errors
      try process.run()
      try output.fileHandleForWriting.close()
      try errors.fileHandleForWriting.close()
      let said = try errors.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.status == 0)
      #expect(said.isEmpty)
    }
  }

  @Test func `a full disk ends with status 74`() throws {
    let run = try BuiltExecutable.run(
      ["-c", "exec \"$0\" ask mri > /dev/full", BuiltExecutable.url.path],
      executable: URL(fileURLWithPath: "/bin/sh")
    )
    #expect(run.status == 74)
    #expect(run.errorText.hasPrefix("curbside: cannot write to standard output: "))
  }

  @Test func `the version names the corpus and its digest`() throws {
    let run = try curbside(["--version"])
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("curbside 0."))
    #expect(run.text.contains("(under review, 2025-11-05)"))
    #expect(run.text.contains(" · digest "))
  }
}
