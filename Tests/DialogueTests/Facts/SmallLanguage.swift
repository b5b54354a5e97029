import Dialogue

/// A language of a few words, to see one rule at a time.
enum SmallLanguage {
  static func extractor() throws -> FactExtractor {
    FactExtractor(try FactLanguage(entries))
  }

  static func entry(_ section: String, _ name: String, _ lists: [String: [String]]) -> WordingEntry
  {
    WordingEntry(
      section: section,
      name: name,
      lists: lists.sorted { $0.key < $1.key }.map {
        WordingEntry.List(name: $0.key, phrases: $0.value)
      }
    )
  }

  static let entries: [WordingEntry] =
    quantities + cues + [
      entry("words", "scan", ["": ["scan", "scans", "magnetic resonance"]]),
      entry("facts", "scanned", ["kind": ["boolean"], "true": ["@scan"], "not": ["scan room"]]),
      entry(
        "facts",
        "sizeMm",
        [
          "kind": ["measure"], "unit": ["mm"], "default": ["true"], "near": ["lesion"],
          "far": ["margin"], "is < 10": ["tiny"],
        ]
      ),
      entry("facts", "liverPercent", ["kind": ["measure"], "unit": ["%"], "near": ["remnant"]]),
      entry(
        "facts",
        "depth",
        ["kind": ["choice"], "is deep": ["deep"], "is shallow": ["shallow"]]
      ),
    ]

  private static let quantities: [WordingEntry] = [
    entry("numbers", "two", ["": ["2"]]), entry("numbers", "four", ["": ["4"]]),
    entry("numbers", "forty", ["": ["40"]]), entry("multipliers", "hundred", ["": ["100"]]),
    entry("fractions", "half", ["": ["0.5"]]), entry("fractions", "½", ["": ["0.5"]]),
    entry("fractions", "quarters", ["": ["0.25"]]),
    entry("joints", "ranges", ["": ["-", "to", "or"]]),
    entry("joints", "times", ["": ["x", "×"]]), entry("joints", "and", ["": ["and"]]),
    entry("joints", "of", ["": ["of"]]), entry("joints", "between", ["": ["between"]]),
    entry("joints", "articles", ["": ["a", "an"]]),
    entry("joints", "ordinals", ["": ["st", "nd", "rd", "th"]]),
    entry("joints", "shy", ["": ["in"]]),
    entry("before", "<", ["": ["<", "under", "less than"]]),
    entry("before", ">=", ["": ["≥", "at least"]]),
    entry("after", ">=", ["": ["or more"]]),
    entry("denominators", "52", ["": ["week"]]), entry("denominators", "12", ["": ["month"]]),
    entry("months", "october oct", ["": ["10"]]), entry("months", "february", ["": ["2"]]),
    entry("units", "mm", ["kind": ["length"], "factor": ["1"]]),
    entry("units", "cm", ["kind": ["length"], "factor": ["10"], "spelled": ["centimetre"]]),
    entry("units", "in", ["kind": ["length"], "factor": ["25.4"], "spelled": ["inch"]]),
    entry("units", "%", ["kind": ["share"], "factor": ["1"], "spelled": ["per cent"]]),
    entry("units", "week", ["kind": ["time"], "factor": ["7"], "spelled": ["weeks"]]),
    entry("units", "month", ["kind": ["time"], "factor": ["30.4"], "spelled": ["months"]]),
    entry("units", "mM", [:]), entry("units", "mg", [:]), entry("units", "m", ["kind": ["length"]]),
  ]

  private static let cues: [WordingEntry] = [
    entry("cues", "no", ["is": ["negated"], "phrases": ["no"]]),
    entry(
      "cues",
      "not",
      ["is": ["negated"], "closed by": ["or", "nor"], "phrases": ["not", "n't"]]
    ),
    entry("cues", "denies", ["is": ["negated"], "lists": ["true"], "phrases": ["denies"]]),
    entry(
      "cues",
      "not done",
      ["is": ["negated"], "towards": ["backward"], "phrases": ["not done", "ruled out"]]
    ),
    entry("cues", "perhaps", ["is": ["uncertain"], "phrases": ["perhaps", "cannot rule out"]]),
    entry("cues", "if", ["is": ["hypothetical"], "phrases": ["if"]]),
    entry(
      "cues",
      "question",
      ["is": ["hypothetical"], "towards": ["question"], "phrases": ["^ was|is"]]
    ),
    entry("cues", "booked", ["is": ["planned"], "towards": ["both"], "phrases": ["booked"]]),
    entry("cues", "mother", ["is": ["other"], "towards": ["sentence"], "phrases": ["mother"]]),
    entry("cues", "looks like it", ["is": ["nothing"], "phrases": ["not only"]]),
    entry("signs", "terminators", ["": ["but"]]),
    entry("signs", "connectives", ["": ["or", "and", "nor"]]),
    entry("signs", "corrections", ["": ["correction", "no , #any"]]),
    entry("signs", "no", ["": ["^ no (,|.)"]]), entry("signs", "yes", ["": ["^ yes (,|.)"]]),
    entry("signs", "fillers", ["": ["-"]]), entry("signs", "breaks", ["": ["but"]]),
    entry("signs", "abbreviations", ["": ["dr"]]),
  ]
}
