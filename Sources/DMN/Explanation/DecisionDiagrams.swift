internal import FEEL

/// What a model decides for every class of its inputs, as diagrams over one store.
///
/// They answer what an evaluation cannot: what is decided while facts are unknown, which facts still
/// matter, what would have to be different.
struct DecisionDiagrams: Sendable {
  /// The inputs and their classes.
  var space: InputSpace
  /// All nodes.
  var store: DiagramStore
  /// What terminals stand for.
  var terminals: Terminals
  /// The decisions that can be told apart, by name.
  var decisions: [String: DecisionDiagram] = [:]
}

/// One decision as functions of the inputs' classes.
struct DecisionDiagram: Sendable {
  /// The value of the decision; nil where its logic is not finite.
  var value: DiagramStore.Node?
  /// The logic of a table.
  var table: TableDiagram?
}

/// One decision table as functions of the inputs' classes.
struct TableDiagram: Sendable {
  /// The value that each column tests; nil where it is not finite.
  var clauses: [DiagramStore.Node?]
  /// Whether each entry of each rule holds.
  var conditions: [[DiagramStore.Node?]]
  /// Whether each rule matches.
  var matches: [DiagramStore.Node?]
  /// The value of each rule's output in a table with one; nil where it is not finite.
  var outputs: [DiagramStore.Node?]
  /// The rules that match together, a set of rule numbers; nil where it is not finite or too large.
  var matchedRules: DiagramStore.Node?
}

/// What the terminals of diagrams stand for.
struct Terminals: Sendable {
  /// The values.
  private(set) var values: [Terminal] = []
  private var places: [String: Int] = [:]

  /// What a terminal stands for.
  enum Terminal: Sendable {
    case value(Value)
    case rules([Int])
  }

  /// The place of false.
  static let no = 0
  /// The place of true.
  static let yes = 1

  init() {
    _ = place(of: .boolean(false))
    _ = place(of: .boolean(true))
  }

  /// Takes over what was stored; nil when it does not begin as terminals do.
  init?(stored values: [Terminal]) {
    guard values.count >= 2, case .value(.boolean(false)) = values[Self.no],
      case .value(.boolean(true)) = values[Self.yes]
    else { return nil }
    self.values = values
  }

  /// The place of a value; equal values have one.
  mutating func place(of value: Value) -> Int {
    place(.value(value), key: "\(value.kind) \(value.feelText)")
  }

  /// The place of a set of rules.
  mutating func place(ofRules rules: [Int]) -> Int {
    place(.rules(rules), key: "rules \(rules)")
  }

  private mutating func place(_ terminal: Terminal, key: String) -> Int {
    if let known = places[key] { return known }
    values.append(terminal)
    places[key] = values.count - 1
    return values.count - 1
  }

  /// The value at a place; null for a set of rules.
  func value(at place: Int) -> Value {
    if case .value(let value) = values[place] { value } else { .null }
  }

  /// The rules at a place; none for a value.
  func rules(at place: Int) -> [Int] {
    if case .rules(let rules) = values[place] { rules } else { [] }
  }
}
