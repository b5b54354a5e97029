/// Something that a text says of a patient, with the words that say it.
public struct CaseFact: Hashable, Sendable {
  /// The fact.
  public var id: String
  /// Its value.
  public var value: SlotValue
  /// How the text stands to it; a truth that is denied is negated.
  public var polarity: Polarity
  /// The words of the text.
  public var words: String
  /// The bytes at which they stand.
  public var bytes: Range<Int>
  /// The label of the site to which it belongs; nil for the patient or a single site.
  public var site: String?
  /// The day from which a time that lasts until today runs; nil for other facts, and where that day or
  /// today is not known.
  public var origin: CalendarDay?
}

/// Values of one fact that contradict each other and that nobody corrected.
public struct FactConflict: Hashable, Sendable {
  /// The fact.
  public var id: String
  /// The statements, in the order of the text.
  public var statements: [CaseFact]
  /// The label of the site; nil for the patient or a single site.
  public var site: String?
}

/// What a text says of a patient.
public struct FactReading: Hashable, Sendable {
  /// What is so, and what is not.
  public var facts: [CaseFact] = []
  /// What is only thought of, planned or said of somebody else.
  public var mentioned: [CaseFact] = []
  /// What contradicts itself and therefore stays unknown.
  public var conflicts: [FactConflict] = []
  /// The labels of the sites, when there are several.
  public var sites: [String] = []
  /// Age, sex and the like, which no decision uses.
  public var context: [CaseFact] = []
  /// The day on which it was written, by its own words or the caller's; nil where the year is unknown.
  public var today: CalendarDay?
}
