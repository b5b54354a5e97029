import DMN
import FEEL
import TestSupport
import Testing

/// A set of changes: for each changed dimension the place of its new value.
private typealias ChangeSet = [Int: Int]

extension BruteForce {
  /// All sets of changes after which every completion has an outcome and no proper part of which does
  /// that, found by trying all of them.
  ///
  /// A known input changes to another value, an unknown one is stated.
  fileprivate func minimalSets(
    to outcome: Int,
    from states: [Int],
    _ masks: [UInt32],
    fixed: Set<String>,
    size: ChangeSize
  ) -> Set<ChangeSet> {
    let free = dimensions.indices.filter { !fixed.contains(dimensions[$0].name) }
    func gives(_ set: ChangeSet) -> Bool {
      var changed = states
      for (dimension, value) in set { changed[dimension] = value }
      return masks[number(of: changed)] == 1 << UInt32(outcome)
    }
    if gives([:]) { return [[:]] }
    var found: Set<ChangeSet> = []
    var open: [ChangeSet] = [[:]]
    for _ in free.indices {
      // Sets grow by dimensions behind their last one, so that each set comes up once.
      open = open.flatMap { set in
        free.filter { $0 > set.keys.max() ?? -1 }.flatMap { dimension in
          dimensions[dimension].values.indices.filter { $0 != states[dimension] }.map {
            set.merging([dimension: $0]) { $1 }
          }
        }
      }
      let fresh = open.filter { set in !set.contains(oneOf: found) && gives(set) }
      found.formUnion(fresh)
      if size == .fewest, !found.isEmpty { break }
    }
    return found
  }

  /// The sets of single values that a reasoner's sets stand for.
  fileprivate func singleSets(_ sets: [[FactChange]]) throws -> Set<ChangeSet> {
    var singles: Set<ChangeSet> = []
    for set in sets {
      var found: [ChangeSet] = [[:]]
      for change in set {
        let place = try #require(dimensions.firstIndex { $0.name == change.input })
        let values = dimensions[place].places(change.to)
        try #require(!values.isEmpty, "\(change) stands for no value")
        found = found.flatMap { one in values.map { one.merging([place: $0]) { $1 } } }
      }
      for single in found { #expect(singles.insert(single).inserted, "\(single) stands twice") }
    }
    return singles
  }
}

extension ChangeSet {
  fileprivate func contains(oneOf sets: Set<ChangeSet>) -> Bool {
    if isEmpty || sets.isEmpty { return false }
    return sets.contains { other in other.allSatisfy { self[$0.key] == $0.value } }
  }
}

@Suite struct `Changes, against brute force` {
  /// Compares the sets for every outcome in one state.
  private func compare(
    _ reasoner: Reasoner,
    _ brute: BruteForce,
    _ states: [Int],
    _ masks: [UInt32],
    fixed: Set<String> = [],
    size: ChangeSize
  ) throws -> Int {
    var count = 0
    for (place, outcome) in brute.values.enumerated() {
      let facts = brute.facts(states)
      let sets = reasoner.changes(to: outcome, of: brute.decision, facts, fixed: fixed, size: size)
      let expected = brute.minimalSets(
        to: place,
        from: states,
        masks,
        fixed: fixed,
        size: size
      )
      let actual = try brute.singleSets(sets)
      let shown = "\(outcome.feelText) from \(facts.known), fixed \(fixed): \(sets)"
      #expect(actual == expected, "\(shown)")
      #expect(sets.map(\.count) == sets.map(\.count).sorted(), "\(shown)")
      count += sets.count
    }
    return count
  }

