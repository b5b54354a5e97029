import Retrieval
import TestSupport
import Testing

@Suite struct SearcherTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `the parts of an explanation make the score`(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let collection = RandomCollection(seed: seed, maximum: 15)
    let reader = try IndexReader(collection.bytes, fingerprint: fingerprint)
    for _ in 0..<5 {
      let words = RandomCollection.words(upTo: 6, using: &generator).joined(separator: " ")
      let asked = query(words, synonymWeight: 0.6)
      try compare(Searcher(reader, scorer: BM25(), proximityWeight: 0.3), asked, reader)
      try compare(Searcher(reader, scorer: TFIDF(), proximityWeight: 0.3), asked, reader)
    }
  }

  private func compare(
    _ searcher: Searcher,
    _ query: Query,
    _ reader: IndexReader
  ) throws {
    let scores = try searcher.scores(query)
    #expect(scores.count == reader.documentCount)
    for (document, score) in scores.enumerated() {
      let explanation = try searcher.explain(query, document: document)
      #expect(explanation.value == score)
      #expect(explanation.parts.reduce(Float(0)) { $0 + $1.value } == score)
      #expect(explanation.parts.isEmpty == (score == 0) || score == 0)
    }
    let hits = scores.enumerated().filter { $0.element > 0 }
      .map { Hit(document: $0.offset, score: $0.element) }.sorted { $0.ranksBefore($1) }
    for limit in [0, 1, 5, scores.count] {
      #expect(try searcher.search(query, limit: limit) == Array(hits.prefix(limit)))
    }
  }

  @Test func `a search finds only documents that hold a word`() throws {
    let reader = try index(["mri liver", "ct", "liver", "lung"])
    let hits = try Searcher(reader, scorer: BM25()).search(query("mri liver nowhere"), limit: 10)
    #expect(hits.map(\.document) == [0, 2])
  }

  @Test func `words that stand closer are worth more`() throws {
    let reader = try index([
      "mri liver x x x x x", "mri x liver x x x x", "mri x x x liver x x", "mri x x x x liver x",
      "liver mri x x x x x",
    ])
    let asked = query("mri liver")
    let plain = try Searcher(reader, scorer: BM25()).scores(asked)
    let close = try Searcher(reader, scorer: BM25(), proximityWeight: 0.5).scores(asked)
    #expect(Set(plain).count == 1)
    #expect(close[0] > close[1])
    #expect(close[1] > close[2])
    #expect(close[2] > close[3])
    #expect(close[3] == plain[3])
    #expect(close[4] == plain[4])
    let searcher = Searcher(reader, scorer: BM25(), proximityWeight: 0.5)
    let parts = try searcher.explain(asked, document: 1).parts
    #expect(parts.map(\.label) == ["mri", "liver", "mri liver close"])
    #expect(abs(parts[2].value - 0.5 * min(parts[0].value, parts[1].value) / 2) < 1e-6)
  }

  @Test(arguments: ["mri nowhere liver", "mri x liver", "liver mri"])
  func `only neighbours in the query are rewarded`(words: String) throws {
    let reader = try index(["mri liver", "mri", "liver"])
    let searcher = Searcher(reader, scorer: BM25(), proximityWeight: 0.5)
    let labels = try searcher.explain(query(words), document: 0).parts.map(\.label)
    #expect(!labels.contains { $0.hasSuffix("close") })
  }

  @Test func `neighbours in two fields are no neighbours`() throws {
    let field = Field(name: "", weight: 1, lengthNormalization: 0)
    var writer = IndexWriter(fields: [field, field], fingerprint: fingerprint)
    writer.add([tokens("mri"), tokens("x liver")])
    let reader = try IndexReader(writer.finish(), fingerprint: fingerprint)
    let searcher = Searcher(reader, scorer: BM25(), proximityWeight: 0.5)
    #expect(try searcher.explain(query("mri liver"), document: 0).parts.count == 2)
  }

  @Test func `a term of the glossary counts by its own weight`() throws {
    let reader = try index(["§dlm x", "dlm x"])
    for weight in [0, 0.25, 0.6, 1] as [Float] {
      let scores = try Searcher(reader, scorer: BM25())
        .scores(query("§dlm dlm", synonymWeight: weight))
      #expect(abs(scores[0] - weight * scores[1]) < 1e-6)
    }
  }

  @Test func `a query keeps each term once, in order, with its weights added`() {
    let asked = query("mri liver mri §dlm §dlm", synonymWeight: 0.6)
    #expect(asked.terms.map(\.text) == ["mri", "liver", "§dlm"])
    #expect(asked.terms.map(\.weight) == [2, 1, 1.2])
    #expect(asked.terms.map(\.position) == [0, 1, 3])
    #expect(query("").terms.isEmpty)
  }
}
