internal import Evidence
internal import TextAnalysis

extension EvidenceBase {
  /// Whether a text holds all words of a phrase in any inflection, or another name of the glossary's
  /// term that the phrase is, as it is written there: with endings taken off, “missed lesions” for a
  /// sensitivity would let in lesions that are missing.
  func matches(_ phrase: String, _ text: String) -> Bool {
    let wanted = stems(phrase)
    let held = stems(text)
    if wanted.isEmpty { return false }
    if wanted.allSatisfy(held.contains) { return true }
    guard let term = term(phrase) else { return false }
    let words = Self.words(text)
    return term.surfaceForms.contains { words.firstRange(of: Self.words($0)) != nil }
  }

  /// The words of a text in small letters, without their punctuation.
  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// Everything that stands for a phrase: the names of its glossary term, else the phrase alone.
  func names(of phrase: String) -> [String] {
    term(phrase)?.surfaceForms ?? [phrase]
  }

  private func term(_ name: String) -> GlossaryTerm? {
    let wanted = name.lowercased()
    return source.glossary.first { term in
      term.surfaceForms.contains { $0.lowercased() == wanted }
    }
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
