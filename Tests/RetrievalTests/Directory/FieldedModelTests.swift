import Foundation
@testable import Retrieval
import TestSupport
import Testing

/// BM25F over titles and texts, beside its formula.
@Suite struct FieldedModelTests {
  private typealias Document = (title: [String], text: [String])

  private static let parameters: [BM25FParameters] = [
    BM25FParameters(), BM25FParameters(saturation: 0.8, lengthNormalization: 0.3, titleWeight: 6),
    BM25FParameters(lengthNormalization: 0, titleWeight: 0),
    BM25FParameters(lengthNormalization: 1, titleWeight: 1),
  ]

  private func documents(_ count: Int, _ generator: inout SeededGenerator) -> [Document] {
    (0..<count).map { number in
      let title = number.isMultiple(of: 3) ? 0 : Int.random(in: 0...5, using: &generator)
      let text = Int.random(in: 0...40, using: &generator)
      return (
        SmallIndex.randomWords(title, &generator), SmallIndex.randomWords(text, &generator)
      )
    }
  }

  private func write(_ documents: ArraySlice<Document>, to path: String, isNew: Bool) throws {
    let words = IndexedWords(stop: [], asking: [])
    var writer = try DirectoryWriter(path: path, words: isNew ? words : nil)
    for (number, document) in zip(documents.indices, documents) {
      var record = DocumentRecord()
      record.identifier = Array("\(number)".utf8)
      record.title = Array(document.title.joined(separator: " ").utf8)
      record.text = Array(document.text.joined(separator: " ").utf8)
      try writer.add(record)
    }
    try writer.commit()
  }

  private func scores(
    _ query: [String],
    _ documents: [Document],
    _ own: BM25FParameters
  ) -> [String: Float] {
    let count = Float(documents.count)
    let titleMean = Float(documents.reduce(0) { $0 + $1.title.count }) / count
    let textMean = Float(documents.reduce(0) { $0 + $1.text.count }) / count
    let b = own.lengthNormalization
    var scores: [String: Float] = [:]
    for (number, document) in documents.enumerated() {
      for word in query {
        let inTitle = Float(document.title.filter { $0 == word }.count)
        let inText = Float(document.text.filter { $0 == word }.count)
        guard inTitle + inText > 0 else { continue }
        let titlePart = inTitle / max(1 - b + b * Float(document.title.count) / titleMean, 0.01)
        let textPart = inText / max(1 - b + b * Float(document.text.count) / textMean, 0.01)
        let frequency = own.titleWeight * titlePart + textPart
        let holders = documents.filter { $0.title.contains(word) || $0.text.contains(word) }.count
        let statistics = TermStatistics(
          documentFrequency: holders,
          documentCount: documents.count
        )
        scores["\(number)", default: 0] +=
          BM25().inverseDocumentFrequency(statistics) * frequency / (frequency + own.saturation)
      }
    }
    return scores.filter { $0.value > 0 }
  }

  @Test(arguments: parameters)
  func `the best documents are those of the formula, in one segment and in two`(
    parameters: BM25FParameters
  ) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let documents = documents(300, &generator)
      let folder = try TemporaryFolder()
      if seed.isMultiple(of: 2) {
        try write(documents[...], to: folder.url.path, isNew: true)
      } else {
        try write(documents[..<180], to: folder.url.path, isNew: true)
        try write(documents[180...], to: folder.url.path, isNew: false)
      }
      let reader = try DirectoryReader(path: folder.url.path)
      let model = ScoringModel.bm25f(parameters)
      var exact = DirectorySearcher(reader, ranking: .everyWord, model: model, evaluation: .exact)
      var fast = DirectorySearcher(reader, ranking: .everyWord, model: model)
      for _ in 0..<8 {
        let query = Array(Set(SmallIndex.randomWords(3, &generator)))
        let expected = scores(query, documents, parameters)
        let bytes = Array(query.joined(separator: " ").utf8)
        let all = try exact.search(bytes, limit: 1000)
        let held = all.filter { $0.score > 0 }
        #expect(held.count == expected.count, "seed \(seed), \(query)")
        for hit in held {
          let identifier = String(decoding: try reader.identifier(of: hit.document), as: UTF8.self)
          let score = expected[identifier] ?? 0
          #expect(abs(hit.score - score) < 1e-4 * max(1, score), "seed \(seed), \(query)")
        }
        #expect(try exact.search(bytes, limit: 10) == Array(all.prefix(10)))
        let near = try fast.search(bytes, limit: 1000)
        #expect(try fast.search(bytes, limit: 10) == Array(near.prefix(10)))
        for (one, other) in zip(near, all) where other.score > 0.01 {
          #expect(
            abs(one.score - other.score) < 0.01 + 0.03 * other.score,
            "seed \(seed), \(query)"
          )
        }
      }
    }
  }

  @Test func `a word in a short title counts more than one in the text, as its weight says`() throws
  {
    let documents: [Document] = [
      (["margin"], ["liver", "surgery"]), ([], ["margin", "liver", "surgery"]),
      (["other"], ["liver", "surgery"]),
    ]
    let folder = try TemporaryFolder()
    try write(documents[...], to: folder.url.path, isNew: true)
    let reader = try DirectoryReader(path: folder.url.path)
    let orders = try ([5, 0.1] as [Float]).map { weight in
      let model = ScoringModel.bm25f(BM25FParameters(titleWeight: weight))
      var searcher = DirectorySearcher(reader, model: model)
      return try searcher.search(Array("margin".utf8), limit: 9).map {
        String(decoding: try reader.identifier(of: $0.document), as: UTF8.self)
      }
    }
    #expect(orders == [["0", "1"], ["1", "0"]])
  }
}
