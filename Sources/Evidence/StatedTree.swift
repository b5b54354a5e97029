/// A value with lists and mappings as a YAML or JSON file states it, with its place.
public struct StatedTree: Hashable, Sendable {
  /// What stands there.
  public indirect enum Content: Hashable, Sendable {
    /// A single value.
    case value(StatedValue)
    /// Values in order.
    case list([StatedTree])
    /// Values by key, in the order of the file; a key stands once.
    case mapping([Entry])
  }

  /// A key and its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: String
    /// Line of the key, from 1.
    public var line: Int
    /// The value.
    public var value: StatedTree
  }

  /// What stands there.
  public var content: Content
  /// Where it begins, from 1.
  public var line: Int

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - name: The file's name, for messages.
  /// - Returns: The value that the file is.
  /// - Throws: `CorpusError` with the problem and its line.
  /// - Complexity: O(n).
  public static func read(_ bytes: [UInt8], named name: String) throws(CorpusError) -> StatedTree {
    var issues: [CorpusIssue] = []
    guard let node = YAMLNode.document(bytes, file: name, &issues) else {
      throw CorpusError(issues: issues)
    }
    return StatedTree(node)
  }

  private init(_ node: YAMLNode) {
    line = node.line
    switch node.content {
    case .scalar(let text, let isPlain):
      content = .value(isPlain ? StatedValue(plain: text) : .text(text))
    case .sequence(let items):
      content = .list(items.map(StatedTree.init))
    case .mapping(let pairs):
      content = .mapping(
        pairs.map { Entry(key: $0.key, line: $0.line, value: StatedTree($0.value)) }
      )
    }
  }
}
