public import Dialogue

/// What is said, in one line, where a text says who a patient is.
public struct IdentifierWarning: Hashable, Sendable {
  /// The line.
  public let sentence: String

  /// Takes what was found; nil where that is nothing.
  public init?(_ kinds: [IdentifierKind]) {
    guard let last = kinds.last else { return nil }
    let names = kinds.map(\.words)
    let list =
      kinds.count == 1
      ? last.words : "\(names.dropLast().joined(separator: ", ")) and \(last.words)"
    let seen = list.prefix(1).uppercased() + list.dropFirst()
    sentence =
      kinds.count == 1
      ? "\(seen) is masked here: it is not needed. Please leave it out."
      : "\(seen) are masked here: they are not needed. Please leave them out."
  }
}

extension IdentifierKind {
  fileprivate var words: String {
    switch self {
    case .name: "a name"
    case .recordNumber: "a record number"
    case .birthDate: "a date of birth"
    }
  }
}
