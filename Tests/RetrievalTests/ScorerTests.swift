import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct ScorerTests {
  private func occurrences(
    _ frequency: Float,
    weight: Float = 1,
    b: Float = 0.75,
    length: Float = 1
  ) -> FieldOccurrences {
    FieldOccurrences(
      frequency: frequency,
      weight: weight,
      lengthNormalization: b,
      relativeLength: length
    )
  }

  @Test(
    arguments: [
      // ln(1 + (N − n + 0.5) / (n + 0.5))
      (1, 1, 0.287_682_07), (1, 3, 0.980_829_25), (2, 3, 0.470_003_63), (3, 3, 0.133_531_39),
      (10, 1_000, 4.557_379_8), (0, 1, 1.386_294_4),
    ] as [(Int, Int, Float)]
  )
  func `the inverse document frequency of BM25 is the formula's`(
    n: Int,
    count: Int,
    expected: Float
  ) {
    let term = TermStatistics(documentFrequency: n, documentCount: count)
    #expect(abs(BM25().inverseDocumentFrequency(term) - expected) < 1e-5)
  }

  @Test func `a saturation of zero is a programming error`() async {
    await #expect(processExitsWith: .failure) { _ = BM25(saturation: 0) }
  }

  @Test func `BM25 gives the values worked out by hand`() {
    let term = TermStatistics(documentFrequency: 1, documentCount: 3)
    let idf: Float = 0.980_829_25
    let scorer = BM25(saturation: 1.2)
    func score(_ fields: [FieldOccurrences], _ queryWeight: Float = 1) -> Float {
      scorer.score(
        fields,
        norm: 9,
        termWeight: scorer.termWeight(term, queryWeight: queryWeight)
      )
    }
    // tf 1 at mean length: 1 · 2.2 / 2.2
    #expect(abs(score([occurrences(1)]) - idf) < 1e-5)
    // tf 2: 2 · 2.2 / 3.2
    #expect(abs(score([occurrences(2)]) - idf * 1.375) < 1e-5)
    // twice the mean length: 1 / 1.75 = 0.571429; · 2.2 / 1.771429 = 0.709677
    #expect(abs(score([occurrences(1, length: 2)]) - idf * 0.709_677_4) < 1e-5)
    // no length normalisation
    #expect(abs(score([occurrences(1, b: 0, length: 2)]) - idf) < 1e-5)
    // two fields: 1 + 0.5 · 2 = 2
    #expect(
      abs(score([occurrences(1), occurrences(2, weight: 0.5)]) - idf * 1.375) < 1e-5
    )
    #expect(abs(score([occurrences(1)], 0.5) - idf / 2) < 1e-5)
    #expect(score([]) == 0)
    #expect(scorer.queryNorm([(statistics: term, queryWeight: 3)]) == 1)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `more occurrences never weigh less and stay below the bound`(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let saturation = Float.random(in: 0.1...3, using: &generator)
    let scorer = BM25(saturation: saturation)
    let count = Int.random(in: 1...500, using: &generator)
    let term = TermStatistics(
      documentFrequency: Int.random(in: 1...count, using: &generator),
      documentCount: count
    )
    let b = Float.random(in: 0...1, using: &generator)
    let length = Float.random(in: 0...4, using: &generator)
    var last: Float = 0
    for frequency in 1...200 {
      let score = scorer.score(
        [occurrences(Float(frequency), b: b, length: length)],
        norm: 1,
        termWeight: scorer.termWeight(term, queryWeight: 1)
      )
      #expect(score > last || (score - last).magnitude < 1e-4, "seed \(seed): \(frequency)")
      #expect(score <= scorer.inverseDocumentFrequency(term) * (saturation + 1) * 1.000_01)
      last = score
    }
  }

  @Test(
    arguments: [
      (0, 0), (1, 1), (2, 1.693_147_2), (10, 3.302_585_1), (0.5, 0.306_852_8), (0.1, 0), (-1, 0),
    ] as [(Float, Float)]
  )
  func `a frequency weighs one and its logarithm`(frequency: Float, expected: Float) {
    #expect(abs(TFIDF.documentWeight(frequency) - expected) < 1e-6)
  }

  @Test func `the cosine of two words is the one worked out by hand`() throws {
    // N = 3; "a" stands in two documents, "b" in one: idf ln(4/2.5) and ln(4/1.5).
    let scores = try SampleIndex(["a b", "a a", "c"]).scores(query("a b"), TFIDF())
    let (a, b) = (log(Float(4) / 2.5), log(Float(4) / 1.5))
    let length = (a * a + b * b).squareRoot()
    #expect(abs(scores[0] - (a + b) / Float(2).squareRoot() / length) < 1e-5)
    #expect(abs(scores[1] - a / length) < 1e-5)
    #expect(scores[2] == 0)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a cosine is at most one, and a document asked for word by word comes first`(
    seed: UInt64
  ) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    // Every word stands in two documents, so that no word is rarer than another.
    var texts: [String] = []
    for number in 0..<10 {
      let own = (0..<3).map { "w\(number)\($0)" }
      texts.append((own + own.shuffled(using: &generator).prefix(1)).joined(separator: " "))
      texts.append((own + ["x\(number / 2)"]).joined(separator: " "))
    }
    let index = try SampleIndex(texts)
    let searcher = index.searcher(TFIDF())
    for (number, text) in texts.enumerated() {
      let hits = try searcher.search(query(text), limit: texts.count)
      #expect(hits.first?.document == index.document(number), "seed \(seed): \(text)")
      #expect(hits.allSatisfy { (0...1.000_01).contains($0.score) })
      #expect(abs((hits.first?.score ?? 0) - 1) < 1e-5)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `no cosine of random texts is above one`(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    var collection = RandomCollection(seed: seed)
    // Fields weigh alike in the length of a document's vector.
    for field in collection.fields.indices { collection.fields[field].weight = 1 }
    let index = try collection.index()
    for _ in 0..<20 {
      let words = RandomCollection.words(upTo: 10, using: &generator).joined(separator: " ")
      let scores = try index.scores(query(words, synonymWeight: 0.6), TFIDF())
      #expect(scores.allSatisfy { (0...1.000_01).contains($0) }, "seed \(seed): \(words)")
    }
  }
}
