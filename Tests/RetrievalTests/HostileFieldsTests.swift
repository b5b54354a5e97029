@testable import Retrieval
import TestSupport
import TextAnalysis
import Testing

/// Damage to a segment with fields and places whose checksums nobody looks at.
@Suite struct HostileFieldsTests {
  private static let texts = ["mri finds livers", "ct finds größe", "livers livers ct", "mri mri"]

  private func sound() throws -> [UInt8] {
    let fields = [
      Field(name: "a", weight: 1, lengthNormalization: 0.5),
      Field(name: "b", weight: 0.5, lengthNormalization: 1),
    ]
    let documents = Self.texts.enumerated().map { number, text in
      [tokens(text), tokens(Self.texts[(number + 1) % 4])]
    }
    return try SampleIndex.bytes(documents, fields).bytes
  }

  /// The head with the checksum that fits it, as a forger would.
  private func forged(_ bytes: [UInt8]) throws -> [UInt8] {
    guard bytes.count >= SegmentHead.size else { return bytes }
    var forged = bytes
    let sum = try MappedBytes(bytes).checksum(0..<SegmentHead.size - 8)
    for shift in 0..<8 {
      forged[SegmentHead.size - 8 + shift] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * shift))
    }
    return forged
  }

  /// Uses everything that exact ranking uses.
  private func exercise(_ bytes: [UInt8]) throws {
    let segment = try SegmentReader(
      unverified: MappedBytes(try forged(bytes)),
      fingerprint: fingerprint
    )
    let fields = [Field](
      repeating: Field(name: "", weight: 1, lengthNormalization: 0.5),
      count: segment.fields.count
    )
    let question = query("mri finds livers größe §no ct")
    for scorer in [BM25(), TFIDF()] as [any Scorer] {
      let searcher = Searcher(segment, fields: fields, scorer: scorer, proximityWeight: 0.5)
      _ = try searcher.search(question, limit: 3)
      _ = try searcher.explain(question, document: 1)
      _ = try searcher.contributions(question)
    }
    for document in 0..<min(segment.documentCount, 5) {
      _ = try segment.holds("mri", document: document, inFirst: 2)
      _ = try segment.identifier(of: document)
    }
  }

  private func readsOrThrows(_ bytes: [UInt8]) {
    do {
      try exercise(bytes)
    } catch let error {
      #expect(error is IndexError)
    }
  }

  @Test func `the sound segment is used without an error`() throws {
    try exercise(try sound())
  }

  @Test func `every prefix of a segment is refused`() throws {
    let sound = try sound()
    for count in sound.indices {
      #expect(throws: IndexError.self, "\(count) bytes") { try exercise(Array(sound[..<count])) }
    }
  }

  @Test func `every prefix followed by zeros or ones reads or is refused`() throws {
    let sound = try sound()
    for count in sound.indices {
      for filler in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
        let rest = [UInt8](repeating: filler, count: sound.count - count)
        readsOrThrows(sound[..<count] + rest)
      }
    }
  }

  @Test func `every flipped byte of a segment reads or is refused`() throws {
    let sound = try sound()
    for place in sound.indices {
      for mask in [1, 8, 128, 0xFF] as [UInt8] {
        var flipped = sound
        flipped[place] ^= mask
        readsOrThrows(flipped)
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `several random bytes of a segment read or are refused`(seed: UInt64) throws {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let sound = try sound()
    for _ in 0..<50 {
      var changed = sound
      for _ in 0..<Int.random(in: 2...12, using: &generator) {
        let place = Int.random(in: 16..<changed.count, using: &generator)
        changed[place] = UInt8.random(in: 0...255, using: &generator)
      }
      readsOrThrows(changed)
    }
  }
}
