import Foundation
import TestSupport
import Testing

/// Whole sessions at the prompt of a terminal of 80 columns and 40 lines, each a transcript in
/// `Golden/sessions`: the lines behind the prompt are typed, and all that is shown must be the same.
///
/// A new session is a file with its prompts alone, recorded with `RECORD_GOLDEN=1` and then read.
@Suite(.timeLimit(.minutes(15))) struct SessionTests {
  private static let prompt = "curbside> "
  private static let rows = 40

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/sessions")

  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test func `there are at least twenty-five`() {
    #expect(Self.names.count >= 25)
  }

  @Test(arguments: names)
  func `a session goes as it was read`(name: String) throws {
    let recorded = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let lines = recorded.split(separator: "\n").filter { $0.hasPrefix(Self.prompt) }
      .map { String($0.dropFirst(Self.prompt.count)) }
    try #require(!lines.isEmpty)
    let transcript = try Self.transcript(lines)
    let difference = Golden.difference(transcript, from: "sessions/\(name)")
    #expect(difference == nil, "\(difference ?? "")")
  }

  /// No answer is longer than the screen, so that nobody scrolls to find its beginning.
  @Test(arguments: names)
  func `no turn needs scrolling`(name: String) throws {
    let recorded = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    var (turn, count) = ("", 0)
    for line in recorded.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix(Self.prompt) {
        // The listing of commands and the explanation of scores are meant to be scrolled.
        let isListing = [".help", ".explain", ".topics"].contains { turn.hasPrefix($0) }
        #expect(count <= Self.rows || isListing, "\(name): \(turn)")
        (turn, count) = (String(line.dropFirst(Self.prompt.count)), 0)
      }
      count += 1
    }
  }

  private static func transcript(_ lines: [String]) throws -> String {
    let home = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      ["--today", "2026-11-24"],
      environment: ["NO_COLOR": "1", "XDG_STATE_HOME": home.url.path],
      rows: UInt16(rows),
      folder: home.url
    )
    try terminal.wait(for: prompt)
    var transcript = ""
    for line in lines {
      terminal.type("\(line)\r")
      try terminal.wait(for: "\r\n")
      transcript += "\(prompt)\(line)\n"
      if [".quit", "quit"].contains(line) {
        _ = try terminal.waitForEnd()
        return transcript
      }
      transcript += visible(try terminal.wait(for: prompt).dropLast(prompt.count))
    }
    return transcript
  }

  /// What is shown, without the sequences that switch the terminal's modes.
  private static func visible(_ shown: Substring) -> String {
    let plain = shown.replacing("\r\n", with: "\n")
      .replacing(#/\u{1B}\[\?[0-9]+[hl]/#, with: "").replacing("\r", with: "")
    return String(plain)
  }
}
