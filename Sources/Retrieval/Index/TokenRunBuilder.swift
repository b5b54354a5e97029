package import TextAnalysis

/// Documents of analysed tokens that are collected in memory and written as one segment, with the
/// fields and places that an exact ranking needs.
package struct TokenRunBuilder {
  /// What is written beside postings and lengths.
  package struct Parts: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Where each occurrence stands in its field.
    package static let places = Parts(rawValue: 1)
    /// The length of each document's vector of logarithmic frequencies.
    package static let norms = Parts(rawValue: 2)
  }

  private struct Posting {
    var document: Int
    var positions: [[Int]]
  }

  private let fields: [SegmentField]
  private let fingerprint: UInt64
  private let parts: Parts
  /// By the bytes of the term: as strings, terms that differ in Unicode normalisation alone would be
  /// one, which the reader, comparing bytes, finds by one of its spellings only.
  private var postings: [[UInt8]: [Posting]] = [:]
  private var lengths: [[Int]] = []
  private var identifiers: [[UInt8]] = []

  /// Starts without documents.
  ///
  /// - Parameters:
  ///   - fields: At most eight names; none where a document is one text.
  ///   - fingerprint: Of the analyzer whose tokens will be added.
  ///   - parts: What is kept beside postings and lengths.
  package init(fields: [String], fingerprint: UInt64, parts: Parts = []) {
    precondition(fields.count <= SegmentField.most, "a segment has at most eight fields")
    self.fields = fields.map { SegmentField(name: $0) }
    self.fingerprint = fingerprint
    self.parts = parts
  }

  /// Adds the next document.
  ///
  /// - Parameters:
  ///   - texts: The tokens of each field, in the order of the fields.
  ///   - identifier: At most 255 bytes.
  package mutating func add(_ texts: [[Token]], identifier: String) {
    let document = lengths.count
    let fieldCount = max(1, fields.count)
    lengths.append((0..<fieldCount).map { $0 < texts.count ? texts[$0].count : 0 })
    identifiers.append(Array(identifier.utf8.prefix(FrontCoder.longest)))
    for (field, tokens) in texts.prefix(fieldCount).enumerated() {
      for token in tokens {
        let term = Array(token.text.utf8.prefix(FieldTerm.longest))
        var list = postings.removeValue(forKey: term) ?? []
        if list.last?.document != document {
          list.append(
            Posting(document: document, positions: Array(repeating: [], count: fieldCount))
          )
        }
        list[list.count - 1].positions[field].append(token.position)
        postings[term] = list
      }
    }
  }

  /// The documents as a segment.
  ///
  /// - Returns: Its bytes, and for each of its documents how many were added before it.
  /// - Throws: `IndexError.tooManyDocuments`.
  /// - Complexity: O(p) in the postings and O(t log t) in the terms.
  package func segment() throws(IndexError) -> (bytes: [UInt8], order: [Int]) {
    guard lengths.count < Int(Int32.max) else { throw .tooManyDocuments }
    let classes = lengths.map { LengthClass.of($0.reduce(0, +)) }
    let order = LengthClass.order(classes)
    var numbers = [Int](repeating: 0, count: order.count)
    for (number, document) in order.enumerated() { numbers[document] = number }
    var writer = try SegmentWriter(
      OutputFile(),
      keepsPlaces: parts.contains(.places),
      fingerprint: fingerprint
    )
    let terms = postings.keys.sorted { $0.lexicographicallyPrecedes($1) }
    var squares = [Float](repeating: 0, count: order.count)
    for term in terms {
      var list = postings[term] ?? []
      for index in list.indices { list[index].document = numbers[list[index].document] }
      list.sort { $0.document < $1.document }
      for posting in list {
        let frequency = posting.positions.reduce(0) { $0 + $1.count }
        let weight = TFIDF.documentWeight(Float(frequency))
        squares[posting.document] += weight * weight
      }
      try add(term, list, to: &writer)
    }
    try writer.finishTerms()
    try writeDocuments(order, classes, squares, to: &writer)
    return (writer.bytes, order)
  }

  private func add(
    _ term: [UInt8],
    _ list: [Posting],
    to writer: inout SegmentWriter
  ) throws(IndexError) {
    try add(term, list.map { ($0.document, $0.positions.flatMap { $0 }) }, fields.isEmpty, &writer)
    for field in fields.indices {
      let own = list.filter { !$0.positions[field].isEmpty }
        .map { ($0.document, $0.positions[field]) }
      guard !own.isEmpty else { continue }
      try add(FieldTerm.bytes(term[...], field: field), own, true, &writer)
    }
  }

  private func add(
    _ term: [UInt8],
    _ list: [(document: Int, positions: [Int])],
    _ hasPlaces: Bool,
    _ writer: inout SegmentWriter
  ) throws(IndexError) {
    var places = ByteWriter()
    if hasPlaces, parts.contains(.places) {
      for posting in list {
        var before = 0
        for position in posting.positions.prefix(255) {
          places.append(variable: max(0, position - before))
          before = position
        }
      }
    }
    try writer.add(
      term[...],
      list.map { UInt32($0.document) },
      list.map { UInt8(clamping: $0.positions.count) },
      list.indices,
      places: places.bytes
    )
  }

  private func writeDocuments(
    _ order: [Int],
    _ classes: [UInt8],
    _ squares: [Float],
    to writer: inout SegmentWriter
  ) throws(IndexError) {
    var counts = [UInt32](repeating: 0, count: 256)
    for lengthClass in classes { counts[Int(lengthClass)] += 1 }
    var fieldLengths = FieldLengths(fields)
    if !fields.isEmpty {
      for document in order { fieldLengths.append(lengths[document]) }
    }
    try writer.addDocuments(
      classes: counts,
      count: order.count,
      tokenCount: lengths.reduce(0) { $0 + $1.reduce(0, +) },
      fields: fieldLengths,
      norms: parts.contains(.norms) ? squares.map { $0.squareRoot() } : []
    )
    for document in order { try writer.addIdentifier(identifiers[document][...]) }
    try writer.finishIdentifiers()
    try writer.finishMarks()
    try writer.finish()
  }
}
