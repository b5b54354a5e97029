import Foundation
@testable import Retrieval
import TestSupport

/// Files of documents, and what is read from them.
enum SourceSamples {
  static let jsonLines = """
    {"_id":"1","title":"Heart","text":"Beats."}

    {"_id":"2","text":"Lungs \\u00e9 breathe."}

    """

  static let markdown = """
    ---
    title: ignored
    ---
    Before all headings.

    # Surgery

    ## Timing ##

    Wait four weeks.

    ```
    # no heading
    ```

    ## Timing

    Wait longer.

    Follow-up
    =========

    CT every 3 months.

    """

  static let plainText = "First line.\nSecond line.\n\n\nOther paragraph.\n"

  static let nbib = """
    PMID- 101
    OWN - NLM
    TI  - Liver metastases that
          disappear.
    AB  - They often
          come back.
    FAU - Somebody, A

    PMID- 102
    TI  - No abstract here.
    PMID- 103
    BTI - A book.
    AB  - Its text.

    """

  static let ris = [
    "TY  - JOUR", "ID  - a1", "TI  - First title", "AB  - Begins here", "and goes on.", "ER  - ",
    "",
    "TY  - BOOK", "T1  - Second title", "N2  - Note.", "DO  - 10.1/x", "DO  - 10.1/y", "ER  -",
    "TY  - GEN", "TI  - Nameless", "ER  - ", "",
  ].joined(separator: "\r\n")

  static let csl = """
    [
      {"id": "x1", "type": "article", "title": "T\\n1", "abstract": "A \\"1\\"", "author": [{"family": "B"}]},
      {"DOI": "10.1/z", "title": "Second"},
      {"id": 7, "abstract": "Third"}
    ]

    """

  static let all: [(kind: DocumentKind, text: String)] = [
    (.jsonLines, jsonLines), (.markdown, markdown), (.plainText, plainText), (.nbib, nbib),
    (.ris, ris), (.csl, csl),
  ]

  /// What a file is read as, a line for each document: identifier, title and text.
  static func read(_ bytes: [UInt8], as kind: DocumentKind) throws -> [String] {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("f").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return switch kind {
    case .jsonLines: try documents(JSONLinesSource(path: path), path)
    case .markdown: try documents(MarkdownSource(path: path), path)
    case .plainText: try documents(PlainTextSource(path: path), path)
    case .nbib: try documents(NBIBSource(path: path), path)
    case .ris: try documents(RISSource(path: path), path)
    case .csl: try documents(CSLSource(path: path), path)
    }
  }

  private static func documents<Source: DocumentSource & ~Copyable>(
    _ source: consuming Source,
    _ path: String
  ) throws -> [String] {
    var record = DocumentRecord()
    var documents: [String] = []
    while try source.next(&record) {
      let parts = [record.identifier, record.title, record.text]
      let line = parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " | ")
      documents.append(line.replacingOccurrences(of: path, with: "f"))
    }
    return documents
  }
}
