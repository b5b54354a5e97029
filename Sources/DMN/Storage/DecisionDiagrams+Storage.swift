internal import FEEL

extension StorageWriter {
  /// Diagrams; those of decisions in the order of the names.
  mutating func append(_ diagrams: DecisionDiagrams) throws(StorageError) {
    try append(diagrams.space.inputs) { (writer, input) throws(StorageError) in
      try writer.append(input)
    }
    let store = diagrams.store
    for numbers in [store.sizes.map(Int32.init), store.variables] {
      append(count: numbers.count)
      for number in numbers { append(number) }
    }
    append(count: store.children.count)
    for child in store.children { append(child.number) }
    try append(diagrams.terminals.values) { (writer, terminal) throws(StorageError) in
      switch terminal {
      case .value(let value):
        writer.append(true)
        try writer.append(value)
      case .rules(let rules):
        writer.append(false)
        writer.append(count: rules.count)
        for rule in rules { writer.append(count: rule) }
      }
    }
    append(count: diagrams.decisions.count)
    for (name, diagram) in diagrams.decisions.sorted(by: { $0.key < $1.key }) {
      append(name)
      append(diagram.value)
      append(diagram.table != nil)
      guard let table = diagram.table else { continue }
      for nodes in [table.clauses, table.matches, table.outputs] + table.conditions {
        append(count: nodes.count)
        for node in nodes { append(node) }
      }
      append(table.matchedRules)
    }
  }

  private mutating func append(_ node: DiagramStore.Node?) {
    append(node?.number ?? .min)
  }

  private mutating func append(_ input: InputSpace.Input) throws(StorageError) {
    append(input.name)
    try append(input.type)
    try append(input.question) { (writer, text) throws(StorageError) in writer.append(text) }
    append(count: input.variable)
    try append(input.statedVariable) { (writer, variable) throws(StorageError) in
      writer.append(count: variable)
    }
    try append(input.classes) { (writer, part) throws(StorageError) in
      try writer.append(part.representative)
      switch part.extent {
      case .value(let value):
        writer.append(UInt8(0))
        try writer.append(value)
      case .numbers(let range):
        writer.append(UInt8(1))
        for end in [range.lower, range.upper] {
          try writer.append(end) { (writer, number) throws(StorageError) in writer.append(number) }
        }
        writer.append(range.includesLower)
        writer.append(range.includesUpper)
      case .otherStrings: writer.append(UInt8(2))
      }
    }
  }
}

extension StorageReader {
  /// Diagrams, checked so that following them ends and leads to terminals that are there.
  mutating func diagrams(
    of decisions: [ReasoningDecision]
  ) throws(StorageError) -> DecisionDiagrams {
    let inputs = try elements { (reader) throws(StorageError) in try reader.spaceInput() }
    let space = InputSpace(inputs: inputs)
    let sizes = try int32s()
    let variables = try int32s()
    let children = try int32s().map(DiagramStore.Node.init)
    let stored = try elements { (reader) throws(StorageError) in try reader.terminal() }
    guard let terminals = Terminals(stored: stored) else { throw damage }
    try check(sizes, variables, children, terminalCount: terminals.values.count, space)
    let store = DiagramStore(sizes: sizes.map(Int.init), variables: variables, children: children)
    var diagrams = DecisionDiagrams(space: space, store: store, terminals: terminals)
    let bounds = (-Int32(terminals.values.count))..<Int32(variables.count)
    for _ in 0..<(try count()) {
      let name = try text()
      var diagram = DecisionDiagram(value: try node(bounds))
      if try bool() {
        guard let table = decisions.first(where: { $0.name == name })?.table else { throw damage }
        diagram.table = try tableDiagram(table, bounds)
      }
      diagrams.decisions[name] = diagram
    }
    return diagrams
  }

