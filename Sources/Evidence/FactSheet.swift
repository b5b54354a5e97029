/// A value as a file or a command line states it, before a decision model says what it may be.
public enum StatedValue: Hashable, Sendable {
  /// Nothing is known: `null`, `~` or an empty value.
  case unknown
  /// `true` or `false`.
  case boolean(Bool)
  /// A number, its digits as written.
  case number(String)
  /// Any other text, quoted or not.
  case text(String)

  /// Reads what stands unquoted in a YAML file or behind the `=` of an argument.
  public init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .unknown
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    default: self = Self.isNumber(text) ? .number(text) : .text(text)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "+"), Double(text) != nil else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || Array("+-.eE".utf8).contains(byte)
    }
  }
}

extension StatedValue: CustomStringConvertible {
  /// As it was written.
  public var description: String {
    switch self {
    case .unknown: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): text
    }
  }
}

/// A fact as a file states it.
public struct StatedFact: Hashable, Sendable {
  /// Identifier of the input.
  public var id: String
  /// The value.
  public var value: StatedValue
  /// Line of the file, from 1; nil for an argument.
  public var line: Int?

  /// Takes a fact and its place.
  public init(id: String, value: StatedValue, line: Int? = nil) {
    self.id = id
    self.value = value
    self.line = line
  }
}

/// The facts of a patient, those of several sites apart.
public struct FactSheet: Hashable, Sendable {
  /// The patient's facts; with one site its facts as well.
  public var facts: [StatedFact]
  /// The sites, when there are several.
  public var sites: [Site]

  /// One of several sites.
  public struct Site: Hashable, Sendable {
    /// What the site is called.
    public var label: String
    /// Its own facts.
    public var facts: [StatedFact]

    /// Takes a site.
    public init(label: String, facts: [StatedFact]) {
      self.label = label
      self.facts = facts
    }
  }

  /// Takes facts.
  public init(facts: [StatedFact] = [], sites: [Site] = []) {
    self.facts = facts
    self.sites = sites
  }

  /// Reads a YAML or JSON mapping of fact id to value; `sites` is a list of such mappings, each with a
  /// `label` of its own if it likes.
  ///
  /// - Parameters:
  ///   - content: The file's bytes.
  ///   - name: The file's name, for messages.
  /// - Returns: The facts in the order of the file.
  /// - Throws: `CorpusError` with every problem found and its line.
  public static func read(_ content: [UInt8], named name: String) throws(CorpusError) -> FactSheet {
    var reader = FactSheetReader(file: name)
    let sheet = reader.sheet(content)
    guard reader.issues.isEmpty else { throw CorpusError(issues: reader.issues) }
    return sheet
  }
}

/// Reads facts and notes what is wrong with them.
struct FactSheetReader {
  let file: String
  private(set) var issues: [CorpusIssue] = []

  init(file: String) {
    self.file = file
  }

  mutating func sheet(_ content: [UInt8]) -> FactSheet {
    guard let node = YAMLNode.document(content, file: file, &issues) else { return FactSheet() }
    return sheet(node)
  }

  mutating func sheet(_ node: YAMLNode) -> FactSheet {
    var sheet = FactSheet()
    for pair in pairs(node) {
      if pair.key == "sites" {
        sheet.sites = sites(pair.value)
      } else if let fact = fact(pair) {
        sheet.facts.append(fact)
      }
    }
    return sheet
  }

  private mutating func pairs(_ node: YAMLNode) -> [YAMLNode.Pair] {
    if let mapping = node.mapping { return mapping }
    note(.wrongType(key: "the case", expected: "a mapping of fact to value"), node.line)
    return []
  }

  private mutating func fact(_ pair: YAMLNode.Pair) -> StatedFact? {
    guard case .scalar(let text, let isPlain) = pair.value.content else {
      note(.wrongType(key: pair.key, expected: "a single value"), pair.line)
      return nil
    }
    let stated: StatedValue = isPlain ? StatedValue(plain: text) : .text(text)
    return StatedFact(id: pair.key, value: stated, line: pair.line)
  }

  private mutating func sites(_ node: YAMLNode) -> [FactSheet.Site] {
    guard let list = node.sequence else {
      note(.wrongType(key: "sites", expected: "a list of mappings"), node.line)
      return []
    }
    return list.enumerated().map { place, node in
      var site = FactSheet.Site(label: "site \(place + 1)", facts: [])
      for pair in pairs(node) {
        if pair.key == "label" {
          site.label = pair.value.text ?? site.label
        } else if let fact = fact(pair) {
          site.facts.append(fact)
        }
      }
      return site
    }
  }

  private mutating func note(_ problem: CorpusIssue.Problem, _ line: Int) {
    issues.append(CorpusIssue(file: file, line: line, problem: problem))
  }
}

extension YAMLNode {
  /// The document of a file; nil when its problem was noted.
  static func document(
    _ content: [UInt8],
    file: String,
    _ issues: inout [CorpusIssue]
  ) -> YAMLNode? {
    if let issue = CorpusIssue.notUTF8(content, file: file) {
      issues.append(issue)
      return nil
    }
    do throws(YAMLProblem) {
      if let node = try YAMLComposer.document(content) { return node }
      issues.append(CorpusIssue(file: file, line: nil, problem: .syntax("is empty")))
    } catch {
      issues.append(CorpusIssue(file: file, line: error.line, problem: .syntax(error.complaint)))
    }
    return nil
  }
}
