/// How something is said, as a file of the corpus has it: a name with lists of phrases.
public struct WordingEntry: Hashable, Sendable {
  /// A list of an entry.
  public struct List: Hashable, Sendable {
    /// What the list holds; empty for an entry that is one list.
    public var name: String
    /// Its phrases or values.
    public var phrases: [String]

    /// Takes a list.
    public init(name: String, phrases: [String]) {
      self.name = name
      self.phrases = phrases
    }
  }

  /// What the entry belongs to.
  public var section: String
  /// What it is about.
  public var name: String
  /// Its lists.
  public var lists: [List]

  /// Takes an entry.
  public init(section: String, name: String, lists: [List]) {
    self.section = section
    self.name = name
    self.lists = lists
  }

  /// The phrases of a list; none where there is no such list.
  subscript(_ list: String) -> [String] {
    lists.first { $0.name == list }?.phrases ?? []
  }

  /// The only value of a list; nil where there is none.
  func value(_ list: String) -> String? { self[list].first }

  func number(_ list: String) -> Double? { value(list).flatMap { Double($0) } }
}

/// Why the wording of facts cannot be used.
public struct WordingError: Error, Hashable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The pattern cannot be read.
    case pattern(PatternError)
    /// A value is not one of those that are possible here.
    case value(String)
    /// A list has a name that means nothing.
    case unknownList(String)
    /// A section has a name that means nothing.
    case unknownSection
  }

  /// The section of the entry.
  public var section: String
  /// The name of the entry.
  public var name: String
  /// The phrase; empty where it is not one phrase.
  public var phrase: String
  /// What is wrong.
  public var problem: Problem
}