  @Test(
    arguments: [
      "fiducialMarker", "restagingImaging", "remnant", "surgeryTiming", "multidisciplinaryReview",
      "perioperativeChemotherapy", "recurrenceManagement",
    ],
    [ChangeSize.fewest, .minimal]
  )
  func `from states all over the small decisions all sets are found and no other`(
    decision: String,
    size: ChangeSize
  ) throws {
    let brute = try ShippedModel.brute(decision)
    let reasoner = try ShippedModel.reasoner.get()
    let masks = brute.possibleOutcomes()
    let stride = brute.stateCount / 200 + 1
    var sets = 0
    var cases = 0
    for number in Swift.stride(from: 0, to: brute.stateCount, by: stride) {
      sets += try compare(reasoner, brute, brute.states(at: number), masks, size: size)
      cases += brute.values.count
    }
    print("changes: \(decision), \(size): \(cases) wishes, \(sets) sets agree")
  }

  @Test(arguments: ["siteManagement", "surveillance"])
  func `from several hundred cases the fewest changes are found`(decision: String) throws {
    let brute = try ShippedModel.brute(decision)
    let reasoner = try ShippedModel.reasoner.get()
    let masks = brute.possibleOutcomes()
    let seed: UInt64 = 45
    var generator = SeededGenerator(seed: seed)
    var sets = 0
    for _ in 0..<150 {
      let states = brute.states(at: Int.random(in: 0..<brute.stateCount, using: &generator))
      let fixed = Set(
        brute.dimensions.map(\.name).filter { _ in Int.random(in: 0..<5, using: &generator) == 0 }
      )
      sets += try compare(reasoner, brute, states, masks, size: .fewest)
      sets += try compare(reasoner, brute, states, masks, fixed: fixed, size: .fewest)
    }
    print("changes: \(decision), seed \(seed): 300 cases, \(sets) sets agree")
  }

  @Test func `all minimal sets of the site's management are found from sampled cases`() throws {
    let brute = try ShippedModel.brute("siteManagement")
    let reasoner = try ShippedModel.reasoner.get()
    let masks = brute.possibleOutcomes()
    let seed: UInt64 = 46
    var generator = SeededGenerator(seed: seed)
    var sets = 0
    for _ in 0..<40 {
      var states = brute.states(at: Int.random(in: 0..<brute.stateCount, using: &generator))
      let phase = try #require(brute.dimensions.firstIndex { $0.name == "carePhase" })
      states[phase] = brute.dimensions[phase].unknown
      let fixed: Set<String> = ["carePhase", "siteDepth", "visibleOnIntraoperativeUltrasound"]
      sets += try compare(reasoner, brute, states, masks, fixed: fixed, size: .minimal)
    }
    print("changes: siteManagement, minimal, seed \(seed): 40 cases, \(sets) sets agree")
  }

  @Test(arguments: [ChangeSize.fewest, .minimal])
  func `in random models all sets are found and no other`(size: ChangeSize) throws {
    let seeds: ClosedRange<UInt64> = 1...40
    var sets = 0
    for seed in seeds {
      let text = RandomModel(seed: seed).text
      let reasoner = try Reasoner(ShippedModel.compile(text))
      let brute = try BruteForce("B", of: text)
      let masks = brute.possibleOutcomes()
      for number in Swift.stride(from: 0, to: brute.stateCount, by: brute.stateCount / 12 + 1) {
        sets += try compare(reasoner, brute, brute.states(at: number), masks, size: size)
      }
    }
    print("changes: random models, \(size), seeds \(seeds): \(sets) sets agree")
  }

  @Test func `an outcome that holds needs no change, one out of reach has no set`() throws {
    let reasoner = try ShippedModel.reasoner.get()
    var facts = CaseFacts()
    facts["futureLiverRemnantPercent"] = .value(.number(45))
    #expect(reasoner.changes(to: .string("adequate"), of: "remnant", facts).map(\.count) == [0])
    #expect(reasoner.changes(to: .string("perfect"), of: "remnant", facts).isEmpty)
    #expect(reasoner.changes(to: .string("adequate"), of: "nothing", facts).isEmpty)
    let fixed: Set<String> = ["futureLiverRemnantPercent", "carePhase"]
    let sets = reasoner.changes(to: .string("inadequate"), of: "remnant", facts, fixed: fixed)
    #expect(sets.isEmpty)
  }
}
