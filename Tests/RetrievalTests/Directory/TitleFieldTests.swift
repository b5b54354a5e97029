import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct TitleFieldTests {
  /// Documents with titles in every other one.
  private func add(
    _ range: Range<Int>,
    titled: Bool,
    to folder: String,
    isNew: Bool,
    memory: Int = 1 << 26
  ) throws {
    var options = DirectoryWriter.Options()
    options.memory = memory
    var writer = try DirectoryWriter(
      path: folder,
      words: isNew ? IndexedWords(stop: ["the"], asking: []) : nil,
      options: options
    )
    for number in range {
      var record = DocumentRecord()
      record.identifier = Array("d\(number)".utf8)
      if titled, number.isMultiple(of: 2) { record.title = Array(Self.title(number).utf8) }
      record.text = Array("margin of the \(number % 7) liver".utf8)
      try writer.add(record)
    }
    try writer.commit()
  }

  private static func title(_ number: Int) -> String {
    "Liver " + [String](repeating: "margin", count: number % 3).joined(separator: " ")
  }

  private func check(_ folder: String) throws {
    let reader = try DirectoryReader(path: folder)
    for part in reader.parts where !part.segment.fields.isEmpty {
      let segment = part.segment
      #expect(segment.fields.map(\.name) == ["title"])
      #expect(segment.fields.map(\.weight) == [2])
      let term = try #require(try segment.term("margin"))
      var cursor = try OccurrenceCursor(term, segment, readsPlaces: false)
      var held: [Int: Int] = [:]
      while try cursor.next() {
        held[cursor.document] = Int(cursor.counts[0])
      }
      var tokens = 0
      for document in 0..<segment.documentCount {
        let identifier = String(decoding: try segment.identifier(of: document), as: UTF8.self)
        let text = try segment.text(of: document) ?? []
        let title = text.prefix { $0 != 10 }
        let words = String(decoding: title, as: UTF8.self).split(separator: " ")
        tokens += words.count
        #expect(try segment.length(of: document, field: 0) == words.count, "\(identifier)")
        #expect(held[document] == words.filter { $0 == "margin" }.count, "\(identifier)")
      }
      #expect(segment.fields[0].tokenCount == tokens)
    }
  }

  @Test(arguments: [1 << 26, 20_000])
  func `occurrences in titles are counted on their own, in one run or in several`(
    memory: Int
  ) throws {
    let folder = try TemporaryFolder()
    try add(0..<300, titled: true, to: folder.url.path, isNew: true, memory: memory)
    let reader = try DirectoryReader(path: folder.url.path)
    #expect(reader.parts.map(\.segment.fields.count) == [1])
    try check(folder.url.path)
  }

  @Test func `segments with titles and without merge into one with titles`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.path
    try add(0..<100, titled: false, to: path, isNew: true)
    #expect(try DirectoryReader(path: path).parts.allSatisfy(\.segment.fields.isEmpty))
    try add(100..<200, titled: true, to: path, isNew: false)
    let removed = try DirectoryWriter(path: path, words: nil).remove([Array("d102".utf8)])
    #expect(removed == 1)
    try check(path)
    try DirectoryWriter(path: path, words: nil).mergeAll()
    let reader = try DirectoryReader(path: path)
    #expect(reader.parts.map(\.segment.documentCount) == [199])
    #expect(reader.parts[0].segment.fields.map(\.name) == ["title"])
    try check(path)
  }

  @Test func `without titles there is nothing of fields in the file`() throws {
    let folder = try TemporaryFolder()
    try add(0..<100, titled: false, to: folder.url.path, isNew: true)
    let segment = try DirectoryReader(path: folder.url.path).parts[0].segment
    #expect(segment.head[.fields].isEmpty && segment.head[.fieldLengths].isEmpty)
    #expect(segment.head[.places].isEmpty && segment.head[.norms].isEmpty)
    #expect(segment.head.fieldTermCount == 0)
  }

  @Test func `terms of titles stand for no prefix and for no misspelt word`() throws {
    let folder = try TemporaryFolder()
    try add(0..<20, titled: true, to: folder.url.path, isNew: true)
    let expansion = TermExpansion(reader: try DirectoryReader(path: folder.url.path))
    let prefixed = try expansion.terms(prefix: Array("li".utf8), own: nil)
    #expect(prefixed.map(\.term) == [Array("liver".utf8)])
    let similar = try expansion.terms(similarTo: Array("livers".utf8), own: Array("livers".utf8))
    #expect(similar.map(\.term) == [Array("liver".utf8)])
  }
}
