import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct HostileSegmentTests {
  private func files() throws -> (segment: [UInt8], manifest: [UInt8]) {
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: 11)
    let small = SmallIndex(documents: 400, longest: 14, &generator)
    try small.write(to: folder.url.path, isNew: true)
    let segment = try Data(contentsOf: folder.url.appendingPathComponent("1.segment"))
    let manifest = try Data(contentsOf: folder.url.appendingPathComponent("manifest"))
    return (Array(segment), Array(manifest))
  }

  @Test func `every prefix of a segment is an error`() throws {
    let segment = try files().segment
    for count in 0..<segment.count {
      #expect(throws: IndexError.self) {
        _ = try SegmentReader(MappedBytes(Array(segment[..<count])))
      }
    }
  }

  @Test func `every flipped byte of a segment is an error`() throws {
    var segment = try files().segment
    for place in segment.indices {
      segment[place] ^= 0x41
      #expect(throws: IndexError.self, "byte \(place)") {
        _ = try SegmentReader(MappedBytes(segment))
      }
      segment[place] ^= 0x41
    }
  }

  @Test func `every prefix and every flipped byte of a manifest is an error`() throws {
    var manifest = try files().manifest
    for place in manifest.indices {
      #expect(throws: IndexError.self) {
        _ = try Manifest(MappedBytes(Array(manifest[..<place])))
      }
      manifest[place] ^= 0x10
      #expect(throws: IndexError.self) { _ = try Manifest(MappedBytes(manifest)) }
      manifest[place] ^= 0x10
    }
  }

  @Test func `a damaged deletions file is an error`() throws {
    var deletions = Deletions(documentCount: 100)
    let isNew = deletions.insert(3)
    let isNewAgain = deletions.insert(3)
    #expect(isNew)
    #expect(!isNewAgain)
    var bytes = deletions.bytes(documentCount: 100)
    #expect(try Deletions(MappedBytes(bytes), documentCount: 100) == deletions)
    for place in bytes.indices {
      bytes[place] ^= 0x80
      #expect(throws: IndexError.self) {
        _ = try Deletions(MappedBytes(bytes), documentCount: 100)
      }
      bytes[place] ^= 0x80
    }
  }

  /// Gives damaged bytes the checksums that fit them, as a forger would.
  private func forged(_ segment: [UInt8]) throws -> [UInt8] {
    let head = try SegmentHead(MappedBytes(segment))
    var forged = segment
    let bytes = MappedBytes(segment)
    let end = head[.checksums].lowerBound
    var place = end
    for start in stride(from: SegmentHead.size, to: end, by: SegmentHead.chunk) {
      let sum = try bytes.checksum(start..<min(end, start + SegmentHead.chunk))
      for shift in 0..<8 {
        forged[place] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * shift))
        place += 1
      }
    }
    return forged
  }

  @Test func `damage behind fitting checksums gives an error or other results, never a trap`()
    throws
  {
    let segment = try files().segment
    let board = ScoreBoard(SaturationTable(.standard, meanLength: 7))
    for seed in 1...600 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var damaged = segment
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: SegmentHead.size..<segment.count, using: &generator)
        damaged[place] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let reader = try? SegmentReader(MappedBytes(try forged(damaged))) else { continue }
      try? exercise(reader, board)
    }
  }

  private func exercise(_ segment: SegmentReader, _ board: ScoreBoard) throws {
    var cursor = try TermDictionary.TermCursor(segment.dictionary)
    var term: [UInt8] = []
    var entries: [DictionaryEntry] = []
    while let entry = try cursor.next(&term), entries.count < 100 { entries.append(entry) }
    for word in ["w0x", "w3x", "w59x"] {
      _ = try? segment.dictionary.find(Array(word.utf8)[...])
    }
    for number in 0..<segment.documentCount {
      _ = try? segment.identifier(of: number)
      _ = try? segment.text(of: number)
    }
    board.select(segment: Int.random(in: 0..<Int.max), classStarts: segment.classStarts)
    let table = SaturationTable(.standard, meanLength: 7)
    for start in stride(from: 0, to: entries.count, by: 4) {
      var walks: [PostingWalk] = []
      for entry in entries[start..<min(start + 4, entries.count)] {
        let walk = try? PostingWalk(
          entry,
          weight: 5000,
          room: board.room(walks.count),
          segment.bytes
        )
        if let walk { walks.append(walk) }
      }
      guard !walks.isEmpty else { continue }
      let part = SearchedPart(
        context: WindowContext(
          bytes: segment.bytes,
          board: board,
          table: table,
          classStarts: segment.classStarts
        ),
        documentCount: segment.documentCount,
        firstNumber: 0
      )
      var search = SegmentSearch(part, walks: walks)
      var best = TopScores(limit: 5)
      try? search.run(into: &best)
    }
  }
}
