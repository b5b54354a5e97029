/// Scores the documents of one segment, window after window.
///
/// A variant of MaxScore (Turtle and Flood 1995) over windows: terms whose bounds together cannot lift
/// a document above the worst kept one are looked up for the few candidates that the other terms leave.
/// Documents are numbered by length, so that the bounds of a window are close and short documents,
/// which score best, come first.
struct SegmentSearch {
  private var context: WindowContext
  private var walks: [PostingWalk]
  private let documentCount: UInt32
  private let firstNumber: UInt32
  private let deletions: Deletions?
  /// Terms by ascending bound, and the sums of the bounds of the terms before.
  private var order: [Int]
  private var sums: [Int]

  /// The size of the first window, after which each is twice as large as the one before.
  private static let firstWindow: UInt32 = 1 << 12
  /// A window with fewer postings than this share of its documents is not scanned whole.
  private static let sparseShare = 16
  /// Looking a candidate up costs as much as adding so many postings.
  private static let lookUpCost = 32

  init(_ part: SearchedPart, walks: [PostingWalk]) {
    context = part.context
    self.walks = walks
    documentCount = UInt32(part.documentCount)
    firstNumber = UInt32(part.firstNumber)
    deletions = part.deletions
    order = Array(walks.indices)
    sums = [Int](repeating: 0, count: walks.count + 1)
  }

  /// Offers the segment's documents.
  mutating func run(into best: inout TopScores) throws(IndexError) {
    var size = Self.firstWindow
    var low: UInt32 = 0
    while let start = nextDocument(from: low), start < documentCount {
      // A window ends where its size says, and so never crosses what the scores have room for.
      let end = min(documentCount, (start / size + 1) * size)
      context.window = start..<end
      context.lengthClass = context.lengthClass(of: start, from: context.lengthClass)
      try scoreWindow(into: &best)
      low = end
      if size < UInt32(ScoreBoard.window) { size *= 2 }
    }
  }

  private func nextDocument(from low: UInt32) -> UInt32? {
    var least: UInt32?
    for index in walks.indices {
      if let next = walks[index].next {
        if next <= low { return low }
        least = min(least ?? next, next)
      }
    }
    return least
  }

  private mutating func scoreWindow(into best: inout TopScores) throws(IndexError) {
    let worst = best.worst
    for index in walks.indices {
      try walks[index].prepare(
        context.window,
        context.lengthClass,
        context.table,
        context.bytes
      )
    }
    sortByBound()
    let total = sums[walks.count]
    guard total > worst else { return }
    var split = 0
    while sums[split + 1] <= worst * 3 / 8 { split += 1 }
    var postings = 0
    for rank in split..<walks.count { postings += walks[order[rank]].estimate }
    let isSparse =
      postings <= ScoreBoard.mostNoted
      && postings * Self.sparseShare <= context.window.count
    for rank in split..<walks.count where walks[order[rank]].bound > 0 {
      let index = order[rank]
      try walks[index].accumulate(
        context,
        limit: worst - (total - walks[index].bound),
        isNoting: isSparse
      )
    }
    let limit = worst - sums[split]
    if isSparse {
      context.board.collectNoted(above: limit)
    } else {
      context.board.collect(above: limit, in: context.window)
    }
    let addsWhole = try addRemaining(split, worst)
    offer(to: &best, isSorted: !isSparse)
    context.board.clear(onlyNoted: isSparse && !addsWhole, in: context.window)
  }

  private mutating func sortByBound() {
    for index in 1..<max(order.count, 1) {
      let walk = order[index]
      let bound = walks[walk].bound
      var place = index
      while place > 0, walks[order[place - 1]].bound > bound {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = walk
    }
    for rank in order.indices { sums[rank + 1] = sums[rank] + walks[order[rank]].bound }
  }

  /// Adds the terms of low bounds to the candidates, the highest bound first.
  ///
  /// - Returns: Whether documents beside the candidates got scores.
  private mutating func addRemaining(_ split: Int, _ worst: Int) throws(IndexError) -> Bool {
    let board = context.board
    var addsWhole = false
    var isSorted = false
    for rank in (0..<split).reversed() {
      let index = order[rank]
      guard board.candidateCount > 0 else { break }
      guard walks[index].bound > 0 else { continue }
      if board.candidateCount * Self.lookUpCost < walks[index].estimate {
        if !isSorted { board.sortCandidates() }
        isSorted = true
        try lookUp(index)
      } else {
        try walks[index].accumulate(context, limit: 0, isNoting: false)
        addsWhole = true
      }
      board.filterCandidates(above: worst - sums[rank])
    }
    return addsWhole
  }

  private mutating func lookUp(_ index: Int) throws(IndexError) {
    let board = context.board
    var lengthClass = context.lengthClass
    for number in 0..<board.candidateCount {
      let document = board.candidate(number, in: context.window)
      lengthClass = context.lengthClass(of: document, from: lengthClass)
      let gain = try walks[index].probe(document, lengthClass, context)
      if gain > 0 { board.add(Int16(gain), to: document) }
    }
  }

  private func offer(to best: inout TopScores, isSorted: Bool) {
    let board = context.board
    for index in 0..<board.candidateCount {
      let document = board.candidate(index, in: context.window)
      if let deletions, deletions.contains(Int(document)) { continue }
      best.insert(score: board.score(document), document: firstNumber + document)
    }
  }
}
