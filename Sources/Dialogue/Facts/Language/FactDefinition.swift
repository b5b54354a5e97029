/// How a fact is told: what kind of thing it is and how its values come about.
struct FactDefinition {
  enum Kind: String, CaseIterable {
    /// Stated or denied.
    case boolean
    /// One of several names.
    case choice
    /// A number with a unit near words that say what it measures.
    case measure
    /// The time between events.
    case elapsed
    /// How long something was given, also as a number of cycles.
    case exposure
    /// Something that happens at a time; no fact by itself.
    case event
    /// Something worth keeping beside the facts, such as the age.
    case context
  }

  var id: String
  var kind: Kind
  /// Whether it belongs to a site and not to the patient.
  var isOfSite = false
  /// Whether what is told as earlier counts as well.
  var keepsHistory = false
  /// Facts with one of whose values what is told as earlier does not count after all.
  var historyEnds: [(id: String, values: [SlotValue])] = []
  /// Facts with one of whose values it is unknown, whatever was said.
  var unless: [(id: String, values: [SlotValue])] = []
  /// Whether it is kept beside the facts of the case.
  var isContext = false
  /// Whether what is planned or foreseen counts as stated, as the size of a remnant does.
  var plannedStands = false
  /// What a planned mention states; nothing for most facts.
  var plannedValue: SlotValue?
  /// The value that outweighs others.
  var winning: SlotValue?
  /// The values of a choice from the first to the last, of which a later one wins.
  var order: [String] = []

  // Measures
  var quantity: QuantityKind = .number
  /// What one canonical unit of the quantity is in the unit of the fact.
  var factor = 1.0
  /// Whether a quantity of this kind belongs here when nothing is said of it.
  var isDefault = false
  /// The values that are possible.
  var least = -Double.infinity
  var most = Double.infinity

  // Times
  var from: [String] = []
  var to: String?
  /// The days within which something that has ended still counts.
  var within = 0.0

  // Exposure
  /// By regimen, the days of one cycle.
  var schedules: [String: Double] = [:]
  /// The days of a month when cycles are counted; zero where they are as long as others.
  var cycleMonth = 0.0
  /// The fact that names the regimen.
  var regimen: String?

  // Another fact that has the same words
  var elsewhere: Elsewhere?

  /// Under what conditions a statement belongs to another fact.
  struct Elsewhere {
    var id: String
    /// Facts with one of whose values the statement belongs there.
    var conditions: [(id: String, values: [SlotValue])]
  }
}

/// What a phrase does for a fact.
enum PhraseRole: Equatable {
  enum Denial {
    /// The denial states the opposite.
    case inverts
    /// The denial says nothing.
    case drops
    /// The phrase states its value whatever cue reaches it.
    case ignored
    /// Only another person or a supposition takes it away.
    case certain
  }

  case states(SlotValue, Denial)
  /// Looks like the fact and is something else.
  case nothing
  /// Says what a quantity measures.
  case near
  /// Says that a quantity measures something else.
  case far
  /// Holds the quantity.
  case value(isCertain: Bool)
  /// The value after it is the present one.
  case latest
  case event
  /// Something that was given has ended.
  case ended
  case cycles(isCertain: Bool)
  case duration
  case schedule
  /// What is told after it comes on top.
  case more
  case total
}

/// A pattern with the fact for which it stands.
struct FactPhrase: Sendable {
  var fact: Int
  var role: PhraseRole
  var pattern: PhrasePattern
}
