package import TextAnalysis

/// Chooses the run of sentences that holds the most of a query: of its distinct words by their
/// weights, and of equal runs the shorter and then the earlier one.
package struct SnippetMaker {
  private let analysis: WordAnalysis
  private let weights: [[UInt8]: Float]
  private let splitter: SentenceSplitter
  /// Bytes that a snippet has at most.
  private let longest: Int

  /// Takes the terms of a query with what each counts.
  package init(
    _ analysis: WordAnalysis,
    terms: [WeightedTerm],
    longest: Int = 320,
    splitter: SentenceSplitter = SentenceSplitter()
  ) {
    self.analysis = analysis
    weights = Dictionary(terms.map { ($0.term, $0.weight) }, uniquingKeysWith: max)
    self.longest = longest
    self.splitter = splitter
  }

  /// The best part of a text; its beginning where it has no word of the query.
  ///
  /// - Complexity: O(*n* · *w*) for *n* sentences and *w* words of them in a snippet.
  package func snippet(of text: String) -> Snippet {
    let bytes = Array(text.utf8)
    let found = analysis.placedTerms(of: bytes).filter { weights[$0.term] != nil }
    let sentences = splitter.split(text).flatMap { pieces($0, bytes, found) }
    var best: (range: Range<Int>, weight: Float)?
    var firstTerm = 0
    for (number, sentence) in sentences.enumerated() {
      while firstTerm < found.count, found[firstTerm].range.lowerBound < sentence.lowerBound {
        firstTerm += 1
      }
      var seen: Set<[UInt8]> = []
      var weight: Float = 0
      var term = firstTerm
      for last in number..<sentences.count {
        let range = sentence.lowerBound..<sentences[last].upperBound
        if last > number, range.count > longest { break }
        while term < found.count, found[term].range.upperBound <= range.upperBound {
          if seen.insert(found[term].term).inserted { weight += weights[found[term].term] ?? 0 }
          term += 1
        }
        if let best, (weight, -range.count) <= (best.weight, -best.range.count) { continue }
        best = (range, weight)
      }
    }
    let range = best.map { $0.weight > 0 ? $0.range : sentences[0] } ?? 0..<0
    let marks = found.map(\.range).filter {
      $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound
    }
    return Snippet(range: range, marks: marks)
  }

  /// A sentence, or parts of one that is too long, divided at blanks.
  private func pieces(
    _ sentence: Range<Int>,
    _ bytes: [UInt8],
    _ found: [PlacedTerm]
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = sentence.lowerBound
    while sentence.upperBound - start > longest {
      let limit = start + longest
      var end = limit
      while end > start, !Self.isBlank(bytes[end]) { end -= 1 }
      if end == start {
        end = limit
        // A scalar is not divided.
        while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      }
      pieces.append(start..<end)
      start = end
      while start < sentence.upperBound, Self.isBlank(bytes[start]) { start += 1 }
    }
    if start < sentence.upperBound { pieces.append(start..<sentence.upperBound) }
    return pieces
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
