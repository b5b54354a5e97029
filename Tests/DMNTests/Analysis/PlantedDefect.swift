import DMN
import FEEL
import Testing

/// A defect planted in a copy of the shipped model.
struct PlantedDefect: Sendable, CustomTestStringConvertible {
  var name: String
  var decision: String
  /// The rule, from 1.
  var rule: Int
  var edit: Edit
  /// Everything that the analysis must find, in its order.
  var findings: [TableFinding.Problem]

  var testDescription: String { "\(name) in \(decision)" }

  /// What is done to the model.
  enum Edit: Sendable {
    /// Another test in an input column, from 1.
    case test(Int, String)
    /// Another output.
    case output(String)
    /// The rule is taken out.
    case removal
    /// A rule is added behind it.
    case addition(tests: [String], output: String)
    /// Another hit policy, and then the edit of the rule.
    indirect case hitPolicy(String, Edit)
  }

  /// A copy of a model's text with the defect.
  func planted(in text: String) throws -> String {
    let start = try #require(text.firstRange(of: "<decisionTable id=\"table.\(decision)\""))
    let end = try #require(text[start.lowerBound...].firstRange(of: "</decisionTable>"))
    let table = String(text[start.lowerBound..<end.lowerBound])
    let changed = try apply(edit, to: table)
    #expect(changed != table)
    return text.replacing(table, with: changed)
  }

  private func apply(_ edit: Edit, to table: String) throws -> String {
    if case .hitPolicy(let policy, let inner) = edit {
      let changed = table.replacing(/hitPolicy="[A-Z ]+"/, with: "hitPolicy=\"\(policy)\"")
      return try apply(inner, to: changed)
    }
    let rules = table.matches(of: /(?s)<rule .*?<\/rule>/).map { String($0.output) }
    let rule = rules[rule - 1]
    return table.replacing(rule, with: apply(edit, toRule: rule))
  }

  private func apply(_ edit: Edit, toRule rule: String) -> String {
    switch edit {
    case .test(let column, let test): return replacing("inputEntry", column, test, in: rule)
    case .output(let value): return replacing("outputEntry", 1, value, in: rule)
    case .removal: return ""
    case .addition(let tests, let output):
      var added = rule.replacing(/id="[^"]*"/, with: "id=\"added\"", maxReplacements: 1)
      for (column, test) in tests.enumerated() {
        added = replacing("inputEntry", column + 1, test, in: added)
      }
      return rule + "\n" + replacing("outputEntry", 1, output, in: added)
    case .hitPolicy: return rule
    }
  }

  private func replacing(_ tag: String, _ number: Int, _ text: String, in rule: String) -> String {
    var parts = rule.split(separator: "<\(tag)>", omittingEmptySubsequences: false).map(String.init)
    let close = "</\(tag)>"
    let rest = parts[number].split(separator: close, maxSplits: 1, omittingEmptySubsequences: false)
    parts[number] = "<text>\(ModelText.escaped(text))</text>\(close)\(rest.last ?? "")"
    return parts.joined(separator: "<\(tag)>")
  }
}

