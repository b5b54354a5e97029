/// Typed access to the keys of one YAML mapping, which notes what is wrong with its place.
struct YAMLFields {
  let node: YAMLNode
  let file: String
  private(set) var issues: [CorpusIssue] = []

  init(_ node: YAMLNode, file: String) {
    self.node = node
    self.file = file
  }

  var line: Int { node.line }

  /// The text of a key; notes its absence.
  mutating func text(_ key: String) -> String {
    let found = optionalText(key)
    if found.isEmpty { note(.missing(key: key), at: node) }
    return found
  }

  /// The text of a key; empty where it is absent or null.
  mutating func optionalText(_ key: String) -> String {
    guard let value = node[key], !value.isNull else { return "" }
    guard let text = value.text else {
      note(.wrongType(key: key, expected: "a text"), at: value)
      return ""
    }
    return text
  }

  /// The texts of a list; empty where the key is absent.
  mutating func texts(_ key: String) -> [String] {
    guard let value = node[key], !value.isNull else { return [] }
    guard let list = value.sequence else {
      note(.wrongType(key: key, expected: "a list of texts"), at: value)
      return []
    }
    var found: [String] = []
    for item in list {
      if let text = item.text {
        found.append(text)
      } else {
        note(.wrongType(key: key, expected: "a list of texts"), at: item)
      }
    }
    return found
  }

  /// The mappings of a list; empty where the key is absent.
  mutating func mappings(_ key: String) -> [YAMLFields] {
    guard let value = node[key], !value.isNull else { return [] }
    guard let list = value.sequence, list.allSatisfy({ $0.mapping != nil }) else {
      note(.wrongType(key: key, expected: "a list of mappings"), at: value)
      return []
    }
    return list.map { YAMLFields($0, file: file) }
  }

  /// The mapping of a key, if there is one.
  mutating func mapping(_ key: String) -> YAMLFields? {
    guard let value = node[key], !value.isNull else { return nil }
    guard value.mapping != nil else {
      note(.wrongType(key: key, expected: "a mapping"), at: value)
      return nil
    }
    return YAMLFields(value, file: file)
  }

  /// One of the cases of an enumeration; notes another value.
  mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String,
    default fallback: Choice
  ) -> Choice {
    let value = text(key)
    if value.isEmpty { return fallback }
    if let choice = Choice(rawValue: value) { return choice }
    note(
      .unknownValue(key: key, value: value, allowed: Choice.allCases.map(\.rawValue)),
      at: node[key] ?? node
    )
    return fallback
  }

  mutating func take(_ other: YAMLFields) {
    issues += other.issues
  }

  mutating func note(_ problem: CorpusIssue.Problem, at node: YAMLNode) {
    issues.append(CorpusIssue(file: file, line: node.line, problem: problem))
  }
}
