import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct PromptTests {
  private let prompt = "curbside> "
  private let question = "how long after bevacizumab before surgery?"
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private var history: String { "\(folder.url.path)/curbside/history" }

  private func terminal(
    _ arguments: [String] = [],
    environment: [String: String] = ["NO_COLOR": "1"]
  ) throws -> PseudoTerminal {
    let own = ["XDG_STATE_HOME": folder.url.path]
    return try PseudoTerminal(arguments, environment: environment.merging(own) { $1 })
  }

  @Test func `the greeting names the review status, the purpose and the way out`() throws {
    let terminal = try terminal()
    let greeting = try terminal.wait(for: prompt)
    #expect(greeting.contains("under review"))
    #expect(greeting.contains("not a substitute for clinical judgment"))
    #expect(greeting.contains("Type a question, .help for commands, Ctrl-D to leave."))
  }

  @Test func `a question is answered with a citation, a reference and the review status`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type("\(question)\r")
    let answer = try terminal.wait(for: prompt)
    #expect(answer.contains("[1]\r\n"))
    #expect(answer.contains("\r\n  [1] "))
    #expect(answer.contains("Protocol under review"))
    #expect(answer.contains(".source 1"))
  }

  @Test func `Ctrl-C drops the line and keeps the prompt`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type("half a question\u{3}")
    try terminal.wait(for: "^C")
    try terminal.wait(for: prompt)
    terminal.type(".help\r")
    let help = try terminal.wait(for: prompt)
    #expect(help.contains(".define WORD"))
    #expect(!help.contains("half"))
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(try String(contentsOfFile: history, encoding: .utf8) == ".help\n")
  }

  @Test func `a list longer than the screen is shown in pieces, and any other line passes over it`()
    throws
  {
    let whole = try BuiltExecutable.run(["explore", "topics"])
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type(".topics\r")
    var shown = try terminal.wait(for: "\n\(prompt)")
    #expect(shown.split(separator: "\n", omittingEmptySubsequences: false).count <= 25)
    while shown.contains("more line") {
      terminal.type("\r")
      shown = try terminal.wait(for: "\n\(prompt)")
    }
    for line in whole.lines { #expect(terminal.text.contains(line)) }
    terminal.type("\r.references\r")
    try terminal.wait(for: "more lines: press Enter")
    terminal.type("\(question)\r")
    try terminal.wait(for: "Protocol under review")
    try terminal.wait(for: prompt)
    terminal.type("\r.topics\u{15}thanks\r")
    let after = try terminal.wait(for: "You are welcome")
    #expect(!after.contains("more lines"))
  }

  @Test func `the signal of Ctrl-C does not end the prompt`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.send(SIGINT)
    terminal.type(".help\r")
    try terminal.wait(for: ".define WORD")
  }

  @Test func `Ctrl-D leaves with success and gives the terminal back as it was`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    #expect(!terminal.isAsBefore)
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.isAsBefore)
    #expect(terminal.text.utf8.last == UInt8(ascii: "\n"))
  }

  @Test(arguments: [".quit", ".exit", "quit", "Exit."])
  func `a word leaves with success`(_ word: String) throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type("\(word)\r")
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.isAsBefore)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal that ends the prompt gives the terminal back as it was`(_ signal: Int32) throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type("half")
    try terminal.wait(for: "half")
    #expect(try terminal.waitForEnd(sending: signal) == -signal)
    #expect(terminal.isAsBefore)
  }

  @Test func `the history is the user's alone and comes back with the arrow key`() throws {
    let first = try terminal()
    try first.wait(for: prompt)
    first.type("\(question)\r")
    try first.wait(for: prompt)
    first.type("\u{4}")
    #expect(try first.waitForEnd() == 0)
    let file = try FileManager.default.attributesOfItem(atPath: history)
    #expect(file[.posixPermissions] as? Int == 0o600)
    let parent = "\(folder.url.path)/curbside"
    let above = try FileManager.default.attributesOfItem(atPath: parent)
    #expect(above[.posixPermissions] as? Int == 0o700)
    #expect(try String(contentsOfFile: history, encoding: .utf8) == "\(question)\n")

    let second = try terminal()
    try second.wait(for: prompt)
    second.type("\u{1B}[A")
    try second.wait(for: question)
  }

  @Test func `a history of more than a thousand lines is shortened to the last ones`() throws {
    let parent = folder.url.appendingPathComponent("curbside")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let lines = (1...1500).map { "question \($0)\n" }.joined()
    try lines.write(toFile: history, atomically: true, encoding: .utf8)
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    let kept = try String(contentsOfFile: history, encoding: .utf8).split(separator: "\n")
    #expect(kept.count == 1000)
    #expect(kept.first == "question 501")
    #expect(kept.last == "question 1500")
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == ["history"])
  }

  @Test func `a private prompt writes no history and reads none`() throws {
    let terminal = try terminal(["--private"])
    try terminal.wait(for: prompt)
    terminal.type("\(question)\r")
    try terminal.wait(for: prompt)
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func `a folder that cannot hold a history is no obstacle`() throws {
    let terminal = try PseudoTerminal([], environment: ["XDG_STATE_HOME": "/dev/null/none"])
    try terminal.wait(for: "curbside>")
    terminal.type(".help\r")
    try terminal.wait(for: ".define WORD")
    try terminal.wait(for: "curbside>")
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test(arguments: ["\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{9B}31m", "\u{202E}"])
  func `a control sequence in a pasted line never comes back raw`(_ sequence: String) throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type("\u{1B}[200~xylophone\(sequence)tuning\u{1B}[201~\r")
    try terminal.wait(for: "Not covered by this protocol.")
    try terminal.wait(for: prompt)
    terminal.type("\u{4}")
    _ = try terminal.waitForEnd()
    #expect(!terminal.text.unicodeScalars.contains(sequence))
    let stored = try String(contentsOfFile: history, encoding: .utf8)
    #expect(!stored.unicodeScalars.contains(sequence))
  }

  @Test func `several pasted lines are one question`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type("\u{1B}[200~how long after bevacizumab\nbefore surgery?\u{1B}[201~\r")
    try terminal.wait(for: "Protocol under review")
    try terminal.wait(for: prompt)
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(try String(contentsOfFile: history, encoding: .utf8) == "\(question)\n")
  }

  @Test func `the Tab key completes a command`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type(".disa\t")
    try terminal.wait(for: ".disagreements")
  }

  @Test func `the source of a statement shows its passage and its reference`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type("\(question)\r")
    try terminal.wait(for: prompt)
    terminal.type(".source 1\r")
    let source = try terminal.wait(for: prompt)
    #expect(source.contains("\r\n  > "))
    #expect(source.contains("[1] "))
    terminal.type(".source 99\r")
    try terminal.wait(for: "The answer has statements 1 to")
  }

  @Test func `an answer fits the screen with its first line`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type("how often is there still tumour where a met vanished?\r")
    try terminal.wait(for: "\n")
    let screen = try terminal.wait(for: prompt).split(
      separator: "\r\n",
      omittingEmptySubsequences: false
    )
    #expect(screen.count <= 24)
    #expect(screen.allSatisfy { $0.count <= 80 })
  }

  @Test func `an unknown command names the one that was meant`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type(".topcis\r")
    try terminal.wait(for: "There is no command .topcis; near: .topics.")
  }

  @Test func `colour is used on a terminal and not with NO_COLOR or a dumb one`() throws {
    for (environment, isColoured) in [
      ([:], true), (["NO_COLOR": "1"], false), (["TERM": "dumb"], false),
    ] {
      let terminal = try terminal(environment: environment)
      try terminal.wait(for: "curbside>")
      terminal.type("\(question)\r")
      try terminal.wait(for: "Protocol under review")
      #expect(terminal.text.contains("\u{1B}[1m") == isColoured)
    }
  }

  @Test func `the plain form has labelled lines and no escape of its own`() throws {
    let terminal = try terminal(["--plain"], environment: ["TERM": "dumb"])
    try terminal.wait(for: prompt)
    terminal.type("\(question)\r")
    let answer = try terminal.wait(for: "Status: protocol under review")
    #expect(answer.contains("Statement 1 ("))
    #expect(answer.contains("Source 1 ("))
    #expect(!terminal.text.contains("\u{1B}"))
  }

  // MARK: Cases

  @Test func `a case is built up fact by fact and asked about in plain words`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    terminal.type(".set carePhase=restaging futureLiverRemnantPercent=25\r")
    let first = try terminal.wait(for: prompt)
    #expect(first.contains("Decided"))
    #expect(first.contains("remnant: inadequate"))
    #expect(first.contains("To settle it"))
    terminal.type("why not resect?\r")
    let whyNot = try terminal.wait(for: prompt)
    #expect(whyNot.contains("fails: burden is yes, must be no"))
    terminal.type(".change adequate\r")
    #expect(try terminal.wait(for: prompt).contains("Which? "))
    terminal.type(".change remnant=adequate\r")
    #expect(try terminal.wait(for: prompt).contains("future liver remnant percent > 30"))
    terminal.type(".set futureLiverRemnantPercent=?\r")
    #expect(try terminal.wait(for: prompt).contains("remnant: adequate or inadequate?"))
    terminal.type(".new\r")
    try terminal.wait(for: prompt)
    terminal.type(".case\r")
    #expect(try terminal.wait(for: prompt).contains("There is no case yet"))
  }

  @Test func `lines with facts never reach the history file`() throws {
    let terminal = try terminal()
    try terminal.wait(for: prompt)
    let lines = [
      ".set lesionSizeMm=8", ".set lesionSizeMm", ".set lesionSizeMm=big",
      "71F, 9 mm met gone on CT, fit", "remnant 24 %, not ablatable", ".new", "58M recurrence rate",
      "needs a right hepatectomy", ".topics",
    ]
    for line in lines {
      terminal.type("\(line)\r")
      try terminal.wait(for: prompt)
    }
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    #expect(try String(contentsOfFile: history, encoding: .utf8) == ".new\n.topics\n")
  }
}

extension String.UnicodeScalarView {
  /// Whether the scalars of a text stand in it in a row; marks are not joined to letters as in
  /// comparing strings.
  fileprivate func contains(_ text: String) -> Bool {
    let needle = Array(text.unicodeScalars)
    let all = Array(self)
    guard all.count >= needle.count else { return false }
    return (0...(all.count - needle.count)).contains { all[$0...].starts(with: needle) }
  }
}
