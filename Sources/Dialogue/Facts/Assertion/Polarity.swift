/// How a text stands to something that it mentions.
public enum Polarity: String, Sendable, CaseIterable {
  /// It is so.
  case affirmed
  /// It is not so.
  case negated
  /// Nobody knows whether it is so.
  case uncertain
  /// It is assumed or asked about.
  case hypothetical
  /// It is to happen.
  case planned
  /// It is said of another person.
  case other

  /// Whether what is mentioned so is a fact about the patient.
  public var isFact: Bool { self == .affirmed || self == .negated }

  /// The stronger of two when both apply: what is booked and not done yet is not done, and another
  /// person's planned scan is another person's.
  var rank: Int {
    switch self {
    case .affirmed: 0
    case .planned: 1
    case .negated: 2
    case .uncertain: 3
    case .hypothetical: 4
    case .other: 5
    }
  }
}

/// What is asserted of a mention.
public struct Assertion: Hashable, Sendable {
  /// How the text stands to it.
  public var polarity: Polarity
  /// Whether it is told as something earlier.
  public var isHistorical: Bool

  /// Takes both.
  public init(polarity: Polarity, isHistorical: Bool = false) {
    self.polarity = polarity
    self.isHistorical = isHistorical
  }
}
