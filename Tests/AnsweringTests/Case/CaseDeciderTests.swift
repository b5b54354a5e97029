import Evidence
import Testing

@testable import Answering

@Suite struct CaseDeciderTests {
  private static let boundaries: [(facts: String, decision: String, outcome: String)] = [
    ("lesionSizeMm: 9.9", "fiducialMarker", "place"),
    ("lesionSizeMm: 10", "fiducialMarker", "notIndicated"),
    ("lesionSizeMm: < 10", "fiducialMarker", "place"),
    ("lesionSizeMm: \">= 10\"", "fiducialMarker", "notIndicated"),
    ("futureLiverRemnantPercent: 30", "remnant", "inadequate"),
    ("futureLiverRemnantPercent: 30.1", "remnant", "adequate"),
    ("futureLiverRemnantPercent: 25..30", "remnant", "inadequate"),
    ("futureLiverRemnantPercent: 25..31", "remnant", "undetermined"),
    ("imagingAgeWeeks: 5.9", "restagingImaging", "adequate"),
    ("imagingAgeWeeks: 6", "restagingImaging", "repeat"),
    ("imagingAgeWeeks: \"[3..6)\"", "restagingImaging", "adequate"),
    ("imagingAgeWeeks: 3..6", "restagingImaging", "undetermined"),
    ("bevacizumab: false\nweeksSinceChemotherapy: 2.9", "surgeryTiming", "wait"),
    ("bevacizumab: false\nweeksSinceChemotherapy: 3", "surgeryTiming", "proceed"),
    ("bevacizumab: true\nweeksSinceChemotherapy: 5.9", "surgeryTiming", "wait"),
    ("bevacizumab: true\nweeksSinceChemotherapy: 6", "surgeryTiming", "proceed"),
    ("weeksSinceChemotherapy: 2.9", "surgeryTiming", "wait"),
    ("weeksSinceChemotherapy: 3", "surgeryTiming", "undetermined"),
    ("weeksSinceChemotherapy: 5.9", "surgeryTiming", "undetermined"),
    ("weeksSinceChemotherapy: 6", "surgeryTiming", "proceed"),
    ("chemotherapyMonths: 5.9", "perioperativeChemotherapy", "complete"),
    ("chemotherapyMonths: 6", "perioperativeChemotherapy", "finished"),
    ("chemotherapyMonths: 6.1", "perioperativeChemotherapy", "exceeded"),
  ]

  @Test(arguments: boundaries)
  func `each boundary falls on its side`(
    row: (facts: String, decision: String, outcome: String)
  ) throws {
    let phase = row.decision == "fiducialMarker" ? "before chemotherapy" : "restaging"
    let others = """
      carePhase: \(phase)
      fiducialPlaced: false
      restagingCT: true
      restagingMRI: true
      technicallyResectable: true
      """
    let report = try BundledCase.report(others + "\n" + row.facts)
    #expect(try report.decision(row.decision).outcome == row.outcome)
  }

