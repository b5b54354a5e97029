import Answering
import Evidence
import Foundation
import Testing

/// A change that makes the small corpus unsound.
struct SeededDefect: Sendable, CustomTestStringConvertible {
  var name: String
  var file: String
  var old: String
  var new: String
  /// Where the finding stands, if elsewhere than the change.
  var place: (file: String, old: String)?
  var problem: CorpusIssue.Problem

  var testDescription: String { name }

  static let all = [
    SeededDefect(
      name: "a figure that is not among the values",
      file: "tea/protocol.md",
      old: "for 3 minutes.",
      new: "for 3 minutes in 150 ml.",
      problem: .unlistedFigure("150", claim: "brew-green")
    ),
    SeededDefect(
      name: "a figure whose value was changed",
      file: "tea/claims.yaml",
      old: "low: 3, high: 3",
      new: "low: 4, high: 4",
      place: ("tea/protocol.md", "Green tea"),
      problem: .unlistedFigure("3", claim: "brew-green")
    ),
    SeededDefect(
      name: "two sentences",
      file: "tea/protocol.md",
      old: "Green tea is brewed for 3 minutes.",
      new: "Green tea is mild. It is brewed for 3 minutes.",
      problem: .notOneSentence(claim: "brew-green")
    ),
    SeededDefect(
      name: "a fragment",
      file: "tea/protocol.md",
      old: "the aroma of leaves as well.",
      new: "the aroma of leaves as well",
      place: ("tea/protocol.md", "A closed tin"),
      problem: .notOneSentence(claim: "store-paper")
    ),
    SeededDefect(
      name: "too few ways of asking",
      file: "tea/claims.yaml",
      old: "    - \"tin for leaves\"\n",
      new: "",
      place: ("tea/protocol.md", "A closed tin"),
      problem: .fewAsked(2, claim: "store-tin")
    ),
    SeededDefect(
      name: "a phrase of two claims",
      file: "tea/claims.yaml",
      old: "paper bag for leaves",
      new: "Tin for Leaves",
      place: ("tea/claims.yaml", "store-paper:\n  kind: outcome"),
      problem: .sharedAsked("tin for leaves", claims: ["store-tin", "store-paper"])
    ),
    SeededDefect(
      name: "a figure outside of every claim",
      file: "tea/protocol.md",
      old: "How tea is brewed.",
      new: "How 12 teas are brewed.",
      problem: .uncitedFigure("12")
    ),
    SeededDefect(
      name: "a synonym of two terms",
      file: "tea/glossary.yaml",
      old: "assam leaf",
      new: "Sencha",
      place: ("tea/glossary.yaml", "- term: black tea"),
      problem: .ambiguousSynonym("sencha", terms: ["black tea", "green tea"])
    ),
  ]
}

@Suite struct CorpusCheckTests {
  @Test func `the bundled corpus has no finding`() {
    #expect(CorpusCheck.run(Bundled.root).map(\.description).isEmpty)
  }

  @Test func `the small corpus has no finding`() throws {
    let corpus = try SmallCorpus()
    #expect(CorpusCheck.run(corpus.root).map(\.description).isEmpty)
  }

  @Test(arguments: SeededDefect.all)
  func `a seeded defect is the one finding, with its file and line`(defect: SeededDefect) throws {
    let corpus = try SmallCorpus()
    let place = defect.place ?? (defect.file, defect.old)
    let before = try corpus.text(place.file)
    let range = try #require(before.range(of: place.old))
    let line = before[..<range.lowerBound].count { $0 == "\n" } + 1
    try #require(try corpus.replace(defect.old, with: defect.new, in: defect.file) != nil)
    let expected = CorpusIssue(file: place.file, line: line, problem: defect.problem)
    #expect(CorpusCheck.run(corpus.root) == [expected])
    #expect(expected.description.hasPrefix("\(place.file):\(line): "))
  }

  @Test(arguments: ["refusalThreshold", "bm25Saturation", "phraseCount"])
  func `a missing parameter is named with its file`(name: String) throws {
    let corpus = try SmallCorpus()
    let file = "lexicon/answering.yaml"
    try #require(try corpus.replace("\n\(name):", with: "\nother.\(name):", in: file) != nil)
    let expected = CorpusIssue(file: file, line: nil, problem: .missing(key: name))
    #expect(CorpusCheck.run(corpus.root) == [expected])
    #expect(throws: CorpusError(issues: [expected])) {
      try Assistant.open(CorpusReader.read(corpus.root))
    }
  }

  @Test func `what cannot be read is found as well`() throws {
    let corpus = try SmallCorpus()
    try corpus.replace("@oolong2001", with: "@nobody", in: "tea/protocol.md")
    let line = try corpus.text("tea/protocol.md").split(
      separator: "\n",
      omittingEmptySubsequences: false
    ).firstIndex { $0.contains("@nobody") }
    #expect(
      CorpusCheck.run(corpus.root).contains(
        CorpusIssue(
          file: "tea/protocol.md",
          line: line.map { $0 + 1 },
          problem: .unresolvedCitation(id: "nobody", claim: "brew-green")
        )
      )
    )
    #expect(CorpusCheck.run("\(corpus.root)/nowhere").isEmpty == false)
  }

  @Test(
    arguments: [
      "FOLFOX4 was given.", "EORTC 40004 was a trial.", "It ended in 2019.", "The 5-year rate.",
      "PD-1 was measured.",
    ]
  ) func `a number that is part of a name needs no value`(text: String) throws {
    let corpus = try SmallCorpus()
    try corpus.replace(
      "A closed tin preserves the aroma of leaves.",
      with: text,
      in: "tea/protocol.md"
    )
    #expect(CorpusCheck.run(corpus.root).map(\.description).isEmpty)
  }
}
