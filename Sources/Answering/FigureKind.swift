/// A kind of figure that a question can ask for, by the name of its cue in the lexicon.
enum FigureKind: String, CaseIterable {
  case proportion
  case duration
  case size

  /// The kind of a unit as the corpus writes it, if it is one of these.
  init?(unit: String) {
    switch unit {
    case "%": self = .proportion
    case "day", "days", "week", "weeks", "month", "months", "year", "years": self = .duration
    case "mm", "cm": self = .size
    default: return nil
    }
  }

  /// The kinds of several units, a bit for each.
  static func mask(of units: [String]) -> Int {
    units.reduce(0) { $0 | (FigureKind(unit: $1)?.bit ?? 0) }
  }

  /// The kinds that some cues ask for, a bit for each.
  static func mask(ofCues cues: [String]) -> Int {
    allCases.reduce(0) { cues.contains($1.rawValue) ? $0 | $1.bit : $0 }
  }

  private var bit: Int {
    switch self {
    case .proportion: 1
    case .duration: 2
    case .size: 4
    }
  }
}
