/// The fields of a segment that is being written, with the tokens of each in each document.
struct FieldLengths {
  private(set) var fields: [SegmentField] = []
  /// Document after document; a longer field counts as 65,535 tokens.
  private(set) var lengths: [UInt16] = []

  /// No fields.
  init() {}

  /// Takes the fields, whose tokens are counted anew.
  init(_ fields: [SegmentField]) {
    self.fields = fields.map { SegmentField(name: $0.name, weight: $0.weight) }
  }

  /// Adds the lengths of the next document, one for each field.
  mutating func append(_ document: some Sequence<Int>) {
    for (field, length) in document.enumerated() {
      fields[field].tokenCount += length
      lengths.append(UInt16(clamping: length))
    }
  }

  /// The part of the file that describes the fields.
  var description: [UInt8] {
    guard !fields.isEmpty else { return [] }
    var writer = ByteWriter()
    writer.append(UInt8(fields.count))
    for field in fields {
      writer.append(field.weight)
      writer.append(UInt64(field.tokenCount))
      writer.append(field.name)
    }
    return writer.bytes
  }

  /// Reads the description.
  static func fields(_ bytes: MappedBytes, _ part: Range<Int>) throws(IndexError) -> [SegmentField]
  {
    guard !part.isEmpty else { return [] }
    var cursor = ByteCursor(bytes, at: part.lowerBound)
    let count = Int(try cursor.uint8())
    guard (1...SegmentField.most).contains(count) else { throw .damaged }
    var fields: [SegmentField] = []
    for _ in 0..<count {
      let weight = try cursor.uint8()
      let tokens = Int(truncatingIfNeeded: try cursor.uint64() & 0x7FFF_FFFF_FFFF)
      fields.append(
        SegmentField(name: try cursor.string(), weight: weight, tokenCount: tokens)
      )
    }
    guard cursor.offset <= part.upperBound else { throw .damaged }
    return fields
  }
}
