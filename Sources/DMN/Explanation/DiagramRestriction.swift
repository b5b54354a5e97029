/// Functions of a store over the values that are still possible: tests that no longer tell anything
/// are left out, so that a function depends on exactly the variables that it still tests.
struct DiagramRestriction {
  private let store: DiagramStore
  private var places: [[Int]: Int] = [:]
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
    let key = [variable] + children
    if let known = places[key] { return known }
    nodes.append((variable, children))
    places[key] = nodes.count - 1
    return nodes.count - 1
  }

  /// The variables on which a restricted function depends, in ascending order.
  func support(of function: Int) -> [Int] {
    var found: Set<Int> = []
    visit(function) { if $0 >= 0 { found.insert(nodes[$0].variable) } }
    return found.sorted()
  }

  /// The places of the terminals that a restricted function reaches, in ascending order.
  func outcomes(of function: Int) -> [Int] {
    var found: [Int] = []
    visit(function) { if $0 < 0 { found.append(-1 - $0) } }
    return found.sorted()
  }

  private func visit(_ function: Int, _ body: (Int) -> Void) {
    var seen: Set<Int> = []
    var open = [function]
    while let next = open.popLast() {
      if !seen.insert(next).inserted { continue }
      body(next)
      if next >= 0 { open += nodes[next].children }
    }
  }
}

extension UInt64 {
  /// Whether the bit of a value is set.
  func has(_ value: Int) -> Bool { self & (1 << UInt64(value)) != 0 }

  /// The bit of a value alone.
  init(bit value: Int) { self = 1 << UInt64(value) }
}
