internal import FEEL

/// For each text or truth value the rules whose entry in one column holds.
struct ConstantColumn<Constant: Hashable & Sendable>: Sendable {
  private let sets: [Constant: RuleSet]
  private let others: RuleSet

  /// Indexes a column; nil when one of the conditions is on values of another kind, and when the sets
  /// would take too much room.
  ///
  /// - Parameters:
  ///   - conditions: The conditions of all rules.
  ///   - constants: The constants of a condition and whether it holds for all others; nil for one on
  ///     values of another kind.
  init?(
    _ conditions: [EntryCondition],
    constants: (EntryCondition) -> (values: [Constant], isNegated: Bool)?
  ) {
    var places: [Constant: [Int]] = [:]
    var others = [UInt64](repeating: 0, count: (conditions.count + 63) / 64)
    for (rule, condition) in conditions.enumerated() {
      let read: (values: [Constant], isNegated: Bool)?
      switch condition {
      case .always: read = ([], true)
      case .never: read = ([], false)
      case .numbers, .texts, .truths: read = constants(condition)
      }
      guard let read else { return nil }
      if read.isNegated { others[rule / 64] |= 1 << UInt64(rule % 64) }
      for value in read.values where places[value]?.last != rule {
        places[value, default: []].append(rule)
      }
    }
    guard places.count * others.count <= Self.maximumWords else { return nil }
    // An entry that names a constant says of it the opposite of what it says of all others.
    sets = places.mapValues { rules in
      var bits = others
      for rule in rules { bits[rule / 64] ^= 1 << UInt64(rule % 64) }
      return RuleSet(bits: bits)
    }
    self.others = RuleSet(bits: others)
  }

  /// The rules whose entry holds for a value.
  ///
  /// - Complexity: O(1).
  func rules(for constant: Constant) -> RuleSet {
    sets[constant] ?? others
  }

  /// The most room that the sets may take while they are built, in words.
  private static var maximumWords: Int { 64_000_000 }
}

/// A text that is equal to another when both have the same code points, as in FEEL; Swift's strings
/// are equal when they are canonically equivalent.
struct CodePointText: Hashable, Sendable {
  let text: String

  static func == (left: Self, right: Self) -> Bool {
    left.text == right.text && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
