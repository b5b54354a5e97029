import Foundation
import TestSupport
import Testing

@testable import Retrieval

@Suite struct AbbreviationListTests {
  private let list: AbbreviationList

  init() throws {
    let lines = """
      abbreviation\tmeaning\tnote
      HCC\thepatocellular carcinoma\t
      MI\tmyocardial infarction\r
      MI\tmitral insufficiency
      5-FU\tfluorouracil

      was\twet and sad
      """
    list = try AbbreviationList(tabSeparated: Array(lines.utf8))
  }

  @Test(arguments: [
    ("survival in HCC", ["hepatocellular carcinoma"]),
    ("survival in hcc?", ["hepatocellular carcinoma"]),
    ("Hepatocellular Carcinoma, survival", ["HCC"]), ("hepatocellular cancer", []),
    ("aspirin after MI", ["myocardial infarction", "mitral insufficiency"]),
    ("is 5-FU given", ["fluorouracil"]), ("what was seen", []), ("", []),
    ("myocardial infarction or HCC", ["MI", "hepatocellular carcinoma"]),
  ])
  func `words find what they stand for, and what is written out its abbreviation`(
    question: String,
    counterparts: [String]
  ) {
    #expect(list.counterparts(in: question).map(\.text) == counterparts)
  }

  @Test func `several meanings divide what one would count`() {
    #expect(list.counterparts(in: "MI").map(\.share) == [0.5, 0.5])
  }

  @Test(arguments: [("HCC", 1), ("HCC\tx\nMI", 2), ("\tx", 1), ("HCC\t", 1), ("a\tb\n\n\tc", 3)])
  func `a line without two columns is named`(text: String, line: Int) {
    #expect(throws: AbbreviationList.Malformed(line: line)) {
      try AbbreviationList(tabSeparated: Array(text.utf8))
    }
  }

  @Test func `bytes of any kind are a list or are refused`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<400 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ -> UInt8 in
        let isSign = Bool.random(using: &generator)
        return isSign
          ? [9, 10, 13, 65].randomElement(using: &generator)!
          : .random(in: 0...255, using: &generator)
      }
      guard let list = try? AbbreviationList(tabSeparated: bytes) else { continue }
      let question = String(decoding: bytes.shuffled(using: &generator), as: UTF8.self)
      let shares = list.counterparts(in: question).map(\.share)
      #expect(shares.allSatisfy { $0 > 0 && $0 <= 1 }, "seed \(seed)")
    }
  }

  @Test func `a document is found by either form, below one that has the word itself`() throws {
    let folder = try TemporaryFolder()
    let words = IndexedWords(stop: ["the"], asking: ["what"])
    var writer = try DirectoryWriter(path: folder.url.path, words: words, options: .init())
    for (identifier, text) in [
      ("long", "hepatocellular carcinoma in cirrhosis"), ("short", "HCC in cirrhosis"),
      ("other", "melanoma of the skin"),
    ] {
      var record = DocumentRecord()
      record.identifier = Array(identifier.utf8)
      record.text = Array(text.utf8)
      try writer.add(record)
    }
    try writer.commit()
    let reader = try DirectoryReader(path: folder.url.path)
    var searcher = DirectorySearcher(reader)
    for (question, order) in [
      ("HCC", ["short", "long"]), ("hepatocellular carcinoma", ["long", "short"]),
    ] {
      let bytes = Array(question.utf8)
      let terms = searcher.expandedTerms(of: bytes, by: list)
      let hits = try searcher.search(bytes, with: terms, limit: 10)
      let found = try hits.map {
        String(decoding: try reader.identifier(of: $0.document), as: UTF8.self)
      }
      #expect(found == order, "\(question)")
    }
  }
}
