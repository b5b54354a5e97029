import DMN
import FEEL

/// An input as brute force sees it: the values that can make a difference, and what can be known of it.
struct Dimension {
  let name: String
  /// One value below, at, between and above the constants of the tables; all values otherwise.
  let values: [Value]
  /// The constants that split a number, ascending.
  let bounds: [Number]
  /// What the evaluator is given: the value, and the value as stated.
  let points: [(value: Value, stated: Value)]
  /// Whether the decision asks whether the input was stated.
  let isAskedWhetherStated: Bool
  /// What can be known.
  let states: [State]

  /// What is known of an input.
  struct State {
    /// nil for an unknown input.
    var knowledge: Knowledge?
    /// The places of the values that are possible.
    var values: [Int]
    /// The places of the points that are possible.
    var points: [Int]
  }

  /// Takes the values of an input; `readsValue` and `readsStated` say whether the decision reads the
  /// value, and whether it asks if the input was stated.
  init(
    name: String,
    values: [Value],
    bounds: [Number],
    readsValue: Bool,
    readsStated: Bool
  ) {
    self.name = name
    self.values = values
    self.bounds = bounds
    isAskedWhetherStated = readsStated
    var points: [(value: Value, stated: Value)] = []
    if readsValue { points += values.map { (value: $0, stated: .null) } }
    if readsStated {
      if !readsValue { points.append((.null, .null)) }
      points += values.map { (value: $0, stated: $0) }
    }
    self.points = points
    let stated = readsStated ? points.count - values.count : 0
    var states = values.indices.map { place in
      State(knowledge: .value(values[place]), values: [place], points: [stated + place])
    }
    for run in Self.runs(bounds, count: values.count) {
      let range = Self.range(bounds, run)
      states.append(
        State(knowledge: .numbers(range), values: Array(run), points: run.map { stated + $0 })
      )
    }
    let open = readsStated ? 0..<(points.count - values.count) : 0..<points.count
    states.append(State(knowledge: nil, values: Array(values.indices), points: Array(open)))
    self.states = states
  }

  /// The place of the state in which nothing is known.
  var unknown: Int { states.count - 1 }

  /// The runs of neighbouring values that one interval holds, all of them left out.
  private static func runs(_ bounds: [Number], count: Int) -> [Range<Int>] {
    guard !bounds.isEmpty else { return [] }
    return (0..<count).flatMap { start in
      (start + 2..<max(start + 3, count + 1)).map { start..<$0 }
    }.filter { $0.upperBound <= count && $0.count > 1 && $0.count < count }
  }

  /// The interval of values from one place up to another; even places lie beside a constant, odd ones on it.
  private static func range(_ bounds: [Number], _ run: Range<Int>) -> NumberRange {
    let last = run.upperBound - 1
    return NumberRange(
      lower: run.lowerBound == 0 ? nil : bounds[(run.lowerBound - 1) / 2],
      includesLower: run.lowerBound % 2 == 1,
      upper: last == 2 * bounds.count ? nil : bounds[last / 2],
      includesUpper: last % 2 == 1
    )
  }

  /// The places of the values for which something known leaves room.
  func places(_ knowledge: Knowledge) -> [Int] {
    values.indices.filter { place in
      switch (values[place], knowledge) {
      case (.number(let number), .numbers(let range)): range.contains(number)
      case (let value, .value(let other)): value.isIdentical(to: other)
      default: false
      }
    }
  }
}
