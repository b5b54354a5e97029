import DMN
import FEEL
import Testing

/// How often the reasoner and brute force agreed.
struct Agreement {
  var inputs = 0
  var states = 0
  var decided = 0
  var furtherFacts = 0

  static func + (one: Agreement, other: Agreement) -> Agreement {
    Agreement(
      inputs: one.inputs + other.inputs,
      states: one.states + other.states,
      decided: one.decided + other.decided,
      furtherFacts: one.furtherFacts + other.furtherFacts
    )
  }

  /// Compares outcomes and missing inputs in every state of knowledge, and adds each further fact to
  /// each decided state; `presumed` are the inputs of which something is presumed while nobody states
  /// them.
  static func of(
    _ reasoner: Reasoner,
    _ brute: BruteForce,
    presumed: Set<String>
  ) throws -> Agreement {
    let masks = brute.possibleOutcomes()
    let matters = brute.dimensions.indices.map { brute.matters($0) }
    var decided: [String?] = []
    for number in 0..<brute.stateCount {
      let facts = brute.facts(brute.states(at: number))
      let verdict = try #require(reasoner.verdict(on: brute.decision, facts))
      let expected = Set(
        brute.outcomes.indices.filter { masks[number] & (1 << UInt32($0)) != 0 }
          .map { brute.outcomes[$0] }
      )
      let missing = brute.dimensions.indices.filter { matters[$0][number] }
        .map { brute.dimensions[$0].name }
      guard Set(verdict.outcomes.map(\.feelText)) == expected, verdict.missing == missing else {
        Issue.record("\(facts.known): \(verdict), expected \(expected), missing \(missing)")
        break
      }
      decided.append(verdict.outcome?.feelText)
    }
    var agreement = Agreement(inputs: brute.table.count, states: decided.count)
    agreement.decided = decided.count { $0 != nil }
    if decided.count == brute.stateCount {
      agreement.furtherFacts = furtherFacts(decided, brute, presumed)
    }
    return agreement
  }

  private static func furtherFacts(
    _ decided: [String?],
    _ brute: BruteForce,
    _ presumed: Set<String>
  ) -> Int {
    var count = 0
    var stride = 1
    for dimension in brute.dimensions.reversed() {
      let size = dimension.states.count
      defer { stride *= size }
      if presumed.contains(dimension.name) { continue }
      for number in decided.indices where (number / stride) % size == dimension.unknown {
        guard let outcome = decided[number] else { continue }
        let first = number - dimension.unknown * stride
        for state in 0..<dimension.unknown {
          count += 1
          if decided[first + state * stride] != outcome {
            Issue.record("\(dimension.name) changes \(brute.facts(brute.states(at: number)).known)")
          }
        }
      }
    }
    return count
  }
}
