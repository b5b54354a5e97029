/// Functions over variables of few values, as reduced multi-valued decision diagrams that share nodes.
///
/// A node tests one variable and has a child for each of its values; equal functions have the same
/// node, so that comparing two functions is comparing two numbers. Variables are tested in the order of
/// their numbers.
///
/// R. E. Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE Trans. Comput. 35(8),
/// 1986; for several values T. Kam et al., "Multi-valued decision diagrams: theory and applications",
/// Multiple-Valued Logic 4, 1998.
struct DiagramStore: Sendable {
  /// A function: a node, or a terminal where it is constant.
  struct Node: Sendable, Hashable {
    /// At or above zero the place of an inner node; below, `-1 - place` of a terminal.
    var number: Int32

    init(_ number: Int32) { self.number = number }

    /// The constant function of the terminal at a place.
    init(terminal: Int) { number = -1 - Int32(truncatingIfNeeded: terminal) }

    /// The place of the terminal; nil for an inner node.
    var terminal: Int? { number < 0 ? -1 - Int(number) : nil }
  }

  /// More nodes than this are not built: the model is too entangled to be told apart.
  static let maximumCount = 1_000_000

  /// How many values each variable has.
  let sizes: [Int]
  /// The variable of each inner node.
  private(set) var variables: [Int32] = []
  /// Where the children of each inner node begin.
  private(set) var firstChildren: [Int32] = []
  /// The children of all inner nodes.
  private(set) var children: [Node] = []
  private var places: [Key: Node] = [:]

  private struct Key: Hashable {
    var variable: Int
    var children: [Node]
  }

  /// Creates a store for variables with so many values each.
  init(sizes: [Int]) {
    self.sizes = sizes
  }

  /// Takes over nodes that were stored; the places are believed, so check them first.
  init(sizes: [Int], variables: [Int32], children: [Node]) {
    self.sizes = sizes
    self.variables = variables
    self.children = children
    var next: Int32 = 0
    for variable in variables {
      firstChildren.append(next)
      next += Int32(sizes[Int(variable)])
    }
  }

  /// The variable that a node tests; `Int.max` for a terminal, which comes after all.
  func variable(of node: Node) -> Int {
    node.number < 0 ? .max : Int(variables[Int(node.number)])
  }

  /// The function where the variable of the node has a value.
  func child(of node: Node, at value: Int) -> Node {
    children[Int(firstChildren[Int(node.number)]) + value]
  }

  /// The node that tests a variable; a function that does not depend on it is its child.
  mutating func node(_ variable: Int, _ children: [Node]) -> Node {
    if children.allSatisfy({ $0 == children[0] }) { return children[0] }
    let key = Key(variable: variable, children: children)
    if let known = places[key] { return known }
    let new = Node(Int32(truncatingIfNeeded: variables.count))
    places[key] = new
    variables.append(Int32(truncatingIfNeeded: variable))
    firstChildren.append(Int32(truncatingIfNeeded: self.children.count))
    self.children += children
    return new
  }

  /// The function whose terminal is made from the terminals of others.
  ///
  /// - Parameters:
  ///   - operands: The functions.
  ///   - decided: The result where it is clear before all operands are constant, or nil.
  ///   - combine: The terminal's place for the places of the operands' terminals.
  /// - Returns: nil when more than `maximumCount` nodes would be needed.
  /// - Complexity: O(product of the operands' nodes).
  mutating func combining(
    _ operands: [Node],
    decided: ([Node]) -> Node? = { _ in nil },
    _ combine: ([Int]) -> Int
  ) -> Node? {
    var known: [[Node]: Node] = [:]
    return combining(operands, decided: decided, combine, known: &known)
  }

  private mutating func combining(
    _ operands: [Node],
    decided: ([Node]) -> Node?,
    _ combine: ([Int]) -> Int,
    known: inout [[Node]: Node]
  ) -> Node? {
    if let result = decided(operands) ?? known[operands] { return result }
    let top = operands.map(variable(of:)).min() ?? .max
    guard top != .max else {
      let result = Node(terminal: combine(operands.compactMap(\.terminal)))
      known[operands] = result
      return result
    }
    guard variables.count < Self.maximumCount else { return nil }
    var results: [Node] = []
    for value in 0..<sizes[top] {
      let cut = operands.map { variable(of: $0) == top ? child(of: $0, at: value) : $0 }
      guard let result = combining(cut, decided: decided, combine, known: &known) else {
        return nil
      }
      results.append(result)
    }
    let result = node(top, results)
    known[operands] = result
    return result
  }
}

/// Which values of each variable are possible, as bits.
typealias Possibilities = [UInt64]

extension DiagramStore {
  /// All values of all variables.
  var everything: Possibilities {
    sizes.map { $0 >= 64 ? .max : (1 << UInt64($0)) - 1 }
  }

  /// The places of the terminals that a function can still reach, in ascending order.
  ///
  /// - Complexity: O(nodes of the function).
  func outcomes(of node: Node, _ possible: Possibilities) -> [Int] {
    if let terminal = node.terminal { return [terminal] }
    // Children come before their parents; functions reach few terminals.
    var seen = [Bool](repeating: false, count: Int(node.number) + 1)
    var found: [Int] = []
    var open = [node]
    while let next = open.popLast() {
      if let terminal = next.terminal {
        if !found.contains(terminal) { found.append(terminal) }
      } else if !seen[Int(next.number)] {
        seen[Int(next.number)] = true
        let bits = possible[variable(of: next)]
        for value in 0..<sizes[variable(of: next)] where bits.has(value) {
          open.append(child(of: next, at: value))
        }
      }
    }
    return found.sorted()
  }

  /// A reading of possible values that makes the function reach one of the terminals; nil when none does.
  ///
  /// - Returns: A value for each variable on the way; the others are free.
  func path(
    from node: Node,
    _ possible: Possibilities,
    to terminal: (Int) -> Bool
  ) -> [Int: Int]? {
    var failed: Set<Node> = []
    return path(from: node, possible, to: terminal, failed: &failed)
  }

  private func path(
    from node: Node,
    _ possible: Possibilities,
    to terminal: (Int) -> Bool,
    failed: inout Set<Node>
  ) -> [Int: Int]? {
    if let place = node.terminal { return terminal(place) ? [:] : nil }
    if failed.contains(node) { return nil }
    let variable = variable(of: node)
    for value in 0..<sizes[variable] where possible[variable].has(value) {
      let child = child(of: node, at: value)
      if var found = path(from: child, possible, to: terminal, failed: &failed) {
        found[variable] = value
        return found
      }
    }
    failed.insert(node)
    return nil
  }
}
