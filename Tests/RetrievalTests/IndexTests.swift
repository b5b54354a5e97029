import Retrieval
import TestSupport
import TextAnalysis
import Testing

@Suite struct IndexTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `an index gives back what was written`(seed: UInt64) throws {
    print("seed \(seed)")
    let collection = RandomCollection(seed: seed)
    let reader = try IndexReader(collection.bytes, fingerprint: fingerprint)
    #expect(reader.documentCount == collection.documents.count)
    #expect(reader.fields.map(\.weight) == collection.fields.map(\.weight))
    #expect(
      reader.fields.map(\.lengthNormalization) == collection.fields.map(\.lengthNormalization)
    )
    let naive = postings(collection)
    #expect(reader.termCount == naive.count)
    for word in RandomCollection.vocabulary {
      guard let expected = naive[word] else {
        #expect(try reader.term(word) == nil)
        continue
      }
      let term = try #require(try reader.term(word))
      #expect(term.documentFrequency == expected.count)
      var found: [Posting] = []
      try reader.forEachPosting(of: term) { found.append($0) }
      #expect(found.map(\.document) == expected.map(\.document), "seed \(seed): \(word)")
      #expect(found.map(\.positions) == expected.map(\.positions), "seed \(seed): \(word)")
      for document in collection.documents.indices {
        for count in 0...collection.fields.count {
          let holds = collection.documents[document].prefix(count).contains { $0.contains(word) }
          #expect(try reader.holds(term, document: document, inFirst: count) == holds)
        }
      }
    }
    for (number, document) in collection.documents.enumerated() {
      for (field, words) in document.enumerated() {
        #expect(try reader.length(document: number, field: field) == words.count)
      }
    }
    for field in collection.fields.indices where !collection.documents.isEmpty {
      let total = collection.documents.reduce(0) { $0 + $1[field].count }
      let mean = Float(total) / Float(collection.documents.count)
      #expect(reader.averageLength(field: field) == max(mean, 1))
    }
  }

  /// What the index should hold, built without it.
  private func postings(
    _ collection: RandomCollection
  ) -> [String: [(document: Int, positions: [[Int]])]] {
    var found: [String: [(document: Int, positions: [[Int]])]] = [:]
    for (number, document) in collection.documents.enumerated() {
      for word in Set(document.joined()) {
        let positions = document.map { words in words.indices.filter { words[$0] == word } }
        found[word, default: []].append((number, positions))
      }
    }
    return found
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `terms are numbered in the order of their bytes`(seed: UInt64) throws {
    print("seed \(seed)")
    let collection = RandomCollection(seed: seed)
    let reader = try IndexReader(collection.bytes, fingerprint: fingerprint)
    let texts = try (0..<reader.termCount).map { try reader.text(ofTerm: $0) }
    #expect(texts == texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for (number, text) in texts.enumerated() {
      #expect(try reader.term(text)?.number == number)
    }
  }

  @Test(arguments: ["", "aa", "abcd", "liv", "zz", "gr", "größ", "größer", "Liver", "0 0"])
  func `a word between, before or behind the terms is not found`(word: String) throws {
    let reader = try index([RandomCollection.vocabulary.joined(separator: " ")])
    #expect(try reader.term(word) == nil)
  }

  @Test(arguments: [-1, 3, Int.max])
  func `a term number out of range is refused`(number: Int) throws {
    let reader = try index(["a b c"])
    #expect(throws: IndexError.self) { try reader.text(ofTerm: number) }
  }

  @Test func `spellings that differ in bytes alone are two terms`() throws {
    let reader = try index(["\u{E9}", "e\u{301} e\u{301}", "x"])
    #expect(reader.termCount == 3)
    for (text, document) in [("\u{E9}", 0), ("e\u{301}", 1)] {
      let term = try #require(try reader.term(text))
      var found: [Int] = []
      try reader.forEachPosting(of: term) { found.append($0.document) }
      #expect(found == [document])
    }
  }

  @Test(arguments: [0, 9])
  func `an index of no field, or of more than eight, is a programming error`(count: Int) async {
    await #expect(processExitsWith: .failure) { [count] in
      let field = Field(name: "", weight: 1, lengthNormalization: 0)
      _ = IndexWriter(fields: Array(repeating: field, count: count), fingerprint: 0)
    }
  }

  @Test func `an empty index holds nothing`() throws {
    let reader = try index([])
    #expect(reader.documentCount == 0)
    #expect(reader.termCount == 0)
    #expect(try reader.term("a") == nil)
    #expect(reader.averageLength(field: 0) == 1)
    #expect(try Searcher(reader, scorer: BM25()).search(query("a b"), limit: 3).isEmpty)
  }

  @Test func `missing fields are empty and surplus ones left out`() throws {
    let field = Field(name: "", weight: 1, lengthNormalization: 0)
    var writer = IndexWriter(fields: [field, field], fingerprint: fingerprint)
    writer.add([tokens("a")])
    writer.add([])
    writer.add([tokens("b"), tokens("c d"), tokens("e")])
    let reader = try IndexReader(writer.finish(), fingerprint: fingerprint)
    #expect(reader.documentCount == 3)
    #expect(try reader.length(document: 0, field: 1) == 0)
    #expect(try reader.length(document: 2, field: 1) == 2)
    #expect(try reader.term("e") == nil)
  }

  @Test func `tokens at one position keep it`() throws {
    let field = Field(name: "", weight: 1, lengthNormalization: 0)
    var writer = IndexWriter(fields: [field], fingerprint: fingerprint)
    let places = [0, 0, 3, 500, 70_000]
    writer.add([places.map { Token(text: "a", start: 0, end: 1, position: $0) }])
    let reader = try IndexReader(writer.finish(), fingerprint: fingerprint)
    let term = try #require(try reader.term("a"))
    var found: [[[Int]]] = []
    try reader.forEachPosting(of: term) { found.append($0.positions) }
    #expect(found == [[places]])
  }

  @Test func `an index of another analysis is refused`() throws {
    let bytes = RandomCollection(seed: 1).bytes
    for other in [0, fingerprint + 1, fingerprint ^ (1 << 63)] {
      #expect(throws: IndexError.otherAnalysis) { try IndexReader(bytes, fingerprint: other) }
    }
  }

  @Test func `the analyzer's fingerprint opens its index`() throws {
    let analyzer = Analyzer(filters: [FoldingFilter()], fingerprintSeed: "one")
    let other = Analyzer(filters: [FoldingFilter()], fingerprintSeed: "two")
    let field = Field(name: "", weight: 1, lengthNormalization: 0)
    var writer = IndexWriter(fields: [field], fingerprint: analyzer.fingerprint)
    writer.add([analyzer.analyze("Große Leber")])
    let reader = try IndexReader(writer.finish(), fingerprint: analyzer.fingerprint)
    #expect(try reader.term("leber") != nil)
    #expect(throws: IndexError.otherAnalysis) {
      try IndexReader(writer.finish(), fingerprint: other.fingerprint)
    }
  }

  @Test func `a file of another kind is refused`() {
    #expect(throws: IndexError.unknownFormat) {
      try IndexReader([UInt8](repeating: 7, count: 100), fingerprint: fingerprint)
    }
    #expect(throws: IndexError.truncated(offset: 0)) {
      try IndexReader([], fingerprint: fingerprint)
    }
  }
}
