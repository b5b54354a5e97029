import TestSupport
import TextAnalysis
import Testing

private struct EveryOther: SynonymTable {
  func longestMatch(in texts: [String], at index: Int) -> (length: Int, term: String)? {
    index.isMultiple(of: 2) ? (min(2, texts.count - index), "term") : nil
  }
}

@Suite struct AnalyzerTests {
  private let analyzer = Analyzer(
    filters: [
      FoldingFilter(), NumberFilter(), CompoundFilter(), StopWordFilter(["the", "of"]),
      StemFilter(),
      SynonymFilter(table: EveryOther()),
    ],
    fingerprintSeed: "test"
  )

  @Test func `filters run in their order`() {
    let analyzer = Analyzer(
      filters: [FoldingFilter(), StopWordFilter(["the"]), StemFilter()],
      fingerprintSeed: ""
    )
    #expect(analyzer.analyze("The Métastases").map(\.text) == ["metastas"])
  }

  @Test func `the fingerprint depends on the seed alone`() {
    let same = Analyzer(filters: [], fingerprintSeed: "test")
    let other = Analyzer(filters: [], fingerprintSeed: "tess")
    #expect(same.fingerprint == analyzer.fingerprint)
    #expect(other.fingerprint != analyzer.fingerprint)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `every token of every text slices the text and comes in order`(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = RandomText.make(using: &generator)
      let comment: Comment = "seed \(seed): \(text.debugDescription)"
      expectPlaces(of: Tokenizer().tokenize(text), in: text, comment)
      let tokens = analyzer.analyze(text)
      expectPlaces(of: tokens, in: text, comment)
      #expect(tokens.allSatisfy { !$0.text.isEmpty }, comment)
    }
  }

  private func expectPlaces(of tokens: [Token], in text: String, _ comment: Comment) {
    var last = Token(text: "", start: 0, end: 0, position: -1)
    for token in tokens {
      #expect(token.start < token.end && text.slice(token.start, token.end) != nil, comment)
      #expect(token.position >= last.position, comment)
      #expect(token.position == last.position || token.start >= last.start, comment)
      for part in token.parts {
        #expect(text.slice(part.lowerBound, part.upperBound) != nil, comment)
        #expect(part.lowerBound >= token.start && part.upperBound <= token.end, comment)
      }
      last = token
    }
  }

  @Test func `words of different positions do not overlap`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let text = RandomText.make(using: &generator)
      let tokens = Tokenizer().tokenize(text)
      for (left, right) in zip(tokens, tokens.dropFirst()) {
        #expect(left.end <= right.start, "\(text.debugDescription)")
        #expect(left.position + 1 == right.position)
      }
    }
  }
}
