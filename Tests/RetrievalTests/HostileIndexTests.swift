import Retrieval
import TestSupport
import TextAnalysis
import Testing

@Suite struct HostileIndexTests {
  private static let texts = ["mri finds livers", "ct finds größe", "livers livers ct", "mri mri"]

  private var sound: [UInt8] {
    let fields = [
      Field(name: "a", weight: 1, lengthNormalization: 0.5),
      Field(name: "b", weight: 0.5, lengthNormalization: 1),
    ]
    var writer = IndexWriter(fields: fields, fingerprint: fingerprint)
    for (number, text) in Self.texts.enumerated() {
      writer.add([tokens(text), tokens(Self.texts[(number + 1) % 4])])
    }
    return writer.finish()
  }

  /// Uses everything that an index offers.
  private func exercise(_ bytes: [UInt8]) throws(IndexError) {
    do {
      let reader = try IndexReader(bytes, fingerprint: fingerprint)
      for number in 0..<min(reader.termCount, 100) { _ = try? reader.text(ofTerm: number) }
      let question = query("mri finds livers größe §no ct")
      try exercise(Searcher(reader, scorer: BM25(), proximityWeight: 0.5), question)
      try exercise(Searcher(reader, scorer: TFIDF(), proximityWeight: 0.5), question)
    } catch let error as IndexError {
      throw error
    } catch {
      Issue.record("another error: \(error)")
    }
  }

  private func exercise(_ searcher: Searcher, _ query: Query) throws {
    _ = try searcher.search(query, limit: 3)
    _ = try searcher.explain(query, document: 1)
  }

  private func readsOrThrows(_ bytes: [UInt8]) {
    do {
      try exercise(bytes)
    } catch {
      // Refused, which is as good as read.
    }
  }

  @Test func `the sound index is used without an error`() throws {
    try exercise(sound)
  }

  @Test func `every prefix of an index is refused`() {
    let sound = sound
    for count in sound.indices {
      #expect(throws: IndexError.self, "\(count) bytes") { try exercise(Array(sound[..<count])) }
    }
  }

  @Test func `every prefix followed by zeros or ones reads or is refused`() {
    let sound = sound
    for count in sound.indices {
      for filler in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
        let rest = [UInt8](repeating: filler, count: sound.count - count)
        readsOrThrows(sound[..<count] + rest)
      }
    }
  }

  @Test func `every flipped byte of an index reads or is refused`() {
    let sound = sound
    for place in sound.indices {
      for mask in [1, 8, 128, 0xFF] as [UInt8] {
        var flipped = sound
        flipped[place] ^= mask
        readsOrThrows(flipped)
      }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `several random bytes of an index read or are refused`(seed: UInt64) {
    print("seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    let sound = sound
    for _ in 0..<50 {
      var changed = sound
      for _ in 0..<Int.random(in: 2...12, using: &generator) {
        let place = Int.random(in: 16..<changed.count, using: &generator)
        changed[place] = UInt8.random(in: 0...255, using: &generator)
      }
      readsOrThrows(changed)
    }
  }

  @Test(arguments: [
    ("a document number", [0]), ("the second position", [3, 4]),
  ])
  func `a number beyond any document or position is refused`(
    kind: String,
    places: [Int]
  ) throws {
    // One document that holds one term twice: gap, mask, count, position, position.
    var writer = IndexWriter(
      fields: [Field(name: "", weight: 1, lengthNormalization: 0)],
      fingerprint: fingerprint
    )
    writer.add([tokens("a a")])
    let sound = writer.finish()
    var numbers = [0, 1, 2, 0, 1]
    try #require(Array(sound.suffix(5)) == numbers.map { UInt8($0) })
    for place in places { numbers[place] = .max }
    var list = ByteWriter()
    for number in numbers { list.append(variable: number) }
    let reader = try IndexReader(sound.dropLast(5) + list.bytes, fingerprint: fingerprint)
    let term = try #require(try reader.term("a"))
    #expect(throws: IndexError.damaged, "\(kind)") {
      try reader.forEachPosting(of: term) { _ in }
    }
  }
}
