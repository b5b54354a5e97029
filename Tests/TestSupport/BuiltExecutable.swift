public import Foundation

/// The executable `curbside` as the package built it, run in an environment of its own.
public enum BuiltExecutable {
  /// What a run left behind.
  public struct Run: Sendable {
    /// Exit status; for a run ended by a signal the signal's number, negated.
    public var status: Int32
    /// Standard output.
    public var output: [UInt8]
    /// Standard error.
    public var errors: [UInt8]

    /// Standard output as text; what is not UTF-8 is replaced.
    public var text: String { String(decoding: output, as: UTF8.self) }

    /// Standard error as text; what is not UTF-8 is replaced.
    public var errorText: String { String(decoding: errors, as: UTF8.self) }

    /// The lines of standard output.
    public var lines: [String] { text.split(separator: "\n").map(String.init) }
  }

  /// Where the executable lies: beside the test bundle, else in the package's debug folder.
  public static var url: URL {
    let bundle = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    let beside = bundle.deletingLastPathComponent().appendingPathComponent("curbside")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    return package.appendingPathComponent(".build/debug/curbside")
  }

  /// The package's folder.
  public static var package: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// The corpus that comes with the package.
  public static var corpus: URL { package.appendingPathComponent("corpus") }

  /// The environment of a run: nothing of the user's, and one cache for all tests.
  ///
  /// - Parameter changes: Variables to add or to replace.
  /// - Returns: The whole environment.
  public static func environment(_ changes: [String: String] = [:]) -> [String: String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("curbside-tests")
    let variables = [
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color", "INPUTRC": "/dev/null",
      "HOME": folder.path, "XDG_CACHE_HOME": folder.appendingPathComponent("cache").path,
      "XDG_STATE_HOME": folder.appendingPathComponent("state").path,
      "CURBSIDE_CORPUS": corpus.path,
    ]
    return variables.merging(changes) { $1 }
  }

  /// Runs the executable to its end.
  ///
  /// Streams are files, so that no amount of input or output can block the run.
  ///
  /// - Parameters:
  ///   - arguments: Without the program's name.
  ///   - input: Standard input.
  ///   - environment: Changes to the environment of all runs.
  ///   - executable: Another program to run, such as a shell that runs this one.
  /// - Returns: What the run left behind.
  /// - Throws: What Foundation throws where the run cannot begin.
  public static func run(
    _ arguments: [String],
    input: [UInt8] = [],
    environment: [String: String] = [:],
    executable: URL = url
  ) throws -> Run {
    let folder = try TemporaryFolder()
    let names = ["input", "output", "errors"].map { folder.url.appendingPathComponent($0) }
    try Data(input).write(to: names[0])
    for name in names.dropFirst() { try Data().write(to: name) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = self.environment(environment)
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    let output = try Data(contentsOf: names[1])
    if executable == url, output.starts(with: Data("{\"".utf8)) { try keep(output) }
    return Run(
      status: process.status,
      output: Array(output),
      errors: Array(try Data(contentsOf: names[2]))
    )
  }

  /// Keeps an output in the folder that `CURBSIDE_OUTPUTS` names, to be validated after all tests.
  private static func keep(_ output: Data) throws {
    guard let path = ProcessInfo.processInfo.environment["CURBSIDE_OUTPUTS"] else { return }
    let folder = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try output.write(to: folder.appendingPathComponent("\(UUID().uuidString).jsonl"))
  }
}

extension Process {
  /// The exit status, or the negated number of the signal that ended the process.
  public var status: Int32 {
    switch terminationReason {
    case .exit: terminationStatus
    case .uncaughtSignal: -terminationStatus
    @unknown default: terminationStatus
    }
  }
}

/// A folder that is gone when nobody holds it any more.
public final class TemporaryFolder: Sendable {
  /// Where it lies.
  public let url: URL

  /// Makes an empty folder.
  ///
  /// - Throws: What Foundation throws where it cannot be made.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("curbside-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }
}
