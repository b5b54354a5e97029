internal import FEEL

/// Counts the outcomes of a suite and says them in lines.
public struct ConformanceReport: Sendable {
  /// The cases of a folder, or of all.
  public struct Totals: Sendable, Hashable {
    /// Cases that passed.
    public var passed = 0
    /// Cases that failed.
    public var failed = 0
  }

  /// The cases by folder, in the order in which they came.
  public private(set) var folders: [(name: String, totals: Totals)] = []
  /// The cases that expect a value.
  public private(set) var values = Totals()
  /// The cases that expect null and nothing else.
  public private(set) var nulls = Totals()

  /// Creates a report without cases.
  public init() {}

  /// All cases.
  public var totals: Totals {
    Totals(passed: values.passed + nulls.passed, failed: values.failed + nulls.failed)
  }

  /// Counts a case.
  ///
  /// - Parameter outcome: What became of it.
  /// - Returns: A line for each decision that failed, or one for the model.
  public mutating func add(_ outcome: ConformanceRunner.Outcome) -> [String] {
    if folders.last?.name != outcome.folder { folders.append((outcome.folder, Totals())) }
    let passed = outcome.passed
    folders[folders.count - 1].totals.count(passed)
    if outcome.expectsNull { nulls.count(passed) } else { values.count(passed) }
    let start = "\(outcome.folder) \(outcome.id): "
    if let problem = outcome.problem { return [start + problem] }
    return outcome.results.filter { !$0.passed }.map { result in
      start + "\(result.name): expected \(result.expected.feelText), got \(result.actual.feelText)"
        + (result.notes.first.map { " (\($0.note.reason))" } ?? "")
    }
  }

  /// Totals by folder, by what is expected, and of all cases.
  public var lines: [String] {
    folders.map { "\($0.name): \($0.totals.words)" } + [
      "expecting a value: \(values.words)",
      "expecting null: \(nulls.words)",
      totals.words,
    ]
  }
}

extension ConformanceReport.Totals {
  fileprivate mutating func count(_ passed: Bool) {
    if passed { self.passed += 1 } else { failed += 1 }
  }

  fileprivate var words: String { "\(passed) passed, \(failed) failed" }
}
