@testable import Retrieval
import TestSupport
import TextAnalysis
import Testing

@Suite struct TokenRunBuilderTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `a segment gives back the occurrences that were written`(seed: UInt64) throws {
    print("seed \(seed)")
    let collection = RandomCollection(seed: seed, maximum: 400)
    let index = try collection.index()
    let segment = index.segment
    #expect(segment.documentCount == collection.documents.count)
    #expect(segment.fields.map(\.name) == collection.fields.map(\.name))
    for word in RandomCollection.vocabulary {
      let expected = occurrences(of: word, in: collection)
      guard let term = try segment.term(word) else {
        #expect(expected.isEmpty)
        continue
      }
      #expect(term.whole.documentFrequency == expected.count)
      #expect(try segment.documentFrequency(of: word) == expected.count)
      #expect(try read(term, index) == expected, "seed \(seed): \(word)")
    }
    #expect(segment.termCount == Set(collection.documents.joined().joined()).count)
  }

  /// What the segment should hold, built without it: by document, each field's positions.
  private func occurrences(
    of word: String,
    in collection: RandomCollection
  ) -> [Int: [[Int]]] {
    var found: [Int: [[Int]]] = [:]
    for (number, document) in collection.documents.enumerated() {
      let positions = document.map { words in words.indices.filter { words[$0] == word } }
      if positions.contains(where: { !$0.isEmpty }) { found[number] = positions }
    }
    return found
  }

  private func read(_ term: IndexedTerm, _ index: SampleIndex) throws -> [Int: [[Int]]] {
    var cursor = try OccurrenceCursor(term, index.segment, readsPlaces: true)
    var found: [Int: [[Int]]] = [:]
    var last = -1
    while try cursor.next() {
      #expect(cursor.document > last)
      last = cursor.document
      var positions = index.fields.map { _ in [Int]() }
      for place in cursor.places {
        positions[OccurrenceCursor.field(of: place)].append(OccurrenceCursor.position(of: place))
      }
      for field in index.fields.indices {
        #expect(Int(cursor.counts[field]) == positions[field].count)
      }
      found[index.order[cursor.document]] = positions
    }
    return found
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `lengths, means and identifiers are those of the documents`(seed: UInt64) throws {
    print("seed \(seed)")
    let collection = RandomCollection(seed: seed)
    let index = try collection.index()
    for (number, document) in collection.documents.enumerated() {
      let own = index.document(number)
      #expect(try index.segment.identifier(of: own) == Array("\(number)".utf8))
      for (field, words) in document.enumerated() {
        #expect(try index.segment.length(of: own, field: field) == words.count)
      }
    }
    for field in collection.fields.indices where !collection.documents.isEmpty {
      let total = collection.documents.reduce(0) { $0 + $1[field].count }
      let mean = Float(total) / Float(collection.documents.count)
      #expect(index.segment.meanLength(ofField: field) == max(mean, 1))
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `whether a document holds a word in its first fields is known`(seed: UInt64) throws {
    print("seed \(seed)")
    let collection = RandomCollection(seed: seed, maximum: 200)
    let index = try collection.index()
    for word in RandomCollection.vocabulary.prefix(4) {
      for (number, document) in collection.documents.enumerated() {
        for count in 0...collection.fields.count {
          let holds = document.prefix(count).contains { $0.contains(word) }
          let own = index.document(number)
          #expect(try index.segment.holds(word, document: own, inFirst: count) == holds)
        }
      }
    }
  }

  @Test func `documents are numbered by the class of their length`() throws {
    let index = try SampleIndex(["a b c", "a", "", "a b", "b"])
    #expect(index.order == [2, 1, 4, 3, 0])
  }

  @Test(arguments: ["", "aa", "abcd", "liv", "zz", "gr", "größ", "größer", "Liver", "0 0", "a\0\0"])
  func `a word between, before or behind the terms is not found`(word: String) throws {
    let index = try SampleIndex([RandomCollection.vocabulary.joined(separator: " ")])
    #expect(try index.segment.term(word) == nil || word.contains("\0"))
    #expect(try index.segment.term(word + "x") == nil)
  }

  @Test func `the terms of fields are hidden from whoever walks the terms`() throws {
    let index = try RandomCollection(seed: 2).index()
    var terms: [[UInt8]] = []
    try index.segment.dictionary.forEachTerm(from: []) { term, _ in
      terms.append(term)
      return true
    }
    #expect(terms.count == index.segment.termCount)
    #expect(!terms.contains { $0.contains(0) })
    #expect(index.segment.head.fieldTermCount > 0)
  }

  @Test func `spellings that differ in bytes alone are two terms`() throws {
    let index = try SampleIndex(["\u{E9}", "e\u{301} e\u{301}", "x"])
    #expect(index.segment.termCount == 3)
    for (text, document) in [("\u{E9}", 0), ("e\u{301}", 1)] {
      let term = try #require(try index.segment.term(text))
      #expect(try Array(read(term, index).keys) == [document])
    }
  }

  @Test func `more fields than eight are a programming error`() async {
    await #expect(processExitsWith: .failure) {
      _ = TokenRunBuilder(fields: [String](repeating: "f", count: 9), fingerprint: 0)
    }
  }

  @Test func `an empty segment holds nothing`() throws {
    let index = try SampleIndex([])
    #expect(index.segment.documentCount == 0)
    #expect(index.segment.termCount == 0)
    #expect(try index.segment.term("a") == nil)
    #expect(index.segment.meanLength(ofField: 0) == 1)
    #expect(try index.searcher().search(query("a b"), limit: 3).isEmpty)
  }

  @Test func `missing fields are empty and surplus ones left out`() throws {
    let field = Field(name: "", weight: 1, lengthNormalization: 0)
    let documents = [[tokens("a")], [], [tokens("b"), tokens("c d"), tokens("e")]]
    let index = try SampleIndex(documents, fields: [field, field])
    #expect(index.segment.documentCount == 3)
    #expect(try index.segment.length(of: index.document(0), field: 1) == 0)
    #expect(try index.segment.length(of: index.document(2), field: 1) == 2)
    #expect(try index.segment.term("e") == nil)
  }

  @Test(arguments: [0, 1])
  func `tokens at one position keep it, with a field or without`(fieldCount: Int) throws {
    let field = Field(name: "", weight: 1, lengthNormalization: 0)
    let places = [0, 0, 3, 500, 70_000]
    let document = places.map { Token(text: "a", start: 0, end: 1, position: $0) }
    let fields = [Field](repeating: field, count: fieldCount)
    let index = try SampleIndex([[document]], fields: fields)
    let term = try #require(try index.segment.term("a"))
    var cursor = try OccurrenceCursor(term, index.segment, readsPlaces: true)
    let hasOne = try cursor.next()
    #expect(hasOne)
    #expect(cursor.places == places)
    #expect(cursor.counts[0] == 5)
  }

  @Test func `a token longer than a term is found by its beginning`() throws {
    let long = String(repeating: "x", count: 300)
    let index = try SampleIndex([long, "y"])
    let term = try #require(try index.segment.term(long))
    #expect(try Array(read(term, index).keys) == [0])
  }

  @Test func `a segment of another analysis is refused`() throws {
    let bytes = MappedBytes(try SampleIndex.bytes([[tokens("a")]], []).bytes)
    for other in [0, fingerprint + 1, fingerprint ^ (1 << 63)] {
      #expect(throws: IndexError.otherAnalysis) {
        try SegmentReader(unverified: bytes, fingerprint: other)
      }
    }
  }

  @Test func `a file of another kind is refused`() {
    #expect(throws: IndexError.unknownFormat) {
      try SegmentReader(MappedBytes([UInt8](repeating: 7, count: 400)))
    }
    #expect(throws: IndexError.truncated(offset: 0)) { try SegmentReader(MappedBytes([])) }
  }
}
