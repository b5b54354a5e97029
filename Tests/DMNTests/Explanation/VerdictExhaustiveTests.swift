import DMN
import Testing

@Suite struct `Verdicts, against brute force` {
  /// What the protocol presumes while nobody states it: a statement to the contrary may change a
  /// decision, which no other fact may.
  private let presumed: Set<String> = [
    "carePhase", "siteDepth", "excessiveParenchymalSacrifice", "discussedAtMDT", "recurrence",
  ]

  @Test(arguments: ShippedModel.decisions)
  func `every state of knowledge of the shipped model is decided as all its completions say`(
    decision: String
  ) throws {
    let brute = try ShippedModel.brute(decision)
    let agreement = try Agreement.of(ShippedModel.reasoner.get(), brute, presumed: presumed)
    print(
      "exhaustive: \(decision): \(agreement.inputs) inputs, \(agreement.states) states of knowledge,"
        + " \(agreement.decided) decided, \(agreement.furtherFacts) further facts"
    )
    #expect(agreement.states == brute.stateCount)
  }

  @Test func `so is every state of knowledge of small random models`() throws {
    let seeds: ClosedRange<UInt64> = 1...60
    var total = Agreement()
    for seed in seeds {
      let text = RandomModel(seed: seed).text
      let reasoner = try Reasoner(ShippedModel.compile(text))
      for decision in RandomModel.decisions {
        let brute = try BruteForce(decision, of: text)
        let stated = Set(brute.dimensions.filter(\.isAskedWhetherStated).map(\.name))
        let agreement = try Agreement.of(reasoner, brute, presumed: stated)
        #expect(agreement.states == brute.stateCount, "seed \(seed), \(decision)")
        total = total + agreement
      }
    }
    print(
      "exhaustive: random models, seeds \(seeds): \(total.inputs) inputs, \(total.states) states of"
        + " knowledge, \(total.decided) decided, \(total.furtherFacts) further facts"
    )
  }
}
