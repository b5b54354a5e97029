public import FEEL

/// The form in which a model is stored: magic number with version, inputs, decisions, services,
/// diagrams, checksum. `docs/index-format.md` describes it.
extension ReasoningModel {
  /// The characters `CRBDMN01`; the last two are the version.
  private static let magic: UInt64 = 0x3130_4E4D_4442_5243

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
    writer.append(writer.checksum)
    return writer.bytes
  }

  /// Reads a stored model.
  ///
  /// - Throws: `StorageError` when the bytes are no such model or damaged.
  /// - Complexity: O(n) in the bytes.
  public init(stored bytes: [UInt8]) throws(StorageError) {
    guard bytes.count >= 16 else { throw .truncated(offset: bytes.count) }
    let end = bytes.count - 8
    var tail = StorageReader(bytes, from: end, to: bytes.count)
    guard try tail.uint64() == StorageReader.checksum(bytes[..<end]) else {
      throw .damaged(offset: end)
    }
    var reader = StorageReader(bytes, from: 0, to: end)
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
      try writer.append(table.inputs) { (writer, clause) throws(StorageError) in
        try writer.append(clause.expression)
        writer.append(clause.text)
      }
      writer.append(table.annotations)
      try writer.append(table.rules) { (writer, rule) throws(StorageError) in
        for test in rule.tests {
          try writer.append(test) { (writer, text) throws(StorageError) in writer.append(text) }
        }
        try writer.append(rule.outputs)
        writer.append(rule.annotations)
      }
    }
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
    try nested { (reader) throws(StorageError) in
      switch try reader.byte() {
      case 0: return .tests(try reader.tests())
      case 1: return .elements(try reader.constraint())
      case 2:
        let entries = try reader.elements { (reader) throws(StorageError) in
          CompiledType.Constraint.Entry(
            name: try reader.text(),
            constraint: try reader.constraint()
          )
        }
        return .entries(entries)
      case 3: return .both(try reader.constraint(), try reader.constraint())
      default: throw reader.damage
      }
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
    let inputs = try elements { (reader) throws(StorageError) in
      ReasoningTable.Clause(expression: try reader.expression(), text: try reader.text())
    }
    let annotations = try texts()
    let rules = try elements { (reader) throws(StorageError) in
      var tests: [String?] = []
      for _ in inputs {
        tests.append(try reader.optional { (reader) throws(StorageError) in try reader.text() })
      }
      return ReasoningTable.Rule(
        tests: tests,
        outputs: try reader.expressions(),
        annotations: try reader.texts()
      )
    }
    return ReasoningTable(inputs: inputs, annotations: annotations, rules: rules)
  }
}
