public import FEEL

/// The form in which a model is stored: magic number with version, inputs, decisions, services,
/// diagrams. `docs/index-format.md` describes it. Whoever keeps the bytes keeps a checksum of them.
extension ReasoningModel {
  /// The characters `CRBDMN02`; the last two are the version.
  private static let magic: UInt64 = 0x3230_4E4D_4442_5243

  /// The model as bytes, which `init(stored:)` reads back.
  ///
  /// - Throws: `StorageError.notStorable` when a rule or outcome holds something that cannot be stored:
  ///   a date, time, duration or function.
  public func stored() throws(StorageError) -> [UInt8] {
    var writer = StorageWriter()
    writer.append(Self.magic)
    try writer.append(inputs) { (writer, input) throws(StorageError) in try writer.append(input) }
    try writer.append(decisions) { (writer, decision) throws(StorageError) in
      try writer.append(decision)
    }
    writer.append(count: services.count)
    for service in services {
      writer.append(service.name)
      writer.append(service.outputDecisions)
    }
    try writer.append(diagrams)
    return writer.bytes
  }

  /// Reads a stored model.
  ///
  /// - Throws: `StorageError` when the bytes are no such model; what damage leaves readable is read.
  /// - Complexity: O(n) in the bytes.
  public init(stored bytes: [UInt8]) throws(StorageError) {
    var reader = StorageReader(bytes, from: 0, to: bytes.count)
    guard try reader.uint64() == Self.magic else { throw .unknownFormat }
    let inputs = try reader.elements { (reader) throws(StorageError) in try reader.input() }
    let decisions = try reader.elements { (reader) throws(StorageError) in try reader.decision() }
    let services = try reader.elements { (reader) throws(StorageError) in
      ReasoningService(name: try reader.text(), outputDecisions: try reader.texts())
    }
    let diagrams = try reader.diagrams(of: decisions)
    guard reader.isAtEnd else { throw reader.damage }
    self.init(inputs: inputs, decisions: decisions, services: services, diagrams: diagrams)
  }
}

extension StorageWriter {
  fileprivate mutating func append(_ input: CompiledInput) throws(StorageError) {
    append(input.id)
    append(input.name)
    try append(input.description) { (writer, text) throws(StorageError) in writer.append(text) }
    try append(input.type)
    try append(input.allowedValues) { (writer, tests) throws(StorageError) in
      try writer.append(tests)
    }
    try append(input.declaredType.type)
    try append(input.declaredType.constraint) { (writer, constraint) throws(StorageError) in
      try writer.append(constraint)
    }
  }

  private mutating func append(_ constraint: CompiledType.Constraint) throws(StorageError) {
    switch constraint {
    case .tests(let tests):
      append(UInt8(0))
      try append(tests)
    case .elements(let inner):
      append(UInt8(1))
      try append(inner)
    case .entries(let entries):
      append(UInt8(2))
      append(count: entries.count)
      for entry in entries {
        append(entry.name)
        try append(entry.constraint)
      }
    case .both(let base, let own):
      append(UInt8(3))
      try append(base)
      try append(own)
    }
  }

  fileprivate mutating func append(_ decision: ReasoningDecision) throws(StorageError) {
    append(decision.name)
    append(decision.requiredInputs)
    append(decision.requiredDecisions)
    try append(decision.table) { (writer, table) throws(StorageError) in
      try writer.append(table)
    }
  }

  private mutating func append(_ table: ReasoningTable) throws(StorageError) {
    guard let logic = table.logic else { throw .notStorable }
    append(table.annotationColumns)
    append(count: table.ruleCount)
    append(count: table.columnCount)
    var remarks = StorageWriter()
    for rule in 0..<table.ruleCount { remarks.append(table.annotations(of: rule)) }
    append(block: remarks)
    var rules = StorageWriter()
    for clause in logic.inputs {
      try rules.append(clause.expression)
      rules.append(clause.text)
    }
    for rule in logic.rules {
      for test in rule.tests {
        try rules.append(test) { (writer, text) throws(StorageError) in writer.append(text) }
      }
      try rules.append(rule.outputs)
    }
    append(block: rules)
  }
}

extension StorageReader {
  fileprivate mutating func input() throws(StorageError) -> CompiledInput {
    CompiledInput(
      id: try text(),
      name: try text(),
      description: try optional { (reader) throws(StorageError) in try reader.text() },
      type: try type(),
      allowedValues: try optional { (reader) throws(StorageError) in try reader.tests() },
      declaredType: CompiledType(
        try type(),
        constraint: try optional { (reader) throws(StorageError) in try reader.constraint() }
      )
    )
  }

  private mutating func constraint() throws(StorageError) -> CompiledType.Constraint {
    try enter()
    defer { leave() }
    switch try byte() {
    case 0: return .tests(try tests())
    case 1: return .elements(try constraint())
    case 2:
      let entries = try elements { (reader) throws(StorageError) in
        CompiledType.Constraint.Entry(name: try reader.text(), constraint: try reader.constraint())
      }
      return .entries(entries)
    case 3: return .both(try constraint(), try constraint())
    default: throw damage
    }
  }

  fileprivate mutating func decision() throws(StorageError) -> ReasoningDecision {
    ReasoningDecision(
      name: try text(),
      requiredInputs: try texts(),
      requiredDecisions: try texts(),
      table: try optional { (reader) throws(StorageError) in try reader.table() }
    )
  }

  private mutating func table() throws(StorageError) -> ReasoningTable {
    ReasoningTable(
      annotationColumns: try texts(),
      ruleCount: try count(),
      columnCount: try count(),
      annotations: try block(),
      logic: try block()
    )
  }

  /// What decides in a table.
  mutating func logic(rules: Int, columns: Int) throws(StorageError) -> ReasoningTable.Logic {
    var logic = ReasoningTable.Logic(inputs: [], rules: [])
    for _ in 0..<columns {
      logic.inputs.append(.init(expression: try expression(), text: try text()))
    }
    for _ in 0..<rules {
      var tests: [String?] = []
      for _ in 0..<columns { tests.append(try bool() ? try text() : nil) }
      logic.rules.append(.init(tests: tests, outputs: try expressions()))
    }
    return logic
  }
}
