internal import ArgumentParser
internal import Retrieval

/// Whether the progress of what takes more than a second is shown.
struct ProgressOption: ParsableArguments {
  @Flag(help: "Show no progress bar on a terminal.")
  var quiet = false

  /// Runs what may take long, with a bar while it does.
  ///
  /// - Parameter body: Takes the meter that the bar follows; nil where there is no bar.
  /// - Returns: What `body` gives.
  /// - Throws: What `body` throws.
  func showing<R>(_ body: (ProgressMeter?) throws -> R) rethrows -> R {
    guard !quiet, let bar = ProgressBar.onTerminal() else { return try body(nil) }
    defer { bar.erase() }
    return try body(ProgressMeter { bar.show($0) })
  }
}
