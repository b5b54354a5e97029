import Foundation
import Glibc
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct ProgressTests {
  private let folder: TemporaryFolder
  private let index: String

  init() throws {
    folder = try TemporaryFolder()
    index = folder.url.appendingPathComponent("index").path
  }

  /// A pipe with a name that gets a line now and then until it is told to stop.
  private final class Drip: @unchecked Sendable {
    let path: String
    private let lock = NSLock()
    private var isStopped = false

    init(_ name: String = "drip", in folder: TemporaryFolder) {
      path = folder.url.appendingPathComponent("\(name).jsonl").path
      mkfifo(path, 0o600)
    }

    func start() {
      Thread.detachNewThread { [self] in
        // Open for reading as well, a pipe waits for nobody and breaks for nobody.
        let pipe = unsafe open(path, O_RDWR | O_CLOEXEC)
        var number = 0
        while !(lock.withLock { isStopped }) {
          number += 1
          let line = Array(#"{"_id":"\#(number)","text":"lesion"}"#.utf8) + [10]
          _ = unsafe line.withUnsafeBytes { unsafe write(pipe, $0.baseAddress, $0.count) }
          usleep(20_000)
        }
        close(pipe)
      }
    }

    func stop() { lock.withLock { isStopped = true } }
  }

  @Test func `a build of more than a second shows how far it is, and takes that away again`() throws
  {
    let drip = Drip(in: folder)
    let terminal = try PseudoTerminal(["index", "build", drip.path, "--output", index])
    drip.start()
    try terminal.wait(for: "\r\u{1B}[Kindexing  ")
    try terminal.wait(for: " documents\r\u{1B}[Kindexing  ")
    drip.stop()
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.text.hasSuffix("\r\u{1B}[K"))
    #expect(try BuiltExecutable.run(["index", "verify", index]).status == 0)
  }

  @Test(arguments: [
    (options: ["--quiet"], environment: [:]), (options: [], environment: ["TERM": "dumb"]),
    (options: [], environment: ["ACCESSIBLE": "1"]),
  ])
  func `there is no bar where none is wanted`(options: [String], environment: [String: String])
    throws
  {
    let drip = Drip(in: folder)
    let arguments = ["index", "build", drip.path, "--output", index] + options
    let terminal = try PseudoTerminal(arguments, environment: environment)
    let other = Drip("other", in: folder)
    let shown = try PseudoTerminal(["index", "build", other.path, "--output", index + "2"])
    drip.start()
    other.start()
    // By the time that a bar is shown beside it, this one would have shown one as well.
    try shown.wait(for: " documents\r\u{1B}[Kindexing  ")
    drip.stop()
    other.stop()
    #expect(try terminal.waitForEnd() == 0)
    #expect(try shown.waitForEnd() == 0)
    #expect(terminal.text.isEmpty)
  }

  @Test func `a short build on a terminal shows nothing`() throws {
    let file = folder.url.appendingPathComponent("one.jsonl")
    try Data(#"{"_id":"1","text":"lesion"}"#.utf8).write(to: file)
    let terminal = try PseudoTerminal(["index", "build", file.path, "--output", index])
    #expect(try terminal.waitForEnd() == 0)
    #expect(terminal.text.isEmpty)
  }
}
