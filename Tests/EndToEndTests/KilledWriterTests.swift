import Foundation
import TestSupport
import Testing

/// Writers of an index that are killed at random moments.
@Suite struct KilledWriterTests {
  private static let rounds = 200
  private static let added = 2000

  private let folder: TemporaryFolder
  private let index: String
  private let more: URL

  init() throws {
    folder = try TemporaryFolder()
    index = folder.url.appendingPathComponent("index").path
    more = folder.url.appendingPathComponent("more.jsonl")
    let lines = (0..<Self.added).map {
      #"{"_id":"m\#($0)","text":"lesion \#($0) of patient \#($0 % 97)"}"#
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: more)
  }

  /// Ways to write, with the numbers of documents that may be there afterwards, whatever happens.
  private enum Change: CaseIterable {
    case add
    case addInRuns
    case merge
    case build
    case buildInRuns

    func allowed(_ committed: Int) -> [Int] {
      switch self {
      case .add, .addInRuns:
        return [committed, committed % KilledWriterTests.added + KilledWriterTests.added]
      case .merge: return [committed]
      case .build, .buildInRuns: return [committed, KilledWriterTests.added]
      }
    }
  }

  private func arguments(_ change: Change) -> [String] {
    // So little memory that documents are written out as many runs and merged.
    let small = ["--memory", "600K"]
    switch change {
    case .add: return ["index", "add", index, more.path]
    case .addInRuns: return ["index", "add", index, more.path] + small
    case .merge: return ["index", "merge", index]
    case .build: return ["index", "build", more.path, "--output", index]
    case .buildInRuns: return ["index", "build", more.path, "--output", index] + small
    }
  }

  private func start(_ change: Change) throws -> Process {
    let writer = Process()
    writer.executableURL = BuiltExecutable.url
    writer.arguments = arguments(change)
    writer.environment = BuiltExecutable.environment()
    writer.standardError = FileHandle.nullDevice
    try writer.run()
    return writer
  }

  private func buildThree() throws {
    let lines = (1...3).map { #"{"_id":"\#($0)","text":"a lesion"}"# + "\n" }.joined()
    let build = ["index", "build", "-", "--output", index]
    #expect(try BuiltExecutable.run(build, input: Array(lines.utf8)).status == 0)
  }

  /// How long each way takes where nothing ends it, so that moments spread over all of it.
  private func durations() throws -> [Change: TimeInterval] {
    var durations: [Change: TimeInterval] = [:]
    for change in Change.allCases {
      try buildThree()
      if change == .merge {
        #expect(try BuiltExecutable.run(arguments(.add)).status == 0)
      }
      let start = Date()
      #expect(try BuiltExecutable.run(arguments(change)).status == 0)
      durations[change] = Date().timeIntervalSince(start)
    }
    return durations
  }

  @Test func `an index opens after its writer was killed at any moment, with what was committed`()
    throws
  {
    let seed = UInt64.random(in: 0...UInt64(UInt32.max))
    var generator = SeededGenerator(seed: seed)
    let durations = try durations()
    var committed = 0
    for round in 0..<Self.rounds {
      if committed == 0 || round.isMultiple(of: 20) {
        try buildThree()
        committed = 3
      }
      let change = Change.allCases[round % Change.allCases.count]
      let writer = try start(change)
      let longest = 1.1 * (durations[change] ?? 0)
      usleep(UInt32(1e6 * Double.random(in: 0...longest, using: &generator)))
      kill(writer.processIdentifier, SIGKILL)
      writer.waitUntilExit()
      let verify = try BuiltExecutable.run(["index", "verify", index])
      #expect(verify.status == 0, "seed \(seed), round \(round): \(verify.errorText)")
      let info = try BuiltExecutable.run(["index", "info", index]).lines.first ?? ""
      let documents = Int(info.split(separator: " ").last ?? "") ?? -1
      #expect(
        change.allowed(committed).contains(documents),
        "seed \(seed), round \(round), \(change): \(committed) became \(documents)"
      )
      committed = documents
    }
    print("\(Self.rounds) writers were killed with seed \(seed)")
  }
}
