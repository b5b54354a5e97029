/// How something is said, as `facts.yaml` of a protocol or a file of the lexicon has it.
///
/// A file is a mapping of section to mapping of name to value; a value is a text, a list of texts, or a
/// mapping of list name to either.
public struct FactWording: Hashable, Sendable {
  /// A list of phrases.
  public struct List: Hashable, Sendable {
    /// What the list holds; empty for an entry that is one list.
    public var name: String
    /// Its phrases.
    public var phrases: [String]

    /// Takes a list.
    public init(name: String, phrases: [String]) {
      self.name = name
      self.phrases = phrases
    }
  }

  /// The section.
  public var section: String
  /// What the phrases are about.
  public var name: String
  /// The lists.
  public var lists: [List]
  /// The file, below the corpus folder.
  public var file: String
  /// Line of the file, from 1.
  public var line: Int

  /// Takes an entry.
  public init(section: String, name: String, lists: [List], file: String = "", line: Int = 1) {
    self.section = section
    self.name = name
    self.lists = lists
    self.file = file
    self.line = line
  }
}

/// Reads the entries of a wording file and notes what is wrong with it.
struct FactWordingReader {
  let file: String
  private(set) var issues: [CorpusIssue] = []

  init(file: String) {
    self.file = file
  }

  mutating func wordings(_ node: YAMLNode) -> [FactWording] {
    pairs(node, "the file").flatMap { section in
      pairs(section.value, section.key).map { entry in
        FactWording(
          section: section.key,
          name: entry.key,
          lists: lists(entry.value, entry.key),
          file: file,
          line: entry.line
        )
      }
    }
  }

  private mutating func lists(_ node: YAMLNode, _ key: String) -> [FactWording.List] {
    if node.mapping == nil { return [FactWording.List(name: "", phrases: texts(node, key))] }
    return pairs(node, key).map {
      FactWording.List(name: $0.key, phrases: texts($0.value, $0.key))
    }
  }

  private mutating func texts(_ node: YAMLNode, _ key: String) -> [String] {
    if let text = node.text { return [text] }
    guard let list = node.sequence else {
      note(.wrongType(key: key, expected: "a text or a list of texts"), node.line)
      return []
    }
    var found: [String] = []
    for item in list {
      if let text = item.text {
        found.append(text)
      } else {
        note(.wrongType(key: key, expected: "a list of texts"), item.line)
      }
    }
    return found
  }

  private mutating func pairs(_ node: YAMLNode, _ key: String) -> [YAMLNode.Pair] {
    if let mapping = node.mapping { return mapping }
    note(.wrongType(key: key, expected: "a mapping"), node.line)
    return []
  }

  private mutating func note(_ problem: CorpusIssue.Problem, _ line: Int) {
    issues.append(CorpusIssue(file: file, line: line, problem: problem))
  }
}
