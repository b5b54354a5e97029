internal import FEEL

/// Makes the diagrams of a model's decisions, each from those that it requires.
struct DiagramCompiler {
  private let model: CompiledModel
  private let uses: [String: InputUses]
  private var result: DecisionDiagrams
  /// The value of each input, and whether it was stated, as functions.
  private var inputs: [String: DiagramStore.Node] = [:]
  private var statedInputs: [String: DiagramStore.Node] = [:]

  private typealias Node = DiagramStore.Node

  /// Tables with more nodes than this are not told apart as a whole.
  private static let maximumTable = 50_000

  private init(_ model: CompiledModel) {
    self.model = model
    uses = InputUses.all(in: model)
    let space = InputSpace(model, uses: uses)
    result = DecisionDiagrams(
      space: space,
      store: DiagramStore(sizes: space.sizes),
      terminals: Terminals()
    )
  }

  /// The diagrams of all decisions whose logic is finite over the classes of the inputs.
  static func diagrams(of model: CompiledModel) -> DecisionDiagrams {
    var compiler = DiagramCompiler(model)
    compiler.addInputs()
    for decision in model.decisions { compiler.add(decision) }
    return compiler.result
  }

  private mutating func addInputs() {
    for input in result.space.inputs where !input.classes.isEmpty {
      let values = input.classes.map {
        Node(terminal: result.terminals.place(of: $0.representative))
      }
      let node = result.store.node(input.variable, values)
      inputs[input.name] = node
      if let stated = input.statedVariable {
        let unknown = Node(terminal: result.terminals.place(of: .null))
        statedInputs[input.name] = result.store.node(stated, [unknown, node])
      }
    }
  }

  private mutating func add(_ decision: CompiledDecision) {
    var diagram = DecisionDiagram()
    if let table = decision.logic.decisionTable {
      let told = tell(table)
      diagram.table = told
      diagram.value = told.matchedRules.flatMap { value(of: table, matched: $0) }
    } else if let expression = decision.logic.feelExpression {
      diagram.value = value(of: expression)
    }
    result.decisions[decision.name] = diagram
  }

  // MARK: Tables

  private mutating func tell(_ table: CompiledTable) -> TableDiagram {
    var clauses: [Node?] = []
    for (column, clause) in table.inputs.enumerated() {
      if case .name(let name) = clause.expression.node, let stated = statedInputs[name],
        table.rules.contains(where: { $0.tests[column].namesNull })
      {
        clauses.append(stated)
      } else if case .name(let name) = clause.expression.node, let input = inputs[name] {
        clauses.append(input)
      } else {
        clauses.append(value(of: clause.expression))
      }
    }
    let conditions = table.rules.map { rule in
      zip(rule.tests, clauses).map { condition($0, of: $1) }
    }
    let matches = conditions.map { conjunction(of: $0) }
    return TableDiagram(
      clauses: clauses,
      conditions: conditions,
      matches: matches,
      outputs: table.rules.map { $0.outputs.count == 1 ? value(of: $0.outputs[0]) : nil },
      matchedRules: table.hitPolicy.takesOneRule ? matchedRules(matches) : nil
    )
  }

  /// Whether an input entry holds.
  private mutating func condition(_ tests: UnaryTests, of clause: Node?) -> Node? {
    if case .any = tests { return Node(terminal: Terminals.yes) }
    guard let clause else { return nil }
    return evaluating(names: tests.freeNames, with: [clause]) { evaluation, values, scope in
      .boolean(evaluation.test(tests, of: values[0], in: scope) == true)
    }
  }

  private mutating func conjunction(of conditions: [Node?]) -> Node? {
    let no = Node(terminal: Terminals.no)
    var all = Node(terminal: Terminals.yes)
    for condition in conditions {
      guard let condition, let next = conjunction(all, condition, no) else { return nil }
      all = next
    }
    return all
  }

