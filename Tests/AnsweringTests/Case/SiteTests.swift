import Evidence
import Testing

@testable import Answering

@Suite struct SiteTests {
  private let facts = """
    carePhase: restaging
    technicallyResectable: true
    futureLiverRemnantPercent: 40
    significantComorbidity: false
    sites:
      - label: segment II
        siteDepth: superficial
        majorHepatectomyRequired: false
      - majorHepatectomyRequired: true
      - label: segment VIII
        majorHepatectomyRequired: true
        ablationFeasible: true
    """

  @Test func `the patient's decisions are made once and a site's for each site`() throws {
    let report = try BundledCase.report(facts)
    let ofSites = ["fiducialMarker", "siteManagement", "surveillance"]
    #expect(Set(report.decisions.map(\.id)).isDisjoint(with: ofSites))
    #expect(report.decisions.count == 7)
    #expect(report.sites.map(\.label) == ["segment II", "site 2", "segment VIII"])
    for site in report.sites { #expect(site.decisions.map(\.id) == ofSites) }
    let outcomes = try report.sites.map { try $0.decision("siteManagement").outcome }
    #expect(outcomes == ["resect", "undetermined", "ablate"])
    #expect(!report.isDecided)
  }

  @Test func `what is known of one site says nothing about another`() throws {
    let report = try BundledCase.report(facts)
    let second = try #require(report.sites.dropFirst().first)
    #expect(try second.decision("siteManagement").missing == ["ablationFeasible"])
    let asked = report.ask.filter { $0.fact == "ablationFeasible" }
    #expect(asked.map(\.site) == ["site 2"])
    #expect(report.facts.allSatisfy { $0.site == nil })
  }

  @Test func `the plan names the site of a site's action`() throws {
    let plan = try BundledCase.report(facts).plan
    let ofSites = plan.filter { $0.site != nil }.map { "\($0.site ?? ""): \($0.text)" }
    #expect(ofSites == ["segment II: Resect the site.", "segment VIII: Ablate the site."])
    #expect(plan.count { $0.decision == "multidisciplinaryReview" } == 1)
  }

  @Test func `why, why not and changes are answered for each site`() throws {
    var questions = CaseQuestions()
    questions.why = ["siteManagement", "remnant"]
    questions.whyNot = [("siteManagement", "observe")]
    questions.changes = [("siteManagement", "ablate")]
    let report = try BundledCase.report(facts, questions)
    #expect(report.why.map(\.site) == ["segment II", "site 2", "segment VIII", nil])
    #expect(report.whyNot.map(\.site) == ["segment II", "site 2", "segment VIII"])
    #expect(report.changes.map(\.site) == ["segment II", "site 2", "segment VIII"])
    #expect(report.changes.last?.sets == [[]])
    let second = report.changes.dropFirst().first?.sets
    #expect(second == [[ChangeReport.Change(fact: "ablationFeasible", to: .boolean(true))]])
  }
}
