import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct RelevanceModelTests {
  /// An index of documents, with others that hold none of their words.
  private func index(
    _ texts: [String],
    others: Int = 0,
    keepsTexts: Bool = true
  ) throws -> (folder: TemporaryFolder, reader: DirectoryReader) {
    let folder = try TemporaryFolder()
    var options = DirectoryWriter.Options()
    options.keepsTexts = keepsTexts
    let words = IndexedWords(stop: ["the"], asking: ["what"])
    var writer = try DirectoryWriter(path: folder.url.path, words: words, options: options)
    for (number, text) in (texts + (0..<others).map { "other\($0)" }).enumerated() {
      var record = DocumentRecord()
      record.identifier = Array("\(number)".utf8)
      record.text = Array(text.utf8)
      try writer.add(record)
    }
    try writer.commit()
    return (folder, try DirectoryReader(path: folder.url.path))
  }

  private func expanded(
    _ question: String,
    _ reader: DirectoryReader,
    _ change: (inout RelevanceFeedback) -> Void = { _ in }
  ) throws -> [String: Float] {
    var feedback = RelevanceFeedback()
    change(&feedback)
    var searcher = DirectorySearcher(reader)
    let terms = try searcher.expandedTerms(of: Array(question.utf8), by: feedback)
    return Dictionary(
      terms.map { (String(decoding: $0.term, as: UTF8.self), $0.weight) },
      uniquingKeysWith: { $0 + $1 }
    )
  }

  @Test func `the weights are those of the relevance model by hand`() throws {
    let (folder, reader) = try index(["liver resect margin", "liver ablat ablat"], others: 98)
    defer { withExtendedLifetime(folder) {} }
    var searcher = DirectorySearcher(reader)
    let hits = try searcher.search(Array("liver".utf8), limit: 10)
    let scores = hits.map(\.score)
    #expect(hits.count == 2 && scores[0] == scores[1])
    let terms = try expanded("liver", reader)
    // Each document half: liver 1/3 of both, ablat 2/3 of one, the others 1/3 of one.
    let expected: [String: Float] = [
      "liver": 0.5 + 0.5 / 3, "ablat": 0.5 / 3, "resect": 0.5 / 6, "margin": 0.5 / 6,
    ]
    #expect(terms.keys.sorted() == expected.keys.sorted())
    for (term, weight) in expected { #expect(abs((terms[term] ?? 0) - weight) < 1e-5, "\(term)") }
  }

  @Test func `numbers, single letters and terms of every tenth document are not taken`() throws {
    let texts = (0..<12).map { "common x 17 rare\($0)" } + ["liver common x 17 margin"]
    let (folder, reader) = try index(texts, others: 90)
    defer { withExtendedLifetime(folder) {} }
    #expect(try expanded("liver", reader).keys.sorted() == ["liver", "margin"])
  }

  @Test func `the numbers of feedback bound what is taken`() throws {
    let (folder, reader) = try index(["liver aa aa bb", "liver cc dd ee"], others: 98)
    defer { withExtendedLifetime(folder) {} }
    #expect(try expanded("liver", reader) { $0.documents = 1 }.count == 3)
    #expect(try expanded("liver", reader) { $0.terms = 2 }.keys.sorted() == ["aa", "liver"])
    #expect(try expanded("liver", reader) { $0.originalWeight = 1 } == ["liver": 1])
    let all = try expanded("liver liver bb", reader) { $0.originalWeight = 0.3 }
    #expect(abs(all.values.reduce(0, +) - 3) < 1e-5)
    #expect(try expanded("zebra", reader) == ["zebra": 1])
  }

  @Test func `a question finds documents that have other words for it`() throws {
    let texts = ["liver hepatic resection", "liver hepatic margin", "hepatic ablation", "spleen"]
    let (folder, reader) = try index(texts, others: 96)
    defer { withExtendedLifetime(folder) {} }
    var searcher = DirectorySearcher(reader)
    let question = Array("liver".utf8)
    let terms = try searcher.expandedTerms(of: question, by: RelevanceFeedback())
    let hits = try searcher.search(question, with: terms, limit: 9)
    let found = try hits.map {
      String(decoding: try reader.identifier(of: $0.document), as: UTF8.self)
    }
    #expect(found.sorted() == ["0", "1", "2"])
    #expect(found.last == "2")
    var clauses = ExpressionSearcher(reader)
    let expression = try SearchExpression(Array("liver -margin".utf8))
    let widened = try clauses.expandedTerms(of: expression, by: RelevanceFeedback())
    #expect(try clauses.search(expression, with: widened, limit: 9).count == 2)
  }

  @Test func `an index without texts has nothing to take words from`() throws {
    let (folder, reader) = try index(["liver"], keepsTexts: false)
    defer { withExtendedLifetime(folder) {} }
    #expect(throws: IndexError.noTexts) { try expanded("liver", reader) }
  }
}
