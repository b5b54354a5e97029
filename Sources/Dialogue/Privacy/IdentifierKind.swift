/// What can say who a patient is.
public enum IdentifierKind: String, CaseIterable, Hashable, Sendable {
  /// A patient's name.
  case name
  /// The number of a record, an insurance or a person.
  case recordNumber
  /// The day or the year of birth.
  case birthDate
}

/// Words or signs that say who a patient is.
public struct Identifier: Hashable, Sendable {
  /// What they are.
  public var kind: IdentifierKind
  /// Where they stand in the text.
  public var bytes: Range<Int>
}

/// A text in which everything that says who a patient is has been made unreadable.
public struct ScreenedText: Hashable, Sendable {
  /// As long as the original in bytes, so that places in the one are places in the other.
  public var text: String
  /// What was found, each kind once.
  public var kinds: [IdentifierKind]
}
