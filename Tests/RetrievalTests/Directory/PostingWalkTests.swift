@testable import Retrieval
import TestSupport
import Testing

/// The postings of one term over documents of many classes, added and looked up in every way.
@Suite struct PostingWalkTests {
  private let table = SaturationTable(.standard, meanLength: 12)
  private let weight: Float = 3000

  /// A term that about one document in `gap` holds.
  struct Postings: CustomTestStringConvertible {
    var gap: Int
    var highestFrequency: Int

    var testDescription: String { "one in \(gap), up to \(highestFrequency) times" }
  }

  private struct Sample {
    var documents: [UInt32] = []
    var frequencies: [UInt8] = []
    /// By document, the first document of each class.
    var classStarts: [UInt32] = []
    var documentCount: UInt32 = 0
    var entry = DictionaryEntry()
    var bytes: [UInt8] = []

    init(_ postings: Postings, _ generator: inout SeededGenerator) {
      var document = UInt32(Int.random(in: 0...postings.gap, using: &generator))
      let most = max(140, min(1000, 60_000 / postings.gap))
      for _ in 0..<Int.random(in: 2...most, using: &generator) {
        documents.append(document)
        // Most hold the term once.
        let high = Int.random(in: 1...postings.highestFrequency, using: &generator)
        frequencies.append(UInt8(Bool.random(using: &generator) ? 1 : high))
        // Now and then a wide gap, as between two groups of documents.
        let isWide = Int.random(in: 0..<500, using: &generator) == 0
        let widest = isWide ? 70_000 : 2 * postings.gap - 1
        document += UInt32(Int.random(in: 1...widest, using: &generator))
      }
      documentCount = document + 1
      classStarts = (0..<256).map { _ in UInt32.random(in: 0...documentCount, using: &generator) }
      classStarts.sort()
      classStarts[0] = 0
      classStarts.append(documentCount)
      var encoder = PostingEncoder()
      encoder.encode(documents, frequencies, 0..<documents.count)
      bytes = encoder.bytes + [UInt8](repeating: 0, count: 8)
      entry.documentFrequency = documents.count
      entry.postings = 0..<encoder.bytes.count
    }

    /// Windows as a search has them: none crosses a multiple of 2¹⁶.
    func windows(_ generator: inout SeededGenerator) -> [Range<UInt32>] {
      var windows: [Range<UInt32>] = []
      var low: UInt32 = 0
      while low < documentCount {
        let size = UInt32(1) << UInt32.random(in: 9...16, using: &generator)
        let high = min((low / size + 1) * size, documentCount)
        windows.append(low..<high)
        low = high
      }
      return windows
    }
  }

  private func context(_ sample: Sample, _ bytes: MappedBytes) -> WindowContext {
    let board = ScoreBoard(table)
    board.select(segment: 0, classStarts: sample.classStarts)
    return WindowContext(
      bytes: bytes,
      board: board,
      table: table,
      classStarts: sample.classStarts
    )
  }

  private func expected(_ sample: Sample) -> [UInt32: Int] {
    var gains: [UInt32: Int] = [:]
    for (document, frequency) in zip(sample.documents, sample.frequencies) {
      let lengthClass = sample.classStarts.dropLast().lastIndex { $0 <= document } ?? 0
      gains[document] = Int(table.gain(weight, frequency, lengthClass))
    }
    return gains
  }

  @Test(
    arguments: [1, 3, 40, 700].flatMap { gap in
      [1, 3, 9, 255].map { Postings(gap: gap, highestFrequency: $0) }
    }
  )
  func `each document gets what its frequency gives in its class`(postings: Postings) throws {
    for seed in 1...12 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let sample = Sample(postings, &generator)
      let bytes = MappedBytes(sample.bytes)
      let gains = expected(sample)
      var context = context(sample, bytes)
      let board = context.board
      var walk = try PostingWalk(sample.entry, weight: weight, room: board.room(0), bytes)
      for window in sample.windows(&generator) {
        context.window = window
        context.lengthClass = context.lengthClass(of: window.lowerBound, from: 0)
        try walk.prepare(window, context.lengthClass, table, bytes)
        let held = window.filter { gains[$0] != nil }
        #expect(walk.estimate >= held.count, "seed \(seed), \(window)")
        #expect(held.allSatisfy { gains[$0]! <= walk.bound }, "seed \(seed), \(window)")
        switch Int.random(in: 0..<4, using: &generator) {
        case 0:
          // Looked up, with documents between that do not hold the term.
          for document in window where Int.random(in: 0..<5, using: &generator) == 0 {
            let lengthClass = context.lengthClass(of: document, from: context.lengthClass)
            let gain = try walk.probe(document, lengthClass, context)
            #expect(gain == gains[document] ?? 0, "seed \(seed), document \(document)")
          }
        case 1 where held.count + 128 <= ScoreBoard.mostNoted:
          try walk.accumulate(context, limit: 0, isNoting: true)
          board.collectNoted(above: 0)
          let found = (0..<board.candidateCount).map { board.candidate($0, in: window) }
          #expect(found == held, "seed \(seed), \(window)")
          for document in held { #expect(board.score(document) == gains[document]) }
          board.clear(onlyNoted: true, in: window)
        default:
          try walk.accumulate(context, limit: 0, isNoting: false)
          let scores = window.map { board.score($0) }
          #expect(scores == window.map { gains[$0] ?? 0 }, "seed \(seed), \(window)")
          board.collect(above: 0, in: window)
          let found = (0..<board.candidateCount).map { board.candidate($0, in: window) }
          #expect(found == held, "seed \(seed), \(window)")
          board.clear(onlyNoted: false, in: window)
        }
      }
    }
  }

  @Test(arguments: [1, 9, 300])
  func `damaged postings give an error or other scores, never a trap`(gap: Int) throws {
    for seed in 1...150 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var sample = Sample(Postings(gap: gap, highestFrequency: 20), &generator)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<sample.entry.postings.count, using: &generator)
        sample.bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      let bytes = MappedBytes(sample.bytes)
      var context = context(sample, bytes)
      let room = context.board.room(0)
      guard var walk = try? PostingWalk(sample.entry, weight: weight, room: room, bytes) else {
        continue
      }
      for window in sample.windows(&generator) {
        context.window = window
        context.lengthClass = context.lengthClass(of: window.lowerBound, from: 0)
        guard (try? walk.prepare(window, context.lengthClass, table, bytes)) != nil else { break }
        if Bool.random(using: &generator) {
          try? walk.accumulate(context, limit: 0, isNoting: Bool.random(using: &generator))
          context.board.clear(onlyNoted: false, in: window)
        } else {
          for document in window where Int.random(in: 0..<50, using: &generator) == 0 {
            _ = try? walk.probe(document, context.lengthClass, context)
          }
        }
      }
    }
  }
}
