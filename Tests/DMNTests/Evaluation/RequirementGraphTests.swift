import TestSupport
import Testing

@testable import DMN

@Suite struct `Requirement graph` {
  private func reference(_ number: Int) -> ElementReference {
    ElementReference(namespace: "test", id: "\(number)")
  }

  private func graph(_ edges: [Int: [Int]]) -> RequirementGraph {
    RequirementGraph { element in
      (edges[Int(element.id) ?? 0] ?? []).map { self.reference($0) }
    }
  }

  @Test func `each element stands once and behind what it requires`() throws {
    for seed in 1...100 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...30, using: &generator)
      var edges: [Int: [Int]] = [:]
      for element in 0..<count {
        edges[element] = (0..<element).filter { _ in Int.random(in: 0...3, using: &generator) == 0 }
      }
      let roots = Array(0..<count).shuffled(using: &generator)
      let order = try graph(edges).sorted(roots.map(reference)).compactMap { Int($0.id) }
      #expect(order.sorted() == Array(0..<count), "seed \(seed)")
      for (place, element) in order.enumerated() {
        let before = Set(order[..<place])
        #expect(before.isSuperset(of: edges[element] ?? []), "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    ([0: [0]], ["0", "0"]), ([0: [1], 1: [2], 2: [1]], ["1", "2", "1"]),
    ([0: [1, 2], 1: [2], 2: [3], 3: [0]], ["0", "1", "2", "3", "0"]),
  ])
  func `a circle is told from its first element to that again`(
    edges: [Int: [Int]],
    circle: [String]
  ) {
    let error = #expect(throws: RequirementGraph.Cycle.self) {
      try graph(edges).sorted([reference(0)])
    }
    #expect(error?.elements.map(\.id) == circle)
  }

  @Test func `a chain of a hundred thousand needs no stack`() throws {
    let count = 100_000
    let graph = RequirementGraph { element in
      let number = Int(element.id) ?? 0
      return number == 0 ? [] : [self.reference(number - 1)]
    }
    #expect(try graph.sorted([reference(count)]).count == count + 1)
  }
}
