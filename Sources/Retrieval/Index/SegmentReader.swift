/// Reads one segment in place.
package final class SegmentReader: Sendable {
  let bytes: MappedBytes
  let head: SegmentHead
  /// The first document of each class of length, and the end.
  let classStarts: [UInt32]
  /// The fields that have postings of their own; what stands in none of them counts in the whole alone.
  package let fields: [SegmentField]

  /// Files up to this size are checked whole when they are opened.
  private static let smallSize = 1 << 20

  /// Opens a segment.
  package convenience init(path: String) throws(IndexError) {
    try self.init(MappedBytes(path: path))
  }

  /// Opens a segment in memory.
  ///
  /// - Throws: `IndexError` when the bytes are none, or damaged; in a large file only damage to what is
  ///   needed to open it is found here.
  package convenience init(_ bytes: MappedBytes) throws(IndexError) {
    try self.init(unverified: bytes)
    if bytes.count <= Self.smallSize { try verify(SegmentHead.size..<bytes.count) }
  }

  /// Opens a segment whose bytes are checked elsewhere.
  ///
  /// - Parameters:
  ///   - bytes: The segment.
  ///   - fingerprint: Of the analysis of the questions.
  /// - Throws: `IndexError` when the bytes are no segment or one of another analysis.
  package convenience init(unverified bytes: MappedBytes, fingerprint: UInt64) throws(IndexError) {
    try self.init(unverified: bytes)
    guard head.fingerprint == fingerprint else { throw .otherAnalysis }
  }

  private init(unverified bytes: MappedBytes) throws(IndexError) {
    self.bytes = bytes
    head = try SegmentHead(bytes)
    fields = try FieldLengths.fields(bytes, head[.fields])
    guard head[.fieldLengths].count == 2 * fields.count * head.documentCount else {
      throw .damaged
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(257)
    var total = 0
    for lengthClass in 0..<256 {
      total += try bytes.count(head[.lengthClasses].lowerBound + 4 * lengthClass)
      guard total <= head.documentCount else { throw .damaged }
      starts.append(UInt32(total))
    }
    guard total == head.documentCount else { throw .damaged }
    classStarts = starts
  }

  /// Documents in all.
  package var documentCount: Int { head.documentCount }
  /// Tokens of all documents.
  package var tokenCount: Int { head.tokenCount }
  /// Distinct terms.
  package var termCount: Int { head.termCount - head.fieldTermCount }
  /// Bytes of the file.
  package var size: Int { bytes.count }
  /// Whether texts are stored.
  package var hasTexts: Bool { !head[.textOffsets].isEmpty }

  /// Whether the order of words is stored.
  package var hasPositions: Bool { !head[.markOffsets].isEmpty }

  var dictionary: TermDictionary { TermDictionary(bytes, head) }

  /// The postings of a term, from the first document on.
  func postings(of entry: DictionaryEntry) throws(IndexError) -> PostingCursor {
    try PostingCursor(entry, bytes, documentCount: documentCount)
  }

  /// Checks all of the file.
  package func verify() throws(IndexError) {
    try verify(SegmentHead.size..<bytes.count)
    bytes.release()
  }

  /// Checks the checksums of the parts of the file that hold a range.
  func verify(_ range: Range<Int>) throws(IndexError) {
    let end = head[.checksums].lowerBound
    var chunk = max(0, range.lowerBound - SegmentHead.size) / SegmentHead.chunk
    var checked = 0
    while true {
      let start = SegmentHead.size + chunk * SegmentHead.chunk
      guard start < min(range.upperBound, end) else { return }
      let expected = try bytes.uint64(end + 8 * chunk)
      let sum = try bytes.checksum(start..<min(end, start + SegmentHead.chunk))
      guard sum == expected else { throw .damaged }
      chunk += 1
      checked += 1
      if checked.isMultiple(of: 64) { bytes.release() }
    }
  }

  /// The class of length of a document.
  func lengthClass(of document: Int) -> Int {
    var low = 0
    var high = 255
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(classStarts[middle]) <= document { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Tokens of a field of a document.
  package func length(of document: Int, field: Int) throws(IndexError) -> Int {
    guard (0..<documentCount).contains(document), fields.indices.contains(field) else {
      throw .truncated(offset: document)
    }
    let place = document * fields.count + field
    return Int(try bytes.uint16(head[.fieldLengths].lowerBound + 2 * place))
  }

  /// The mean number of tokens of a document, at least 1.
  var meanLength: Float {
    documentCount == 0 ? 1 : max(1, Float(tokenCount) / Float(documentCount))
  }

  /// The mean number of tokens of a field, at least 1.
  package func meanLength(ofField field: Int) -> Float {
    documentCount == 0
      ? 1 : max(1, Float(fields[field].tokenCount) / Float(documentCount))
  }

  /// The length of a document's vector of logarithmic frequencies; 1 where none is stored.
  package func norm(of document: Int) throws(IndexError) -> Float {
    guard !head[.norms].isEmpty else { return 1 }
    guard (0..<documentCount).contains(document) else { throw .truncated(offset: document) }
    return try bytes.float(head[.norms].lowerBound + 4 * document)
  }

  /// The identifier of a document.
  ///
  /// - Complexity: O(1), reading at most a block of identifiers.
  package func identifier(of document: Int) throws(IndexError) -> [UInt8] {
    var text: [UInt8] = []
    try readIdentifiers(ofBlock: document / SegmentHead.identifierBlock, into: &text) { number, _ in
      number < document
    }
    return text
  }

  /// Reads identifiers of a block until `body` is false.
  func readIdentifiers(
    ofBlock block: Int,
    into text: inout [UInt8],
    _ body: (_ document: Int, _ identifier: [UInt8]) -> Bool
  ) throws(IndexError) {
    let part = head[.identifiers]
    let first = block * SegmentHead.identifierBlock
    guard block >= 0, first < documentCount else { throw .truncated(offset: first) }
    var offset = part.lowerBound
    offset += try bytes.count(head[.identifierOffsets].lowerBound + 4 * block)
    text.removeAll(keepingCapacity: true)
    for document in first..<min(first + SegmentHead.identifierBlock, documentCount) {
      try readIdentifier(at: &offset, into: &text)
      if !body(document, text) { return }
    }
  }

  /// Reads the identifier at an offset, and moves behind it.
  ///
  /// - Parameters:
  ///   - offset: Where it lies in the file.
  ///   - text: The identifier before it in its block, empty for the first; then the identifier.
  /// - Throws: `IndexError.damaged` where it is none.
  func readIdentifier(at offset: inout Int, into text: inout [UInt8]) throws(IndexError) {
    let part = head[.identifiers]
    let lead = try bytes.uint8(offset)
    offset += 1
    var count = Int(lead & 15)
    if count == 15 {
      count += Int(try bytes.uint8(offset))
      offset += 1
    }
    let shared = Int(lead >> 4)
    guard shared <= text.count, offset >= part.lowerBound, offset + count <= part.upperBound else {
      throw .damaged
    }
    text.removeLast(text.count - shared)
    try bytes.append(offset..<(offset + count), to: &text)
    offset += count
  }

  /// Where the marks of a document's words lie in the file; empty where they are not kept.
  func marks(of document: Int) throws(IndexError) -> Range<Int> {
    guard hasPositions, (0..<documentCount).contains(document) else { return 0..<0 }
    let place = head[.markOffsets].lowerBound + 4 * document
    let start = 2 * (try bytes.count(place))
    let end = 2 * (try bytes.count(place + 4))
    let part = head[.marks]
    guard start <= end, end <= part.count else { throw .damaged }
    return (part.lowerBound + start)..<(part.lowerBound + end)
  }

  /// Where each mark of a document lies in the file.
  func markPlaces(of document: Int) throws(IndexError) -> StrideTo<Int> {
    let range = try marks(of: document)
    return stride(from: range.lowerBound, to: range.upperBound, by: 2)
  }

  /// The stored text of a document; nil where texts are not kept.
  package func text(of document: Int) throws(IndexError) -> [UInt8]? {
    guard hasTexts, (0..<documentCount).contains(document) else { return nil }
    let place = head[.textOffsets].lowerBound + 8 * document
    let start = try bytes.uint64(place)
    let end = try bytes.uint64(place + 8)
    let part = head[.texts]
    guard start <= end, end <= UInt64(part.count) else { throw .damaged }
    return try bytes.array(part.lowerBound + Int(start), count: Int(end - start))
  }
}
