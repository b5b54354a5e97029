/// Reads the facts of a case out of a clinician's words.
///
/// ```swift
/// let extractor = FactExtractor(language)
/// extractor.read("62F, 8 mm met in seg VII gone on CT, no MRI yet").facts
/// ```
///
/// A text is cut into pieces; quantities are read; phrases of the protocol are looked for; cues say what
/// is denied, planned or another person's; and the kind of each fact says how its value follows.
public struct FactExtractor: Sendable {
  let language: FactLanguage

  /// Takes the words by which facts are found.
  public init(_ language: FactLanguage) {
    self.language = language
  }

  /// The facts of a text.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - today: The day from which dates are counted; without it only the time between dates is known.
  /// - Returns: What is so, what is only mentioned, and what contradicts itself.
  /// - Complexity: O(*n*) in the bytes of the text, as no phrase and no cue reaches beyond a sentence.
  public func read(_ text: String, today: CalendarDay? = nil) -> FactReading {
    var extraction = Extraction(text, language: language, today: today)
    return extraction.reading()
  }

  /// The quantities of a text.
  public func quantities(of text: String) -> [Quantity] {
    let read = ReadText(
      text,
      scanner: PieceScanner(abbreviations: language.abbreviations),
      vocabulary: language.vocabulary
    )
    var reader = QuantityReader(
      language: language.quantities,
      text: read,
      classes: language.classes
    )
    return reader.quantities()
  }

  /// How a text stands to the first mention of a concept; nil where it does not mention it.
  public func assertion(of concept: String, in text: String) -> Assertion? {
    let extraction = Extraction(text, language: language, today: nil, style: .prose)
    return extraction.assertion(of: concept)
  }
}
