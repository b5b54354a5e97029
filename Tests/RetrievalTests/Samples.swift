@testable import Retrieval
import TestSupport
import TextAnalysis

/// The fingerprint of the analysis that the tests pretend to use.
let fingerprint: UInt64 = 0x1234_5678_9ABC_DEF0

/// One token for each word between blanks, at positions 0, 1, 2 and so on.
func tokens(_ text: String) -> [Token] {
  text.split(separator: " ").enumerated().map { position, word in
    Token(text: String(word), start: 0, end: 0, position: position)
  }
}

/// A query of words between blanks.
func query(_ text: String, synonymWeight: Float = 1) -> Query {
  Query(tokens(text), synonymWeight: synonymWeight)
}

/// A segment of analysed documents, searched under the numbers in which they were added.
struct SampleIndex {
  let segment: SegmentReader
  let fields: [Field]
  /// For each document of the segment, how many were added before it.
  let order: [Int]

  init(_ documents: [[[Token]]], fields: [Field]) throws {
    let written = try Self.bytes(documents, fields)
    segment = try SegmentReader(unverified: MappedBytes(written.bytes), fingerprint: fingerprint)
    self.fields = fields
    order = written.order
  }

  /// One field of words between blanks.
  init(_ texts: [String], weight: Float = 1, normalization: Float = 0.75) throws {
    let field = Field(name: "text", weight: weight, lengthNormalization: normalization)
    try self.init(texts.map { [tokens($0)] }, fields: [field])
  }

  static func bytes(
    _ documents: [[[Token]]],
    _ fields: [Field]
  ) throws -> (bytes: [UInt8], order: [Int]) {
    var run = TokenRunBuilder(
      fields: fields.map(\.name),
      fingerprint: fingerprint,
      parts: [.places, .norms]
    )
    for (number, document) in documents.enumerated() { run.add(document, identifier: "\(number)") }
    return try run.segment()
  }

  /// The document of the segment that was added at a place.
  func document(_ number: Int) -> Int { order.firstIndex(of: number) ?? -1 }

  func searcher(_ scorer: any Scorer = BM25(), proximityWeight: Float = 0) -> Searcher {
    Searcher(segment, fields: fields, scorer: scorer, proximityWeight: proximityWeight)
  }

  /// By the number in which documents were added.
  func scores(
    _ query: Query,
    _ scorer: any Scorer = BM25(),
    proximityWeight: Float = 0
  ) throws -> [Float] {
    let scores = try searcher(scorer, proximityWeight: proximityWeight).scores(query)
    return order.indices.map { scores[document($0)] }
  }
}

/// Random documents: by document and field, the words.
struct RandomCollection {
  /// Words of several lengths in bytes, some the beginning of others, one a glossary term.
  static let vocabulary = [
    "a", "ab", "abc", "b", "liver", "livers", "größe", "z", "≤1cm", "§dlm", "mri", "ct", "🫀", "ä",
    "0", "00",
  ]

  var fields: [Field]
  var documents: [[[String]]]

  init(seed: UInt64, maximum: Int = 40) {
    var generator = SeededGenerator(seed: seed)
    fields = (0..<Int.random(in: 1...8, using: &generator)).map { number in
      Field(
        name: "\(number)",
        weight: Float.random(in: 0.1...2, using: &generator),
        lengthNormalization: Float.random(in: 0...1, using: &generator)
      )
    }
    documents = []
    for _ in 0..<Int.random(in: 0...maximum, using: &generator) {
      documents.append(fields.map { _ in Self.words(upTo: 12, using: &generator) })
    }
  }

  static func words(upTo count: Int, using generator: inout SeededGenerator) -> [String] {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      vocabulary[Int.random(in: vocabulary.indices, using: &generator)]
    }
  }

  var tokens: [[[Token]]] {
    documents.map { $0.map { RetrievalTests.tokens($0.joined(separator: " ")) } }
  }

  func index() throws -> SampleIndex { try SampleIndex(tokens, fields: fields) }
}
