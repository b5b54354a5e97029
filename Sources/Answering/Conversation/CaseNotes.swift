public import Evidence

/// Something that a turn says of a case.
public enum CaseEvent: Hashable, Sendable {
  /// Words about the patient.
  case said(String)
  /// A fact stated by itself, such as the answer to a question; nothing known takes it back.
  case stated(StatedFact)
  /// The same for one of several sites.
  case statedOfSite(StatedFact, site: String)
  /// The facts of a file, in the place of all before.
  case loaded(FactSheet)
  /// A question that nobody can answer is not asked again.
  case skipped(fact: String)
}

/// What was said of a patient: what folding the events gives.
public struct CaseNotes: Hashable, Sendable {
  /// The most bytes of words that a conversation keeps; a longer line is no description of a patient.
  public static let longestText = 1 << 14

  /// The words, a line for each turn.
  public private(set) var text = ""
  /// Facts that were stated by themselves and count before the words.
  public private(set) var sheet = FactSheet()
  /// Facts that are not asked for.
  public private(set) var skipped: Set<String> = []

  /// Holds nothing.
  public init() {}

  /// Whether nothing was said.
  public var isEmpty: Bool { text.isEmpty && sheet.facts.isEmpty && sheet.sites.isEmpty }

  /// The notes after an event.
  public func applying(_ event: CaseEvent) -> CaseNotes {
    var notes = self
    switch event {
    case .said(let words): notes.text += text.isEmpty ? words : "\n\n\(words)"
    case .stated(let fact):
      notes.sheet.facts.removeAll { $0.id == fact.id }
      notes.sheet.facts.append(fact)
    case .statedOfSite(let fact, let label):
      if !sheet.sites.contains(where: { $0.label == label }) {
        notes.sheet.sites.append(FactSheet.Site(label: label, facts: []))
      }
      for place in notes.sheet.sites.indices where notes.sheet.sites[place].label == label {
        notes.sheet.sites[place].facts.removeAll { $0.id == fact.id }
        notes.sheet.sites[place].facts.append(fact)
      }
    case .loaded(let sheet):
      notes = CaseNotes()
      notes.sheet = sheet
    case .skipped(let fact): notes.skipped.insert(fact)
    }
    return notes
  }

  /// The facts that were stated by themselves, of the patient or of a site.
  var stated: Set<String> { Set((sheet.facts + sheet.sites.flatMap(\.facts)).map(\.id)) }

  /// The notes without facts that were stated by themselves.
  func dropping(_ facts: Set<String>) -> CaseNotes {
    var notes = self
    notes.sheet.facts.removeAll { facts.contains($0.id) }
    return notes
  }
}
