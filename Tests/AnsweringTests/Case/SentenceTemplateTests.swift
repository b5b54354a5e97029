import FEEL
import Testing

@testable import Answering

@Suite struct SentenceTemplateTests {
  private static let rows: [(template: String, filled: String)] = [
    ("Resect the site.", "Resect the site."),
    ("", ""),
    ("Wait {6 - weeks} weeks.", "Wait 2 weeks."),
    ("{regimen} it is.", "FOLFOX it is."),
    ("Wait[[: {6 - weeks} weeks]].", "Wait: 2 weeks."),
    ("Wait[[: {6 - months} weeks]].", "Wait."),
    ("A {months} b.", "A  b."),
    ("Give[[ {months}]][[ ({regimen})]].", "Give (FOLFOX)."),
    ("[[{weeks} and {months}]]none", "none"),
    ("{if weeks = 4 then \"four\" else \"some\"}", "four"),
    ("A } stray { brace", "A } stray { brace"),
    ("An open [[part", "An open part"),
    ("{1 +}", ""),
  ]

  private let names = KnownNames(["weeks", "months", "regimen"])
  private let scope = Scope([
    "weeks": .number(Number(4)), "months": .null, "regimen": .string("FOLFOX"),
  ])

  @Test(arguments: rows)
  func `expressions are filled in and parts without a value left out`(
    row: (template: String, filled: String)
  ) {
    let template = SentenceTemplate(text: row.template, names: names)
    #expect(template.filled(in: scope) == row.filled)
  }

  @Test func `expressions and the words around them are told apart`() {
    let template = SentenceTemplate(text: "Wait[[: {6 - weeks} of {1 +} 6]].", names: names)
    #expect(template.expressions.map(\.text) == ["6 - weeks", "1 +"])
    #expect(template.expressions.map { $0.parsed == nil } == [false, true])
    #expect(template.words == "Wait[[:  of  6]].")
  }

  @Test func `the annotation columns of a rule are read by their names`() throws {
    let model = try BundledCase.model.get()
    let rule = model.text(of: 5, in: "siteManagement")
    #expect(rule.claims.first == "observe-risk")
    #expect(rule.sentence.hasPrefix("Observe the site"))
    #expect(rule.warnings.count == 2)
    #expect(rule.warnings.first?.contains("19% to 74%") == true)
    #expect(rule.warnings.last?.contains("proven residual disease") == true)
    let silent = model.texts(of: "applicability")
    #expect(!silent.isEmpty && silent.allSatisfy { $0.sentence.isEmpty && $0.claims.isEmpty })
  }
}
