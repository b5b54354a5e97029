public import Dialogue

/// What is said, in one line, where a text says who a patient is.
public struct IdentifierWarning: Hashable, Sendable {
  /// The line; on a screen of 80 columns it needs no second one.
  public let sentence: String

  /// Takes what was found; nil where that is nothing.
  public init?(_ kinds: [IdentifierKind]) {
    if kinds.isEmpty { return nil }
    let seen = kinds.map(\.words).joined(separator: ", ")
    sentence = "Masked: \(seen). Not needed; leave \(kinds.count == 1 ? "it" : "them") out."
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
