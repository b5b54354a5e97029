import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10))) struct PrivacyTests {
  private let prompt = "curbside> "
  private let folder: TemporaryFolder
  private let secrets = [
    "Featherstone", "Okonkwo", "4471829", "12/03/1955", "943 476 5919", "Giovanni", "14 July 1949",
  ]
  private let lines = [
    "John Featherstone, 62M, MRN 4471829, 8 mm met seg VII gone on CT, no MRI yet",
    "Mrs Okonkwo, DOB 12/03/1955, FLR 45 %", "no, 12 mm", ".case",
    "why not just watch Mrs Okonkwo?",
    "how often is there still tumour in Giovanni Okonkwo?", ".define Mr Featherstone", ".context",
    ".set patient=Okonkwo", "NHS number 943 476 5919", "born 14 July 1949", "yes", "thanks",
  ]

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Every place to which a program may write is in the folder.
  private var surroundings: [String: String] {
    let path = folder.url.path
    return [
      "HOME": path, "XDG_STATE_HOME": "\(path)/state", "XDG_CACHE_HOME": "\(path)/cache",
      "XDG_CONFIG_HOME": "\(path)/config", "XDG_DATA_HOME": "\(path)/data", "TMPDIR": path,
      "NO_COLOR": "1",
    ]
  }

  private func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).sorted()
  }

  private func session(_ arguments: [String], _ lines: [String]) throws -> String {
    let terminal = try PseudoTerminal(arguments, environment: surroundings, in: folder.url)
    try terminal.wait(for: prompt)
    var answers = ""
    for line in lines {
      terminal.type("\(line)\r")
      // What was typed is on the screen until the line ends.
      try terminal.wait(for: "\n")
      answers += try terminal.wait(for: "\n\(prompt)")
    }
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == 0)
    return answers
  }

  @Test func `a private session writes no file at all and echoes no identifier`() throws {
    let answers = try session(["--private"], lines)
    #expect(answers.contains("Masked: a name, a record number."))
    for secret in secrets { #expect(!answers.contains(secret)) }
    #expect(try files() == [])
  }

  @Test func `no file of any session holds an identifier, and no history a fact`() throws {
    _ = try session([], lines + ["how long after bevacizumab before surgery?"])
    let written = try files().map { folder.url.appendingPathComponent($0) }
    for file in written {
      guard let content = try? Data(contentsOf: file) else { continue }
      for secret in secrets { #expect(content.range(of: Data(secret.utf8)) == nil, "\(file.path)") }
    }
    let history = folder.url.appendingPathComponent("state/curbside/history")
    let kept = try String(contentsOf: history, encoding: .utf8).split(separator: "\n")
    #expect(kept.last == "how long after bevacizumab before surgery?")
    for fact in ["8 mm", "12 mm", "FLR", "MRI"] { #expect(!kept.contains { $0.contains(fact) }) }
  }

  @Test func `a saved case is the owner's alone, holds facts only, and is read back`() throws {
    let answers = try session(
      [],
      [lines[0], ".case save case.yaml", ".case save case.yaml", ".new", ".case load case.yaml"]
    )
    #expect(answers.contains("there is a file case.yaml; .case save! replaces it"))
    let path = folder.url.appendingPathComponent("case.yaml").path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let saved = try String(contentsOfFile: path, encoding: .utf8)
    #expect(saved == "lesionSizeMm: 8\nrestagingCT: true\nrestagingMRI: false\n")
    let run = try BuiltExecutable.run(["case", path])
    #expect(run.status == 2)
    #expect(run.text.contains("Add MRI of the liver"))
  }

  @Test(
    arguments: [["ask"], ["ask", "--json"], ["case", "--text"], ["case", "--json", "--text"]]
  )
  func `a command says that it masked something, once, and echoes none of it`(
    _ command: [String]
  ) throws {
    let run = try BuiltExecutable.run(command + [lines[0]])
    #expect(run.text.components(separatedBy: "Masked: a name, a record number").count == 2)
    for secret in secrets { #expect(!(run.text + run.errorText).contains(secret)) }
  }

  @Test func `words keep their places in the text that was typed`() throws {
    let run = try BuiltExecutable.run(["case", "--json", "--text", lines[0]])
    let object = try JSONSerialization.jsonObject(with: Data(run.output))
    let reply = try #require(object as? [String: Any])
    #expect(reply["identifiers"] as? [String] == ["name", "recordNumber"])
    let facts = try #require((reply["case"] as? [String: Any])?["facts"] as? [[String: Any]])
    let typed = Array(lines[0].utf8)
    for fact in facts {
      let start = try #require(fact["start"] as? Int)
      let end = try #require(fact["end"] as? Int)
      #expect(String(decoding: typed[start..<end], as: UTF8.self) == fact["words"] as? String)
    }
    #expect(facts.count == 3)
  }

  private static let strace = URL(fileURLWithPath: "/usr/bin/strace")

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: strace.path),
      "needs strace(1), a package of the system"
    )
  )
  func `a session opens no socket`() throws {
    let trace = folder.url.appendingPathComponent("trace")
    let run = try BuiltExecutable.run(
      ["-f", "-qq", "-e", "trace=%network", "-o", trace.path, BuiltExecutable.url.path],
      input: Array(
        (lines + ["how often is there still tumour?", ".table", ".topics", ""])
          .joined(separator: "\n").utf8
      ),
      executable: Self.strace
    )
    #expect(run.text.contains("Understood"))
    let calls = try String(contentsOf: trace, encoding: .utf8).split(separator: "\n")
    #expect(calls.filter { $0.contains("(") } == [])
  }
}
