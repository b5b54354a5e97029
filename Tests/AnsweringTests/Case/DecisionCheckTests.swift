import Answering
import Evidence
import Testing

/// A change of the tea corpus and the finding that it makes.
private struct DecisionDefect: Sendable, CustomTestStringConvertible {
  var name: String
  var file = "decisions.dmn"
  var old: String
  var new: String
  /// The file and a text of the line where the finding stands; nil for a file as a whole.
  var place: (file: String, text: String?)?
  var problem: CorpusIssue.Problem
  /// How many findings follow from it, in rules and cases that build on it.
  var consequences = 0

  var testDescription: String { name }

  init(
    _ name: String,
    in file: String = "decisions.dmn",
    _ old: String,
    _ new: String,
    at place: (file: String, text: String?)? = nil,
    _ problem: CorpusIssue.Problem,
    consequences: Int = 0
  ) {
    self.consequences = consequences
    (self.name, self.file, self.old, self.new) = (name, file, old, new)
    (self.place, self.problem) = (place, problem)
  }

  static let ofModel = [
    DecisionDefect(
      "a model of another version",
      "20230324",
      "19990101",
      at: ("decisions.dmn", "<definitions"),
      .decisions(
        .brokenModel(
          "definitions “Tea”: no DMN model of version 1.2 to 1.5 (namespace"
            + " “https://www.omg.org/spec/DMN/19990101/MODEL/”)"
        )
      )
    ),
    DecisionDefect(
      "a reference that leads nowhere",
      "requiredInput href=\"#leaf\"",
      "requiredInput href=\"#leaves\"",
      at: ("decisions.dmn", "<decision id=\"brewing\""),
      .decisions(.brokenModel("decision “brewing”: nothing fitting has the reference “#leaves”"))
    ),
    DecisionDefect(
      "an expression that cannot be parsed",
      "<text>\"Brew \" + string(cups) + \" cups for 3 minutes.\"</text>",
      "<text>\"Brew \" + </text>",
      .decisions(
        .unreadableExpression(
          "\"Brew \" +",
          complaint: "The text ends where an expression should follow."
        )
      ),
      consequences: 1
    ),
    DecisionDefect(
      "an input without a question",
      "<description>How many cups?</description>",
      "",
      at: ("decisions.dmn", "<inputData id=\"cups\""),
      .decisions(.inputWithoutQuestion("cups"))
    ),
    DecisionDefect(
      "a knowledge source that is no reference",
      "<knowledgeSource id=\"assam\" name=\"assam1999\"/>",
      "<knowledgeSource id=\"assam\" name=\"assam1999\"/><knowledgeSource id=\"x\" name=\"lu760\"/>",
      .decisions(.unknownAuthority("lu760"))
    ),
    DecisionDefect(
      "a citation without an authority requirement",
      "<authorityRequirement><requiredAuthority href=\"#assam\"/></authorityRequirement>",
      "",
      at: ("decisions.dmn", "<decision id=\"brewing\""),
      .decisions(.unlistedAuthority(reference: "assam1999", decision: "brewing"))
    ),
    DecisionDefect(
      "a gap in a table",
      "\"green\", \"black\", \"none\"",
      "\"green\", \"black\", \"none\", \"red\"",
      at: ("decisions.dmn", "<decisionTable hitPolicy=\"UNIQUE\">"),
      .decisions(.table("‘brewing’: no rule matches; for example leaf \"red\""))
    ),
    DecisionDefect(
      "an overlap in a table",
      "<text>\"black\"</text>",
      "<text>\"black\", \"green\"</text>",
      at: ("decisions.dmn", "<rule id=\"black\">"),
      .decisions(
        .table("‘brewing’: rules 1 and 2 match together; for example leaf \"green\"")
      ),
      consequences: 3
    ),
  ]