  private mutating func tableDiagram(
    _ table: ReasoningTable,
    _ bounds: Range<Int32>
  ) throws(StorageError) -> TableDiagram {
    let clauses = try nodes(table.columnCount, bounds)
    let matches = try nodes(table.ruleCount, bounds)
    let outputs = try nodes(table.ruleCount, bounds)
    var conditions: [[DiagramStore.Node?]] = []
    for _ in 0..<table.ruleCount { conditions.append(try nodes(table.columnCount, bounds)) }
    return TableDiagram(
      clauses: clauses,
      conditions: conditions,
      matches: matches,
      outputs: outputs,
      matchedRules: try node(bounds)
    )
  }

  private mutating func nodes(
    _ expected: Int,
    _ bounds: Range<Int32>
  ) throws(StorageError) -> [DiagramStore.Node?] {
    guard try count() == expected else { throw damage }
    var nodes: [DiagramStore.Node?] = []
    nodes.reserveCapacity(expected)
    for _ in 0..<expected { nodes.append(try node(bounds)) }
    return nodes
  }

  private mutating func node(_ bounds: Range<Int32>) throws(StorageError) -> DiagramStore.Node? {
    let number = try int32()
    if number == .min { return nil }
    guard bounds.contains(number) else { throw damage }
    return DiagramStore.Node(number)
  }

  private mutating func terminal() throws(StorageError) -> Terminals.Terminal {
    if try bool() { return .value(try value()) }
    var rules: [Int] = []
    for _ in 0..<(try count()) {
      let rule = Int(try int32())
      guard rule >= 0 else { throw damage }
      rules.append(rule)
    }
    return .rules(rules)
  }

  /// Children come before their parents and test later variables, so that every walk ends.
  private func check(
    _ sizes: [Int32],
    _ variables: [Int32],
    _ children: [DiagramStore.Node],
    terminalCount: Int,
    _ space: InputSpace
  ) throws(StorageError) {
    guard sizes.allSatisfy({ (1...Int32(InputSpace.ValueClass.maximumCount)).contains($0) }),
      space.sizes.map({ Int32(truncatingIfNeeded: $0) }) == sizes
    else { throw damage }
    var next = 0
    for (place, variable) in variables.enumerated() {
      guard sizes.indices.contains(Int(variable)),
        Int(sizes[Int(variable)]) <= children.count - next
      else { throw damage }
      let end = next + Int(sizes[Int(variable)])
      for child in children[next..<end] {
        let isLater =
          child.number < 0
          ? Int(child.number) >= -terminalCount
          : child.number < place && variables[Int(child.number)] > variable
        guard isLater else { throw damage }
      }
      next = end
    }
    guard next == children.count else { throw damage }
    var variable = 0
    for input in space.inputs {
      if let stated = input.statedVariable {
        guard stated == variable else { throw damage }
        variable += 1
      }
      guard input.variable == variable else { throw damage }
      variable += 1
    }
  }

  private mutating func spaceInput() throws(StorageError) -> InputSpace.Input {
    let name = try text()
    let type = try type()
    let question = try optional { (reader) throws(StorageError) in try reader.text() }
    let variable = Int(try int32())
    let stated = try optional { (reader) throws(StorageError) in Int(try reader.int32()) }
    let classes = try elements { (reader) throws(StorageError) in try reader.valueClass() }
    return InputSpace.Input(
      name: name,
      type: type,
      question: question,
      classes: classes,
      variable: variable,
      statedVariable: stated
    )
  }

  private mutating func valueClass() throws(StorageError) -> InputSpace.ValueClass {
    let representative = try value()
    switch try byte() {
    case 0: return .init(extent: .value(try value()), representative: representative)
    case 1:
      let lower = try optional { (reader) throws(StorageError) in try reader.number() }
      let upper = try optional { (reader) throws(StorageError) in try reader.number() }
      let range = NumberRange(
        lower: lower,
        includesLower: try bool(),
        upper: upper,
        includesUpper: try bool()
      )
      return .init(extent: .numbers(range), representative: representative)
    case 2: return .init(extent: .otherStrings, representative: representative)
    default: throw damage
    }
  }
}
