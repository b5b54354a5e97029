import Foundation
import TestSupport
import Testing

/// Completions as a user gets them: a shell on a terminal, the beginning of a line, and the Tab key.
@Suite(.timeLimit(.minutes(20))) struct CompletionTests {
  /// A shell, and how it is started and told about completions.
  struct Shell: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    /// Reads the completions in `FOLDER`.
    var setup: String

    var testDescription: String { name }
  }

  static let shells = [
    Shell(
      name: "bash",
      arguments: ["--norc", "--noprofile", "-i"],
      setup: "source FOLDER/_curbside"
    ),
    Shell(
      name: "zsh",
      arguments: ["-f", "-i"],
      setup: "fpath=(FOLDER $fpath); autoload -Uz compinit; compinit -u -D"
    ),
    Shell(name: "fish", arguments: ["--no-config", "-i"], setup: "source FOLDER/_curbside"),
  ]

  /// What is typed, and what the Tab key adds.
  static let lines: [(typed: String, added: String)] = [
    ("curbside expl", "ore"), ("curbside explore dis", "agreements"),
    ("curbside explore claims --ki", "nd"),
    ("curbside explore claims --kind diagn", "ostic-accuracy"),
    ("curbside explore table --format js", "on"), ("curbside ask --audience lay", "person"),
    ("curbside explore show cr-benoist-le", "ft"),
    ("curbside explore quiz --decision site", "Management"),
    ("curbside case patient-o", "ne.yaml"),
  ]

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Data().write(to: folder.url.appendingPathComponent("patient-one.yaml"))
  }

  @Test(arguments: shells)
  func `a shell completes commands, options, values, names of the corpus and files`(
    _ shell: Shell
  ) throws {
    let script = try BuiltExecutable.run(["--generate-completion-script", shell.name])
    #expect(script.status == 0)
    try Data(script.output).write(to: folder.url.appendingPathComponent("_curbside"))
    guard let program = OutsideProgram.find([shell.name]) else {
      return OutsideProgram.skip("no \(shell.name) to try its completions")
    }
    // A shell wants a terminal of its own.
    guard let session = OutsideProgram.find(["setsid"]) else {
      return OutsideProgram.skip("no setsid to start \(shell.name) with")
    }
    let commands = BuiltExecutable.url.deletingLastPathComponent().path
    let terminal = try PseudoTerminal(
      ["--ctty", "--wait", program.path] + shell.arguments,
      environment: [
        "PATH": "\(commands):/usr/bin:/bin", "HOME": folder.url.path,
        "XDG_DATA_HOME": folder.url.path,
      ],
      in: folder.url,
      executable: session
    )
    let setup = shell.setup.replacingOccurrences(of: "FOLDER", with: folder.url.path)
    // The quotation marks keep the echo of the line from being taken for its output.
    terminal.type("\(setup)\r")
    terminal.type("echo rea''dy\r")
    try terminal.wait(for: "ready")
    for line in Self.lines {
      terminal.type("\(line.typed)\t")
      try terminal.wait(for: line.added)
      // Ctrl-U takes the line away.
      terminal.type("\u{15}echo ne''xt\r")
      try terminal.wait(for: "next")
    }
  }
}
