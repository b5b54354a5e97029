/// The units that a number can carry, and how authors spell them.
///
/// Units are language, not clinical content; a lexicon may still replace ``common``.
public struct Units: Sendable {
  private let canonical: [String: String]
  private let firstWords: Set<String>
  private let fractions: [String: String]

  /// The longest spelling in bytes, which bounds how far a tokenizer looks ahead.
  let longestSpelling: Int

  /// Takes the spellings of each unit.
  ///
  /// A spelling of one letter is matched as it is written; a longer one in any case. It is a run of
  /// letters, a single symbol, or two words with one space between them.
  ///
  /// - Parameters:
  ///   - spellings: Every spelling of a unit, by its canonical form.
  ///   - fractions: The unit of a denominator, as in `6/52` for six weeks.
  public init(_ spellings: [String: [String]], fractions: [String: String] = [:]) {
    var canonical: [String: String] = [:]
    for (unit, forms) in spellings {
      for form in forms + [unit] { canonical[Self.key(form)] = unit }
    }
    self.canonical = canonical
    self.fractions = fractions
    firstWords = Set(
      canonical.keys.compactMap { key in
        key.utf8.firstIndex(of: UInt8(ascii: " ")).map { String(key[..<$0]) }
      }
    )
    longestSpelling = canonical.keys.map(\.utf8.count).max() ?? 0
  }

  /// The measures of general use: lengths, volumes, masses, shares, times and doses.
  public static let common = Units(
    [
      "%": ["percent", "per cent", "％"],
      "nm": [], "um": ["µm", "μm"],
      "mm": ["millimetre", "millimetres", "millimeter", "millimeters"],
      "cm": ["centimetre", "centimetres", "centimeter", "centimeters"],
      "m": ["metre", "metres", "meter", "meters"], "km": [],
      "ml": ["millilitre", "millilitres", "milliliter", "milliliters", "cc"],
      "dl": [], "l": ["L", "litre", "litres", "liter", "liters"],
      "ug": ["µg", "μg", "mcg"], "mg": ["milligram", "milligrams"], "g": ["gram", "grams"],
      "kg": ["kilogram", "kilograms"], "mmol": [], "Gy": ["gray", "grays"],
      "minute": ["min", "mins", "minutes"], "hour": ["h", "hr", "hrs", "hours"],
      "day": ["days"], "week": ["wk", "wks", "weeks"],
      "month": ["mo", "mos", "mth", "mths", "months"], "year": ["y", "yr", "yrs", "years"],
      "cycle": ["cycles"],
    ],
    fractions: ["52": "week", "12": "month"]
  )

  /// The canonical form of a spelling, or nil where it is no unit.
  func unit(spelled spelling: String) -> String? {
    canonical[Self.key(spelling)]
  }

  /// Whether some spelling of two words starts with this one.
  func startsSpelling(_ word: String) -> Bool {
    firstWords.contains(Self.key(word))
  }

  /// The unit that a denominator stands for, as `52` does for weeks.
  func unit(ofDenominator digits: String) -> String? {
    fractions[digits]
  }

  private static func key(_ spelling: String) -> String {
    spelling.utf8.count == 1 ? spelling : spelling.lowercased()
  }
}