  static let ofRules = [
    DecisionDefect(
      "a rule that names a claim that is not there",
      "<text>brew-green</text>",
      "<text>brew-green brew-red</text>",
      at: ("decisions.dmn", "<rule id=\"green\">"),
      .decisions(.unwrittenClaim("brew-red", namedBy: "rule brewing/1"))
    ),
    DecisionDefect(
      "a rule without a sentence",
      "<text>There is no tea to brew.</text>",
      "<text/>",
      at: ("decisions.dmn", "<rule id=\"none\">"),
      .decisions(.ruleWithoutSentence(rule: "brewing/3"))
    ),
    DecisionDefect(
      "a sentence that reads what there is not",
      "{cups} cups",
      "{pots} pots",
      at: ("decisions.dmn", "<rule id=\"black\">"),
      .decisions(.unreadableSentence(rule: "brewing/2", expression: "pots"))
    ),
    DecisionDefect(
      "a sentence with a broken expression",
      "{cups} cups",
      "{cups +} cups",
      at: ("decisions.dmn", "<rule id=\"black\">"),
      .decisions(.unreadableSentence(rule: "brewing/2", expression: "cups +"))
    ),
    DecisionDefect(
      "a figure that no claim states",
      "It turns bitter.",
      "It turns bitter after 4 minutes.",
      at: ("decisions.dmn", "<rule id=\"green\">"),
      .decisions(.unsourcedFigure("4", rule: "brewing/1"))
    ),
    DecisionDefect(
      "a figure of the plan that no claim states",
      "\" cups for 3 minutes.\"",
      "\" cups for 3 to 7 minutes.\"",
      at: ("decisions.dmn", "<rule id=\"do\">"),
      .decisions(.unsourcedFigure("7", rule: "plan/1")),
      consequences: 1
    ),
    DecisionDefect(
      "a site's fact that is no input",
      in: "protocol.yaml",
      "siteFacts: [leaf]",
      "siteFacts: [leaf, pot]",
      at: ("protocol.yaml", nil),
      .decisions(.unknownSiteFact("pot"))
    ),
  ]

  static let ofRecommendations = [
    DecisionDefect(
      "a recommendation that no rule encodes",
      in: "claims.yaml",
      "store-tin:\n  kind: outcome",
      "store-tin:\n  kind: recommendation",
      at: ("protocol.md", "A closed tin"),
      .decisions(.unencodedRecommendation(claim: "store-tin"))
    ),
    DecisionDefect(
      "a listed claim that is encoded",
      in: "protocol.yaml",
      "siteFacts: [leaf]",
      "siteFacts: [leaf]\nnotEncoded:\n  brew-green: for a test",
      at: ("protocol.yaml", "brew-green"),
      .decisions(.encodedAfterAll(claim: "brew-green"))
    ),
    DecisionDefect(
      "a listed claim that recommends nothing",
      in: "protocol.yaml",
      "siteFacts: [leaf]",
      "siteFacts: [leaf]\nnotEncoded:\n  store-tin: for a test",
      at: ("protocol.yaml", "store-tin"),
      .decisions(.noRecommendation(claim: "store-tin"))
    ),
    DecisionDefect(
      "a listed claim that is not there",
      in: "protocol.yaml",
      "siteFacts: [leaf]",
      "siteFacts: [leaf]\nnotEncoded:\n  store-jar: for a test",
      at: ("protocol.yaml", "store-jar"),
      .decisions(.unwrittenClaim("store-jar", namedBy: "‘notEncoded’"))
    ),
  ]

