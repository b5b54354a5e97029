/// Functions of a store over the values that are still possible: tests that no longer tell anything
/// are left out, so that a function depends on exactly the variables that it still tests.
struct DiagramRestriction {
  private let store: DiagramStore
  /// A hash table of nodes with open addressing: the place of a node + 1, or 0; a power of two long.
  private var slots = [Int](repeating: 0, count: 64)
  /// The variable and the children of each node, those of impossible values left out.
  private var nodes: [(variable: Int, children: [Int])] = []

  init(_ store: DiagramStore) {
    self.store = store
  }

  /// The restricted function; equal ones have one number, below zero for a terminal.
  ///
  /// - Complexity: O(nodes of the function × values).
  mutating func restricted(_ node: DiagramStore.Node, to possible: Possibilities) -> Int {
    if node.number < 0 { return Int(node.number) }
    // Children come before their parents.
    var known = [Int](repeating: .min, count: Int(node.number) + 1)
    return restricted(node, possible, &known)
  }

  private mutating func restricted(
    _ node: DiagramStore.Node,
    _ possible: Possibilities,
    _ known: inout [Int]
  ) -> Int {
    if node.number < 0 { return Int(node.number) }
    let place = Int(node.number)
    if known[place] != .min { return known[place] }
    let variable = store.variable(of: node)
    var children: [Int] = []
    for value in 0..<store.sizes[variable] where possible[variable].has(value) {
      children.append(restricted(store.child(of: node, at: value), possible, &known))
    }
    let result: Int
    if let first = children.first, children.allSatisfy({ $0 == first }) {
      result = first
    } else {
      result = self.place(variable, children)
    }
    known[place] = result
    return result
  }

  private mutating func place(_ variable: Int, _ children: [Int]) -> Int {
    var slot = slot(of: variable, children)
    while slots[slot] != 0 {
      let known = nodes[slots[slot] - 1]
      if known.variable == variable, known.children == children { return slots[slot] - 1 }
      slot = (slot + 1) & (slots.count - 1)
    }
    nodes.append((variable, children))
    slots[slot] = nodes.count
    if nodes.count * 2 > slots.count { grow() }
    return nodes.count - 1
  }

  private mutating func grow() {
    slots = [Int](repeating: 0, count: slots.count * 2)
    for (place, node) in nodes.enumerated() {
      var slot = slot(of: node.variable, node.children)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = place + 1
    }
  }

  /// Where the search for a node begins (Fowler, Noll and Vo's hash over its numbers).
  private func slot(of variable: Int, _ children: [Int]) -> Int {
    var hash = (0xCBF2_9CE4_8422_2325 ^ UInt64(bitPattern: Int64(variable))) &* 0x100_0000_01B3
    for child in children {
      hash = (hash ^ UInt64(bitPattern: Int64(child))) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
  }

  /// The variables on which a restricted function depends, in ascending order.
  func support(of function: Int) -> [Int] {
    var found: [Int] = []
    visit(function) { place in
      if place >= 0, !found.contains(nodes[place].variable) { found.append(nodes[place].variable) }
    }
    return found.sorted()
  }

  /// The places of the terminals that a restricted function reaches, in ascending order.
  func outcomes(of function: Int) -> [Int] {
    var found: [Int] = []
    visit(function) { if $0 < 0 { found.append(-1 - $0) } }
    return found.sorted()
  }

  private func visit(_ function: Int, _ body: (Int) -> Void) {
    var seen = [Bool](repeating: false, count: max(0, function + 1))
    var terminals: [Int] = []
    var open = [function]
    while let next = open.popLast() {
      if next < 0 {
        if terminals.contains(next) { continue }
        terminals.append(next)
      } else {
        if seen[next] { continue }
        seen[next] = true
        open += nodes[next].children
      }
      body(next)
    }
  }
}

extension UInt64 {
  /// Whether the bit of a value is set.
  func has(_ value: Int) -> Bool { self & (1 << UInt64(value)) != 0 }

  /// The bit of a value alone.
  init(bit value: Int) { self = 1 << UInt64(value) }
}
