internal import FEEL

/// For each number the rules whose entry in one column holds.
///
/// The constants of the column cut the line of numbers into points and the gaps around them; each of
/// these slots has its set of rules, and neighbours with the same set share it.
struct NumberColumn: Sendable {
  private let points: [Number]
  /// For each slot the place of its set: gap, point, gap, point, … gap.
  private let slots: [UInt32]
  private let sets: [RuleSet]

  /// The most room that the sets may take, in words; a column that needs more is not indexed.
  private static let maximumWords = 4_000_000

  /// Indexes a column; nil for conditions on other values, and when the sets would take too much room.
  ///
  /// - Parameter conditions: The conditions of all rules, each on numbers, `always` or `never`.
  /// - Complexity: O(n²/64) in the number of rules at worst.
  init?(_ conditions: [EntryCondition]) {
    var ends: [Number] = []
    for condition in conditions {
      switch condition {
      case .always, .never: break
      case .numbers(let ranges, _):
        ends += ranges.flatMap { [$0.lower, $0.upper] }.compactMap { $0 }
      case .texts, .truths: return nil
      }
    }
    ends.sort()
    var points: [Number] = []
    for end in ends where end != points.last { points.append(end) }
    self.points = points
    let slotCount = 2 * points.count + 1
    var starting = [[Int]](repeating: [], count: slotCount + 1)
    var ending = starting
    for (rule, condition) in conditions.enumerated() {
      for slots in Self.slots(condition, points) {
        starting[slots.lowerBound].append(rule)
        ending[slots.upperBound].append(rule)
      }
    }
    var bits = [UInt64](repeating: 0, count: (conditions.count + 63) / 64)
    var places: [UInt32] = []
    var sets: [RuleSet] = []
    var words = 0
    for slot in 0..<slotCount {
      for rule in ending[slot] { bits[rule / 64] &= ~(1 << UInt64(rule % 64)) }
      for rule in starting[slot] { bits[rule / 64] |= 1 << UInt64(rule % 64) }
      if slot == 0 || !starting[slot].isEmpty || !ending[slot].isEmpty {
        sets.append(RuleSet(bits: bits))
        words += sets[sets.count - 1].words
        if words > Self.maximumWords { return nil }
      }
      places.append(UInt32(truncatingIfNeeded: sets.count - 1))
    }
    slots = places
    self.sets = sets
  }

  /// The rules whose entry holds for a number.
  ///
  /// - Complexity: O(log n) in the number of constants.
  func rules(for number: Number) -> RuleSet {
    let place = Self.place(of: number, in: points)
    let isPoint = place < points.count && points[place] == number
    return sets[Int(slots[2 * place + (isPoint ? 1 : 0)])]
  }

  /// The place of the first point that is not below a number.
  private static func place(of number: Number, in points: [Number]) -> Int {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The slots in which a condition holds, ascending and apart from each other.
  private static func slots(_ condition: EntryCondition, _ points: [Number]) -> [Range<Int>] {
    let all = 0..<(2 * points.count + 1)
    switch condition {
    case .always: return [all]
    case .never, .texts, .truths: return []
    case .numbers(let ranges, let isNegated):
      let parts = ranges.map { slots(of: $0, points) }.filter { !$0.isEmpty }
      var joined: [Range<Int>] = []
      for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = joined.last, part.lowerBound <= last.upperBound {
          joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
        } else {
          joined.append(part)
        }
      }
      return isNegated ? gaps(between: joined, in: all) : joined
    }
  }

  private static func slots(of range: NumberRange, _ points: [Number]) -> Range<Int> {
    let start = range.lower.map { 2 * place(of: $0, in: points) + (range.includesLower ? 1 : 2) }
    let end = range.upper.map { 2 * place(of: $0, in: points) + (range.includesUpper ? 2 : 1) }
    let lower = start ?? 0
    return lower..<max(lower, end ?? 2 * points.count + 1)
  }

  private static func gaps(between parts: [Range<Int>], in all: Range<Int>) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start = all.lowerBound
    for part in parts {
      if start < part.lowerBound { gaps.append(start..<part.lowerBound) }
      start = part.upperBound
    }
    if start < all.upperBound { gaps.append(start..<all.upperBound) }
    return gaps
  }
}