  static let ofCases = [
    DecisionDefect(
      "another outcome",
      in: "cases/green.yaml",
      "brewing: short",
      "brewing: long",
      .workedCase(
        .outcome(decision: "brewing", site: nil, expected: "long", actual: "short")
      )
    ),
    DecisionDefect(
      "another outcome at a site",
      in: "cases/open.yaml",
      "{brewing: long}",
      "{brewing: short}",
      .workedCase(
        .outcome(decision: "brewing", site: "first", expected: "short", actual: "long")
      )
    ),
    DecisionDefect(
      "other missing facts",
      in: "cases/open.yaml",
      "brewing: [leaf]",
      "brewing: [leaf, cups]",
      at: ("cases/open.yaml", "brewing: undetermined"),
      .workedCase(
        .missing(decision: "brewing", site: "second", expected: ["leaf", "cups"], actual: ["leaf"])
      )
    ),
    DecisionDefect(
      "another plan",
      in: "cases/green.yaml",
      "Brew 2 cups for 3 minutes.",
      "Drink it.",
      at: ("cases/green.yaml", "plan:"),
      .workedCase(.plan(action: 1, expected: "Drink it.", actual: "Brew 2 cups for 3 minutes."))
    ),
    DecisionDefect(
      "a longer plan",
      in: "cases/green.yaml",
      "Brew 2 cups for 3 minutes.",
      "Brew 2 cups for 3 minutes.\n  - Drink it.",
      at: ("cases/green.yaml", "plan:"),
      .workedCase(.plan(action: 2, expected: "Drink it.", actual: nil))
    ),
    DecisionDefect(
      "a decision that is not made",
      in: "cases/green.yaml",
      "brewing: short",
      "brewing: short\n  pouring: slow",
      at: ("cases/green.yaml", "pouring"),
      .workedCase(.noSuchDecision("pouring", known: ["brewing"]))
    ),
    DecisionDefect(
      "a fact that cannot be",
      in: "cases/green.yaml",
      "cups: 2",
      "cups: 20",
      .workedCase(.unusableFact("cups: 20 is not allowed; allowed is [1..10]."))
    ),
  ]
}

@Suite struct DecisionCheckTests {
  private func corpus() throws -> SmallCorpus {
    let corpus = try SmallCorpus()
    try TeaDecisions.add(to: corpus)
    return corpus
  }

  @Test func `a sound model with worked cases has no finding`() throws {
    let corpus = try corpus()
    #expect(CorpusCheck.run(corpus.root).map(\.description).isEmpty)
  }

  @Test(
    arguments: DecisionDefect.ofModel + DecisionDefect.ofRules + DecisionDefect.ofRecommendations
      + DecisionDefect.ofCases
  )
  private func `a defect is found with its file and line`(
    defect: DecisionDefect
  ) throws {
    let corpus = try corpus()
    let edited = try #require(
      try corpus.replace(defect.old, with: defect.new, in: "tea/\(defect.file)")
    )
    var place = (file: "tea/\(defect.file)", line: Optional(edited))
    if let other = defect.place {
      place.file = "tea/\(other.file)"
      place.line = try other.text.map { text in
        let whole = try corpus.text(place.file)
        let range = try #require(whole.firstRange(of: text))
        return whole[..<range.lowerBound].count { $0 == "\n" } + 1
      }
    }
    let expected = CorpusIssue(file: place.file, line: place.line, problem: defect.problem)
    let found = CorpusCheck.run(corpus.root)
    #expect(found.first == expected, "\(found.map(\.description))")
    #expect(found.count == 1 + defect.consequences, "\(found.map(\.description))")
    #expect(expected.description.hasPrefix(place.file))
  }

  @Test func `a rule that loses its only claim is found, and so is the claim`() throws {
    let corpus = try corpus()
    try corpus.replace("<text>brew-black</text>", with: "<text/>", in: "tea/decisions.dmn")
    #expect(
      CorpusCheck.run(corpus.root).map(\.problem) == [
        .decisions(.ruleWithoutClaim(rule: "brewing/2")),
        .decisions(.unsourcedFigure("5", rule: "brewing/2")),
        .decisions(.unencodedRecommendation(claim: "brew-black")),
      ]
    )
  }

  @Test func `worked cases and a list of what is left out need a model`() throws {
    let corpus = try SmallCorpus()
    try corpus.write(
      Array("facts: {leaf: green}\ntitle: Green\nexpect: {brewing: short}\n".utf8),
      to: "tea/cases/green.yaml"
    )
    #expect(
      CorpusCheck.run(corpus.root) == [
        CorpusIssue(file: "tea/cases/green.yaml", line: nil, problem: .decisions(.withoutModel))
      ]
    )
  }

  @Test func `bytes that are no model are one finding`() throws {
    for bytes in ["", "no model", "<definitions>", "<a/>"] {
      let corpus = try corpus()
      try corpus.write(Array(bytes.utf8), to: "tea/decisions.dmn")
      let found = CorpusCheck.run(corpus.root)
      #expect(found.count == 1)
      #expect(found.first?.file == "tea/decisions.dmn")
      #expect(found.first?.line != nil)
    }
  }
}
