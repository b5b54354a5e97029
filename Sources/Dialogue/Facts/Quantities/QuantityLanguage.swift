/// How numbers, units and dates are said.
struct QuantityLanguage: Sendable {
  /// A unit and what one of it is in the canonical unit of its kind.
  struct Unit {
    var name: String
    var kind: QuantityKind
    var factor: Double
  }

  var numbers: [String: Double] = [:]
  var multipliers: [String: Double] = [:]
  var fractions: [String: Double] = [:]
  var ordinals: [String: Double] = [:]
  var ordinalEndings: Set<String> = []
  var articles: Set<String> = []
  var months: [String: Int] = [:]
  /// By spelling: the words of a unit joined by blanks.
  var units: [String: Unit] = [:]
  var longestUnit = 1
  /// Units that are also common words and count only where no word follows.
  var shyUnits: Set<String> = []
  /// Words between a number and its unit, as in "2 more months".
  var inserts: Set<String> = []
  var denominators: [String: String] = [:]
  var separators: Set<String> = []
  var times: Set<String> = []
  var and: Set<String> = []
  var of: Set<String> = []
  var between: Set<String> = []
  /// Phrases before a number, by the comparison that they make.
  var before: [(comparison: Comparison, pattern: PhrasePattern)] = []
  /// Phrases after a number or its unit.
  var after: [(comparison: Comparison, pattern: PhrasePattern)] = []
  var moments: [(days: Double, pattern: PhrasePattern)] = []
  /// By sort of relation, the words beside a span of time that make it.
  var relations: [String: Set<String>] = [:]
}

/// What a comparing phrase makes of a number.
enum Comparison: String, CaseIterable {
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
  case about = "~"

  /// The numbers that compare so with an interval.
  func applied(to value: NumberInterval) -> NumberInterval {
    switch self {
    case .less: NumberInterval(low: nil, high: value.high, includesHigh: false)
    case .atMost: NumberInterval(low: nil, high: value.high)
    case .greater: NumberInterval(low: value.low, high: nil, includesLow: false)
    case .atLeast: NumberInterval(low: value.low, high: nil)
    case .about: value
    }
  }
}
