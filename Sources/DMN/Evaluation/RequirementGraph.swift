/// Elements that require each other.
struct RequirementGraph {
  /// What an element requires.
  let requirements: (ElementReference) -> [ElementReference]

  /// Elements in a circle, each requiring the next, the first once more at the end.
  struct Cycle: Error {
    var elements: [ElementReference]
  }

  /// The elements and all that they require, each behind what it requires.
  ///
  /// It needs no more stack for a longer chain.
  ///
  /// - Throws: The first circle that is met.
  /// - Complexity: O(n) in the number of elements and requirements.
  func sorted(_ roots: [ElementReference]) throws(Cycle) -> [ElementReference] {
    var order: [ElementReference] = []
    var done: Set<ElementReference> = []
    var onPath: Set<ElementReference> = []
    for root in roots where !done.contains(root) {
      var path = [(element: root, next: requirements(root)[...])]
      onPath.insert(root)
      while let last = path.last {
        guard let next = path[path.count - 1].next.popFirst() else {
          path.removeLast()
          onPath.remove(last.element)
          done.insert(last.element)
          order.append(last.element)
          continue
        }
        if done.contains(next) { continue }
        guard onPath.insert(next).inserted else {
          let start = path.firstIndex { $0.element == next } ?? 0
          throw Cycle(elements: path[start...].map(\.element) + [next])
        }
        path.append((next, requirements(next)[...]))
      }
    }
    return order
  }
}