extension PlantedDefect {
  static let all =
    gaps + overlaps + [
      PlantedDefect(
        name: "a rule that a first rule masks",
        decision: "perioperativeChemotherapy",
        rule: 2,
        edit: .hitPolicy("FIRST", .test(2, "<= 6")),
        findings: [.masked(rule: 3)]
      ),
      PlantedDefect(
        name: "a rule that another one makes redundant",
        decision: "burden",
        rule: 5,
        edit: .addition(tests: ["true", "true", "-", "-"], output: "true"),
        findings: [.redundant(rule: 6)]
      ),
      PlantedDefect(
        name: "a rule that never matches, as another decision excludes it",
        decision: "surveillance",
        rule: 4,
        edit: .addition(tests: ["\"if stated\"", "-"], output: "\"fiveYears\""),
        findings: [.neverMatches(rule: 5)]
      ),
      PlantedDefect(
        name: "a test for a text that is not allowed",
        decision: "fiducialMarker",
        rule: 3,
        edit: .test(3, "\"before surgery\""),
        findings: [
          .testNotAllowed(rule: 3, column: "carePhase", value: "\"before surgery\""),
          .neverMatches(rule: 3), .gap,
        ]
      ),
      PlantedDefect(
        name: "a test for a number that is not allowed",
        decision: "remnant",
        rule: 2,
        edit: .test(2, "> 300"),
        findings: [
          .testNotAllowed(rule: 2, column: "futureLiverRemnantPercent", value: "300"),
          .neverMatches(rule: 2), .gap,
        ]
      ),
      PlantedDefect(
        name: "a test for an outcome that the other decision does not have",
        decision: "surveillance",
        rule: 3,
        edit: .test(2, "\"watch\""),
        findings: [
          .testNotAllowed(rule: 3, column: "siteManagement", value: "\"watch\""),
          .neverMatches(rule: 3), .gap,
        ]
      ),
      PlantedDefect(
        name: "an output that is not allowed",
        decision: "recurrenceManagement",
        rule: 2,
        edit: .output("\"resect again\""),
        findings: [.outputNotAllowed(rule: 2, value: "\"resect again\"")]
      ),
    ]

  private static let gaps = [
    PlantedDefect(
      name: "a missing rule",
      decision: "fiducialMarker",
      rule: 4,
      edit: .removal,
      findings: [.gap]
    ),
    PlantedDefect(
      name: "a missing combination of truths",
      decision: "restagingImaging",
      rule: 8,
      edit: .removal,
      findings: [.gap]
    ),
    PlantedDefect(
      name: "a missing answer",
      decision: "recurrencePresent",
      rule: 3,
      edit: .removal,
      findings: [.gap]
    ),
    PlantedDefect(
      name: "a boundary that both sides leave out",
      decision: "fiducialMarker",
      rule: 4,
      edit: .test(4, "> 10"),
      findings: [.missedBoundary(input: "lesionSizeMm", at: Number(10))]
    ),
    PlantedDefect(
      name: "a boundary without its own rule",
      decision: "perioperativeChemotherapy",
      rule: 3,
      edit: .removal,
      findings: [.missedBoundary(input: "chemotherapyMonths", at: Number(6))]
    ),
    PlantedDefect(
      name: "an open end that should be closed",
      decision: "surgeryTiming",
      rule: 5,
      edit: .test(3, "(3..6)"),
      findings: [.missedBoundary(input: "weeksSinceChemotherapy", at: Number(3))]
    ),
  ]

  private static let overlaps = [
    PlantedDefect(
      name: "a boundary of two rules",
      decision: "remnant",
      rule: 2,
      edit: .test(2, ">= 30"),
      findings: [
        .doubledBoundary(rules: [2, 3], input: "futureLiverRemnantPercent", at: Number(30))
      ]
    ),
    PlantedDefect(
      name: "a closed end that should be open",
      decision: "surgeryTiming",
      rule: 5,
      edit: .test(3, "[3..6]"),
      findings: [
        .doubledBoundary(rules: [3, 5], input: "weeksSinceChemotherapy", at: Number(6))
      ]
    ),
    PlantedDefect(
      name: "a test that was left out",
      decision: "restagingImaging",
      rule: 2,
      edit: .test(4, "-"),
      findings: [.overlap(rules: [2, 3])]
    ),
    PlantedDefect(
      name: "different outputs under hit policy any",
      decision: "burden",
      rule: 5,
      edit: .test(1, "-"),
      findings: [.overlap(rules: [1, 5])]
    ),
    PlantedDefect(
      name: "an unstated fact in two rules",
      decision: "multidisciplinaryReview",
      rule: 2,
      edit: .test(1, "true, null"),
      findings: [.overlap(rules: [1, 2])]
    ),
    PlantedDefect(
      name: "another hit policy",
      decision: "burden",
      rule: 1,
      edit: .hitPolicy("UNIQUE", .test(1, "true, true")),
      findings: [
        .overlap(rules: [1, 2]), .overlap(rules: [1, 3]), .overlap(rules: [1, 4]),
        .overlap(rules: [2, 3]), .overlap(rules: [2, 4]), .overlap(rules: [3, 4]),
      ]
    ),
  ]
}
