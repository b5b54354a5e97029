/// The offsets of a zone: its changes so far, and the rule by which it changes after them.
///
/// Instants are seconds since 1970 UTC, local times seconds since 1970-01-01T00:00:00 on the zone's own
/// clock; both at most 10¹⁷ either way. Offsets are seconds east of UTC, below 26 hours either way.
struct ZoneHistory: Sendable {
  /// A change of the offset.
  struct Change: Sendable, Hashable {
    /// The instant from which on the offset holds.
    let instant: Int
    /// The offset from then on.
    let offset: Int
  }

  /// The offset before the first change.
  private let initialOffset: Int
  /// The known changes in order of time.
  private let changes: [Change]
  /// What holds after the last known change; nil when the offset stays.
  private let rule: ZoneRule?

  /// Creates a history; nil when the changes are out of order or an offset is out of range.
  init?(initialOffset: Int, changes: [Change], rule: ZoneRule?) {
    let limits = -93_599...93_599
    guard limits.contains(initialOffset), changes.allSatisfy({ limits.contains($0.offset) }),
      zip(changes, changes.dropFirst()).allSatisfy({ $0.instant < $1.instant })
    else { return nil }
    self.initialOffset = initialOffset
    self.changes = changes
    self.rule = rule
  }

  /// Creates the history of a zone that never changes.
  init(fixedOffset: Int) {
    initialOffset = fixedOffset
    changes = []
    rule = nil
  }

  /// The offset at an instant.
  ///
  /// - Complexity: O(log n) in the number of changes.
  func offset(atInstant instant: Int) -> Int {
    let count = countOfChanges(upTo: instant)
    if count == changes.count, let rule { return rule.offset(atInstant: instant) }
    return count == 0 ? initialOffset : changes[count - 1].offset
  }

  /// The offset at a local time: of a time that came twice the first, of one that never came the offset
  /// before the change.
  ///
  /// - Complexity: O(log n) in the number of changes.
  func offset(atLocal local: Int) -> Int {
    // No offset reaches 26 hours, so only changes within that distance can matter.
    let start = local - 93_600
    var offset = offset(atInstant: start)
    for change in changes(after: start, through: local + 93_600) {
      if local < change.instant + max(offset, change.offset) { return offset }
      offset = change.offset
    }
    return offset
  }

  private func changes(after start: Int, through end: Int) -> [Change] {
    let known = changes[countOfChanges(upTo: start)..<countOfChanges(upTo: end)]
    guard let rule, end > changes.last?.instant ?? .min else { return Array(known) }
    let ruled = rule.changes(around: start).filter { change in
      change.instant > max(start, changes.last?.instant ?? .min) && change.instant <= end
    }
    return known + ruled
  }

  /// How many changes there are up to an instant, itself included.
  private func countOfChanges(upTo instant: Int) -> Int {
    var lower = 0
    var upper = changes.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if changes[middle].instant <= instant { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
