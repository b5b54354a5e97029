internal import FEEL

extension TableChecker {
  /// A way to a terminal, one with stated inputs where there is one.
  func path(_ node: DiagramStore.Node, to place: Int) -> [Int: Int] {
    path(node, in: diagrams.store) { $0 == place }
  }

  /// A way to one of some terminals, one with stated inputs where there is one.
  func path(
    _ node: DiagramStore.Node,
    in store: DiagramStore,
    to terminal: (Int) -> Bool
  ) -> [Int: Int] {
    var stated = store.everything
    for variable in diagrams.space.inputs.compactMap(\.statedVariable) {
      stated[variable] = UInt64(bit: 1)
    }
    return store.path(from: node, stated, to: terminal)
      ?? store.path(from: node, store.everything, to: terminal) ?? [:]
  }

  /// The number at which alone something holds on a path: its neighbours behave otherwise.
  func onlyPoint(
    of node: DiagramStore.Node,
    on path: [Int: Int],
    _ holds: (Int) -> Bool
  ) -> (input: String, number: Number)? {
    for input in diagrams.space.inputs {
      guard let value = path[input.variable],
        case .numbers(let range) = input.classes[value].extent,
        let number = range.single
      else { continue }
      let neighbours = [value - 1, value + 1].filter(input.classes.indices.contains)
      let isAlone = neighbours.allSatisfy { neighbour in
        var moved = diagrams.store.everything
        for (variable, value) in path { moved[variable] = UInt64(bit: value) }
        moved[input.variable] = UInt64(bit: neighbour)
        return !diagrams.store.outcomes(of: node, moved).contains(where: holds)
      }
      if isAlone, !neighbours.isEmpty { return (input.name, number) }
    }
    return nil
  }

  /// A finding with the values of inputs on a way; without a way there is no patient.
  func finding(
    _ problem: TableFinding.Problem,
    _ path: [Int: Int]? = nil,
    line: Int
  ) -> TableFinding {
    let witness = diagrams.space.inputs.compactMap { input -> (input: String, value: Value)? in
      guard let path else { return nil }
      if let stated = input.statedVariable, path[stated] == 0 { return (input.name, .null) }
      // Where any value will do there must still be one: an unknown fact would be another patient.
      guard path[input.variable] != nil || reads.contains(input.name) else { return nil }
      let place = path[input.variable] ?? 0
      guard input.classes.indices.contains(place) else { return nil }
      return (input.name, input.classes[place].representative)
    }
    return TableFinding(decision: decision, problem: problem, witness: witness, line: line)
  }
}
