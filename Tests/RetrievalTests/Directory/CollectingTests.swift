import Foundation
@testable import Retrieval
import TestSupport
import Testing

/// What documents are collected in before they are written.
@Suite struct CollectingTests {
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `a store gives back what each document has, also when it is used again`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var store = DocumentStore<UInt16>()
    for _ in 0..<2 {
      let documents = (0..<200).map { number in
        let isLong = Int.random(in: 0..<20, using: &generator) == 0
        let count = Int.random(in: 0...(isLong ? 700_000 : 3000), using: &generator)
        return [UInt16](repeating: UInt16(number), count: count)
      }
      for document in documents { store.append(document) }
      #expect(store.count == documents.reduce(0) { $0 + $1.count }, "seed \(seed)")
      #expect(store.size >= 2 * store.count, "seed \(seed)")
      for (number, document) in documents.enumerated() {
        #expect(store[number].elementsEqual(document), "seed \(seed), document \(number)")
      }
      store.removeAll()
      #expect(store.count == 0)
    }
  }

  @Test(arguments: [1, 131_071, 131_072, 131_073, 400_000])
  func `a blocked array reads and copies what was written`(count: Int) {
    var array = BlockedArray<UInt32>(repeating: 0, count: count)
    for index in 0..<count { array[index] = UInt32(index) &* 7 }
    var generator = SeededGenerator(seed: UInt64(count))
    for _ in 0..<20 {
      let start = Int.random(in: 0..<count, using: &generator)
      let end = Int.random(in: start...count, using: &generator)
      var copy: [UInt32] = [1]
      array.copy(start..<end, to: &copy)
      #expect(copy == [1] + (start..<end).map { UInt32($0) &* 7 })
    }
  }

  @Test func `a set of identifiers has those that were inserted and no others`() {
    var generator = SeededGenerator(seed: 3)
    var set = IdentifierSet()
    var known: Set<[UInt8]> = []
    for _ in 0..<20_000 {
      let identifier = Array("\(Int.random(in: 0..<30_000, using: &generator))".utf8)
      #expect(set.contains(identifier) == known.contains(identifier))
      #expect(set.insert(identifier) == known.insert(identifier).inserted)
    }
    #expect(set.count == known.count)
    #expect(set.insert([]) && set.contains([]) && !set.insert([]))
  }

  @Test func `an index is the same to the byte whatever the memory`() throws {
    var generator = SeededGenerator(seed: 11)
    let small = SmallIndex(documents: 6000, longest: 40, &generator)
    var segments: [Data] = []
    for memory in [1 << 28, 9 << 20, 1 << 20] {
      let folder = try TemporaryFolder()
      try small.write(to: folder.url.path, isNew: true, memory: memory)
      let files = try FileManager.default.contentsOfDirectory(
        at: folder.url,
        includingPropertiesForKeys: nil
      )
      let names = files.filter { $0.pathExtension == "segment" }
      #expect(names.count == 1)
      segments.append(try Data(contentsOf: try #require(names.first)))
    }
    #expect(segments[0] == segments[1] && segments[0] == segments[2])
  }
}
