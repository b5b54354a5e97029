/// A value that a text gives to a fact.
public enum SlotValue: Hashable, Sendable {
  /// Whether it is so.
  case truth(Bool)
  /// A number or the bounds of one, in the unit of the fact.
  case number(NumberInterval)
  /// One of several names.
  case name(String)

  /// Reads what a list of phrases stands for: `true`, `< 10`, `deep`.
  init(_ text: String) {
    if text == "true" || text == "false" {
      self = .truth(text == "true")
    } else if let interval = NumberInterval(text) {
      self = .number(interval)
    } else {
      self = .name(text)
    }
  }

  /// The opposite of a truth value; nil for others, whose denial says nothing.
  var denied: SlotValue? {
    if case .truth(let truth) = self { return .truth(!truth) }
    return nil
  }
}

extension SlotValue: CustomStringConvertible {
  /// The value as facts are written.
  public var description: String {
    switch self {
    case .truth(let truth): truth ? "true" : "false"
    case .number(let interval): interval.description
    case .name(let name): name
    }
  }
}

extension NumberInterval {
  /// Reads `12` or `< 10`; nil for anything else.
  init?(_ text: String) {
    let compact = text.filter { $0 != " " }
    for comparison in [Comparison.atMost, .atLeast, .less, .greater]
    where compact.hasPrefix(comparison.rawValue) {
      guard let value = Double(compact.dropFirst(comparison.rawValue.count)) else { return nil }
      self = comparison.applied(to: NumberInterval(value))
      return
    }
    guard let value = Double(compact) else { return nil }
    self.init(value)
  }
}
