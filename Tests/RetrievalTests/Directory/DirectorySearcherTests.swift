import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct DirectorySearcherTests {
  private func hits(
    _ reader: DirectoryReader,
    _ query: [String],
    limit: Int,
    ranking: DirectorySearcher.Ranking = .everyWord
  ) throws -> [(identifier: String, score: Float)] {
    var searcher = DirectorySearcher(reader, ranking: ranking)
    return try searcher.search(Array(query.joined(separator: " ").utf8), limit: limit).map {
      (String(decoding: try reader.identifier(of: $0.document), as: UTF8.self), $0.score)
    }
  }

  /// Compares with the scores of all documents; which of equal ones are kept is free.
  private func expectBest(
    _ found: [(identifier: String, score: Float)],
    of expected: [String: Float],
    limit: Int,
    _ comment: Comment
  ) {
    let best = expected.values.sorted(by: >).prefix(limit)
    #expect(found.map(\.score) == Array(best), comment)
    for hit in found { #expect(expected[hit.identifier] == hit.score, comment) }
    #expect(Set(found.map(\.identifier)).count == found.count, comment)
  }

  @Test(arguments: [
    (documents: 1, longest: 3), (documents: 40, longest: 12), (documents: 700, longest: 60),
    (documents: 9000, longest: 30),
  ])
  func `the best documents are those of scoring every document`(
    documents: Int,
    longest: Int
  ) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let small = SmallIndex(documents: documents, longest: longest, &generator)
      let folder = try TemporaryFolder()
      try small.write(to: folder.url.path, isNew: true)
      let reader = try DirectoryReader(path: folder.url.path)
      let naive = NaiveSearch(small.texts)
      for _ in 0..<12 {
        let count = Int.random(in: 1...6, using: &generator)
        let query = SmallIndex.randomWords(count, &generator)
        let limit = [1, 3, 10, 50, 1000].randomElement(using: &generator) ?? 10
        let found = try hits(reader, query, limit: limit)
        expectBest(found, of: naive.scores(query), limit: limit, "seed \(seed), \(query), \(limit)")
      }
    }
  }

  @Test func `several segments with removed documents rank as one list`() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let first = SmallIndex(documents: 300, longest: 40, &generator, prefix: "a")
      let second = SmallIndex(documents: 200, longest: 20, &generator, prefix: "b")
      let folder = try TemporaryFolder()
      try first.write(to: folder.url.path, isNew: true)
      try second.write(to: folder.url.path, isNew: false)
      let gone = Set(
        (first.texts + second.texts).map(\.identifier).filter { _ in
          Int.random(in: 0..<4, using: &generator) == 0
        }
      )
      let removed = try DirectoryWriter(path: folder.url.path, words: nil)
        .remove(Set(gone.map { Array($0.utf8) }))
      #expect(removed == gone.count)
      let texts = first.texts + second.texts
      let kept = texts.filter { !gone.contains($0.identifier) }
      let counted = texts.filter { gone.contains($0.identifier) }.map(\.words)
      let reader = try DirectoryReader(path: folder.url.path)
      #expect(reader.segmentCount == 2)
      #expect(reader.documentCount == kept.count)
      let naive = NaiveSearch(kept, removed: counted)
      for _ in 0..<10 {
        let query = SmallIndex.randomWords(3, &generator)
        let found = try hits(reader, query, limit: 20)
        expectBest(found, of: naive.scores(query), limit: 20, "seed \(seed), \(query)")
      }
    }
  }

  @Test func `runs that were spilled and a merged index are as if built at once`() throws {
    var generator = SeededGenerator(seed: 7)
    let small = SmallIndex(documents: 2000, longest: 30, &generator)
    let whole = try TemporaryFolder()
    let spilled = try TemporaryFolder()
    let added = try TemporaryFolder()
    try small.write(to: whole.url.path, isNew: true)
    try small.write(to: spilled.url.path, isNew: true, memory: 1 << 19)
    try small.write(to: added.url.path, isNew: true)
    let more = SmallIndex(documents: 50, longest: 9, &generator, prefix: "m")
    try more.write(to: added.url.path, isNew: false)
    _ = try DirectoryWriter(path: added.url.path, words: nil)
      .remove(Set(more.texts.map { Array($0.identifier.utf8) }))
    try DirectoryWriter(path: added.url.path, words: nil).mergeAll()
    for folder in [spilled, added] {
      let one = try DirectoryReader(path: whole.url.path)
      let other = try DirectoryReader(path: folder.url.path)
      try other.verify()
      #expect(other.segmentCount == 1)
      #expect(other.documentCount == one.documentCount)
      #expect(other.deletedCount == 0)
      for number in 0..<one.documentCount {
        #expect(try one.identifier(of: number) == other.identifier(of: number))
        #expect(try one.text(of: number) == other.text(of: number))
      }
    }
    let naive = NaiveSearch(small.texts)
    let reader = try DirectoryReader(path: spilled.url.path)
    let query = ["w1x", "w20x", "w59x"]
    expectBest(try hits(reader, query, limit: 30), of: naive.scores(query), limit: 30, "spilled")
  }

  @Test func `words of one letter and of asking are passed over where there are others`() throws {
    var generator = SeededGenerator(seed: 2)
    let small = SmallIndex(documents: 1, longest: 1, &generator)
    let folder = try TemporaryFolder()
    try small.write(to: folder.url.path, isNew: true)
    var writer = try DirectoryWriter(path: folder.url.path, words: nil)
    for (identifier, text) in [("1", "What lesions"), ("2", "a lesion"), ("3", "what it is")] {
      var record = DocumentRecord()
      record.identifier = Array(identifier.utf8)
      record.text = Array(text.utf8)
      try writer.add(record)
    }
    try writer.commit()
    let reader = try DirectoryReader(path: folder.url.path)
    #expect(try hits(reader, ["what", "lesion", "a"], limit: 9, ranking: .standard).count == 2)
    #expect(try hits(reader, ["What"], limit: 9, ranking: .standard).count == 2)
    #expect(try hits(reader, ["a", "the"], limit: 9, ranking: .standard).isEmpty)
    #expect(try hits(reader, [], limit: 9).isEmpty)
  }
}
