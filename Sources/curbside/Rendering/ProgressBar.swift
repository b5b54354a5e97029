internal import Glibc
internal import Retrieval

/// A line on the terminal that says how far a change of an index has come, from its second second on.
///
/// A class, because it is told of progress from inside the writer and erased from outside.
final class ProgressBar {
  private let start = ProgressBar.milliseconds()
  private var lastShown = 0
  private var isShown = false

  /// Nothing is shown for so long, in milliseconds, and then as often.
  private static let delay = 1000
  private static let interval = 100
  private static let width = 30

  /// A bar where standard error is a terminal that can erase a line; else nil.
  static func onTerminal() -> ProgressBar? {
    let terminal = Environment.value("TERM") ?? "dumb"
    let isAccessible = Environment.value("ACCESSIBLE") != nil
    guard isatty(STDERR_FILENO) == 1, terminal != "dumb", !isAccessible else { return nil }
    return ProgressBar()
  }

  /// Shows progress, unless it was shown a moment ago.
  func show(_ progress: IndexProgress) {
    let now = Self.milliseconds()
    guard now - start >= Self.delay, now - lastShown >= Self.interval else { return }
    lastShown = now
    isShown = true
    StandardError.draw("\r\u{1B}[K\(Self.line(progress))")
  }

  /// Takes the line away.
  func erase() {
    if isShown { StandardError.draw("\r\u{1B}[K") }
    isShown = false
  }

  /// At most 75 columns.
  static func line(_ progress: IndexProgress) -> String {
    let label = progress.step == .reading ? "indexing" : "merging "
    var parts = [label]
    if let total = progress.total, total > 0 {
      let share = min(1, Double(progress.done) / Double(total))
      let filled = Int(share * Double(width))
      let percent = "\(Int(share * 100))"
      parts.append(String(repeating: " ", count: 3 - percent.utf8.count) + "\(percent) %")
      let bar = String(repeating: "#", count: filled)
      parts.append("[\(bar)\(String(repeating: ".", count: width - filled))]")
    }
    if progress.step == .reading { parts.append("\(progress.documents) documents") }
    return parts.joined(separator: "  ")
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
