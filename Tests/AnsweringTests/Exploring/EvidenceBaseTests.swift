import Answering
import Evidence
import Foundation
import Testing

/// What views must hold whatever the corpus says, recomputed from the corpus itself.
struct EvidenceBaseTests {
  static let base = Result { try EvidenceBase.read(corpus: Bundled.root) }

  private let base: EvidenceBase
  private let claims: [Claim]

  init() throws {
    base = try Self.base.get()
    claims = try Bundled.corpus.get().protocols[0].claims
  }

  @Test func `topics count each claim once`() throws {
    let rows = base.topics.tables[0].rows
    #expect(rows.compactMap { Int($0[1]) }.reduce(0, +) == claims.count)
    #expect(rows.compactMap { Int($0[3]) }.reduce(0, +) == claims.flatMap(\.values).count)
  }

  @Test func `a table has each value of its topic, word for word, with its source`() throws {
    for topic in base.topicNames {
      let view = try #require(base.table(topic))
      let own = claims.filter { $0.topic == topic }
      #expect(view.tables[0].rows.count == own.reduce(0) { $0 + max($1.values.count, 1) })
      for claim in own {
        for value in claim.values {
          #expect(
            view.tables[0].rows.contains { $0.contains(value.words) && $0.contains(claim.id) }
          )
        }
      }
    }
  }

  @Test func `without a work exactly the claims with no other source fall`() throws {
    for reference in base.source.references {
      let view = try #require(base.without(reference.id))
      func ids(_ table: String) -> Set<String> {
        Set(view.tables.filter { $0.id == table }.flatMap(\.rows).map { $0[0] })
      }
      let citing = claims.filter { $0.citations.contains(reference.id) }
      let lost = Set(citing.filter { $0.citations.allSatisfy { $0 == reference.id } }.map(\.id))
      #expect(ids("lost") == lost)
      #expect(ids("kept") == Set(citing.map(\.id)).subtracting(lost))
      #expect(ids("lostRules").isDisjoint(with: ids("weakenedRules")))
    }
  }

  @Test func `each dispute of the corpus stands in one pair, and no other pair is shown`() {
    let shown = base.disagreements().tables.map {
      Set($0.id.split(separator: "+").map(String.init))
    }
    let stated = claims.flatMap { claim in claim.disputes.map { Set([claim.id, $0]) } }
    #expect(Set(shown) == Set(stated))
    #expect(shown.count == Set(stated).count)
  }

  @Test func `a comparison shows values of both with one measure, and is the same turned round`()
    throws
  {
    let view = try #require(base.compare("CT", "MRI"))
    let turned = try #require(base.compare("MRI", "CT"))
    let rows = view.tables[0].rows
    #expect(
      rows.contains { $0[0] == "negative predictive value" && $0[1] == "47 %" && $0[2] == "73 %" }
    )
    #expect(Set(rows.map { [$0[1], $0[2]] }) == Set(turned.tables[0].rows.map { [$0[2], $0[1]] }))
    #expect(base.compare("CT", "no such thing") == nil)
  }

  @Test func `two works are compared over the measures of the same name`() throws {
    let view = try #require(base.compare("replam2013", "reprange2015") ?? sharedPair())
    #expect(view.tables.flatMap(\.rows).allSatisfy { !$0[0].isEmpty })
  }

  /// Any two works with a value of one measure.
  private func sharedPair() -> EvidenceView? {
    for left in claims {
      for right in claims where left.citations != right.citations {
        let measures = Set(left.values.map(\.measure))
        if right.values.contains(where: { measures.contains($0.measure) }) {
          return base.compare(left.citations[0], right.citations[0])
        }
      }
    }
    return nil
  }

  @Test func `filters of claims are conjunctive and by any inflection of a measure`() {
    let all = base.claims(ClaimFilter()).tables[0].rows
    #expect(all.count == claims.count)
    let some = base.claims(ClaimFilter(kind: .diagnosticAccuracy, measure: "sensitivities"))
    #expect(!some.tables[0].rows.isEmpty)
    #expect(some.tables[0].rows.allSatisfy { $0[2] == "diagnostic accuracy" })
    #expect(some.tables[0].rows.allSatisfy { $0[6].lowercased().contains("sensitivity") })
  }
}
