import Evidence
import Testing

@testable import Answering

@Suite struct CaseProblemTests {
  private func problems(
    _ facts: String,
    _ questions: CaseQuestions = CaseQuestions()
  ) throws -> [String] {
    do {
      _ = try BundledCase.decide(facts, questions)
      return []
    } catch let error as CaseError {
      return error.problems.map(\.description)
    }
  }

  @Test func `every problem of a case is named with its line`() throws {
    let facts = """
      carePhase: restaging
      futureLiverRemnantPercent: 280
      lesionSizeMm: 40 cm
      bevacizumab: perhaps
      lesionsize: 8
      sites:
        - label: segment II
          siteDepth: shallow
          chemotherapyMonths: 4
      """
    #expect(
      try problems(facts) == [
        "line 2: futureLiverRemnantPercent: 280 is not allowed; allowed is [0..100].",
        "line 3: lesionSizeMm: ‘40 cm’ is no number and no interval such as < 10, >= 8, 25..28 or"
          + " [3..6).",
        "line 4: bevacizumab: ‘perhaps’ is not true or false.",
        "line 5: lesionsize is no fact of this protocol; did you mean ‘lesionSizeMm’?",
        "line 8: siteDepth of segment II: \"shallow\" is not allowed; allowed is \"superficial\","
          + " \"deep\".",
        "line 9: chemotherapyMonths of segment II belongs to the patient, not to a site; state it"
          + " outside of ‘sites’.",
      ]
    )
  }

  @Test func `questions about what there is not are refused with what there is`() throws {
    var questions = CaseQuestions()
    questions.why = ["liver"]
    questions.whyNot = [("remnant", "perfect"), ("remnant", "adequate")]
    questions.changes = [("spleen", "resect")]
    questions.fixed = ["eyeColour", "carePhase"]
    let found = try problems("carePhase: restaging", questions)
    #expect(found.count == 4)
    #expect(found.first?.hasPrefix("liver is no decision of this protocol; decisions are") == true)
    #expect(
      found.dropFirst().first
        == "remnant has no outcome ‘perfect’; outcomes are notApplicable, adequate, inadequate."
    )
    #expect(found.dropFirst(2).first?.hasPrefix("spleen is no decision") == true)
    #expect(found.last == "eyeColour is no fact of this protocol.")
  }
}
