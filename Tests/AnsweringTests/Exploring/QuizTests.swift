import Answering
import Evidence
import Testing

struct QuizTests {
  private let items: [QuizItem]

  init() throws {
    items = try #require(try EvidenceBaseTests.base.get().quiz())
  }

  @Test func `every decision with a numeric boundary is asked about on both sides of it`() {
    let decisions = Set(items.map(\.decision))
    #expect(decisions.isSuperset(of: ["remnant", "surgeryTiming", "restagingImaging"]))
    let remnant = items.first { $0.fact == "futureLiverRemnantPercent" && $0.decision == "remnant" }
    #expect(remnant?.sides.map(\.value) == [.number("30"), .number("30.1")])
  }

  @Test func `the patients differ in one fact, and the engine decides each as the key says`() throws
  {
    let assistant = try Bundled.assistant.get()
    for item in items {
      #expect(!item.shared.contains { $0.id == item.fact })
      #expect(item.sides[0].report.outcome != item.sides[1].report.outcome)
      for side in item.sides {
        let facts = item.shared.map { ($0.id, $0.value) } + [(item.fact, side.value)]
        let sheet = FactSheet(facts: facts.map { StatedFact(id: $0.0, value: $0.1.stated) })
        let reply = try assistant.decide(sheet, CaseQuestions())
        let decided = reply.case?.decisions.first { $0.id == item.decision }
        #expect(decided?.outcome == side.report.outcome, "\(item.id)")
        #expect(decided?.text == side.report.text)
        #expect(side.claims.map(\.id) == decided?.claims)
      }
    }
  }

  @Test func `identifiers are unique and the same in every run`() throws {
    #expect(Set(items.map(\.id)).count == items.count)
    let again = try #require(try EvidenceBase.read(corpus: Bundled.root).quiz())
    #expect(again == items)
    #expect(again.map(\.digest) == items.map(\.digest))
  }
}

extension FactValue {
  fileprivate var stated: StatedValue {
    switch self {
    case .boolean(let truth): .boolean(truth)
    case .number(let digits): .number(digits)
    case .text(let text): .text(text)
    }
  }
}
