import Evidence
import Foundation

/// A folder that goes with the value that holds it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "curbside-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// A sound corpus about tea, small enough to compile in every test, in a folder of its own.
struct SmallCorpus {
  static let question = "How long is green tea brewed?"

  private let folder: TemporaryFolder
  var root: String { folder.path }

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in Self.files { try write(Array(text.utf8), to: name) }
    for name in ["answering", "question-cues", "stop-words"] {
      let file = "lexicon/\(name).yaml"
      try write(FileBytes.read("\(Bundled.root)/\(file)"), to: file)
    }
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(filePath: "\(root)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: url)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try FileBytes.read("\(root)/\(name)"), as: UTF8.self)
  }

  /// Replaces the first occurrence of a text in a file; gives the line where it stands.
  @discardableResult func replace(
    _ old: String,
    with new: String,
    in name: String
  ) throws -> Int? {
    let whole = try text(name)
    guard let range = whole.range(of: old) else { return nil }
    try write(Array(whole.replacingCharacters(in: range, with: new).utf8), to: name)
    return whole[..<range.lowerBound].count { $0 == "\n" } + 1
  }

  private static let files = [
    "lexicon/everyday-words.yaml": "words:\n- long\n- keep\n",
    "lexicon/neighbouring-topics.yaml": "drinks:\n- coffee\n- cocoa\n",
    "tea/protocol.yaml": """
    id: tea
    title: Tea
    version: "2"
    lastUpdated: "2025-01-02"
    reviewStatus: approved
    disclaimer: Made for tests.
    editorialPolicy: Made up.
    languages: [en]

    """,
    "tea/glossary.yaml": """
    - term: green tea
      type: drink
      abbreviations: [GT]
      synonyms: [sencha]
      definition: Tea of unoxidised leaves.
    - term: black tea
      type: drink
      abbreviations: [BT]
      synonyms: [assam leaf]
      definition: Tea of oxidised leaves.

    """,
    "tea/references.json": """
    [
     {"id": "oolong2001", "type": "book", "title": "On leaves", "kind": "review",
      "issued": {"date-parts": [[2001]]}, "verified": "made up"},
     {"id": "assam1999", "type": "book", "title": "On tins", "kind": "survey",
      "issued": {"date-parts": [[1999]]}, "verified": "made up"}
    ]

    """,
    "tea/protocol.md": """
    # Tea

    ## Brewing

    How tea is brewed.

    Green tea is brewed for 3 minutes. [@oolong2001]{#brew-green}
    Black tea is brewed for 5 minutes. [@assam1999; @oolong2001]{#brew-black}

    ## Storage

    A closed tin preserves the aroma of leaves. [@assam1999]{#store-tin}
    A paper bag preserves the aroma of leaves as well. [@oolong2001]{#store-paper}

    """,
    "tea/claims.yaml": """
    brew-green:
      kind: recommendation
      topic: brewing
      asked:
        - "How long is green tea brewed?"
        - "minutes for green tea"
        - "green tea brewing time"
      values:
        - {measure: "brewing time", low: 3, high: 3, unit: "minutes"}
    brew-black:
      kind: recommendation
      topic: brewing
      asked:
        - "How long is black tea brewed?"
        - "minutes for black tea"
        - "black tea brewing time"
      values:
        - {measure: "brewing time", low: 5, high: 5, unit: "minutes"}
    store-tin:
      kind: outcome
      topic: storage
      asked:
        - "Does a closed tin preserve aroma?"
        - "tin for leaves"
        - "storing leaves in tins"
    store-paper:
      kind: outcome
      topic: storage
      asked:
        - "Does a paper bag preserve aroma?"
        - "paper bag for leaves"
        - "storing leaves in paper"
      disputes: [store-tin]

    """,
  ]
}
