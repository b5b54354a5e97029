public import FEEL

/// A fact that would be different.
public struct FactChange: Sendable {
  /// The input.
  public var input: String
  /// What it would be: a value, or all numbers of an interval alike.
  public var to: Knowledge
}

/// Which sets of changes are wanted.
public enum ChangeSize: Sendable, Hashable {
  /// Those with the fewest changes.
  case fewest
  /// All from which no change can be left out.
  case minimal
}

extension Reasoner {
  /// The sets of fact changes after which a decision has an outcome, whatever the unknown facts are.
  ///
  /// A known fact changes to another class of values, an unknown one is stated. Every set gives the
  /// outcome, no part of a set does, and no set is missing.
  ///
  /// - Parameters:
  ///   - outcome: The outcome wanted.
  ///   - decision: The decision.
  ///   - facts: What is known.
  ///   - fixed: Inputs that cannot change, such as what was already done.
  ///   - size: Which of the sets are wanted.
  /// - Returns: The sets, smaller ones first, each in the order of the model; one empty set when the
  ///   outcome holds already, none when it cannot be reached.
  /// - Complexity: Exponential in the size of the sets.
  public func changes(
    to outcome: Value,
    of decision: String,
    _ facts: CaseFacts,
    fixed: Set<String> = [],
    size: ChangeSize = .fewest
  ) -> [[FactChange]] {
    guard let node = diagrams.decisions[decision]?.value else { return [] }
    let support = diagrams.store.supportOfWhole(node)
    let free = inputs.filter { input in
      let variables = [input.variable, input.statedVariable ?? input.variable]
      return !fixed.contains(input.name) && variables.contains { support.contains($0) }
    }
    var search = ChangeSearch(
      store: diagrams.store,
      node: node,
      wanted: { diagrams.terminals.value(at: $0).isIdentical(to: outcome) },
      inputs: free,
      current: possibilities(facts),
      known: Set(facts.known.keys)
    )
    return search.run(size).map { set in
      set.map { FactChange(input: free[$0.input].name, to: $0.knowledge(in: free[$0.input])) }
    }
  }
}

/// Classes that an input changes to.
private struct ClassChange: Hashable {
  /// The place of the input among the free ones.
  var input: Int
  /// The classes, neighbours of each other for a number and one alone otherwise.
  var classes: UInt64

  func knowledge(in input: InputSpace.Input) -> Knowledge {
    let members = input.classes.indices.filter { classes.has($0) }
    guard let first = members.first, let last = members.last else { return .value(.null) }
    switch (input.classes[first].extent, input.classes[last].extent) {
    case (.numbers(let one), .numbers(let other)):
      let range = one.joined(other)
      return range.single.map { .value(.number($0)) } ?? .numbers(range)
    case (.value(let value), _): return .value(value)
    case (.otherStrings, _), (.numbers, _): return .value(input.classes[first].representative)
    }
  }
}

/// The search for sets of changes, by growing size.
private struct ChangeSearch {
  let store: DiagramStore
  let node: DiagramStore.Node
  let wanted: (Int) -> Bool
  let inputs: [InputSpace.Input]
  let current: Possibilities
  let known: Set<String>
  /// Single classes by input that were found to suffice.
  private var found: [[ClassChange]] = []

  init(
    store: DiagramStore,
    node: DiagramStore.Node,
    wanted: @escaping (Int) -> Bool,
    inputs: [InputSpace.Input],
    current: Possibilities,
    known: Set<String>
  ) {
    self.store = store
    self.node = node
    self.wanted = wanted
    self.inputs = inputs
    self.current = current
    self.known = known
  }

  mutating func run(_ size: ChangeSize) -> [[ClassChange]] {
    if gives(current) { return [[]] }
    var sets: [[ClassChange]] = []
    for count in 0..<inputs.count {
      var fresh: [[ClassChange]] = []
      grow([], from: 0, count: count + 1, current, &fresh)
      found += fresh
      sets += joined(fresh)
      if size == .fewest && !sets.isEmpty { break }
    }
    return sets
  }

  private func gives(_ possible: Possibilities) -> Bool {
    store.outcomes(of: node, possible).allSatisfy(wanted)
  }

  /// Adds changes of inputs from a place on until there are `count`.
  private func grow(
    _ set: [ClassChange],
    from start: Int,
    count: Int,
    _ possible: Possibilities,
    _ fresh: inout [[ClassChange]]
  ) {
    if count == 0 {
      if gives(possible) { fresh.append(set) }
      return
    }
    // Nothing that follows can help where the outcome is out of reach even with all of it.
    guard start + count <= inputs.count, canReach(possible, from: start) else { return }
    for place in start..<inputs.count {
      let input = inputs[place]
      for value in input.classes.indices where isChange(input, value) {
        let next = set + [ClassChange(input: place, classes: UInt64(bit: value))]
        if found.contains(where: { $0.allSatisfy(next.contains) }) { continue }
        var changed = possible
        changed[input.variable] = UInt64(bit: value)
        if let stated = input.statedVariable { changed[stated] = UInt64(bit: 1) }
        grow(next, from: place + 1, count: count - 1, changed, &fresh)
      }
    }
  }

  private func canReach(_ possible: Possibilities, from start: Int) -> Bool {
    var wide = possible
    for input in inputs[start...] {
      wide[input.variable] = store.everything[input.variable]
      if let stated = input.statedVariable { wide[stated] = 3 }
    }
    return store.path(from: node, wide, to: wanted) != nil
  }

  /// Whether being in the class would be something new.
  private func isChange(_ input: InputSpace.Input, _ value: Int) -> Bool {
    !known.contains(input.name) || current[input.variable] != UInt64(bit: value)
  }

  /// Joins sets that differ in neighbouring classes of one number.
  private func joined(_ sets: [[ClassChange]]) -> [[ClassChange]] {
    var result = sets
    for place in inputs.indices {
      guard case .numbers? = inputs[place].classes.first?.extent else { continue }
      result = joined(result, at: place)
    }
    return result
  }

  private func joined(_ sets: [[ClassChange]], at input: Int) -> [[ClassChange]] {
    var result: [[ClassChange]] = []
    var groups: [[ClassChange]: Int] = [:]
    for set in sets {
      guard let own = set.firstIndex(where: { $0.input == input }) else {
        result.append(set)
        continue
      }
      var others = set
      others.remove(at: own)
      // The classes come in ascending order, so that a neighbour is the one just below.
      if let place = groups[others], result[place][own].classes.isBelow(set[own].classes) {
        result[place][own].classes |= set[own].classes
      } else {
        groups[others] = result.count
        result.append(set)
      }
    }
    return result
  }
}

extension UInt64 {
  /// Whether the highest bit stands directly below the lowest of another set.
  fileprivate func isBelow(_ other: UInt64) -> Bool {
    self != 0 && other != 0 && 64 - leadingZeroBitCount == other.trailingZeroBitCount
  }
}

extension DiagramStore {
  /// The variables on which a function depends.
  func supportOfWhole(_ node: Node) -> [Int] {
    var restriction = DiagramRestriction(self)
    let function = restriction.restricted(node, to: everything)
    return restriction.support(of: function)
  }
}
