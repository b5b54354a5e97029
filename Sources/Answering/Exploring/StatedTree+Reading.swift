public import Evidence

extension StatedTree {
  /// A file of a corpus folder; nil where there is none.
  ///
  /// - Throws: `CorpusError` for a file that cannot be read.
  static func optional(_ file: String, in root: String) throws(CorpusError) -> StatedTree? {
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read("\(root)/\(file)")
    } catch {
      if error.isMissing { return nil }
      let problem = CorpusIssue.Problem.unreadable(reason: error.reason)
      throw CorpusError(issues: [CorpusIssue(file: file, line: nil, problem: problem)])
    }
    return try StatedTree.read(bytes, named: file)
  }

  /// The texts of a list below a key; none where there is no such list.
  func texts(_ key: String) -> [String] {
    guard case .list(let items)? = self[key]?.content else { return [] }
    return items.compactMap(\.text)
  }

  /// What stands below a key.
  public subscript(key: String) -> StatedTree? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// A single value as it was written.
  public var text: String? {
    if case .value(let value) = content { value.description } else { nil }
  }
}

extension FactSheet {
  /// The facts of a mapping; values that are lists or mappings are left out, except those of `sites`.
  public init(_ tree: StatedTree) {
    self.init()
    guard case .mapping(let entries) = tree.content else { return }
    for entry in entries {
      switch entry.value.content {
      case .value(let value):
        facts.append(StatedFact(id: entry.key, value: value, line: entry.line))
      case .list(let items) where entry.key == "sites":
        sites = zip(1..., items).map { number, item in
          let own = FactSheet(item).facts
          let label = own.first { $0.id == "label" }?.value.description ?? "site \(number)"
          return Site(label: label, facts: own.filter { $0.id != "label" })
        }
      case .list, .mapping: continue
      }
    }
  }
}