  @Test func `every worked case comes out as it says, through the compiled corpus`() throws {
    let source = try BundledCase.source.get()
    #expect(source.cases.count >= 30)
    for worked in source.cases {
      let reply = try Bundled.assistant.get().decide(worked.sheet, CaseQuestions())
      let report = try #require(reply.case)
      for expected in worked.expected {
        let actual = try report.decision(expected.decision)
        #expect(actual.outcome == expected.outcome, "\(worked.file) \(expected.decision)")
        if let missing = expected.missing { #expect(Set(actual.missing) == Set(missing)) }
      }
      for (expected, site) in zip(worked.expectedOfSites, report.sites) {
        for expectation in expected {
          let actual = try site.decision(expectation.decision)
          #expect(actual.outcome == expectation.outcome, "\(worked.file) \(site.label)")
        }
      }
      if let plan = worked.plan { #expect(report.plan.map(\.text) == plan.actions) }
    }
  }

  private static let waits: [(facts: String, text: String, plan: String)] = [
    (
      "bevacizumab: true\nweeksSinceChemotherapy: 4",
      "Wait until 6 weeks have passed since bevacizumab. Still to wait: 2 weeks.",
      "Wait 2 more weeks: 6 after bevacizumab."
    ),
    (
      "bevacizumab: true\nweeksSinceChemotherapy: 5.96",
      "Wait until 6 weeks have passed since bevacizumab. Still to wait: 0.1 weeks.",
      "Wait 0.1 more weeks: 6 after bevacizumab."
    ),
    (
      "bevacizumab: false\nweeksSinceChemotherapy: 2",
      "Wait until 3 to 4 weeks have passed since the last cycle. Still to wait: 1 week.",
      "Wait 1 more week: 3 to 4 after the last cycle."
    ),
    (
      "weeksSinceChemotherapy: 1.5",
      "Wait: 3 weeks after chemotherapy without bevacizumab, 6 weeks after bevacizumab."
        + " Still to wait: 1.5 weeks, or 4.5 after bevacizumab.",
      "Wait 1.5 more weeks (3 after the last cycle), or 4.5 if bevacizumab was given (6 after it)."
    ),
    (
      "weeksSinceChemotherapy: \"< 3\"",
      "Wait: 3 weeks after chemotherapy without bevacizumab, 6 weeks after bevacizumab.",
      "Wait until 3 weeks have passed since the last cycle, 6 after bevacizumab."
    ),
  ]

  @Test(arguments: waits)
  func `the weeks still to wait are named, with both figures where bevacizumab is unknown`(
    row: (facts: String, text: String, plan: String)
  ) throws {
    let report = try BundledCase.report("technicallyResectable: true\n" + row.facts)
    #expect(try report.decision("surgeryTiming").text == row.text)
    #expect(report.plan.first { $0.decision == "surgeryTiming" }?.text == row.plan)
  }

  private let observed = """
    technicallyResectable: true
    majorHepatectomyRequired: true
    ablationFeasible: false

    """

  @Test func `an observed site carries its compromise, and what was seen in theatre`() throws {
    let open = try BundledCase.report(observed).decision("siteManagement")
    #expect(open.outcome == "observe")
    #expect(open.warnings.count == 1)
    #expect(open.warnings.first?.contains("19% to 74% recur locally") == true)
    let seen = observed + "carePhase: intraoperative\nvisibleOnIntraoperativeUltrasound: true"
    let report = try BundledCase.report(seen).decision("siteManagement")
    #expect(report.outcome == "observe")
    #expect(report.warnings.count == 2)
    #expect(report.warnings.last?.contains("proven residual disease") == true)
    let unseen = observed + "visibleOnIntraoperativeUltrasound: false"
    #expect(try BundledCase.report(unseen).decision("siteManagement").warnings == open.warnings)
  }

  @Test func `what sources dispute is carried by the decision and shown in the reply`() throws {
    let facts = "technicallyResectable: true\nbevacizumab: false\nweeksSinceChemotherapy: 5"
    let reply = try BundledCase.decide(facts)
    let timing = try #require(reply.case).decision("surgeryTiming")
    let disputes = try Bundled.claims().filter { _, claim in
      !Set(claim.disputes).isDisjoint(with: timing.claims)
    }.keys
    #expect(!timing.dissent.isEmpty)
    #expect(Set(disputes).isSubset(of: timing.dissent))
    #expect(Set(timing.dissent).isDisjoint(with: timing.claims))
  }

  @Test func `an undetermined decision names what is missing and claims nothing`() throws {
    let decision = try BundledCase.report("technicallyResectable: true").decision("siteManagement")
    #expect(decision.outcome == DecisionReport.undetermined)
    #expect(decision.possible.sorted() == ["ablate", "observe", "resect"])
    #expect(decision.claims.isEmpty && decision.rule == nil && decision.text.isEmpty)
    #expect(!decision.missing.isEmpty && !decision.missing.contains("siteDepth"))
  }

  @Test func `a decision names its rule and the facts that it used, through other decisions`()
    throws
  {
    let facts = """
      technicallyResectable: true
      majorHepatectomyRequired: false
      excessiveParenchymalSacrifice: false
      futureLiverRemnantPercent: 45
      significantComorbidity: false
      restagingPET: true
      """
    let decision = try BundledCase.report(facts).decision("siteManagement")
    #expect(decision.rule == "siteManagement/2")
    #expect(
      Set(decision.usedFacts) == [
        "technicallyResectable", "majorHepatectomyRequired", "excessiveParenchymalSacrifice",
        "futureLiverRemnantPercent", "significantComorbidity",
      ]
    )
  }

  @Test func `the plan follows the course of care and only what is certain`() throws {
    let facts =
      observed + """
        restagingCT: true
        restagingMRI: false
        fiducialPlaced: false
        carePhase: restaging
        weeksSinceChemotherapy: 4
        bevacizumab: true
        chemotherapyMonths: 4
        chemotherapyRegimen: FOLFOX
        futureLiverRemnantPercent: 28
        otherSitesToResect: 2
        """
    #expect(
      try BundledCase.report(facts).plan.map(\.text) == [
        "Add MRI of the liver before calling this a complete response.",
        "Do not plan resections that leave 30% of the liver volume or less.",
        "Weigh the 2 other sites to resect: they count in the liver that is left.",
        "Wait 2 more weeks: 6 after bevacizumab.",
        "Discuss the patient in a multidisciplinary team.",
        "Find the site by the map of the baseline imaging.",
        "Use intraoperative ultrasound in the operation.",
        "Observe the site, a compromise below the standard.",
        "Give 2 more months of chemotherapy with the same regimen (FOLFOX): 6 months in all.",
        "Follow up for 5 years with CT of the chest, imaging of the liver and CEA.",
      ]
    )
    let nothing = try BundledCase.report("{}")
    #expect(
      nothing.plan.map(\.decision) == ["multidisciplinaryReview", "intraoperativeUltrasound"]
    )
    #expect(nothing.plan.allSatisfy { !$0.citations.isEmpty && !$0.claims.isEmpty })
  }
}
