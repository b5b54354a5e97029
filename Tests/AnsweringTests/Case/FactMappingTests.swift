import DMN
import Evidence
import Testing

@testable import Answering

@Suite struct FactMappingTests {
  private func state(
    _ id: String,
    _ value: StatedValue,
    in facts: inout CaseFacts,
    site: String? = nil
  ) throws -> [CaseProblem] {
    let model = try BundledCase.model.get()
    let mapping = FactMapping(model: model.compiled, siteFacts: model.siteFacts)
    return mapping.state([StatedFact(id: id, value: value)], in: &facts, site: site)
  }

  private static let rows: [(id: String, stated: StatedValue, known: FactValue?)] = [
    ("bevacizumab", .boolean(true), .boolean(true)),
    ("bevacizumab", .boolean(false), .boolean(false)),
    ("bevacizumab", .text("yes"), .boolean(true)),
    ("bevacizumab", .text("No"), .boolean(false)),
    ("bevacizumab", .text("TRUE"), .boolean(true)),
    ("bevacizumab", .unknown, nil),
    ("lesionSizeMm", .unknown, nil),
    ("carePhase", .unknown, nil),
    ("lesionSizeMm", .number("8"), .number("8")),
    ("lesionSizeMm", .number("9.90"), .number("9.9")),
    ("lesionSizeMm", .text(" 8 "), .number("8")),
    ("lesionSizeMm", .text("= 8"), .number("8")),
    ("lesionSizeMm", .text("8..8"), .number("8")),
    ("lesionSizeMm", .text("< 10"), .text("< 10")),
    ("lesionSizeMm", .text("<=10"), .text("<= 10")),
    ("lesionSizeMm", .text("≤ 10"), .text("<= 10")),
    ("futureLiverRemnantPercent", .text("> 30"), .text("> 30")),
    ("futureLiverRemnantPercent", .text(">= 30"), .text(">= 30")),
    ("futureLiverRemnantPercent", .text("≥ 30.1"), .text(">= 30.1")),
    ("futureLiverRemnantPercent", .text("25..28"), .text("[25..28]")),
    ("weeksSinceChemotherapy", .text("[3..6)"), .text("[3..6)")),
    ("weeksSinceChemotherapy", .text("(3 .. 6]"), .text("(3..6]")),
    ("weeksSinceChemotherapy", .number("0"), .number("0")),
    ("carePhase", .text("restaging"), .text("restaging")),
    ("siteDepth", .text("deep"), .text("deep")),
    ("chemotherapyRegimen", .text("FOLFOX"), .text("FOLFOX")),
    ("chemotherapyRegimen", .number("5"), .text("5")),
  ]

  @Test(arguments: rows)
  func `what is affirmed is true, what is negated false, what is unsaid unknown`(
    row: (id: String, stated: StatedValue, known: FactValue?)
  ) throws {
    var facts = CaseFacts()
    #expect(try state(row.id, row.stated, in: &facts).isEmpty)
    #expect(facts[row.id].flatMap { FactValue($0) } == row.known)
    #expect(facts.known.count == (row.known == nil ? 0 : 1))
  }

  @Test func `a later statement replaces an earlier one, and null takes it back`() throws {
    var facts = CaseFacts()
    #expect(try state("lesionSizeMm", .number("8"), in: &facts).isEmpty)
    #expect(try state("lesionSizeMm", .number("12"), in: &facts).isEmpty)
    #expect(facts["lesionSizeMm"].flatMap { FactValue($0) } == .number("12"))
    #expect(try state("lesionSizeMm", .unknown, in: &facts).isEmpty)
    #expect(facts.known.isEmpty)
  }

  private static let phases =
    "\"before chemotherapy\", \"during chemotherapy\", \"restaging\", \"intraoperative\","
    + " \"postoperative\", \"surveillance\""

  private static let refused: [(id: String, stated: StatedValue, reason: CaseProblem.Reason)] = [
    (
      "futureLiverRemnantPercent", .number("280"),
      .notAllowed(value: "280", allowed: "[0..100]")
    ),
    (
      "futureLiverRemnantPercent", .text("90..110"),
      .notAllowed(value: "[90..110]", allowed: "[0..100]")
    ),
    ("futureLiverRemnantPercent", .text("28 %"), .notANumber(value: "28 %")),
    ("lesionSizeMm", .number("-8"), .notAllowed(value: "-8", allowed: "(0..300]")),
    ("lesionSizeMm", .number("0"), .notAllowed(value: "0", allowed: "(0..300]")),
    ("lesionSizeMm", .number("400"), .notAllowed(value: "400", allowed: "(0..300]")),
    ("lesionSizeMm", .text("40 cm"), .notANumber(value: "40 cm")),
    ("lesionSizeMm", .text("about 8"), .notANumber(value: "about 8")),
    ("lesionSizeMm", .text(""), .notANumber(value: "")),
    ("lesionSizeMm", .text("< x"), .notANumber(value: "< x")),
    ("lesionSizeMm", .text("3..6..9"), .notANumber(value: "3..6..9")),
    ("lesionSizeMm", .boolean(true), .wrongType(value: "true", expected: "a number")),
    ("weeksSinceChemotherapy", .text("6..3"), .emptyInterval(value: "[6..3]")),
    ("weeksSinceChemotherapy", .text("(3..3)"), .emptyInterval(value: "(3..3)")),
    ("weeksSinceChemotherapy", .text("< 0"), .notAllowed(value: "< 0", allowed: "[0..1040]")),
    ("bevacizumab", .text("maybe"), .wrongType(value: "maybe", expected: "true or false")),
    ("bevacizumab", .number("1"), .wrongType(value: "1", expected: "true or false")),
    ("carePhase", .boolean(true), .wrongType(value: "true", expected: "a text")),
    ("carePhase", .text("restagin"), .notAllowed(value: "\"restagin\"", allowed: phases)),
    ("lesionSize", .number("8"), .unknownFact(nearest: "lesionSizeMm")),
    ("FutureLiverRemnantPercent", .number("8"), .unknownFact(nearest: "futureLiverRemnantPercent")),
    ("hairColour", .text("red"), .unknownFact(nearest: nil)),
  ]

  @Test(arguments: refused)
  func `what cannot be is refused with fact, value and what is allowed`(
    row: (id: String, stated: StatedValue, reason: CaseProblem.Reason)
  ) throws {
    var facts = CaseFacts()
    let problems = try state(row.id, row.stated, in: &facts)
    #expect(problems.map(\.reason) == [row.reason])
    #expect(problems.first?.description.contains(row.id) == true)
    #expect(facts.known.isEmpty)
  }

  @Test func `each fact of a site may stand with a site, and no other`() throws {
    for input in try BundledCase.model.get().compiled.inputs {
      var facts = CaseFacts()
      let problems = try state(input.name, .unknown, in: &facts, site: "segment II")
      let isOfSite = try BundledCase.source.get().siteFacts.contains(input.name)
      let expected: [CaseProblem.Reason] = isOfSite ? [] : [.notOfASite]
      #expect(problems.map(\.reason) == expected, "\(input.name)")
    }
  }
}
