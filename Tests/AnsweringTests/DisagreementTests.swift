import Answering
import Evidence
import Testing

@Suite struct DisagreementTests {
  /// Disputes read in both directions: who disputes is disputed.
  private static func disputes() throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for claim in try Bundled.corpus.get().protocols.flatMap(\.claims) {
      for other in claim.disputes {
        found[claim.id, default: []].insert(other)
        found[other, default: []].insert(claim.id)
      }
    }
    return found
  }

  @Test func `a disputed claim is never shown without one that disputes it`() throws {
    let assistant = try Bundled.assistant.get()
    let disputes = try Self.disputes()
    let claims = try Bundled.claims()
    #expect(disputes.count > 20)
    var shown: Set<String> = []
    for id in disputes.keys.sorted() {
      let phrases = try #require(claims[id]).asked
      for phrase in phrases.filter({ $0.hasSuffix("?") }).prefix(3) {
        let reply = assistant.answer(phrase, limit: 3)
        let present = Set(reply.statements.map(\.claim))
        if present.contains(id) { shown.insert(id) }
        for statement in reply.statements {
          guard let others = disputes[statement.claim] else { continue }
          #expect(!present.isDisjoint(with: others), "\(statement.claim): \(phrase)")
          #expect(
            reply.disagreements.contains { pair in
              pair.contains(statement.claim) && !others.isDisjoint(with: pair)
            },
            "\(statement.claim): \(phrase)"
          )
        }
        if present.contains(id) { break }
      }
    }
    let missing = Set(disputes.keys).subtracting(shown)
    print("disputed claims shown by one of their own phrases:", shown.count, "of", disputes.count)
    #expect(missing.count * 10 <= disputes.count, "\(missing.sorted())")
  }

  @Test func `a disagreement names two shown claims that dispute each other`() throws {
    let disputes = try Self.disputes()
    for (question, reply) in try Bundled.judged.get() {
      let present = Set(reply.statements.map(\.claim))
      for pair in reply.disagreements {
        try #require(pair.count == 2)
        #expect(present.isSuperset(of: pair), "\(question.id)")
        #expect(disputes[pair[0]]?.contains(pair[1]) == true, "\(question.id)")
      }
      for statement in reply.statements where statement.isDissent {
        #expect(reply.disagreements.contains { $0.contains(statement.claim) }, "\(question.id)")
      }
    }
  }
}
