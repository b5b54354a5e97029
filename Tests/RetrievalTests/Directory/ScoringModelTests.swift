import Foundation
@testable import Retrieval
import TestSupport
import Testing

/// The models by which documents are scored, beside their formulas and scoring every document.
@Suite struct ScoringModelTests {
  private static let models: [ScoringModel] = [
    .standard, .bm25(BM25Parameters(saturation: 0.9, lengthNormalization: 0.4)),
    .bm25(BM25Parameters(saturation: 2, lengthNormalization: 0)), .tfidf(PivotedParameters()),
    .tfidf(PivotedParameters(slope: 0)),
  ]

  @Test(arguments: models)
  func `the best documents of a model are those of scoring every document`(model: ScoringModel)
    throws
  {
    for seed in 1...2 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let small = SmallIndex(documents: 1200, longest: 90, &generator)
      let folder = try TemporaryFolder()
      try small.write(to: folder.url.path, isNew: true)
      let reader = try DirectoryReader(path: folder.url.path)
      let naive = NaiveSearch(small.texts, model: model)
      var searcher = DirectorySearcher(reader, ranking: .everyWord, model: model)
      for _ in 0..<10 {
        let query = SmallIndex.randomWords(Int.random(in: 1...5, using: &generator), &generator)
        let hits = try searcher.search(Array(query.joined(separator: " ").utf8), limit: 20)
        let expected = naive.scores(query)
        #expect(
          hits.map(\.score) == Array(expected.values.sorted(by: >).prefix(20)),
          "seed \(seed), \(query)"
        )
        for hit in hits {
          let identifier = String(decoding: try reader.identifier(of: hit.document), as: UTF8.self)
          #expect(expected[identifier] == hit.score, "seed \(seed), \(query)")
        }
      }
    }
  }

  @Test(arguments: models)
  func `exact scores are those of the formula, and fast ones come near them`(model: ScoringModel)
    throws
  {
    var generator = SeededGenerator(seed: 9)
    let small = SmallIndex(documents: 500, longest: 300, &generator)
    let folder = try TemporaryFolder()
    try small.write(to: folder.url.path, isNew: true)
    let reader = try DirectoryReader(path: folder.url.path)
    let tokens = small.texts.reduce(0) { $0 + $1.words.count }
    let mean = Float(tokens) / Float(small.texts.count)
    var exact = DirectorySearcher(reader, ranking: .everyWord, model: model, evaluation: .exact)
    var fast = DirectorySearcher(reader, ranking: .everyWord, model: model)
    for _ in 0..<10 {
      let query = SmallIndex.randomWords(3, &generator)
      var expected: [String: Float] = [:]
      for text in small.texts {
        for word in query where text.words.contains(word) {
          let holders = small.texts.filter { $0.words.contains(word) }.count
          let statistics = TermStatistics(
            documentFrequency: holders,
            documentCount: small.texts.count
          )
          let count = Float(text.words.filter { $0 == word }.count)
          let length = Float(text.words.count) / mean
          expected[text.identifier, default: 0] +=
            model.inverseDocumentFrequency(statistics) * formula(model, count, length)
        }
      }
      let bytes = Array(query.joined(separator: " ").utf8)
      let hits = try exact.search(bytes, limit: 500)
      #expect(hits.count == expected.count)
      #expect(hits == hits.sorted { $0.ranksBefore($1) })
      for hit in hits {
        let identifier = String(decoding: try reader.identifier(of: hit.document), as: UTF8.self)
        #expect(abs(hit.score - (expected[identifier] ?? 0)) < 1e-4 * max(1, hit.score))
      }
      let near = try fast.search(bytes, limit: 500)
      #expect(near.count == hits.count)
      for (one, other) in zip(near, hits) {
        #expect(abs(one.score - other.score) < 0.05 * other.score, "\(query)")
      }
    }
  }

  private func formula(_ model: ScoringModel, _ tf: Float, _ length: Float) -> Float {
    switch model {
    case .bm25(let own):
      let b = own.lengthNormalization
      return tf / (tf + own.saturation * (1 - b + b * length))
    case .bm25f(let own):
      let b = own.lengthNormalization
      return tf / (tf + own.saturation * (1 - b + b * length))
    case .tfidf(let own):
      return (1 + log(1 + log(tf))) / (1 - own.slope + own.slope * length)
    }
  }

  @Test(arguments: models, [1, 2, 16, 17, 255] as [UInt8])
  func `shares are those of the formula`(model: ScoringModel, frequency: UInt8) {
    let table = SaturationTable(model, meanLength: 50)
    for lengthClass in [0, 10, 39, 90] {
      let length = LengthClass.middle(UInt8(lengthClass)) / 50
      let expected = formula(model, Float(frequency), length)
      let share = table.saturation(frequency, lengthClass)
      #expect(share > 0 && share <= 1)
      #expect(abs(share * table.unit - expected) < 1e-5 * max(1, expected))
    }
  }

  @Test func `more occurrences give no less and longer documents no more, in every model`() {
    for model in Self.models {
      let table = SaturationTable(model, meanLength: 33)
      for lengthClass in 0..<255 {
        let holds = (1..<255 as Range<UInt8>).allSatisfy { frequency in
          let share = table.saturation(frequency, lengthClass)
          return table.saturation(frequency + 1, lengthClass) >= share
            && table.saturation(frequency, lengthClass + 1) <= share
        }
        #expect(holds, "\(model), class \(lengthClass)")
      }
    }
  }
}
