/// Two ranges and how their ends stand to each other.
///
/// The relations are those of DMN 1.5, 10.3.4.7 (table 78), which follow the Clinical Quality Language
/// and Allen's interval algebra. A range without an end goes on forever on that side, and two that both
/// do so have that end in common.
struct RangePair {
  private let firstIncludesStart: Bool
  private let firstIncludesEnd: Bool
  private let secondIncludesStart: Bool
  private let secondIncludesEnd: Bool
  /// How the first start stands to the second start.
  private let starts: Ordering
  /// How the first end stands to the second end.
  private let ends: Ordering
  /// How the first start stands to the second end.
  private let startToEnd: Ordering
  /// How the first end stands to the second start.
  private let endToStart: Ordering

  /// Compares the ends of two ranges; nil when they are of different kinds, cannot be ordered, or when
  /// one of the ranges is `(!= a)`, which has a hole instead of two ends.
  init?(_ first: ValueRange, _ second: ValueRange) {
    guard first.isInterval, second.isInterval,
      let starts = Self.compare(first.lower, second.lower, bothAbsent: .equal, absent: .less),
      let ends = Self.compare(first.upper, second.upper, bothAbsent: .equal, absent: .greater),
      let startToEnd = Self.compareStart(first.lower, toEnd: second.upper),
      let startToEndOfSecond = Self.compareStart(second.lower, toEnd: first.upper)
    else { return nil }
    self.starts = starts
    self.ends = ends
    self.startToEnd = startToEnd
    endToStart = startToEndOfSecond.reversed
    firstIncludesStart = first.includesLower && first.lower != nil
    firstIncludesEnd = first.includesUpper && first.upper != nil
    secondIncludesStart = second.includesLower && second.lower != nil
    secondIncludesEnd = second.includesUpper && second.upper != nil
  }

  /// The same pair in the other order.
  private init(swapping pair: RangePair) {
    firstIncludesStart = pair.secondIncludesStart
    firstIncludesEnd = pair.secondIncludesEnd
    secondIncludesStart = pair.firstIncludesStart
    secondIncludesEnd = pair.firstIncludesEnd
    starts = pair.starts.reversed
    ends = pair.ends.reversed
    startToEnd = pair.endToStart.reversed
    endToStart = pair.startToEnd.reversed
  }

  private var swapped: RangePair { RangePair(swapping: self) }

  /// Compares two ends of one side; an absent one stands as told to one that is there.
  private static func compare(
    _ first: Value?,
    _ second: Value?,
    bothAbsent: Ordering,
    absent: Ordering
  ) -> Ordering? {
    switch (first, second) {
    case (nil, nil): bothAbsent
    case (nil, _?): absent
    case (_?, nil): absent.reversed
    case (let first?, let second?): first.ordering(to: second)
    }
  }

  /// Compares a start with an end; where one of them is absent the start is less.
  private static func compareStart(_ start: Value?, toEnd end: Value?) -> Ordering? {
    guard let start, let end else { return .less }
    return start.ordering(to: end)
  }
}

extension RangePair {
  /// Whether the first ends before the second starts.
  var isBefore: Bool {
    endToStart == .less || endToStart == .equal && !(firstIncludesEnd && secondIncludesStart)
  }

  /// Whether the first starts after the second ends.
  var isAfter: Bool { swapped.isBefore }

  /// Whether the first ends with the value with which the second starts.
  var meets: Bool { endToStart == .equal && firstIncludesEnd && secondIncludesStart }

  /// Whether the first starts with the value with which the second ends.
  var isMetBy: Bool { swapped.meets }

  /// Whether the two have a value in common.
  var overlaps: Bool { !isBefore && !isAfter }

  /// Whether the first starts before the second, reaches into it, and does not reach beyond it.
  var overlapsBefore: Bool {
    let startsEarlier =
      starts == .less || starts == .equal && firstIncludesStart && !secondIncludesStart
    return startsEarlier && !isBefore && endsWithin
  }

  /// Whether the second starts before the first, reaches into it, and does not reach beyond it.
  var overlapsAfter: Bool { swapped.overlapsBefore }

  /// Whether both end alike and the first does not start before the second.
  var finishes: Bool { endsAlike && startsWithin }

  /// Whether both end alike and the second does not start before the first.
  var isFinishedBy: Bool { swapped.finishes }

  /// Whether both start alike and the first does not end after the second.
  var isStarting: Bool { startsAlike && endsWithin }

  /// Whether both start alike and the second does not end after the first.
  var isStartedBy: Bool { swapped.isStarting }

  /// Whether every value of the first is one of the second.
  var isDuring: Bool { startsWithin && endsWithin }

  /// Whether every value of the second is one of the first.
  var includes: Bool { swapped.isDuring }

  /// Whether the two have the same ends.
  var coincides: Bool { startsAlike && endsAlike }

  /// Whether the two start with the same value, open or closed.
  var startsAlike: Bool { starts == .equal && firstIncludesStart == secondIncludesStart }

  /// Whether the two end with the same value, open or closed.
  var endsAlike: Bool { ends == .equal && firstIncludesEnd == secondIncludesEnd }

  private var startsWithin: Bool {
    starts == .greater || starts == .equal && (!firstIncludesStart || secondIncludesStart)
  }

  private var endsWithin: Bool {
    ends == .less || ends == .equal && (!firstIncludesEnd || secondIncludesEnd)
  }
}

extension ValueRange {
  /// The range of one value.
  init(of point: Value) {
    self.init(lower: point, includesLower: true, upper: point, includesUpper: true)
  }

  /// Whether the values of the range lie between its ends; those of `(!= a)` do not.
  fileprivate var isInterval: Bool {
    form == .interval || lower == nil || upper == nil || includesLower
  }
}
