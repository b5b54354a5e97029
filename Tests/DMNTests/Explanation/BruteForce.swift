import DMN
import FEEL
import Testing

/// What a decision comes to for every point of its finite inputs, by the plain evaluator alone, and
/// what follows from that for every state of knowledge.
struct BruteForce {
  let decision: String
  let dimensions: [Dimension]
  /// The outcomes as FEEL texts; a set of them is a mask of bits in this order.
  private(set) var outcomes: [String] = []
  private(set) var values: [Value] = []
  /// The place of the outcome at each point, the last dimension fastest.
  private(set) var table: [Int] = []
  private let model: CompiledModel

  init(_ decision: String, of text: String) throws {
    self.decision = decision
    model = try ShippedModel.compile(StatedTwin.text(of: text))
    dimensions = BruteForce.dimensions(of: decision, in: model)
    for point in 0..<dimensions.reduce(1, { $0 * $1.points.count }) {
      let value = evaluate(point).value
      let name = value.feelText
      let known = outcomes.firstIndex(of: name)
      if known == nil {
        outcomes.append(name)
        values.append(value)
      }
      table.append(known ?? outcomes.count - 1)
    }
  }

  /// The table that decides.
  var logic: CompiledTable? {
    model.decisions.first { $0.name == decision }?.logic.decisionTable
  }

  /// The plain evaluator's result at a point.
  func evaluate(_ point: Int) -> DecisionResult {
    model.evaluate(decision: decision, inputs: context(point))
  }

  /// Whether each test of each rule holds at a point, by evaluating column and test.
  func tests(at point: Int) throws -> [[Bool]] {
    let table = try #require(logic)
    var values = context(point).entries
    values += evaluate(point).required.map { (key: $0.name, value: $0.value) }
    let scope = Scope(Dictionary(values.map { ($0.key, $0.value) }) { first, _ in first })
    var evaluation = Evaluation()
    let columns = table.inputs.map { evaluation.evaluate($0.expression, in: scope) }
    return table.rules.map { rule in
      zip(rule.tests, columns).map { evaluation.test($0, of: $1, in: scope) == true }
    }
  }

  /// The inputs at a point.
  func context(_ point: Int) -> Context {
    var entries: [(key: String, value: Value)] = []
    for (dimension, place) in zip(dimensions, digits(point, dimensions.map(\.points.count))) {
      entries.append((dimension.name, dimension.points[place].value))
      entries.append((dimension.name + StatedTwin.suffix, dimension.points[place].stated))
    }
    return Context(entries)
  }

  // MARK: States of knowledge

  /// How many states of knowledge there are.
  var stateCount: Int { dimensions.reduce(1) { $0 * $1.states.count } }

  /// The state of each dimension.
  func states(at number: Int) -> [Int] { digits(number, dimensions.map(\.states.count)) }

  /// The number of a state.
  func number(of states: [Int]) -> Int {
    zip(dimensions, states).reduce(0) { $0 * $1.0.states.count + $1.1 }
  }

  /// The facts of a state.
  func facts(_ states: [Int]) -> CaseFacts {
    var facts = CaseFacts()
    for (dimension, state) in zip(dimensions, states) {
      facts[dimension.name] = dimension.states[state].knowledge
    }
    return facts
  }

  /// The states in which facts are known.
  func states(of facts: CaseFacts) -> [Int] {
    dimensions.map { dimension in
      facts[dimension.name].map { known in
        let places = dimension.places(known)
        return dimension.states.firstIndex { $0.knowledge != nil && $0.values == places }
          ?? dimension.unknown
      } ?? dimension.unknown
    }
  }

  /// The points that a state leaves possible.
  func points(_ states: [Int]) -> [Int] {
    var found = [0]
    for (dimension, state) in zip(dimensions, states) {
      found = found.flatMap { base in
        dimension.states[state].points.map { base * dimension.points.count + $0 }
      }
    }
    return found
  }

  /// The outcomes that each state leaves possible, as masks.
  func possibleOutcomes() -> [UInt32] {
    dimensions.indices.reduce(table.map { 1 << UInt32($0) }) { masks, dimension in
      folded(masks, dimension) { $0 | $1 }
    }
  }

  /// Whether a dimension matters in each state: some completion of the others makes two of its values
  /// give different outcomes.
  func matters(_ dimension: Int) -> [Bool] {
    let order = [dimension] + dimensions.indices.filter { $0 != dimension }
    var sizes = dimensions.map(\.points.count)
    var masks = table.map { 1 << UInt32($0) } as [UInt32]
    for place in order {
      masks = folded(masks, place, sizes) { $0 | $1 }
      sizes[place] = dimensions[place].states.count
      if place == dimension { masks = masks.map { $0.nonzeroBitCount > 1 ? 1 : 0 } }
    }
    return masks.map { $0 != 0 }
  }

