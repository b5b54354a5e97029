internal import Evidence
internal import TextAnalysis

extension EvidenceBase {
  /// Whether a text holds all words of a phrase in any inflection, or another name of the glossary's
  /// term that the phrase is.
  func matches(_ phrase: String, _ text: String) -> Bool {
    let wanted = stems(phrase)
    let held = stems(text)
    if wanted.isEmpty { return false }
    if wanted.allSatisfy(held.contains) { return true }
    return names(of: phrase).contains { held.firstRange(of: stems($0)) != nil }
  }

  /// Everything that stands for a phrase: the names of its glossary term, else the phrase alone.
  func names(of phrase: String) -> [String] {
    let wanted = phrase.lowercased()
    let term = source.glossary.first { term in
      term.surfaceForms.contains { $0.lowercased() == wanted }
    }
    return term?.surfaceForms ?? [phrase]
  }

  /// The stems of a text's words without function words.
  func stems(_ text: String) -> [String] {
    var stems: [String] = []
    var position = -1
    for token in analyzer.analyze(text) where token.position != position {
      stems.append(token.text)
      position = token.position
    }
    return stems
  }
}
