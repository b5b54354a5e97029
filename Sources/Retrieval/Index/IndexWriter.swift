public import TextAnalysis

/// A kind of text in a document, with its part in the score.
public struct Field: Hashable, Sendable {
  /// Name, such as `claim` or `asked`.
  public var name: String
  /// How much an occurrence in it counts beside one in a field of weight 1.
  public var weight: Float
  /// How far its length lowers the weight of its occurrences, 0 to 1.
  public var lengthNormalization: Float

  /// Describes a field.
  public init(name: String, weight: Float, lengthNormalization: Float) {
    self.name = name
    self.weight = weight
    self.lengthNormalization = lengthNormalization
  }
}

/// Collects documents in memory and writes them as one immutable index.
///
/// The format is described byte by byte in `docs/index-format.md`.
public struct IndexWriter {
  private struct Posting {
    var document: Int
    var positions: [[Int]]
  }

  private let fields: [Field]
  private let fingerprint: UInt64
  /// By the bytes of the term: as strings, terms that differ in Unicode normalisation alone would be
  /// one, which the reader, comparing bytes, finds by one of its spellings only.
  private var postings: [[UInt8]: [Posting]] = [:]
  private var lengths: [[Int]] = []

  static let magic: UInt64 = 0x3130_5844_4942_5243  // "CRBIDX01"

  /// Starts an empty index.
  ///
  /// - Parameters:
  ///   - fields: At most eight.
  ///   - fingerprint: Of the analyzer whose tokens will be added.
  public init(fields: [Field], fingerprint: UInt64) {
    precondition((1...8).contains(fields.count), "an index has one to eight fields")
    self.fields = fields
    self.fingerprint = fingerprint
  }

  /// Adds the next document; its number is the count of those before it.
  ///
  /// - Parameter texts: The tokens of each field, in the order of the fields.
  public mutating func add(_ texts: [[Token]]) {
    let document = lengths.count
    lengths.append(fields.indices.map { $0 < texts.count ? texts[$0].count : 0 })
    for (field, tokens) in texts.prefix(fields.count).enumerated() {
      for token in tokens {
        let term = Array(token.text.utf8)
        var list = postings.removeValue(forKey: term) ?? []
        if list.last?.document != document {
          list.append(
            Posting(document: document, positions: Array(repeating: [], count: fields.count))
          )
        }
        list[list.count - 1].positions[field].append(token.position)
        postings[term] = list
      }
    }
  }

  /// The finished index.
  ///
  /// - Complexity: O(n log n) in the number of distinct terms.
  public func finish() -> [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(fingerprint)
    writer.append(count: lengths.count)
    writer.append(count: fields.count)
    writer.append(count: postings.count)
    for (index, field) in fields.enumerated() {
      writer.append(field.weight)
      writer.append(field.lengthNormalization)
      let total = lengths.reduce(0) { $0 + $1[index] }
      writer.append(lengths.isEmpty ? 0 : Float(total) / Float(lengths.count))
    }
    let terms = postings.keys.sorted { $0.lexicographicallyPrecedes($1) }
    for document in lengths {
      for length in document { writer.append(count: length) }
    }
    for norm in norms() { writer.append(norm) }
    var dictionary = ByteWriter()
    var lists = ByteWriter()
    for term in terms {
      let list = postings[term] ?? []
      writer.append(count: dictionary.bytes.count)
      writer.append(count: term.count)
      writer.append(count: lists.bytes.count)
      writer.append(count: list.count)
      dictionary.append(raw: term)
      append(list, to: &lists)
    }
    writer.append(count: dictionary.bytes.count)
    writer.append(count: lists.bytes.count)
    writer.append(raw: dictionary.bytes)
    writer.append(raw: lists.bytes)
    return writer.bytes
  }

  private func append(_ list: [Posting], to writer: inout ByteWriter) {
    var last = -1
    for posting in list {
      writer.append(variable: posting.document - last - 1)
      last = posting.document
      let mask = posting.positions.enumerated().reduce(0) { mask, entry in
        entry.element.isEmpty ? mask : mask | 1 << entry.offset
      }
      writer.append(variable: mask)
      for positions in posting.positions where !positions.isEmpty {
        writer.append(variable: positions.count)
        var before = 0
        for position in positions {
          writer.append(variable: max(0, position - before))
          before = position
        }
      }
    }
  }

  /// The length of each document's vector of logarithmic frequencies (lnc; Manning, Raghavan and
  /// Schütze 2008, section 6.4).
  private func norms() -> [Float] {
    var squares = [Float](repeating: 0, count: lengths.count)
    for term in postings.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      for posting in postings[term] ?? [] {
        let frequency = zip(posting.positions, fields).reduce(Float(0)) {
          $0 + Float($1.0.count) * $1.1.weight
        }
        let weight = TFIDF.documentWeight(frequency)
        squares[posting.document] += weight * weight
      }
    }
    return squares.map { $0.squareRoot() }
  }
}
