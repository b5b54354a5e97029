/// How far a change of an index has come.
package struct IndexProgress: Hashable, Sendable {
  /// What is being done.
  package enum Step: Hashable, Sendable {
    case reading
    case merging
  }

  /// What is being done.
  package var step = Step.reading
  /// Bytes of the inputs that were read, or of the merged segment that were written.
  package var done = 0
  /// About how many bytes there will be; nil where that cannot be known.
  package var total: Int?
  /// Documents that were added.
  package var documents = 0
}

/// Counts what a writer does, and tells of it.
///
/// A class, because those who read, add and merge count into the same one.
package final class ProgressMeter {
  private var progress = IndexProgress()
  private let show: (IndexProgress) -> Void

  /// Calls `show` whenever something was done.
  package init(_ show: @escaping (IndexProgress) -> Void) {
    self.show = show
  }

  func begin(_ step: IndexProgress.Step, total: Int?) {
    progress.step = step
    progress.done = 0
    progress.total = total
  }

  func read(_ count: Int) { progress.done += count }

  func addDocument() {
    progress.documents += 1
    show(progress)
  }

  func written(_ count: Int) {
    progress.done = count
    show(progress)
  }
}
