/// Keeps the best of many scored documents in a binary heap whose root is the worst kept one.
///
/// Score and document are one number each: the score above the complement of the document, so that the
/// lower document wins among equals.
struct TopScores {
  private let limit: Int
  private var heap: [UInt64] = []
  /// The score that a later document must exceed; 0 while there is room.
  private(set) var worst = 0
  /// What the best are known to reach, whichever they are.
  private(set) var floor = 0

  init(limit: Int) {
    self.limit = max(0, limit)
    heap.reserveCapacity(min(self.limit, 1 << 12))
    if self.limit == 0 { worst = .max }
  }

  mutating func insert(score: Int, document: UInt32) {
    let key = UInt64(UInt32(truncatingIfNeeded: score)) << 32 | UInt64(~document)
    if heap.count < limit {
      heap.append(key)
      siftUp(heap.count - 1)
    } else if let root = heap.first, key > root {
      heap[0] = key
      siftDown(heap.count)
    } else {
      return
    }
    if heap.count == limit { worst = max(worst, Int(heap[0] >> 32)) }
  }

  /// Leaves out documents below a score that as many documents as are kept are known to reach.
  mutating func raiseFloor(to score: Int) {
    floor = max(floor, score)
    worst = max(worst, floor - 1)
  }

  /// Takes the kept documents out, best first.
  mutating func sorted() -> [(score: Int, document: UInt32)] {
    for end in heap.indices.reversed() {
      heap.swapAt(0, end)
      siftDown(end)
    }
    return heap.map { (Int($0 >> 32), ~UInt32(truncatingIfNeeded: $0)) }
  }

  private mutating func siftUp(_ start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child] < heap[parent] else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown(_ count: Int) {
    var parent = 0
    while true {
      var least = parent
      let left = 2 * parent + 1
      if left < count, heap[left] < heap[least] { least = left }
      if left + 1 < count, heap[left + 1] < heap[least] { least = left + 1 }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
