/// A document that matches, with its score.
public struct Hit: Hashable, Sendable {
  /// The document's number.
  public var document: Int
  /// Comparable within one query of one index.
  public var score: Float

  /// Takes a document and its score.
  public init(document: Int, score: Float) {
    self.document = document
    self.score = score
  }

  /// Whether this hit ranks before another: the higher score, then the lower number.
  public func ranksBefore(_ other: Hit) -> Bool {
    score != other.score ? score > other.score : document < other.document
  }
}

/// Keeps the best of many hits in a binary heap whose root is the worst kept one.
public struct TopK: Sendable {
  private let limit: Int
  private var heap: [Hit] = []

  /// Keeps at most `limit` hits, at least none.
  public init(limit: Int) {
    self.limit = max(0, limit)
  }

  /// Offers a hit.
  ///
  /// - Complexity: O(log k), O(1) for a hit below the worst kept one.
  public mutating func insert(_ hit: Hit) {
    guard limit > 0 else { return }
    if heap.count < limit {
      heap.append(hit)
      siftUp(heap.count - 1)
    } else if hit.ranksBefore(heap[0]) {
      heap[0] = hit
      siftDown(0)
    }
  }

  /// The kept hits, best first.
  ///
  /// The worst is taken from the root again and again: the library's sort instantiates metadata for
  /// more than 64 elements, which took a twentieth of a one-shot question.
  ///
  /// - Complexity: O(k log k).
  public var sorted: [Hit] {
    var rest = self
    var hits = heap
    for place in hits.indices.reversed() {
      hits[place] = rest.heap[0]
      rest.heap[0] = rest.heap[place]
      rest.heap.removeLast()
      rest.siftDown(0)
    }
    return hits
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].ranksBefore(heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown(_ start: Int) {
    var parent = start
    while true {
      var worst = parent
      let left = 2 * parent + 1
      if left < heap.count, heap[worst].ranksBefore(heap[left]) { worst = left }
      if left + 1 < heap.count, heap[worst].ranksBefore(heap[left + 1]) { worst = left + 1 }
      if worst == parent { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