  private mutating func conjunction(_ one: Node, _ other: Node, _ no: Node) -> Node? {
    let yes = Node(terminal: Terminals.yes)
    return result.store.combining([one, other]) { operands in
      if operands[0] == no || operands[1] == no { return no }
      if operands[0] == yes { return operands[1] }
      return operands[1] == yes ? operands[0] : nil
    } _: { places in
      places.allSatisfy { $0 == Terminals.yes } ? Terminals.yes : Terminals.no
    }
  }

  /// The set of rules that match, for every class of the inputs.
  private mutating func matchedRules(_ matches: [Node?]) -> Node? {
    let no = Node(terminal: Terminals.no)
    let start = result.store.variables.count
    var sets = Node(terminal: result.terminals.place(ofRules: []))
    for (rule, match) in matches.enumerated() {
      guard let match else { return nil }
      var terminals = result.terminals
      let next = result.store.combining([sets, match]) {
        $0[1] == no ? $0[0] : nil
      } _: { places in
        terminals.place(ofRules: terminals.rules(at: places[0]) + [rule])
      }
      result.terminals = terminals
      guard let next, result.store.variables.count - start < Self.maximumTable else { return nil }
      sets = next
    }
    return sets
  }

  /// The value of a table from the rules that match.
  private mutating func value(of table: CompiledTable, matched: Node) -> Node? {
    var columns: [Node] = []
    for rule in table.rules {
      for output in rule.outputs {
        guard let value = value(of: output) else { return nil }
        columns.append(value)
      }
    }
    let width = table.outputs.count
    var terminals = result.terminals
    let sets = result.store.outcomes(of: matched, result.store.everything).map(terminals.rules(at:))
    let needed = Set(sets.flatMap { $0 }).sorted()
    let operands = needed.flatMap { columns[($0 * width)..<(($0 + 1) * width)] }
    let node = result.store.combining([matched] + operands) { places in
      let rules = terminals.rules(at: places[0])
      let outputs = rules.map { rule -> [Value] in
        let start = 1 + (needed.firstIndex(of: rule) ?? 0) * width
        return places[start..<(start + width)].map(terminals.value(at:))
      }
      var evaluation = Evaluation(types: [:])
      let value = table.value(matched: rules, outputs: outputs, in: Scope(), &evaluation)
      return terminals.place(of: value)
    }
    result.terminals = terminals
    return node
  }

  // MARK: Expressions

  /// The value of an expression, from the values of the names that it reads; nil where it reads a
  /// number otherwise than by comparing it with constants, or something that is not finite.
  private mutating func value(of expression: Expression) -> Node? {
    if case .name(let name) = expression.node {
      let input = uses[name]?.isOrdered == true ? nil : inputs[name]
      return input ?? result.decisions[name]?.value
    }
    for name in expression.freeNames {
      if let use = uses[name], !use.canSplit(expression, name: name) { return nil }
    }
    return evaluating(names: expression.freeNames, with: []) { evaluation, _, scope in
      evaluation.evaluate(expression, in: scope)
    }
  }

  /// A function computed from operands and from the names that it reads.
  private mutating func evaluating(
    names: Set<String>,
    with operands: [Node],
    _ compute: (inout Evaluation, [Value], Scope) -> Value
  ) -> Node? {
    var read: [(name: String, node: Node)] = []
    for name in names.sorted() {
      if let node = inputs[name] ?? result.decisions[name]?.value {
        read.append((name, node))
      } else if model.isCaseName(name) {
        return nil
      }
    }
    var terminals = result.terminals
    let types = model.types
    let node = result.store.combining(operands + read.map(\.node)) { places in
      let values = places.map(terminals.value(at:))
      let names = zip(read, values.dropFirst(operands.count)).map { ($0.name, $1) }
      var evaluation = Evaluation(types: types)
      let scope = Scope(Dictionary(names) { first, _ in first })
      return terminals.place(of: compute(&evaluation, values, scope))
    }
    result.terminals = terminals
    return node
  }
}

extension HitPolicy {
  /// Whether the outcome is that of one rule; sets of rules that match together are told apart for
  /// these alone, because there are too many of them otherwise.
  fileprivate var takesOneRule: Bool {
    switch self {
    case .unique, .any, .priority, .first: true
    case .collect, .ruleOrder, .outputOrder: false
    }
  }
}
