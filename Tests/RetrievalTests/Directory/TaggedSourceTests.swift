import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct TaggedSourceTests {
  private func read(_ text: String) throws -> [[String]] {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("references.ris")
    try Data(text.utf8).write(to: file)
    var source = try TaggedSource(path: file.path)
    var record = DocumentRecord()
    var found: [[String]] = []
    while try source.next(&record) {
      found.append(
        [record.identifier, record.title, record.text].map { String(decoding: $0, as: UTF8.self) }
      )
    }
    return found.map { [$0[0].replacingOccurrences(of: file.path, with: "file"), $0[1], $0[2]] }
  }

  @Test func `references of PubMed are read with lines that go on`() throws {
    let text = """

      PMID- 101
      OWN - NLM
      TI  - Vanished metastases
            after chemotherapy.
      AB  - Some recur.
            Most early.
      LID - 10.1/x [doi]

      PMID- 102
      TI  - No abstract here.

      PMID- 103
      OWN - NLM

      PMID- 104
      TI  - Last.

      """
    #expect(
      try read(text) == [
        ["101", "Vanished metastases after chemotherapy.", "Some recur. Most early."],
        ["102", "No abstract here.", ""], ["104", "Last.", ""],
      ]
    )
  }

  @Test func `references of RIS are read whichever of their tags are used`() throws {
    let text = """
      TY  - JOUR
      T1  - First
      N2  - Abstract one
      DO  - 10.1/a
      ID  - key1
      ER  -

      TY  - BOOK
      TI  - Second
      ER  -
      """
    #expect(try read(text) == [["key1", "First", "Abstract one"], ["file:8", "Second", ""]])
  }

  @Test func `random lines give documents or none`() throws {
    let parts = ["TY  - ", "ER  - ", "TI  - ", "PMID- ", "      ", "AB  -", "\n", "x", "é", "- "]
    for seed in 1...100 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...40, using: &generator)
      let text = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      for document in try read(text) { #expect(!document[0].isEmpty, "seed \(seed)") }
    }
  }
}
