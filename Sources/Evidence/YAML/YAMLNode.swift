/// A YAML value with its place; JSON is read as the same, being YAML in flow style.
struct YAMLNode {
  enum Content {
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order of the file; keys are texts, each stands once.
    case mapping([Pair])
  }

  struct Pair {
    var key: String
    /// Line of the key, from 1.
    var line: Int
    var value: YAMLNode
  }

  var content: Content
  /// Where the value begins, from 1.
  var line: Int

  /// The text of a scalar.
  var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The items of a list.
  var sequence: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The pairs of a mapping.
  var mapping: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The value of a key, where the node is a mapping that has it.
  subscript(key: String) -> YAMLNode? {
    mapping?.first { $0.key == key }?.value
  }

  /// Whether the node is a plain `null`, `~` or nothing.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }
}
