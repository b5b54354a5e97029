import Foundation
import Glibc
import TestSupport

/// The executable, or another program, on a terminal, driven like a user's: what it shows is read, and keys are typed.
final class PseudoTerminal {
  /// What the terminal cannot do for a test.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private let process = Process()
  private let keyboard: Int32
  private let screen: Int32
  private let before: [UInt8]
  private var shown: [UInt8] = []
  private var seen = 0

  /// The longest that anything is waited for.
  private let patience: Double = 20

  /// Starts the executable in a folder and waits for nothing.
  ///
  /// - Parameters:
  ///   - arguments: Without the program's name.
  ///   - environment: Changes to the environment of all runs.
  ///   - folder: Where it runs; nil for where the tests do.
  ///   - height: Rows of the screen.
  ///   - executable: Another program to run, such as a shell.
  /// - Throws: `Failure` where there is no terminal, what Foundation throws where the run cannot begin.
  init(
    _ arguments: [String] = [],
    environment: [String: String] = [:],
    in folder: URL? = nil,
    height: UInt16 = 24,
    executable: URL = BuiltExecutable.url
  ) throws {
    // posix_openpt(3) and its kin are hidden from Swift; these are the calls that they make.
    var (unlocked, number): (Int32, Int32) = (0, 0)
    let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    keyboard = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard keyboard >= 0, unsafe ioctl(keyboard, setLock, &unlocked) == 0,
      unsafe ioctl(keyboard, getNumber, &number) == 0
    else { throw Failure(description: "no pseudo-terminal: errno \(errno)") }
    screen = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard screen >= 0 else { throw Failure(description: "no terminal: errno \(errno)") }
    var size = winsize(ws_row: height, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(screen, UInt(TIOCSWINSZ), &size)
    before = Self.attributes(of: screen)
    let terminal = FileHandle(fileDescriptor: screen, closeOnDealloc: false)
    process.executableURL = executable
    if let folder { process.currentDirectoryURL = folder }
    process.arguments = arguments
    process.environment = BuiltExecutable.environment(environment)
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try Self.withoutBlockedSignals { try process.run() }
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    close(keyboard)
    close(screen)
  }

  /// Everything shown so far.
  var text: String { String(decoding: shown, as: UTF8.self) }

  /// Whether the terminal's attributes are what they were before the executable began.
  var isAsBefore: Bool { Self.attributes(of: screen) == before }

  /// Presses keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    let count = unsafe bytes.withUnsafeBytes { unsafe write(keyboard, $0.baseAddress, $0.count) }
    precondition(count == bytes.count)
  }

  /// Sends a signal to the executable.
  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Reads until a text has been shown behind what was awaited before.
  @discardableResult
  func wait(for expected: String) throws -> String {
    let needle = Array(expected.utf8)
    let deadline = Date().addingTimeInterval(patience)
    while true {
      let news = shown[seen...]
      if let end = news.end(ofFirst: needle) {
        let text = String(decoding: shown[seen..<end], as: UTF8.self)
        seen = end
        return text
      }
      guard try read(until: deadline) else {
        let rest = String(decoding: news, as: UTF8.self).debugDescription
        throw Failure(description: "‘\(expected)’ did not appear; shown was \(rest)")
      }
    }
  }

  /// Reads what is shown until the executable has ended, and gives its status.
  ///
  /// - Parameter signal: Sent again and again: readline looks for a signal between two keys, and one
  ///   that comes right behind the look waits for the next key or signal.
  /// - Returns: The exit status, or the negated number of the signal that ended it.
  /// - Throws: `Failure` where it does not end.
  func waitForEnd(sending signal: Int32? = nil) throws -> Int32 {
    let deadline = Date().addingTimeInterval(patience)
    while process.isRunning {
      if let signal { send(signal) }
      guard Date() < deadline else { throw Failure(description: "still running: \(text)") }
      _ = try read(until: Date().addingTimeInterval(0.02))
    }
    while try read(until: Date()) {}
    return process.status
  }

  /// Reads a piece; false where there is none until the deadline.
  private func read(until deadline: Date) throws -> Bool {
    var state = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
    let wait = Int32(max(deadline.timeIntervalSinceNow, 0) * 1000)
    guard unsafe poll(&state, 1, wait) == 1 else { return false }
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = unsafe piece.withUnsafeMutableBytes { buffer in
      unsafe Glibc.read(keyboard, buffer.baseAddress, buffer.count)
    }
    guard count > 0 else { return false }
    shown += piece[..<count]
    return true
  }

  /// Test threads block signals, and a process inherits that.
  private static func withoutBlockedSignals(_ body: () throws -> Void) throws {
    var (none, old) = (sigset_t(), sigset_t())
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &old)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &old, nil) }
    try body()
  }

  private static func attributes(of terminal: Int32) -> [UInt8] {
    var settings = termios()
    _ = unsafe tcgetattr(terminal, &settings)
    return unsafe withUnsafeBytes(of: settings) { unsafe Array($0) }
  }
}

extension ArraySlice<UInt8> {
  /// The index behind the first occurrence of some bytes.
  fileprivate func end(ofFirst needle: [UInt8]) -> Int? {
    guard count >= needle.count else { return nil }
    return (startIndex...(endIndex - needle.count)).first { self[$0...].starts(with: needle) }
      .map { $0 + needle.count }
  }
}
