/// A set of rule places, in the form that takes less room.
enum RuleSet: Sendable, Hashable {
  /// The places, ascending.
  case few([UInt32])
  /// A bit for each rule.
  case many([UInt64], count: Int)

  /// A set from a bit for each rule.
  init(bits: [UInt64]) {
    let count = bits.reduce(0) { $0 + $1.nonzeroBitCount }
    if count <= 2 * bits.count {
      self = .few(Self.places(of: bits).map { UInt32(truncatingIfNeeded: $0) })
    } else {
      self = .many(bits, count: count)
    }
  }

  /// How many rules there are in it.
  var count: Int {
    switch self {
    case .few(let places): places.count
    case .many(_, let count): count
    }
  }

  /// The room that it takes, in words.
  var words: Int {
    switch self {
    case .few(let places): places.count / 2
    case .many(let bits, _): bits.count
    }
  }

  /// Whether a rule is in it.
  ///
  /// - Complexity: O(log n).
  func contains(_ rule: UInt32) -> Bool {
    switch self {
    case .many(let bits, _): return bits[Int(rule) / 64] & (1 << UInt64(rule % 64)) != 0
    case .few(let places):
      var low = 0
      var high = places.count
      while low < high {
        let middle = (low + high) / 2
        if places[middle] < rule { low = middle + 1 } else { high = middle }
      }
      return low < places.count && places[low] == rule
    }
  }

  /// The places, ascending, that are in all of some sets.
  ///
  /// - Complexity: O(k log n) for k rules in the smallest set; where that is a large one O(n / 64) in
  ///   the number of rules.
  static func intersection(_ sets: [RuleSet]) -> [Int] {
    guard let smallest = sets.min(by: { $0.count < $1.count }) else { return [] }
    switch smallest {
    case .few(let places):
      return places.filter { place in sets.allSatisfy { $0.contains(place) } }.map(Int.init)
    case .many(var bits, _):
      // Where the smallest set is in bits, the others are.
      for case .many(let others, _) in sets {
        for word in bits.indices { bits[word] &= others[word] }
      }
      return Self.places(of: bits)
    }
  }

  private static func places(of bits: [UInt64]) -> [Int] {
    var places: [Int] = []
    for (word, value) in bits.enumerated() {
      var rest = value
      while rest != 0 {
        places.append(64 * word + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return places
  }
}
