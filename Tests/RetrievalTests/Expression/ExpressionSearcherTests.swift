import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct ExpressionSearcherTests {
  private func write(
    _ documents: [(identifier: String, title: [String], text: [String])],
    to path: String,
    isNew: Bool,
    keepsTexts: Bool = true
  ) throws {
    var options = DirectoryWriter.Options()
    options.keepsTexts = keepsTexts
    let words = IndexedWords(stop: ["the", "of"], asking: ["what"])
    var writer = try DirectoryWriter(path: path, words: isNew ? words : nil, options: options)
    for document in documents {
      var record = DocumentRecord()
      record.identifier = Array(document.identifier.utf8)
      record.title = Array(document.title.joined(separator: " ").utf8)
      record.text = Array(document.text.joined(separator: " ").utf8)
      try writer.add(record)
    }
    try writer.commit()
  }

  private func found(_ source: String, _ reader: DirectoryReader, limit: Int) throws -> [String:
    Float]
  {
    var searcher = ExpressionSearcher(reader)
    let hits = try searcher.search(SearchExpression(Array(source.utf8)), limit: limit)
    #expect(hits == hits.sorted { $0.ranksBefore($1) })
    var scores: [String: Float] = [:]
    for hit in hits {
      scores[String(decoding: try reader.identifier(of: hit.document), as: UTF8.self)] = hit.score
    }
    return scores
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `a query finds what trying every document finds`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var naive = NaiveExpression()
    for number in 0..<120 {
      let title = SmallIndex.randomWords(Int.random(in: 0...4, using: &generator), &generator)
      let text = SmallIndex.randomWords(Int.random(in: 0...30, using: &generator), &generator)
      naive.documents.append(("d\(number)", title, text))
    }
    let folder = try TemporaryFolder()
    let path = folder.url.path
    try write(Array(naive.documents[..<70]), to: path, isNew: true)
    try write(Array(naive.documents[70...]), to: path, isNew: false)
    let reader = try DirectoryReader(path: path)
    for round in 0..<60 {
      let expression = RandomExpression(&generator)
      let expected = naive.scores(expression)
      let hits = try found(expression.source, reader, limit: 1000)
      #expect(
        Set(hits.keys) == Set(expected.keys),
        "seed \(seed), round \(round): \(expression.source)"
      )
      for (identifier, score) in hits {
        #expect(abs(score - (expected[identifier] ?? 0)) < 0.01, "\(expression.source)")
      }
      #expect(try found(expression.source, reader, limit: 3).count == min(3, expected.count))
    }
  }

  private static let words: [(identifier: String, title: [String], text: [String])] = [
    ("a", ["Liver", "metastases"], ["The", "margin", "of", "the", "resection"]),
    ("b", ["Metastatic", "disease"], ["Resection", "margin,", "liver"]),
    ("c", [], ["Beta-blockers", "and", "ablation"]), ("d", ["Ablation"], ["Margins"]),
  ]

  @Test(arguments: [
    ("\"resection margin\"", ["b"]), ("\"margin of the resection\"", ["a"]),
    ("\"margin resection\"", []), ("\"the resection\"", ["a"]), ("title:liver", ["a"]),
    ("text:liver", ["b"]), ("metasta*", ["a", "b"]), ("metastases*", ["a"]),
    ("ablatoin~", ["c", "d"]), ("oblation~", ["c", "d"]), ("balation~", ["c", "d"]),
    ("rsection~", ["a", "b"]), ("resetcion~", ["a", "b"]), ("sesektions~", []),
    ("bargin~", ["a", "b", "d"]),
    ("lievr~", ["a", "b"]), ("iver~", ["a", "b"]), ("xlivr~", []), ("ver~", []),
    ("ablation -title:ablation", ["c"]), ("margin -liver", ["d"]),
    ("ablation -beta-blocker", ["d"]), ("ablation -\"beta blockers\"", ["d"]),
    ("title:\"liver metastases\"", ["a"]), ("\"metastases the\"", []), ("zebra*", []),
    ("title:the", []), ("\"of the\"", []),
  ])
  func `signs do what they say`(source: String, identifiers: [String]) throws {
    let folder = try TemporaryFolder()
    try write(Self.words, to: folder.url.path, isNew: true)
    let reader = try DirectoryReader(path: folder.url.path)
    #expect(try found(source, reader, limit: 9).keys.sorted() == identifiers)
  }

  @Test func `phrases need texts, prefixes do not`() throws {
    let folder = try TemporaryFolder()
    try write(Self.words, to: folder.url.path, isNew: true, keepsTexts: false)
    let reader = try DirectoryReader(path: folder.url.path)
    #expect(throws: IndexError.noTexts) { _ = try found("\"liver margin\"", reader, limit: 9) }
    #expect(try found("metasta* -margin", reader, limit: 9).isEmpty)
    #expect(try found("metasta*", reader, limit: 9).count == 2)
  }

  @Test func `documents that were added again replace those that were there`() throws {
    let folder = try TemporaryFolder()
    try write(Self.words, to: folder.url.path, isNew: true)
    try write([("a", ["Kidney"], ["stones"])], to: folder.url.path, isNew: false)
    let reader = try DirectoryReader(path: folder.url.path)
    #expect(reader.documentCount == 4)
    #expect(try found("kidney margin*", reader, limit: 9).keys.sorted() == ["a", "b", "d"])
  }
}
