internal import Answering
internal import ArgumentParser

/// What a script learns from a run; the numbers above 63 are those of `sysexits.h`.
enum ExitStatus: Int32 {
  case answered = 0
  case notCovered = 1
  case factsNeeded = 2
  case notReviewed = 3
  case usage = 64
  case malformedInput = 65
  case noInput = 66
  case inputOutput = 74

  /// The status that stands for a reply.
  init(_ status: ReplyStatus) {
    switch status {
    case .answered, .decided: self = .answered
    case .notCovered: self = .notCovered
    case .factsNeeded: self = .factsNeeded
    }
  }

  /// Ends the command with this status, silently.
  ///
  /// - Throws: `ExitCode`, except for `answered`, with which a command ends by returning.
  func end() throws {
    if self != .answered { throw ExitCode(rawValue) }
  }
}
