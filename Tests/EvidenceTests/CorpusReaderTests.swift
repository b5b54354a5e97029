import Evidence
import Foundation
import Testing

@Suite struct CorpusReaderTests {
  /// One change to the sound corpus with the issue that it must give.
  struct Breakage: CustomTestStringConvertible, Sendable {
    var name: String
    var file: String
    var old: String
    var new: String
    var issueFile: String?
    var line: Int?
    var problem: CorpusIssue.Problem
    /// Whether nothing else follows from it.
    var isAlone: Bool

    init(
      _ name: String,
      _ file: String,
      _ old: String,
      _ new: String,
      in issueFile: String? = nil,
      line: Int?,
      _ problem: CorpusIssue.Problem,
      isAlone: Bool = true
    ) {
      self.name = name
      self.file = file
      self.old = old
      self.new = new
      self.issueFile = issueFile
      self.line = line
      self.problem = problem
      self.isAlone = isAlone
    }

    var testDescription: String { name }
    var issue: CorpusIssue {
      CorpusIssue(file: issueFile ?? file, line: line, problem: problem)
    }
  }

  @Test func `a sound corpus reads`() throws {
    let corpus = try SmallCorpus().read()
    let read = try #require(corpus.protocols.first)
    #expect(corpus.protocols.count == 1)
    #expect(read.folder == "small")
    #expect(read.title == "Vanished metastases")
    #expect(read.version == "1.0")
    #expect(read.lastUpdated == "2025-11-05")
    #expect(read.reviewStatus == .underReview)
    #expect(read.languages == ["en"])
    #expect(read.sections.map(\.heading) == ["Vanished metastases", "Treatment", "Imaging"])
    #expect(read.claims.map(\.id) == ["remove-site", "watch", "survey", "mri"])
    #expect(read.claims.map(\.section) == [1, 1, 1, 2])
    #expect(read.claims.map(\.passage) == [0, 0, 1, 3])
    #expect(read.passages.count == 4)
    #expect(read.glossary.map(\.term) == ["vanished metastasis"])
    #expect(
      read.glossary.first?.surfaceForms == [
        "vanished metastasis", "DLM", "disappearing metastasis",
      ]
    )
  }

  @Test func `a claim joins its sentence with its entry`() throws {
    let corpus = try SmallCorpus().read()
    let watch = try #require(corpus.protocols[0].claims.first { $0.id == "watch" })
    #expect(watch.text == "Watching is safe in 20–30 % of cases.")
    #expect(watch.citations == ["auer2020", "benoist2006"])
    #expect(watch.kind == .outcome)
    #expect(watch.scope == .subject)
    #expect(
      watch.values == [MeasuredValue(measure: "recurrence", low: "20", high: "30", unit: "%")]
    )
    #expect(
      watch.study == Study(design: "retrospective series", size: "40", years: "2000-2005")
    )
    #expect(watch.disputes == ["remove-site"])
    let first = corpus.protocols[0].claims[0]
    #expect(first.asked == ["should the site go?"])
    #expect(first.population == "patients after chemotherapy")
    #expect(first.strength == "expert opinion")
    #expect(corpus.protocols[0].claims[2].scope == .context)
  }

  @Test func `a claim keeps its bytes`() throws {
    let small = try SmallCorpus()
    for claim in try small.read().protocols[0].claims {
      let file = try #require(small.files["small/\(claim.span.file)"])
      #expect(Array(file[claim.span.start..<claim.span.end]) == Array(claim.text.utf8))
    }
  }

  @Test func `references keep people, particles, institutions and years`() throws {
    let references = try SmallCorpus().read().protocols[0].references
    #expect(references.map(\.authors) == [["Auer RC", "The Liver Group"], ["van den Berg JP"]])
    #expect(references.map(\.year) == ["2020", ""])
    #expect(references.map(\.kind) == [.review, .primaryStudy])
    #expect(references.map(\.verification) == ["by hand", "by hand"])
  }

  @Test func `the lexicon keeps the order of its files`() throws {
    let lexicon = try SmallCorpus().read().lexicon
    #expect(lexicon.stopWords == ["the", "of", "and"])
    #expect(lexicon.everydayWords == ["please", "tell"])
    #expect(lexicon.questionCues.map(\.kind) == ["proportion", "count"])
    #expect(lexicon.questionCues.map(\.phrases) == [["how often"], ["how many"]])
    #expect(lexicon.neighbouringTopics.map(\.phrases) == [["kidney", "lung"]])
    #expect(lexicon.parameters.contains { $0.name == "refusalThreshold" })
  }

  @Test(arguments: [
    Breakage(
      "an unknown kind of claim",
      "small/claims.yaml",
      "kind: outcome",
      "kind: rumour",
      line: 8,
      .unknownValue(key: "kind", value: "rumour", allowed: ClaimKind.allCases.map(\.rawValue))
    ),
    Breakage(
      "an unknown scope",
      "small/claims.yaml",
      "scope: context",
      "scope: elsewhere",
      line: 20,
      .unknownValue(key: "scope", value: "elsewhere", allowed: ["subject", "context"])
    ),
    Breakage(
      "an unknown kind of reference",
      "small/references.json",
      "\"review\"",
      "\"blog\"",
      line: 4,
      .unknownValue(key: "kind", value: "blog", allowed: ReferenceKind.allCases.map(\.rawValue))
    ),
    Breakage(
      "an unknown review status",
      "small/protocol.yaml",
      "under review",
      "lost",
      line: 5,
      .unknownValue(
        key: "reviewStatus",
        value: "lost",
        allowed: ["submitted", "under review", "approved"]
      )
    ),
    Breakage(
      "a citation of no reference",
      "small/protocol.md",
      "@auer2020; @",
      "@nobody1999; @",
      line: 6,
      .unresolvedCitation(id: "nobody1999", claim: "watch")
    ),
    Breakage(
      "a dispute with no claim",
      "small/claims.yaml",
      "[remove-site]",
      "[nothing]",
      line: 7,
      .unresolvedDispute(id: "nothing", claim: "watch")
    ),
    Breakage(
      "a dispute with itself",
      "small/claims.yaml",
      "[remove-site]",
      "[watch]",
      line: 7,
      .unresolvedDispute(id: "watch", claim: "watch")
    ),
    Breakage(
      "a claim written twice",
      "small/evidence/imaging.md",
      "{#mri}",
      "{#mri}\nAgain. [@auer2020]{#mri}",
      line: 4,
      .duplicate("mri")
    ),
    Breakage(
      "a claim written in two files",
      "small/evidence/imaging.md",
      "{#mri}",
      "{#mri}\n\nAgain. [@auer2020]{#watch}",
      line: 5,
      .duplicate("watch")
    ),
    Breakage(
      "a reference twice",
      "small/references.json",
      "  }\n]",
      "  },\n  {\"id\": \"auer2020\", \"kind\": \"survey\", \"title\": \"T\", \"verified\": \"no\"}\n]",
      line: 17,
      .duplicate("auer2020")
    ),
    Breakage(
      "a claim without an entry",
      "small/protocol.md",
      "A remark without a source.",
      "A remark. [@auer2020]{#remark}",
      line: 10,
      .undescribedClaim(id: "remark")
    ),
    Breakage(
      "an entry without a claim",
      "small/claims.yaml",
      "mri:\n",
      "ghost:\n  kind: harm\n  topic: none\nmri:\n",
      line: 21,
      .unwrittenClaim(id: "ghost")
    ),
    Breakage(
      "a text where a list belongs",
      "small/claims.yaml",
      "[\"should the site go?\"]",
      "often",
      line: 4,
      .wrongType(key: "asked", expected: "a list of texts")
    ),
    Breakage(
      "a list of lists where texts belong",
      "small/claims.yaml",
      "[\"should the site go?\"]",
      "[often, [never]]",
      line: 4,
      .wrongType(key: "asked", expected: "a list of texts")
    ),
    Breakage(
      "a list where a text belongs",
      "small/claims.yaml",
      "topic: imaging",
      "topic: [imaging]",
      line: 23,
      .wrongType(key: "topic", expected: "a text"),
      isAlone: false
    ),
    Breakage(
      "a text where values belong",
      "small/claims.yaml",
      "- {measure: recurrence, low: 20, high: 30, unit: \"%\"}",
      "- recurrence",
      line: 11,
      .wrongType(key: "values", expected: "a list of mappings")
    ),
    Breakage(
      "a text where a study belongs",
      "small/claims.yaml",
      "topic: imaging",
      "topic: imaging\n  study: series",
      line: 24,
      .wrongType(key: "study", expected: "a mapping")
    ),
    Breakage(
      "a text where an entry belongs",
      "small/claims.yaml",
      "mri:\n  kind: diagnostic accuracy\n  topic: imaging\n",
      "mri: imaging\n",
      line: 21,
      .wrongType(key: "mri", expected: "a mapping"),
      isAlone: false
    ),
    Breakage(
      "a word where a number belongs",
      "lexicon/answering.yaml",
      "weightClaim: 1\n",
      "weightClaim: one\n",
      line: 6,
      .wrongType(key: "weightClaim", expected: "a number")
    ),
    Breakage(
      "a mapping where terms belong",
      "small/glossary.yaml",
      "- term",
      "  term",
      line: 1,
      .wrongType(key: "the file", expected: "a list of terms")
    ),
    Breakage(
      "a claim without a kind",
      "small/claims.yaml",
      "  kind: diagnostic accuracy\n",
      "",
      line: 22,
      .missing(key: "kind")
    ),
    Breakage(
      "a claim without a topic",
      "small/claims.yaml",
      "topic: imaging",
      "topic: ~",
      line: 22,
      .missing(key: "topic")
    ),
    Breakage(
      "a figure without a bound",
      "small/claims.yaml",
      "low: 20, high: 30, ",
      "",
      line: 11,
      .missing(key: "low")
    ),
    Breakage(
      "a reference without a title",
      "small/references.json",
      "\"title\": \"Complete response\",",
      "",
      line: 11,
      .missing(key: "title")
    ),
    Breakage(
      "a protocol without a version",
      "small/protocol.yaml",
      "version: \"1.0\"\n",
      "",
      line: 1,
      .missing(key: "version")
    ),
    Breakage(
      "a term without a definition",
      "small/glossary.yaml",
      "definition: A metastasis that imaging no longer shows.",
      "definition:",
      line: 1,
      .missing(key: "definition")
    ),
    Breakage(
      "a word list without words",
      "lexicon/stop-words.yaml",
      "words: [the, of, and]",
      "words: []",
      line: 1,
      .missing(key: "words")
    ),
    Breakage(
      "a malformed citation",
      "small/protocol.md",
      "]{#survey}",
      "]{#survey}\nAgain. [@auer2020]",
      line: 9,
      .malformedCitation("[@auer2020]")
    ),
    Breakage(
      "a claim without words",
      "small/evidence/imaging.md",
      "MRI finds more lesions. ",
      "",
      line: 3,
      .emptyClaim(id: "mri"),
      isAlone: false
    ),
  ])
  func `a single breakage is named with its file and line`(breakage: Breakage) throws {
    var small = try SmallCorpus()
    try #require(small[breakage.file].contains(breakage.old))
    small[breakage.file] = small[breakage.file].replacing(breakage.old, with: breakage.new)
    let issues = try small.issues()
    #expect(issues.contains(breakage.issue), "\(issues)")
    if breakage.isAlone { #expect(issues == [breakage.issue]) }
  }

  @Test(arguments: [
    "lexicon/stop-words.yaml", "lexicon/everyday-words.yaml", "lexicon/question-cues.yaml",
    "lexicon/neighbouring-topics.yaml", "lexicon/answering.yaml", "small/claims.yaml",
    "small/references.json", "small/glossary.yaml",
  ])
  func `a missing file is named`(file: String) throws {
    var small = try SmallCorpus()
    small.files[file] = nil
    let issue = CorpusIssue(file: file, line: nil, problem: .missingFile)
    #expect(try small.issues().contains(issue))
  }

  @Test func `a corpus without any protocol says so`() throws {
    var small = try SmallCorpus()
    small.files["small/protocol.yaml"] = nil
    #expect(
      try small.issues() == [
        CorpusIssue(file: "<protocol>/protocol.yaml", line: nil, problem: .missingFile)
      ]
    )
  }

  @Test func `a corpus folder that does not exist is named`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let error = #expect(throws: CorpusError.self) { try CorpusReader.read(root) }
    #expect(
      error?.issues.contains(CorpusIssue(file: root, line: nil, problem: .missingFile)) == true
    )
  }

  @Test(arguments: [
    "lexicon/stop-words.yaml", "lexicon/answering.yaml", "small/claims.yaml",
    "small/references.json", "small/glossary.yaml", "small/protocol.md", "small/protocol.yaml",
    "small/evidence/imaging.md",
  ])
  func `a folder where a file belongs is named`(file: String) throws {
    var small = try SmallCorpus()
    small.files[file] = nil
    small["\(file)/inside"] = "x"
    let problem = CorpusIssue.Problem.unreadable(reason: "Is a directory")
    #expect(
      try small.issues().contains(CorpusIssue(file: file, line: nil, problem: problem))
    )
  }

  @Test func `a file where the folder of evidence belongs is named`() throws {
    var small = try SmallCorpus()
    small.files["small/evidence/imaging.md"] = nil
    small["small/evidence"] = "x"
    let issue = CorpusIssue(file: "small/evidence/", line: nil, problem: .missingFile)
    #expect(try small.issues().contains(issue))
  }

  @Test(arguments: [
    ("small/claims.yaml", "topic: observation", 9),
    ("small/references.json", "Complete", 13),
    ("small/protocol.md", "Surgeons", 8),
    ("small/protocol.yaml", "small", 1),
    ("small/glossary.yaml", "DLM", 3),
    ("lexicon/everyday-words.yaml", "tell", 3),
  ])
  func `bytes that are not UTF-8 are named with line and offset`(
    file: String,
    before: String,
    line: Int
  ) throws {
    var small = try SmallCorpus()
    let text = small[file]
    let place = try #require(text.range(of: before))
    let offset = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
    small.files[file]?.insert(0xFF, at: offset)
    let issue = CorpusIssue(file: file, line: line, problem: .notUTF8(offset: offset))
    #expect(try small.issues().contains(issue))
  }

  @Test(arguments: [
    ("small/claims.yaml", "topic: observation", "topic: observation: twice", 9),
    ("small/claims.yaml", "topic: imaging", "topic: imaging\n  topic: again", 23),
    ("small/references.json", "\"kind\": \"review\",", "\"kind\": \"review\"", 5),
    ("small/protocol.yaml", "title: Vanished", "title: @Vanished", 2),
    ("small/glossary.yaml", "abbreviations: [DLM]", "abbreviations: [DLM]]", 3),
    ("lexicon/answering.yaml", "weightClaim: 1", "\tweightClaim: 1", 6),
  ])
  func `broken YAML or JSON is named with its line`(
    file: String,
    old: String,
    new: String,
    line: Int
  ) throws {
    var small = try SmallCorpus()
    try #require(small[file].contains(old))
    small[file] = small[file].replacing(old, with: new)
    let issues = try small.issues()
    let found = issues.contains { issue in
      guard case .syntax = issue.problem else { return false }
      return issue.file == file && issue.line == line
    }
    #expect(found, "\(issues)")
  }

  @Test(arguments: ["lexicon/stop-words.yaml", "small/claims.yaml", "small/references.json"])
  func `an empty file is named`(file: String) throws {
    var small = try SmallCorpus()
    small.files[file] = []
    let issue = CorpusIssue(file: file, line: nil, problem: .syntax("is empty"))
    #expect(try small.issues().contains(issue))
  }

  @Test func `everything that is wrong is named in one reading`() throws {
    var small = try SmallCorpus()
    small["small/claims.yaml"].replace("kind: outcome", with: "kind: rumour")
    small["small/protocol.md"].replace("@auer2020;", with: "@nobody;")
    small.files["lexicon/stop-words.yaml"] = nil
    let problems = try small.issues().map(\.problem)
    #expect(problems.contains(.missingFile))
    #expect(problems.contains(.unresolvedCitation(id: "nobody", claim: "watch")))
    #expect(
      problems.contains(
        .unknownValue(key: "kind", value: "rumour", allowed: ClaimKind.allCases.map(\.rawValue))
      )
    )
  }

  @Test func `folders without a protocol and hidden files are passed over`() throws {
    var small = try SmallCorpus()
    let digest = try small.read().digest
    small["drafts/notes.md"] = "Words. [@a"
    small["small/.hidden.md"] = "Words. [@a"
    small["small/notes.txt"] = "Words. [@a"
    small["README.md"] = "Words. [@a"
    #expect(try small.read().digest == digest)
  }

  @Test func `protocols come in the order of their folders`() throws {
    var small = try SmallCorpus()
    for (name, content) in small.files where name.hasPrefix("small/") {
      small.files["another/\(name.dropFirst(6))"] = content
    }
    #expect(try small.read().protocols.map(\.folder) == ["another", "small"])
  }

  @Test func `a broken protocol is named though another is sound`() throws {
    var small = try SmallCorpus()
    for (name, content) in small.files where name.hasPrefix("small/") {
      small.files["another/\(name.dropFirst(6))"] = content
    }
    small.files["another/claims.yaml"] = nil
    let issue = CorpusIssue(file: "another/claims.yaml", line: nil, problem: .missingFile)
    let issues = try small.issues()
    #expect(issues.contains(issue))
    #expect(issues.allSatisfy { $0.file.hasPrefix("another/") })
  }

  @Test func `a corpus with the line ends of Windows reads the same`() throws {
    var windows = try SmallCorpus()
    for name in windows.files.keys {
      windows[name] = windows[name].replacing("\n", with: "\r\n")
    }
    let (read, original) = (try windows.read().protocols[0], try SmallCorpus().read().protocols[0])
    #expect(read.claims.map(\.text) == original.claims.map(\.text))
    #expect(read.claims.map(\.citations) == original.claims.map(\.citations))
    #expect(read.claims.map(\.kind) == original.claims.map(\.kind))
    #expect(read.sections == original.sections)
    #expect(read.references == original.references)
    #expect(read.glossary == original.glossary)
  }

  @Test func `an issue reads as file, line and sentence`() {
    let issue = CorpusIssue(file: "a/b.md", line: 3, problem: .duplicate("x"))
    #expect(issue.description == "a/b.md:3: ‘x’ stands twice; ids are unique")
    let whole = CorpusIssue(file: "a/b.md", line: nil, problem: .missingFile)
    #expect(whole.description == "a/b.md: is missing; every protocol needs it")
  }

  @Test func `the digest follows every edit and every renamed file`() throws {
    let small = try SmallCorpus()
    let original = try small.read()
    #expect(try small.read().digest == original.digest)
    for file in small.files.keys {
      var edited = small
      edited[file] += "\n"
      #expect(try edited.read().digest != original.digest, "\(file)")
    }
    var renamed = small
    renamed.files["small/evidence/scans.md"] = renamed.files.removeValue(
      forKey: "small/evidence/imaging.md"
    )
    #expect(try renamed.read().digest != original.digest)
  }

  @Test func `the inventory names every file and folder that was looked at`() throws {
    let small = try SmallCorpus()
    try small.inFolder { root in
      let corpus = try CorpusReader.read(root.path)
      #expect(corpus.inventory.contains("small/evidence/"))
      #expect(Set(corpus.inventory).isSuperset(of: small.files.keys))
    }
  }
}
