import Foundation
import TestSupport
import Testing

/// Whole sessions on a terminal of 80 columns and 40 rows, as `Golden/dialogues/*.txt` have them: what is typed
/// stands behind the prompt, what is shown below.
///
/// `RECORD_GOLDEN=1` writes what is shown now and fails, so that nobody records by accident.
@Suite(.timeLimit(.minutes(15))) struct DialogueTests {
  private static let prompt = "curbside> "
  private static let rows = 40
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden/dialogues")

  private static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  /// Compiles the corpus once for all: `--private` reads the cache and does not write it.
  private static let cached = Result { try BuiltExecutable.run(["ask", "MRI"]) }

  /// What each typed line gets, with the line itself before it.
  private func transcript(_ lines: [String]) throws -> [String] {
    _ = try Self.cached.get()
    let home = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      ["--private", "--today", "2025-11-05"],
      environment: ["NO_COLOR": "1", "HOME": home.url.path],
      in: home.url,
      height: UInt16(Self.rows)
    )
    try terminal.wait(for: Self.prompt)
    return try lines.map { line in
      terminal.type("\(line)\r")
      // Readline may scroll a long line to and fro; what it shows of it is no part of the answer.
      try terminal.wait(for: "\r\n")
      let shown = try terminal.wait(for: "\n\(Self.prompt)")
      let answer = shown.replacingOccurrences(of: "\r", with: "")
        .replacingOccurrences(of: "\u{1B}[?2004l", with: "")
        .replacingOccurrences(of: "\u{1B}[?2004h", with: "")
      return "\(Self.prompt)\(line)\n\(answer.dropLast(Self.prompt.count))"
    }
  }

  @Test func `there are sessions enough`() {
    #expect(Self.names.count >= 25)
  }

  @Test(arguments: names)
  func `a session goes as recorded, and no turn needs scrolling`(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let lines = recorded.split(separator: "\n").filter { $0.hasPrefix(Self.prompt) }
      .map { String($0.dropFirst(Self.prompt.count)) }
    let turns = try transcript(lines)
    for turn in turns {
      // The typed line may leave the screen, the answer and the next prompt may not.
      let height = turn.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(height <= Self.rows, "\(height) rows: \(turn.prefix(60))")
    }
    let shown = turns.joined()
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try shown.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
      return
    }
    #expect(shown == recorded)
  }
}
