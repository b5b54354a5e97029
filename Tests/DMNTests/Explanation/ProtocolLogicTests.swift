import FEEL
import Testing

@Suite struct `The shipped model, against the description of the protocol` {
  @Test(arguments: ShippedModel.decisions)
  func `at every point of the inputs the tables decide what the description says`(
    decision: String
  ) throws {
    let brute = try ShippedModel.brute(decision)
    for point in brute.table.indices {
      let inputs = brute.context(point)
      let expected = ProtocolLogic(inputs: inputs).outcome(of: decision)
      guard case .string(let outcome) = brute.values[brute.table[point]], outcome == expected else {
        Issue.record("\(inputs.entries): \(brute.outcomes[brute.table[point]])")
        break
      }
    }
    print("description: \(decision): \(brute.table.count) inputs agree")
  }
}
