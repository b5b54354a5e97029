@testable import Retrieval
import TestSupport
import Testing

@Suite struct SourceTests {
  @Test(arguments: [
    (DocumentKind.jsonLines, ["1 | Heart | Beats.", "2 |  | Lungs é breathe."]),
    (
      .markdown,
      [
        "f |  | Before all headings.",
        "f#timing | Surgery › Timing | Wait four weeks.\n\n```\n# no heading\n```",
        "f#timing-1 | Surgery › Timing | Wait longer.",
        "f#follow-up | Follow-up | CT every 3 months.",
      ]
    ),
    (.plainText, ["f |  | First line.\nSecond line.\n\n\nOther paragraph."]),
    (
      .nbib,
      [
        "101 | Liver metastases that disappear. | They often come back.",
        "102 | No abstract here. | ", "103 | A book. | Its text.",
      ]
    ),
    (
      .ris,
      [
        "a1 | First title | Begins here and goes on.", "10.1/x | Second title | Note.",
        "f:14 | Nameless | ",
      ]
    ),
    (.csl, ["x1 | T\n1 | A \"1\"", "10.1/z | Second | ", "7 |  | Third"]),
  ])
  func `a file of each kind becomes its documents`(kind: DocumentKind, documents: [String]) throws {
    let text = try #require(SourceSamples.all.first { $0.kind == kind }?.text)
    #expect(try SourceSamples.read(Array(text.utf8), as: kind) == documents)
    // Some programs write a mark in front.
    #expect(try SourceSamples.read([0xEF, 0xBB, 0xBF] + Array(text.utf8), as: kind) == documents)
  }

  @Test(arguments: SourceSamples.all.map(\.kind))
  func `line ends of two bytes make no difference`(kind: DocumentKind) throws {
    let text = try #require(SourceSamples.all.first { $0.kind == kind }?.text)
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    let short = try SourceSamples.read(Array(lines.joined(separator: "\n").utf8), as: kind)
    let long = try SourceSamples.read(Array(lines.joined(separator: "\r\n").utf8), as: kind)
    #expect(short == long)
  }

  @Test func `a long text is divided between its paragraphs`() throws {
    let paragraph = String(repeating: "word ", count: 1000)
    let text = (0..<10).map { "\($0) \(paragraph)" }.joined(separator: "\n\n")
    let documents = try SourceSamples.read(Array(text.utf8), as: .plainText)
    #expect(documents.count == 3)
    #expect(documents.map { String($0.prefix(8)) } == ["f |  | 0", "f#2 |  |", "f#3 |  |"])
    for number in 0..<10 { #expect(documents.contains { $0.contains("\(number) word") }) }
  }

  @Test(arguments: [
    (DocumentKind.nbib, "\nPMID- 1\nno tag\n", 3, SourceProblem.lineWithoutTag),
    (.nbib, "      lost\n", 1, .lineWithoutTag),
    (.nbib, "\nTI  - Nameless\n\nPMID- 1\n", 2, .recordWithoutIdentifier),
    (.ris, "x\nTY  - JOUR\n", 1, .lineOutsideRecord),
    (.ris, "TI  - JOUR\n", 1, .lineOutsideRecord),
    (.ris, "TY  - A\nER  - \n\nTY  - B\nTY  - C\nER  - \n", 4, .recordWithoutEnd),
    (.ris, "TY  - A\nTI  - x\n", 1, .recordWithoutEnd),
    (.csl, "{}", 1, .notCSL(column: 1)),
    (.csl, "[\n{\"id\":\"a\"} {}]", 2, .notCSL(column: 12)),
    (.csl, "[{\"id\":\"a\"}", 1, .notCSL(column: 12)),
    (.csl, "[{\"id\":\"a\"}] x", 1, .notCSL(column: 14)),
    (.csl, "[\n\n{\"title\":\"a\"}]", 3, .itemWithoutIdentifier),
  ])
  func `what is wrong with a file is told with its line`(
    kind: DocumentKind,
    text: String,
    line: Int,
    problem: SourceProblem
  ) throws {
    do {
      let documents = try SourceSamples.read(Array(text.utf8), as: kind)
      Issue.record("read as \(documents)")
    } catch SourceError.unexpected(_, let found, let reason) {
      #expect(found == line)
      #expect(reason == problem)
    }
  }

  @Test(arguments: SourceSamples.all)
  func `content tells its kind`(kind: DocumentKind, text: String) {
    // Markdown with metadata in front has its headings further down.
    #expect(DocumentKind(content: Array(text.utf8)[...]) == kind)
    #expect(DocumentKind(content: Array("\n \(text)".utf8)[...]) == kind || kind == .nbib)
  }

  @Test(arguments: [
    ("a.jsonl", DocumentKind.jsonLines), ("a.md", .markdown), ("A.TXT", .plainText),
    ("a.nbib", .nbib),
    ("a.ris", .ris), ("a.json", .csl),
  ])
  func `a name tells its kind`(name: String, kind: DocumentKind) {
    #expect(DocumentKind(path: name) == kind)
    #expect(DocumentKind(path: "a.pdf") == nil)
  }
}
