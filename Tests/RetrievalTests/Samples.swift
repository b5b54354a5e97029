import Retrieval
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

/// An index over texts with one field.
func index(_ texts: [String], weight: Float = 1, normalization: Float = 0.75) throws -> IndexReader
{
  let field = Field(name: "text", weight: weight, lengthNormalization: normalization)
  var writer = IndexWriter(fields: [field], fingerprint: fingerprint)
  for text in texts { writer.add([tokens(text)]) }
  return try IndexReader(writer.finish(), fingerprint: fingerprint)
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

  var bytes: [UInt8] {
    var writer = IndexWriter(fields: fields, fingerprint: fingerprint)
    for document in documents { writer.add(document.map { tokens($0.joined(separator: " ")) }) }
    return writer.finish()
  }
}
