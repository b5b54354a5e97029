import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The cache of compiled packs with several processes, and with processes that are killed.
@Suite(.timeLimit(.minutes(15))) struct CacheProcessTests {
  private func start(_ question: String, cache: URL) throws -> (Process, Pipe) {
    let process = Process()
    let output = Pipe()
    process.executableURL = BuiltExecutable.url
    process.arguments = [
      "ask", "--json", "--corpus", BuiltExecutable.corpus.path, question,
    ]
    process.environment = BuiltExecutable.environment(["XDG_CACHE_HOME": cache.path])
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, output)
  }

  @Test func `four processes that fill an empty cache at once answer alike`() throws {
    let folder = try TemporaryFolder()
    let started = try (0..<4).map { _ in try start("does PET help?", cache: folder.url) }
    let replies = started.map { process, output in
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return data
    }
    #expect(started.allSatisfy { $0.0.terminationStatus == 0 })
    #expect(Set(replies).count == 1)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "curbside").path
    )
    #expect(files.count { $0.hasSuffix(".pack") } == 1)
    #expect(!files.contains { $0.hasSuffix(".tmp") })
  }

  @Test func `a process killed while it fills the cache leaves nothing that harms the next`() throws
  {
    let seed = UInt64(20_251_105)
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let expected = try start("does PET help?", cache: try TemporaryFolder().url)
    let reply = expected.1.fileHandleForReading.readDataToEndOfFile()
    expected.0.waitUntilExit()
    for _ in 0..<6 {
      let (process, _) = try start("does PET help?", cache: folder.url)
      usleep(UInt32.random(in: 0..<2_500_000, using: &generator))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let (process, output) = try start("does PET help?", cache: folder.url)
    let answered = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(answered == reply)
  }
}
