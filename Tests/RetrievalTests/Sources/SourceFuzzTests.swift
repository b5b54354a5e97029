@testable import Retrieval
import TestSupport
import Testing

@Suite struct SourceFuzzTests {
  /// Reading ends in documents or in an error of the source.
  private func endures(_ bytes: [UInt8], _ kind: DocumentKind, _ what: String) {
    do {
      _ = try SourceSamples.read(bytes, as: kind)
    } catch is SourceError {
      return
    } catch {
      Issue.record("\(kind), \(what): \(error)")
    }
  }

  @Test(arguments: SourceSamples.all)
  func `every prefix of a good file is read or refused`(kind: DocumentKind, text: String) {
    let bytes = Array(text.utf8)
    for count in bytes.indices { endures(Array(bytes[..<count]), kind, "prefix \(count)") }
  }

  @Test(arguments: SourceSamples.all)
  func `a good file with changed bytes is read or refused`(kind: DocumentKind, text: String) {
    for seed in 1...400 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        }
      }
      endures(bytes, kind, "seed \(seed)")
    }
  }

  @Test(arguments: DocumentKind.allCases)
  func `random bytes are read or refused`(kind: DocumentKind) {
    let signs = Array("TYERABTIPMID  --#`=~\r\n\n[]{}\":,x".utf8)
    for seed in 1...300 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...200, using: &generator)
      let anyByte = seed.isMultiple(of: 2)
      let bytes = (0..<count).map { _ in
        anyByte
          ? UInt8.random(in: 0...255, using: &generator)
          : signs.randomElement(using: &generator) ?? 0
      }
      endures(bytes, kind, "seed \(seed)")
    }
  }
}
