/// Something that a turn was about, which a later one may stand on.
public struct Entity: Hashable, Sendable {
  /// As it was written, without its determiner.
  public var text: String
  /// Whether it names more than one thing.
  public var isPlural: Bool
  /// Whether it is a name.
  public var isName: Bool
  /// What the glossary says that it is; empty where the glossary does not hold it.
  public var type: String
  /// Whether it was mentioned by the way, behind a preposition.
  public var isIncidental: Bool
  /// The turn that brought it up, from 1.
  public var turn: Int

  /// Makes an entity.
  public init(
    text: String,
    isPlural: Bool,
    isName: Bool,
    type: String = "",
    isIncidental: Bool = false,
    turn: Int
  ) {
    self.text = text
    self.isPlural = isPlural
    self.isName = isName
    self.type = type
    self.isIncidental = isIncidental
    self.turn = turn
  }
}
