internal import Yams

/// Typed access to the keys of one YAML mapping, which notes what is wrong with its place.
///
/// JSON is read by the same means, being YAML in flow style.
struct YAMLFields {
  let node: Node
  let file: String
  private(set) var issues: [CorpusIssue] = []

  init(_ node: Node, file: String) {
    self.node = node
    self.file = file
  }

  var line: Int { node.mark?.line ?? 1 }

  /// The text of a key; notes its absence.
  mutating func text(_ key: String) -> String {
    let found = optionalText(key)
    if found.isEmpty { note(.missing(key: key), at: node) }
    return found
  }

  /// The text of a key; empty where it is absent or null.
  mutating func optionalText(_ key: String) -> String {
    guard let value = node[key], !value.isNull else { return "" }
    guard let scalar = value.scalar else {
      note(.wrongType(key: key, expected: "a text"), at: value)
      return ""
    }
    return scalar.string
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
      if let scalar = item.scalar {
        found.append(scalar.string)
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

  mutating func note(_ problem: CorpusIssue.Problem, at node: Node) {
    issues.append(CorpusIssue(file: file, line: node.mark?.line, problem: problem))
  }
}

extension Node {
  /// Whether the node is a plain `null`, `~` or nothing.
  var isNull: Bool {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null"].contains(scalar.string)
  }

  /// Reads a document.
  ///
  /// - Throws: `CorpusIssue` with the parser's complaint and its line.
  static func document(_ text: String, file: String) throws(CorpusIssue) -> Node {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw CorpusIssue(file: file, line: nil, problem: .syntax("is empty"))
      }
      return node
    } catch let issue as CorpusIssue {
      throw issue
    } catch let error as YamlError {
      throw CorpusIssue(file: file, line: error.line, problem: .syntax(error.complaint))
    } catch {
      throw CorpusIssue(file: file, line: nil, problem: .syntax("\(error)"))
    }
  }
}

extension YamlError {
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    case .duplicatedKeysInMapping(_, let context):
      context.mark.line
    case .reader(_, _, _, _), .memory, .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      nil
    }
  }

  fileprivate var complaint: String {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      "\(problem) (column \(mark.column))"
    case .reader(let problem, _, _, _): "\(problem)"
    case .duplicatedKeysInMapping(let duplicates, _):
      "the key ‘\(duplicates.map { "\($0)" }.joined(separator: ", "))’ stands twice"
    case .memory, .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded: "\(self)"
    }
  }
}
