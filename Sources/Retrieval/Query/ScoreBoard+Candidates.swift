extension ScoreBoard {
  /// A document of a window that may be among the best.
  func candidate(_ index: Int, in window: Range<UInt32>) -> UInt32 {
    window.lowerBound & ~UInt32(UInt16.max) | UInt32(candidates[index])
  }

  /// The score of a document of the window.
  @inline(__always)
  func score(_ document: UInt32) -> Int { Int(scores[Int(document)]) }

  /// Finds the noted documents with a score above a limit.
  func collectNoted(above limit: Int) {
    var count = 0
    noted.forEach(first: notedCount) { place in
      candidates[count] = place
      if score(UInt32(place)) > limit { count &+= 1 }
    }
    candidateCount = count
  }

  /// Finds the documents of a window with a score above a limit.
  func collect(above limit: Int, in window: Range<UInt32>) {
    let threshold = SIMD8<Int16>(repeating: Int16(clamping: limit))
    let places = Self.places(window)
    var found = 0
    // Documents beside the window have no score.
    for start in stride(from: places.lowerBound & ~63, to: places.upperBound, by: 64) {
      guard any(most(of: 64, from: start) .> threshold) else { continue }
      for start in stride(from: start, to: start + 64, by: 8)
      where any(scores.eight(from: start) .> threshold) {
        // Without a branch for each document, as many of them would be foretold wrongly.
        for index in start..<(start + 8) {
          candidates[found] = UInt16(truncatingIfNeeded: index)
          found &+= Int(scores[index]) > limit ? 1 : 0
        }
      }
    }
    candidateCount = found
  }

  /// The highest scores of each eighth of so many documents.
  @inline(__always)
  private func most(of count: Int, from start: Int) -> SIMD8<Int16> {
    var most = scores.eight(from: start)
    for next in stride(from: start + 8, to: start + count, by: 8) {
      let own = scores.eight(from: next)
      // The library's maximum is a call.
      most = most.replacing(with: own, where: own .> most)
    }
    return most
  }

  private static func places(_ window: Range<UInt32>) -> Range<Int> {
    let first = Int(window.lowerBound) & (Self.window - 1)
    return first..<min(first + window.count, Self.window)
  }

  /// Keeps the candidates with a score above a limit.
  func filterCandidates(above limit: Int) {
    var count = 0
    candidates.forEach(first: candidateCount) { place in
      candidates[count] = place
      if score(UInt32(place)) > limit { count &+= 1 }
    }
    candidateCount = count
  }

  /// Orders the candidates by their documents.
  func sortCandidates() {
    guard candidateCount > 1 else { return }
    candidates.sort(candidateCount)
  }

  /// Takes all scores back, of the noted documents or of a whole window.
  func clear(onlyNoted: Bool, in window: Range<UInt32>) {
    if onlyNoted {
      noted.forEach(first: notedCount) { place in scores[Int(place)] = 0 }
    } else {
      scores.clear(Self.places(window))
    }
    notedCount = 0
    candidateCount = 0
  }
}
