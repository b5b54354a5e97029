import Retrieval
import TestSupport
import Testing

@Suite struct TopKTests {
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `the best hits are the sorted ones' beginning`(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let hits = (0..<Int.random(in: 0...200, using: &generator)).map { number in
      // Few distinct scores, so that many tie.
      Hit(document: number, score: Float(Int.random(in: 0...20, using: &generator)) / 4)
    }.shuffled(using: &generator)
    let sorted = hits.sorted { $0.ranksBefore($1) }
    for limit in [0, 1, 2, 3, 10, hits.count, hits.count + 1] {
      var best = TopK(limit: limit)
      for hit in hits { best.insert(hit) }
      #expect(best.sorted == Array(sorted.prefix(limit)), "seed \(seed), limit \(limit)")
    }
  }

  @Test(arguments: [Int.min, -1, 0])
  func `a limit below one keeps nothing`(limit: Int) {
    var best = TopK(limit: limit)
    best.insert(Hit(document: 0, score: 1))
    #expect(best.sorted.isEmpty)
  }

  @Test(arguments: [
    (Hit(document: 1, score: 2), Hit(document: 0, score: 1), true),
    (Hit(document: 0, score: 1), Hit(document: 1, score: 2), false),
    (Hit(document: 0, score: 1), Hit(document: 1, score: 1), true),
    (Hit(document: 1, score: 1), Hit(document: 0, score: 1), false),
    (Hit(document: 0, score: 1), Hit(document: 0, score: 1), false),
  ])
  func `the higher score ranks first, then the lower number`(a: Hit, b: Hit, isBefore: Bool) {
    #expect(a.ranksBefore(b) == isBefore)
  }
}
