@testable import Retrieval
import TestSupport
import Testing

@Suite struct SearcherTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `the parts of an explanation make the score`(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let collection = RandomCollection(seed: seed, maximum: 15)
    let index = try collection.index()
    for _ in 0..<5 {
      let words = RandomCollection.words(upTo: 6, using: &generator).joined(separator: " ")
      let asked = query(words, synonymWeight: 0.6)
      try compare(index.searcher(BM25(), proximityWeight: 0.3), asked, index)
      try compare(index.searcher(TFIDF(), proximityWeight: 0.3), asked, index)
    }
  }

  private func compare(
    _ searcher: Searcher,
    _ query: Query,
    _ index: SampleIndex
  ) throws {
    let scores = try searcher.scores(query)
    #expect(scores.count == index.segment.documentCount)
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
    let index = try SampleIndex(["mri liver", "ct", "liver", "lung"])
    let hits = try index.searcher().search(query("mri liver nowhere"), limit: 10)
    #expect(hits.map { index.order[$0.document] } == [0, 2])
  }

  @Test func `words that stand closer are worth more`() throws {
    let index = try SampleIndex([
      "mri liver x x x x x", "mri x liver x x x x", "mri x x x liver x x", "mri x x x x liver x",
      "liver mri x x x x x",
    ])
    let asked = query("mri liver")
    let plain = try index.scores(asked)
    let close = try index.scores(asked, proximityWeight: 0.5)
    #expect(Set(plain).count == 1)
    #expect(close[0] > close[1])
    #expect(close[1] > close[2])
    #expect(close[2] > close[3])
    #expect(close[3] == plain[3])
    #expect(close[4] == plain[4])
    let searcher = index.searcher(proximityWeight: 0.5)
    let parts = try searcher.explain(asked, document: index.document(1)).parts
    #expect(parts.map(\.label) == ["mri", "liver", "mri liver close"])
    #expect(abs(parts[2].value - 0.5 * min(parts[0].value, parts[1].value) / 2) < 1e-6)
  }

  @Test(arguments: ["mri nowhere liver", "mri x liver", "liver mri"])
  func `only neighbours in the query are rewarded`(words: String) throws {
    let index = try SampleIndex(["mri liver", "mri", "liver"])
    let searcher = index.searcher(proximityWeight: 0.5)
    let labels = try searcher.explain(query(words), document: index.document(0)).parts.map(\.label)
    #expect(!labels.contains { $0.hasSuffix("close") })
  }

  @Test func `neighbours in two fields are no neighbours`() throws {
    let field = Field(name: "", weight: 1, lengthNormalization: 0)
    let index = try SampleIndex([[tokens("mri"), tokens("x liver")]], fields: [field, field])
    let searcher = index.searcher(proximityWeight: 0.5)
    #expect(try searcher.explain(query("mri liver"), document: 0).parts.count == 2)
  }

  @Test func `a term of the glossary counts by its own weight`() throws {
    let index = try SampleIndex(["§dlm x", "dlm x"])
    for weight in [0, 0.25, 0.6, 1] as [Float] {
      let scores = try index.scores(query("§dlm dlm", synonymWeight: weight))
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

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `scores are those of the formula over the texts`(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let collection = RandomCollection(seed: seed, maximum: 300)
    let index = try collection.index()
    for _ in 0..<5 {
      let word = RandomCollection.words(upTo: 1, using: &generator).first ?? "liver"
      let scores = try index.scores(query(word))
      let holders = collection.documents.filter { $0.joined().contains(word) }.count
      let idf = BM25().inverseDocumentFrequency(
        TermStatistics(documentFrequency: holders, documentCount: collection.documents.count)
      )
      for (number, document) in collection.documents.enumerated() {
        var frequency: Float = 0
        for (field, words) in document.enumerated() {
          let total = collection.documents.reduce(0) { $0 + $1[field].count }
          let mean = max(1, Float(total) / Float(collection.documents.count))
          let b = collection.fields[field].lengthNormalization
          let length = max(1 - b + b * Float(words.count) / mean, 0.01)
          let count = Float(words.filter { $0 == word }.count)
          frequency += collection.fields[field].weight * count / length
        }
        let expected = idf * frequency * 2.2 / (frequency + 1.2)
        #expect(abs(scores[number] - expected) < 1e-4, "seed \(seed): \(word)")
      }
    }
  }
}
