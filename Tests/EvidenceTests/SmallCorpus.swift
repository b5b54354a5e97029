import Evidence
import Foundation

/// A minimal sound corpus in memory, which each reading writes to a temporary folder.
struct SmallCorpus {
  /// Contents by path below the corpus folder.
  var files: [String: [UInt8]]

  init() throws {
    let repository = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let parameters = repository.appending(path: "corpus/lexicon/answering.yaml")
    files = Self.texts.mapValues { Array($0.utf8) }
    files["lexicon/answering.yaml"] = Array(try Data(contentsOf: parameters))
  }

  /// The text of one file.
  subscript(name: String) -> String {
    get { String(decoding: files[name] ?? [], as: UTF8.self) }
    set { files[name] = Array(newValue.utf8) }
  }

  /// The issues of a reading, none for a sound corpus.
  func issues() throws -> [CorpusIssue] {
    try inFolder { root in
      do throws(CorpusError) {
        _ = try CorpusReader.read(root.path)
        return []
      } catch {
        return error.issues
      }
    }
  }

  /// Reads the corpus; throws `CorpusError`.
  func read() throws -> Corpus {
    try inFolder { root in try CorpusReader.read(root.path) }
  }

  /// Calls `body` with a folder that holds the files and is removed afterwards.
  func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    for (name, content) in files {
      let url = root.appending(path: name)
      let folder = url.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(content).write(to: url)
    }
    return try body(root)
  }

  private static let texts = [
    "lexicon/stop-words.yaml": "words: [the, of, and]\n",
    "lexicon/everyday-words.yaml": "words:\n- please\n- tell\n",
    "lexicon/question-cues.yaml": "proportion:\n- how often\ncount: [how many]\n",
    "lexicon/neighbouring-topics.yaml": "organ: [kidney, lung]\n",
    "small/protocol.yaml": """
    id: small
    title: Vanished metastases
    version: "1.0"
    lastUpdated: "2025-11-05"
    reviewStatus: under review
    disclaimer: For tests only.
    editorialPolicy: Written for tests.
    languages: [en]

    """,
    "small/protocol.md": """
    # Vanished metastases

    ## Treatment

    Every former site is removed. [@auer2020]{#remove-site}
    Watching is safe in 20–30 % of cases. [@auer2020; @benoist2006]{#watch}

    - Surgeons résect more often. [@benoist2006]{#survey}

    A remark without a source.

    """,
    "small/evidence/imaging.md": """
    # Imaging

    MRI finds more lesions. [@benoist2006]{#mri}

    """,
    "small/claims.yaml": """
    remove-site:
      kind: recommendation
      topic: treatment
      asked: ["should the site go?"]
      population: "patients after chemotherapy"
      strength: expert opinion
    watch:
      kind: outcome
      topic: observation
      values:
        - {measure: recurrence, low: 20, high: 30, unit: "%"}
      study:
        design: retrospective series
        n: 40
        years: 2000-2005
      disputes: [remove-site]
    survey:
      kind: practice survey
      topic: surgeons
      scope: context
    mri:
      kind: diagnostic accuracy
      topic: imaging

    """,
    "small/references.json": """
    [
      {
        "id": "auer2020",
        "kind": "review",
        "title": "Sites that vanish",
        "author": [{"family": "Auer", "given": "Rebecca C."}, {"literal": "The Liver Group"}],
        "issued": {"date-parts": [[2020, 3]]},
        "container-title": "Journal of Livers",
        "verified": "by hand"
      },
      {
        "id": "benoist2006", "kind": "primary study",
        "title": "Complete response",
        "author": [{"family": "Berg", "non-dropping-particle": "van den", "given": "Jan-Piet"}],
        "verified": "by hand"
      }
    ]

    """,
    "small/glossary.yaml": """
    - term: vanished metastasis
      type: disease
      abbreviations: [DLM]
      synonyms: [disappearing metastasis]
      definition: A metastasis that imaging no longer shows.

    """,
  ]
}
