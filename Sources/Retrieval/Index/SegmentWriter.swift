/// Writes one immutable segment, term after term in the order of their bytes.
struct SegmentWriter: ~Copyable {
  private var file: OutputFile
  private let keepsPlaces: Bool
  private var head = SegmentHead()
  private var terms = FrontCoder(blockSize: SegmentHead.termBlock)
  private var identifiers = FrontCoder(blockSize: SegmentHead.identifierBlock)
  private var encoder = PostingEncoder()
  private var places: [UInt8] = []
  private var markEnds: [UInt32] = [0]
  private var textEnds: [UInt64] = [0]

  /// Starts a file; the postings come first as they are made, and stand first in it.
  init(path: String) throws(IndexError) {
    try self.init(OutputFile(path: path), keepsPlaces: false)
  }

  /// Starts a segment.
  ///
  /// - Parameters:
  ///   - file: An empty file.
  ///   - keepsPlaces: Whether terms come with the places of their occurrences.
  ///   - fingerprint: Of the analysis that cut the texts.
  /// - Throws: `IndexError.unwritable`.
  init(
    _ file: consuming OutputFile,
    keepsPlaces: Bool,
    fingerprint: UInt64 = 0
  ) throws(IndexError) {
    try file.append([UInt8](repeating: 0, count: SegmentHead.size))
    self.file = file
    self.keepsPlaces = keepsPlaces
    head.fingerprint = fingerprint
  }

  /// Adds a term with its postings.
  ///
  /// - Parameters:
  ///   - term: At most 255 bytes, after the last one.
  ///   - documents: Ascending, at least one.
  ///   - frequencies: By the same index.
  ///   - range: The term's part of both.
  ///   - places: Where the occurrences stand, encoded.
  /// - Throws: `IndexError.unwritable`.
  mutating func add(
    _ term: ArraySlice<UInt8>,
    _ documents: [UInt32],
    _ frequencies: [UInt8],
    _ range: Range<Int>,
    places: [UInt8] = []
  ) throws(IndexError) {
    let startsBlock = head.termCount.isMultiple(of: SegmentHead.termBlock)
    terms.append(term)
    if startsBlock { terms.append(variable: file.count - SegmentHead.size) }
    if keepsPlaces {
      if startsBlock { terms.append(variable: self.places.count) }
      terms.append(variable: places.count)
      self.places += places
    }
    terms.append(variable: range.count)
    head.termCount += 1
    if FieldTerm.isFieldTerm(term) { head.fieldTermCount += 1 }
    guard range.count > 1 else {
      let frequency = frequencies[range.lowerBound]
      terms.append(variable: Int(documents[range.lowerBound]) << 1 | (frequency > 1 ? 1 : 0))
      if frequency > 1 { terms.append(frequency) }
      return
    }
    encoder.encode(documents, frequencies, range)
    terms.append(variable: encoder.bytes.count)
    try file.append(encoder.bytes)
  }

  /// Writes the dictionary, behind the postings of all terms.
  mutating func finishTerms() throws(IndexError) {
    head.end(.postings, at: file.count)
    try append(.terms, terms.bytes)
    let keys = terms.keys
    try append(.termKeys) { file throws(IndexError) in
      for key in keys { try file.append(key) }
    }
    try append(.termOffsets, terms.offsets, terms.bytes.count)
    try append(.places, places)
  }

  /// Writes what belongs to documents.
  ///
  /// - Parameters:
  ///   - classes: Documents in each class of length, 256 numbers.
  ///   - count: How many there are, and how many identifiers follow.
  ///   - tokenCount: Tokens of all documents.
  ///   - fields: Those with postings and lengths of their own.
  ///   - norms: The length of each document's vector; none where no scorer asks for it.
  /// - Throws: `IndexError.unwritable`.
  mutating func addDocuments(
    classes: [UInt32],
    count: Int,
    tokenCount: Int,
    fields: FieldLengths = FieldLengths(),
    norms: [Float] = []
  ) throws(IndexError) {
    head.documentCount = count
    head.tokenCount = tokenCount
    try append(.lengthClasses) { file throws(IndexError) in
      for number in classes { try file.append(number) }
    }
    try append(.fields, fields.description)
    try append(.fieldLengths) { file throws(IndexError) in
      for length in fields.lengths { try file.append(length) }
    }
    try append(.norms) { file throws(IndexError) in
      for norm in norms { try file.append(norm.bitPattern) }
    }
  }

  /// Adds the identifier of the next document.
  mutating func addIdentifier(_ identifier: ArraySlice<UInt8>) throws(IndexError) {
    identifiers.append(identifier)
    if identifiers.bytes.count >= 1 << 16 { try file.append(identifiers.takeBytes()) }
  }

  /// Ends the identifiers, behind those of all documents.
  mutating func finishIdentifiers() throws(IndexError) {
    try file.append(identifiers.takeBytes())
    head.end(.identifiers, at: file.count)
    try append(.identifierOffsets, identifiers.offsets, identifiers.count)
  }

  /// Adds the marks of the next document's words.
  mutating func addMarks(_ marks: ArraySlice<UInt16>) throws(IndexError) {
    for mark in marks { try file.append(mark) }
    let count = (file.count - head[.marks].lowerBound) / 2
    guard count <= Int(UInt32.max) else { throw .tooManyDocuments }
    markEnds.append(UInt32(count))
  }

  /// Ends the marks, behind those of all documents, if there are any.
  mutating func finishMarks() throws(IndexError) {
    head.end(.marks, at: file.count)
    let ends = markEnds
    try append(.markOffsets) { file throws(IndexError) in
      if ends.count > 1 { for end in ends { try file.append(end) } }
    }
  }

  /// Adds the text of the next document.
  mutating func addText(_ text: ArraySlice<UInt8>) throws(IndexError) {
    try file.append(text)
    textEnds.append(UInt64(file.count - head[.texts].lowerBound))
  }

  /// Writes the checksums and the head, and waits for the disk.
  mutating func finish() throws(IndexError) {
    head.end(.texts, at: file.count)
    let ends = textEnds
    try append(.textOffsets) { file throws(IndexError) in
      if ends.count > 1 { for end in ends { try file.append(end) } }
    }
    let end = file.count
    let written = try file.written()
    try append(.checksums) { file throws(IndexError) in
      for start in stride(from: SegmentHead.size, to: end, by: SegmentHead.chunk) {
        try file.append(try written.checksum(start..<min(end, start + SegmentHead.chunk)))
        if (start / SegmentHead.chunk).isMultiple(of: 128) { written.release() }
      }
    }
    var writer = ByteWriter()
    writer.append(raw: head.bytes)
    writer.append(try MappedBytes(head.bytes).checksum(0..<head.bytes.count))
    try file.finish(head: writer.bytes)
  }

  /// Bytes so far.
  var count: Int { file.count }

  /// The bytes of a segment that was written in memory.
  var bytes: [UInt8] { file.bytes }

  private mutating func append(_ part: SegmentPart, _ bytes: [UInt8]) throws(IndexError) {
    try file.append(bytes)
    head.end(part, at: file.count)
  }

  private mutating func append(
    _ part: SegmentPart,
    _ offsets: [UInt32],
    _ end: Int
  ) throws(IndexError) {
    try append(part) { file throws(IndexError) in
      for offset in offsets { try file.append(offset) }
      try file.append(UInt32(end))
    }
  }

  private mutating func append(
    _ part: SegmentPart,
    _ body: (inout OutputFile) throws(IndexError) -> Void
  ) throws(IndexError) {
    try body(&file)
    head.end(part, at: file.count)
  }
}
