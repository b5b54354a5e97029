import Foundation
@testable import Retrieval
import TestSupport
import Testing

@Suite struct SegmentPartsTests {
  @Test func `classes of length ascend and are exact below forty`() {
    var last: UInt8 = 0
    for length in 0..<5000 {
      let lengthClass = LengthClass.of(length)
      #expect(lengthClass >= last)
      let least = LengthClass.length(lengthClass)
      #expect(least <= length && Double(length - least) <= 0.125 * Double(length))
      if length < 40 {
        #expect(least == length && LengthClass.middle(lengthClass) == Float(length))
      }
      #expect(abs(LengthClass.middle(lengthClass) - Float(length)) <= 0.0625 * Float(length))
      last = lengthClass
    }
    #expect(LengthClass.of(.max) == LengthClass.of(Int(Int32.max)))
  }

  @Test func `packed postings are read back as they were`() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 2...700, using: &generator)
      let spread = UInt32.random(in: 1...5000, using: &generator)
      var documents: [UInt32] = []
      var frequencies: [UInt8] = []
      var document = UInt32.random(in: 0...spread, using: &generator)
      for _ in 0..<count {
        documents.append(document)
        document += UInt32.random(in: 1...spread, using: &generator)
        let isHigh = Int.random(in: 0..<5, using: &generator) == 0
        frequencies.append(isHigh ? UInt8.random(in: 1...255, using: &generator) : 1)
      }
      var encoder = PostingEncoder()
      encoder.encode(documents, frequencies, 0..<count)
      let bytes = MappedBytes(encoder.bytes + [UInt8](repeating: 0, count: 8))
      var entry = DictionaryEntry()
      entry.documentFrequency = count
      entry.postings = 0..<encoder.bytes.count
      let total = Int(document)
      var cursor = try PostingCursor(entry, bytes, documentCount: total)
      var read: [UInt32] = []
      var readFrequencies: [UInt8] = []
      while !cursor.isAtEnd {
        read.append(UInt32(cursor.document))
        readFrequencies.append(cursor.frequency)
        try cursor.advance()
      }
      #expect(read == documents, "seed \(seed)")
      #expect(readFrequencies == frequencies, "seed \(seed)")
      for target in (0..<20).map({ _ in Int.random(in: 0...total, using: &generator) }).sorted() {
        var seeking = try PostingCursor(entry, bytes, documentCount: total)
        try seeking.seek(target / 2)
        try seeking.seek(target)
        let expected = documents.firstIndex { $0 >= target }
        #expect(seeking.isAtEnd == (expected == nil), "seed \(seed): \(target)")
        if let expected {
          #expect(seeking.document == Int(documents[expected]))
          #expect(seeking.frequency == frequencies[expected])
        }
      }
    }
  }

  @Test func `terms are found, others are not, and all come in order`() throws {
    let folder = try TemporaryFolder()
    var generator = SeededGenerator(seed: 4)
    var terms = Set(["", "a", "aa", "sharedprefix", "sharedprefixes", "sharedprefixlonger"])
    while terms.count < 900 {
      let length = Int.random(in: 1...40, using: &generator)
      terms.insert(String((0..<length).map { _ in "abß".randomElement(using: &generator) ?? "a" }))
    }
    let sorted = terms.map { Array($0.utf8.prefix(64)) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let path = "\(folder.url.path)/1.segment"
    var writer = try SegmentWriter(path: path)
    for (number, term) in sorted.enumerated() where number == 0 || sorted[number - 1] != term {
      try writer.add(term[...], [UInt32(number)], [UInt8(number % 5 + 1)], 0..<1)
    }
    try writer.finishTerms()
    var classes = [UInt32](repeating: 0, count: 256)
    classes[3] = UInt32(sorted.count)
    try writer.addDocuments(
      classes: classes,
      count: sorted.count,
      tokenCount: 3
    )
    for number in sorted.indices { try writer.addIdentifier(Array("id\(number)".utf8)[...]) }
    try writer.finishIdentifiers()
    try writer.finishMarks()
    try writer.finish()
    let segment = try SegmentReader(path: path)
    var cursor = try TermDictionary.TermCursor(segment.dictionary)
    var term: [UInt8] = []
    for (number, expected) in sorted.enumerated()
    where number == 0 || sorted[number - 1] != expected {
      let entry = try cursor.next(&term)
      #expect(term == expected)
      #expect(entry?.single.document == UInt32(number))
      #expect(try segment.dictionary.find(expected[...]) == entry)
      let missing = expected + [UInt8(ascii: "!")]
      #expect(try segment.dictionary.find(missing[...]) == nil)
      #expect(try segment.identifier(of: number) == Array("id\(number)".utf8))
    }
    #expect(try cursor.next(&term) == nil)
  }
}
