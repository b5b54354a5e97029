import Answering
import Foundation
import Testing

/// The least that the judged questions must reach, in whole percent; it may only rise.
private struct Bars: Decodable {
  var firstStatementAnswers: Double
  var oneOfThreeAnswers: Double
  var answerableAnswered: Double
  var unanswerableRefused: Double
}

@Suite struct QualityTests {
  @Test func `judged questions name claims that the corpus holds`() throws {
    let claims = try Bundled.claims()
    for question in try JudgedQuestion.all() {
      for id in (question.accept ?? []) + (question.also ?? []) {
        #expect(claims[id] != nil, "\(question.id): \(id)")
      }
      #expect(question.answerable == !(question.accept ?? []).isEmpty, "\(question.id)")
    }
  }

  @Test func `judged questions are answered and refused at least as well as before`() throws {
    let url = try #require(
      Bundle.module.url(forResource: "bars", withExtension: "json", subdirectory: "Judged")
    )
    let bars = try JSONDecoder().decode(Bars.self, from: Data(contentsOf: url))
    let judged = try Bundled.judged.get()
    let answerable = judged.filter(\.question.answerable)
    let unanswerable = judged.filter { !$0.question.answerable }
    func hits(within count: Int) -> Int {
      answerable.count { question, reply in
        let shown = reply.statements.filter { !$0.isDissent }.prefix(count).map(\.claim)
        return !Set(shown).isDisjoint(with: question.accept ?? [])
      }
    }
    func percent(_ part: Int, _ whole: Int) -> Double { 100 * Double(part) / Double(whole) }
    let first = percent(hits(within: 1), answerable.count)
    let three = percent(hits(within: 3), answerable.count)
    let answered = percent(
      answerable.count { $0.reply.status == .answered },
      answerable.count
    )
    let refused = percent(
      unanswerable.count { $0.reply.status == .notCovered },
      unanswerable.count
    )
    print("judged: hit@1 \(first) %, hit@3 \(three) %, refused \(refused) %")
    print("judged: answerable refused \(100 - answered) %")
    #expect(first >= bars.firstStatementAnswers)
    #expect(three >= bars.oneOfThreeAnswers)
    #expect(answered >= bars.answerableAnswered)
    #expect(refused >= bars.unanswerableRefused)
  }
}
