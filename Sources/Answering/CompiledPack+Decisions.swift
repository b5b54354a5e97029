internal import DMN
internal import Evidence
internal import Retrieval

/// A protocol's decision model as the pack holds it.
struct PackedDecisions {
  /// Facts that belong to a site.
  var siteFacts: [String] = []
  var form = Form.none
  /// The model in that form.
  var bytes: [UInt8] = []
  /// Whether `bytes` are those that were written.
  private var isIntact = true

  /// In which form a model is held.
  enum Form: Int, CaseIterable {
    /// The protocol has no decisions.
    case none
    /// Ready for reasoning.
    case compiled
    /// As its file has it: it is broken, or says something that cannot be stored.
    case file
  }

  /// Compiles the decisions of a protocol.
  init(_ source: ClinicalProtocol) {
    siteFacts = source.siteFacts
    guard let file = source.decisionModel else { return }
    (form, bytes) = (.file, file)
    let read = try? DecisionModelReader().read(ModelFile(name: Self.fileName, bytes: file))
    guard let read, let model = try? CompiledModel(read),
      let stored = try? ReasoningModel(model).stored()
    else { return }
    (form, bytes) = (.compiled, stored)
  }

  /// Reads what was written.
  ///
  /// - Throws: `IndexError` when the pack is damaged.
  init(_ cursor: inout ByteCursor) throws(IndexError) {
    siteFacts = try cursor.strings()
    guard let form = Form(rawValue: try cursor.count()) else { throw .damaged }
    self.form = form
    let checksum = try cursor.uint64()
    bytes = try cursor.array()
    isIntact =
      try cursor.bytes.checksum((cursor.offset - bytes.count)..<cursor.offset) == checksum
  }

  /// Writes the record.
  func write(to writer: inout ByteWriter) {
    writer.append(siteFacts)
    writer.append(count: form.rawValue)
    // The pack's own checksum is not computed at every start; no case is decided by rotten rules.
    writer.append((try? MappedBytes(bytes).checksum(0..<bytes.count)) ?? 0)
    writer.append(count: bytes.count)
    writer.append(raw: bytes)
  }

  /// The model, ready for cases; nil where there is none.
  ///
  /// - Throws: `ModelError` when the model cannot be used, `IndexError` when the pack is damaged.
  func model() throws -> CaseModel? {
    guard isIntact else { throw IndexError.damaged }
    switch form {
    case .none: return nil
    case .compiled:
      guard let model = try? ReasoningModel(stored: bytes) else { throw IndexError.damaged }
      return CaseModel(model, siteFacts: siteFacts)
    case .file:
      let file = ModelFile(name: Self.fileName, bytes: bytes)
      return try CaseModel(DecisionModelReader().read(file), siteFacts: siteFacts)
    }
  }

  private static let fileName = "decisions.dmn"
}

extension CompiledPack {
  /// The decision model of a protocol.
  func decisions(protocol number: Int) throws(IndexError) -> PackedDecisions {
    var cursor = try record(.decisions, number)
    return try PackedDecisions(&cursor)
  }
}