  /// Replaces the points of a dimension by its states; the dimensions before it are folded already.
  private func folded(
    _ masks: [UInt32],
    _ dimension: Int,
    _ join: (UInt32, UInt32) -> UInt32
  ) -> [UInt32] {
    let sizes = dimensions.indices.map {
      $0 < dimension ? dimensions[$0].states.count : dimensions[$0].points.count
    }
    return folded(masks, dimension, sizes, join)
  }

  private func folded(
    _ masks: [UInt32],
    _ dimension: Int,
    _ sizes: [Int],
    _ join: (UInt32, UInt32) -> UInt32
  ) -> [UInt32] {
    let stride = sizes[(dimension + 1)...].reduce(1, *)
    let size = sizes[dimension]
    let states = dimensions[dimension].states.map(\.points)
    var result: [UInt32] = []
    for outer in 0..<(masks.count / stride / size) {
      for points in states {
        for inner in 0..<stride {
          var mask: UInt32 = 0
          for point in points { mask = join(mask, masks[(outer * size + point) * stride + inner]) }
          result.append(mask)
        }
      }
    }
    return result
  }

  private func digits(_ number: Int, _ sizes: [Int]) -> [Int] {
    var rest = number
    var digits: [Int] = []
    for size in sizes.reversed() {
      digits.append(rest % size)
      rest /= size
    }
    return digits.reversed()
  }
}

extension BruteForce {
  /// The inputs that a decision reads, itself or through others, in the order of the model.
  private static func dimensions(of decision: String, in model: CompiledModel) -> [Dimension] {
    var decisions: Set<String> = [decision]
    for other in model.decisions.reversed() where decisions.contains(other.name) {
      decisions.formUnion(other.requiredDecisions)
    }
    let tables = model.decisions.filter { decisions.contains($0.name) }
      .compactMap(\.logic.decisionTable)
    var read: Set<String> = []
    for table in tables {
      for clause in table.inputs { read.formUnion(clause.expression.freeNames) }
      for rule in table.rules {
        for output in rule.outputs { read.formUnion(output.freeNames) }
      }
    }
    return model.inputs.filter { !$0.name.hasSuffix(StatedTwin.suffix) }.compactMap { input in
      let stated = input.name + StatedTwin.suffix
      guard read.contains(input.name) || read.contains(stated) else { return nil }
      let bounds = constants(of: [input.name, stated], in: tables)
      return Dimension(
        name: input.name,
        values: values(of: input, bounds, [input.name, stated], tables),
        bounds: bounds,
        readsValue: read.contains(input.name),
        readsStated: read.contains(stated)
      )
    }
  }

  /// The tests of the columns that read one of some names.
  private static func tests(of names: [String], in tables: [CompiledTable]) -> [String] {
    tables.flatMap { table in
      table.inputs.indices.filter { names.contains(table.inputs[$0].text.text) }.flatMap { column in
        table.rules.map { $0.testTexts[column].text }
      }
    }
  }

  private static func constants(of names: [String], in tables: [CompiledTable]) -> [Number] {
    let texts = tests(of: names, in: tables).flatMap { test in
      test.matches(of: /"[^"]*"|-?\d+(\.\d+)?/).map { String($0.output.0) }
    }
    return Set(texts.filter { !$0.hasPrefix("\"") }).compactMap { Number($0) }.sorted()
  }

  private static func values(
    of input: CompiledInput,
    _ bounds: [Number],
    _ names: [String],
    _ tables: [CompiledTable]
  ) -> [Value] {
    switch input.type {
    case .boolean: return [.boolean(true), .boolean(false)]
    case .number:
      guard let first = bounds.first, let last = bounds.last else { return [.number(0)] }
      var values = [first.subtracting(.one)].compactMap { $0 }
      for (bound, next) in zip(bounds, bounds.dropFirst()) {
        values.append(bound)
        values += [bound.adding(next)?.divided(by: Number(2))].compactMap { $0 }
      }
      values += [last, last.adding(.one)].compactMap { $0 }
      return values.map { .number($0) }
    default:
      let source = input.allowedValues.map { [$0.description] } ?? tests(of: names, in: tables)
      let texts = source.flatMap { $0.matches(of: /"([^"]*)"/).map { String($0.output.1) } }
      var seen: Set<String> = []
      let own = texts.filter { seen.insert($0).inserted }
      return (own + (input.allowedValues == nil ? ["other"] : [])).map { .string($0) }
    }
  }
}
