/// Finds the sentences of running prose.
///
/// A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a list
/// label, or a lower-case word follows it. Closing quotes and brackets, and citations directly after
/// the stop (`[12]`, `[@a; @b]{#id}`), belong to the sentence before. A blank line always ends one.
public struct SentenceSplitter: Sendable {
  /// Abbreviations of general English prose.
  public static let commonAbbreviations: Set<String> = [
    "e.g", "i.e", "vs", "cf", "viz", "ca", "approx", "resp", "incl", "esp", "al |", "etc |", "dr",
    "prof", "mr", "mrs", "ms", "st", "jr |", "sr |", "fig", "figs", "eq", "ref", "refs", "tab",
    "sect", "sec #", "chap", "ch #", "vol", "no #", "nos #", "p #", "pp", "ed #", "eds", "n #",
  ]

  private let abbreviations: AbbreviationTable

  /// Takes the abbreviations after which a sentence goes on.
  ///
  /// The last word of each is matched in any case; a final dot may be left out. One that ends in ` #`
  /// counts only before a number (`no #`: "No. 3", but "No."), and one in ` |` only if no capital
  /// letter follows (`al |`: "et al. found", but "et al. The").
  public init(abbreviations: Set<String> = commonAbbreviations) {
    self.abbreviations = AbbreviationTable(abbreviations)
  }

  /// The byte ranges of the sentences, in order and without the white space around them.
  ///
  /// Together they hold every byte that is not white space.
  ///
  /// - Complexity: O(*n*) in the bytes of the text, as looking ahead and behind is bounded.
  public func split(_ text: String) -> [Range<Int>] {
    let source = UTF8Text(text)
    var sentences: [Range<Int>] = []
    var start = source.skipWhitespace(0)
    var index = start
    while index < source.count {
      var end: Int?
      if source.startsBlankLine(index) {
        end = source.trimmedEnd(from: start, before: index)
      } else if let stop = SentenceStop(in: source, at: index) {
        index = stop.end
        if endsSentence(stop, in: source, sentenceStart: start) { end = stop.end }
      } else {
        index = source.next(index)
      }
      guard let end else { continue }
      sentences.append(start..<end)
      start = source.skipWhitespace(end)
      index = start
    }
    let end = source.trimmedEnd(from: start)
    if end > start { sentences.append(start..<end) }
    return sentences
  }

  private func endsSentence(_ stop: SentenceStop, in text: UTF8Text, sentenceStart: Int) -> Bool {
    if stop.isHard { return true }
    let next = text.skipWhitespace(stop.end)
    if next == text.count || text.holdsBlankLine(stop.end..<next) { return true }
    guard stop.hasCitation || next > stop.end else { return false }
    let follower = text.follower(at: next)
    guard stop.isSingleDot else { return follower != .lowercase }
    // A stop after a space, as in tokenised text, is no part of a word.
    let word = text.wordBefore(stop.start, notBefore: sentenceStart)
    if word.isEmpty { return true }
    // A list label: "1. First", "b. Second".
    if word.lowerBound == sentenceStart, text.isLabel(word) { return false }
    if stop.hasClosing { return follower != .lowercase }
    if let rule = abbreviations.rule(for: text, word), rule != .beforeNumber || follower == .number
    {
      return rule == .beforeLowercase && follower == .uppercase
    }
    if text.isInitial(word) { return follower != .uppercase && follower != .lowercase }
    return follower != .lowercase
  }
}
